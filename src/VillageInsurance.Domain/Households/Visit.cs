using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;

namespace VillageInsurance.Domain.Households;

/// <summary>One call of the agent at a household (入户调查): who answered, what was explained, what the family needs and what it decided. A visit is not a sale: a "no" is a complete survey.</summary>
[PersonTable]
public sealed class Visit(Guid id, Guid villageId, Guid? groupId, Guid householdId, Guid agentId, DateOnly on, VisitAnswers answers, DateTimeOffset recordedAt) : Entity(id), IGroupOwned
{
    /// <inheritdoc />
    [NotPersonal] public Guid VillageId { get; private set; } = villageId;

    /// <inheritdoc />
    [NotPersonal] public Guid? GroupId { get; private set; } = groupId;

    /// <summary>The household.</summary>
    [NotPersonal] public Guid HouseholdId { get; private set; } = householdId;

    /// <summary>Who called.</summary>
    [NotPersonal] public Guid AgentId { get; private init; } = agentId;

    /// <summary>The day.</summary>
    [PersonalInfo(PersonalInfoClass.Ordinary, Purpose.HouseholdFile, Retention.ResidenceAndFiveYears)]
    public DateOnly On { get; private init; } = on;

    /// <summary>What was said.</summary>
    [PersonalInfo(PersonalInfoClass.Sensitive, Purpose.HouseholdFile, Retention.ResidenceAndFiveYears)]
    public VisitAnswers Answers { get; private set; } = answers;

    /// <summary>The family wants no visits and no offers: it drops out of the worklists until it says otherwise.</summary>
    [PersonalInfo(PersonalInfoClass.Ordinary, Purpose.HouseholdFile, Retention.ResidenceAndFiveYears)]
    public bool Refused { get; private init; } = answers.Refused;

    /// <summary>The day agreed for the next visit; null for none.</summary>
    [PersonalInfo(PersonalInfoClass.Ordinary, Purpose.HouseholdFile, Retention.ResidenceAndFiveYears)]
    public DateOnly? NextOn { get; private init; } = answers.NextOn;

    /// <summary>When it was entered.</summary>
    [NotPersonal] public DateTimeOffset RecordedAt { get; private init; } = recordedAt;

    /// <summary>The supervisor's spot check; null while there is none.</summary>
    [PersonalInfo(PersonalInfoClass.Ordinary, Purpose.HouseholdFile, Retention.ResidenceAndFiveYears)]
    public SpotCheck? Checked { get; private set; }

    /// <summary>Refused: a next visit that does not lie after this one, a next visit or a recommendation after a "no", more premium advised than the family said it can afford without saying why.</summary>
    public static Visit Record(Guid id, Household household, Guid agentId, DateOnly on, VisitAnswers answers, DateOnly today, DateTimeOffset at)
    {
        Require(household.LeftOn is null, HouseholdRule.OnlyALivingHouseholdChanges);
        Require(on <= today, HouseholdRule.NothingLiesInTheFuture);
        Require(on >= household.JoinedOn, HouseholdRule.NothingEndsBeforeItBegins);
        Require(answers.NextOn is null || answers.NextOn > on, VisitRule.TheNextVisitComesLater);
        Require(!answers.Refused || (answers.NextOn is null && answers.Recommended.Count == 0), VisitRule.ANoIsRespected);
        Require(answers.Recommended.All(r => !string.IsNullOrWhiteSpace(r.Reason)), VisitRule.ARecommendationHasItsReason);
        return new Visit(id, household.VillageId, household.GroupId, household.Id, agentId, on, answers, at);
    }

    /// <summary>The supervisor asked the family whether the visit was as recorded. Refused to the agent, and a second time.</summary>
    public void Check(Guid supervisorId, DateOnly on, bool matches, string? note)
    {
        Require(Checked is null, VisitRule.AVisitIsCheckedOnce);
        Require(supervisorId != AgentId, VisitRule.NobodyChecksTheirOwn);
        Require(matches || !string.IsNullOrWhiteSpace(note), VisitRule.AMismatchIsDescribed);
        Checked = new SpotCheck(supervisorId, on, matches, note);
    }

    /// <summary>The family no longer allows questions of money: what it can afford goes (PIPL art. 47).</summary>
    public void ForgetMoney() => Answers = Answers with { AffordableFen = null };

    /// <summary>The household moved or was merged: its visits are seen where it is now.</summary>
    public void SeenAt(Guid villageId, Guid? groupId) => (VillageId, GroupId) = (villageId, groupId);

    /// <summary>Belongs to another household: the two were one family.</summary>
    public void GoTo(Household household) => (HouseholdId, VillageId, GroupId) = (household.Id, household.VillageId, household.GroupId);
}

/// <summary>What was said at a visit.</summary>
/// <param name="AnsweredBy">Who answered: the member's name, or how he stands to the family.</param>
/// <param name="Minutes">How long it took; null when not noted.</param>
/// <param name="Explained">What was explained.</param>
/// <param name="Needs">What the family needs, and how it stands to it.</param>
/// <param name="AffordableFen">The premium that it says it can afford in a year, in fen; null when not asked or not said.</param>
/// <param name="WantsContact">Whether it wants to hear from the agent about offers (PIPL art. 24).</param>
/// <param name="Recommended">Products recommended, why, and the family's own decision.</param>
/// <param name="Refused">Whether it wants no survey and no offers.</param>
/// <param name="NextOn">The next visit.</param>
/// <param name="Note">Anything else; no health, no money.</param>
public sealed record VisitAnswers(string AnsweredBy, int? Minutes, IReadOnlyList<ExplainedTopic> Explained, IReadOnlyList<StatedNeed> Needs, long? AffordableFen, bool WantsContact,
    IReadOnlyList<Recommendation> Recommended, bool Refused, DateOnly? NextOn, string? Note);

/// <summary>One need of the family, and how it stands to it.</summary>
public sealed record StatedNeed(NeedKind Kind, NeedWish Wish, string? Note);

/// <summary>A product that was recommended, with the reason and what the family decided by itself (Insurance Law art. 11: buying is voluntary).</summary>
public sealed record Recommendation(string Product, string Reason, OwnDecision Decision);

/// <summary>The supervisor's question to the family: did the visit take place as recorded?</summary>
public sealed record SpotCheck(Guid SupervisorId, DateOnly On, bool Matches, string? Note);

/// <summary>What may be explained at a visit.</summary>
public enum ExplainedTopic { Programme = 1, StudentCover = 2, AccidentCover = 3, LifeCover = 4, Claims = 5, FraudWarning = 6, Hesitation = 7 }

/// <summary>What a family may need cover for.</summary>
public enum NeedKind { OldAge = 1, Illness = 2, Accident = 3, Children = 4, Loan = 5 }

/// <summary>How it stands to a need.</summary>
public enum NeedWish { WantsToKnow = 1, Covered = 2, NoInterest = 3 }

/// <summary>The family's own decision.</summary>
public enum OwnDecision { ThinkingAboutIt = 1, Buys = 2, Declines = 3 }

/// <summary>What a visit holds to.</summary>
public enum VisitRule { TheNextVisitComesLater, ANoIsRespected, ARecommendationHasItsReason, AVisitIsCheckedOnce, NobodyChecksTheirOwn, AMismatchIsDescribed, ConsentComesFirst, AGuardianConsents }
