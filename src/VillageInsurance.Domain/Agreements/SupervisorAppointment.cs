using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;

namespace VillageInsurance.Domain.Agreements;

/// <summary>A site's insurance supervisor (保险监督员): nominated by the village, appointed by the office for a term, one at a time.
/// The role itself is given by the security administrator; this record says on what ground.</summary>
[PersonTable]
public sealed class SupervisorAppointment(Guid id, Guid villageId, Guid? groupId, Guid staffId, SelectionPoints points, Guid nominatedById, DateTimeOffset nominatedAt)
    : Entity(id), IGroupOwned
{
    /// <inheritdoc />
    [NotPersonal] public Guid VillageId { get; private init; } = villageId;

    /// <summary>The group that is the site; null for the whole village.</summary>
    [NotPersonal] public Guid? GroupId { get; private init; } = groupId;

    /// <summary>Who is nominated.</summary>
    [NotPersonal] public Guid StaffId { get; private init; } = staffId;

    /// <summary>What was found about the person.</summary>
    [PersonalInfo(PersonalInfoClass.Ordinary, Purpose.Administration, Retention.ServiceAndFiveYears)]
    public SelectionPoints Points { get; private init; } = points;

    /// <summary>Who nominated.</summary>
    [NotPersonal] public Guid NominatedById { get; private init; } = nominatedById;

    /// <summary>When.</summary>
    [NotPersonal] public DateTimeOffset NominatedAt { get; private init; } = nominatedAt;

    /// <summary>Where it stands.</summary>
    [NotPersonal] public SupervisorStatus Status { get; private set; } = SupervisorStatus.Nominated;

    /// <summary>Who decided on the nomination.</summary>
    [NotPersonal] public Guid? DecidedById { get; private set; }

    /// <summary>The number of the letter of appointment; null until appointed.</summary>
    [NotPersonal] public string? LetterNumber { get; private set; }

    /// <summary>The first day in office.</summary>
    [NotPersonal] public DateOnly? From { get; private set; }

    /// <summary>The last day of the term.</summary>
    [NotPersonal] public DateOnly? To { get; private set; }

    /// <summary>The last day in office, when that was before the term's end.</summary>
    [NotPersonal] public DateOnly? EndedOn { get; private set; }

    /// <summary>Why the nomination was turned down or the office ended.</summary>
    [PersonalInfo(PersonalInfoClass.Ordinary, Purpose.Administration, Retention.ServiceAndFiveYears)]
    public string Reason { get; private set; } = "";

    /// <summary>Nominates somebody. Refused for an agent, and while a point was not looked at.</summary>
    public static SupervisorAppointment Nominate(Guid id, Guid villageId, Guid? groupId, Guid staffId, SelectionPoints points, bool isAgent, Actor nominator, DateTimeOffset at)
    {
        Require(points.AreComplete, SupervisorRule.EveryPointIsLookedAt);
        Require(!isAgent, SupervisorRule.AnAgentIsNoSupervisor);
        return new SupervisorAppointment(id, villageId, groupId, staffId, points, nominator.StaffId, at);
    }

    /// <summary>Whether this person could decide on the nomination now.</summary>
    public bool CanBeDecidedBy(Actor official) =>
        Status == SupervisorStatus.Nominated && official.May(Permission.AppointSupervisors, this) && official.StaffId != NominatedById && official.StaffId != StaffId;

    /// <summary>Appoints under the letter's number. The use case has made sure that nobody else is in office.</summary>
    public void Appoint(Actor official, DateOnly from, DateOnly to, bool isAgent, string letterNumber)
    {
        RequireDecider(official);
        Require(!isAgent, SupervisorRule.AnAgentIsNoSupervisor);
        Require(to > from, SupervisorRule.ATermEndsAfterItStarts);
        (Status, DecidedById, LetterNumber, From, To) = (SupervisorStatus.Appointed, official.StaffId, letterNumber, from, to);
    }

    /// <summary>Turns the nomination down with the reason.</summary>
    public void TurnDown(Actor official, string reason)
    {
        RequireDecider(official);
        Require(!string.IsNullOrWhiteSpace(reason), SupervisorRule.AReasonIsGiven);
        (Status, DecidedById, Reason) = (SupervisorStatus.TurnedDown, official.StaffId, reason);
    }

    /// <summary>Dismisses with the reason.</summary>
    public void Dismiss(DateOnly lastDay, string reason)
    {
        Require(Status == SupervisorStatus.Appointed, SupervisorRule.OnlyOneInOfficeIsDismissed);
        Require(!string.IsNullOrWhiteSpace(reason), SupervisorRule.AReasonIsGiven);
        Require(lastDay >= From!.Value.AddDays(-1) && lastDay <= To, SupervisorRule.AnEndLiesInTheTerm);
        (Status, EndedOn, Reason) = (SupervisorStatus.Ended, lastDay, reason);
    }

    /// <summary>Leaves the office to the next one after the term ran out. Refused while it runs.</summary>
    public void GiveWay(DateOnly next)
    {
        Require(To < next, SupervisorRule.OneSupervisorPerSite);
        Status = SupervisorStatus.Ended;
    }

    /// <summary>Whether the person is in office on this day.</summary>
    public bool HoldsOn(DateOnly day) => LetterNumber is not null && From <= day && day <= (EndedOn ?? To);

    private void RequireDecider(Actor official)
    {
        Require(Status == SupervisorStatus.Nominated, SupervisorRule.OnlyANominationIsDecided);
        Require(official.StaffId != NominatedById && official.StaffId != StaffId, SupervisorRule.NobodyDecidesTheirOwn);
    }
}

/// <summary>Where a nomination stands; that a term ran out is seen by its days.</summary>
public enum SupervisorStatus { Nominated, TurnedDown, Appointed, Ended }

/// <summary>Rules of supervisors.</summary>
public enum SupervisorRule
{
    EveryPointIsLookedAt, AnAgentIsNoSupervisor, TheGroupLiesInTheVillage, OneNominationUnderWay, OnlyANominationIsDecided, NobodyDecidesTheirOwn, ATermEndsAfterItStarts, OneSupervisorPerSite,
    AReasonIsGiven, OnlyOneInOfficeIsDismissed, AnEndLiesInTheTerm, OnlyWhoWasInOfficeIsAssessed, OnlyTheSchemesAssessorAssesses, OneAssessmentAYear, NobodyAssessesTheirOwn,
}
