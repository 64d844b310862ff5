using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;

namespace VillageInsurance.Domain.CallBacks;

/// <summary>The insurer asks a policyholder after the sale (回访): each new policy over one year within the hesitation period, and renewals drawn at random. One "no" opens a case.</summary>
[PersonTable]
public sealed class CallBack(Guid id, Guid villageId, Guid? groupId, Guid policyId, CallBackKind kind, DateOnly due) : Entity(id), IGroupOwned
{
    /// <summary>The usual hesitation period in days: 10 to 20 by contract, 15 in most.</summary>
    public const int HesitationDays = 15;

    /// <summary>Days for a renewal that was drawn.</summary>
    public const int SampleDays = 30;

    /// <inheritdoc />
    [NotPersonal] public Guid VillageId { get; private init; } = villageId;

    /// <inheritdoc />
    [NotPersonal] public Guid? GroupId { get; private init; } = groupId;

    /// <summary>The policy; one call-back of a kind and due day.</summary>
    [NotPersonal] public Guid PolicyId { get; private init; } = policyId;

    /// <summary>Why the holder is asked.</summary>
    [NotPersonal] public CallBackKind Kind { get; private init; } = kind;

    /// <summary>The last day in time.</summary>
    [NotPersonal] public DateOnly Due { get; private init; } = due;

    /// <summary>The calls that reached nobody.</summary>
    [NotPersonal] public IReadOnlyList<MissedCall> Missed { get; private set; } = [];

    /// <summary>What the holder answered, one of each question of the kind; empty until asked.</summary>
    [PersonalInfo(PersonalInfoClass.Ordinary, Purpose.InsuranceService, Retention.ContractAndTenYears)]
    public IReadOnlyList<HolderAnswer> Answers { get; private set; } = [];

    /// <summary>Where the insurer keeps the recording; no file is stored here.</summary>
    [NotPersonal] public string VoiceReference { get; private set; } = "";

    /// <summary>What else was said.</summary>
    [PersonalInfo(PersonalInfoClass.Sensitive, Purpose.InsuranceService, Retention.ContractAndTenYears)]
    public string Note { get; private set; } = "";

    /// <summary>The day on which the holder answered; null until then.</summary>
    [NotPersonal] public DateOnly? DoneOn { get; private set; }

    /// <summary>Who asked.</summary>
    [NotPersonal] public Guid? DoneById { get; private set; }

    /// <summary>Whether an answer was no.</summary>
    [NotPersonal] public bool HasProblem => Answers.Any(a => !a.Yes);

    /// <summary>For a new policy: due at the end of the hesitation period.</summary>
    public static CallBack OfNewPolicy(Guid id, Policies.Policy policy) => new(id, policy.VillageId, policy.GroupId, policy.Id, CallBackKind.NewPolicy, policy.IssueDate.AddDays(HesitationDays));

    /// <summary>For a renewal that was drawn today.</summary>
    public static CallBack OfRenewal(Guid id, Policies.Policy policy, DateOnly today) => new(id, policy.VillageId, policy.GroupId, policy.Id, CallBackKind.Renewal, today.AddDays(SampleDays));

    /// <summary>The questions of a kind: seven for a new policy (Basic Service Rules for Life Insurance art. 15), four for a renewal.</summary>
    public static IReadOnlyList<CallBackQuestion> QuestionsOf(CallBackKind kind) => kind == CallBackKind.NewPolicy
        ? [CallBackQuestion.IsThePerson, CallBackQuestion.BoughtAndSigned, CallBackQuestion.ReadTheNotes, CallBackQuestion.KnowsTheCover, CallBackQuestion.KnowsTheLoss, CallBackQuestion.KnowsTheHesitation, CallBackQuestion.KnowsThePayment]
        : [CallBackQuestion.IsThePerson, CallBackQuestion.KnowsTheRenewal, CallBackQuestion.PaidFromOwnAccount, CallBackQuestion.BoughtNothingElse];

    /// <summary>Nobody was reached on this day.</summary>
    public void Miss(Guid byId, DateOnly today)
    {
        Require(DoneOn is null, CallBackRule.ItIsAnsweredOnce);
        Missed = [.. Missed, new(today, byId)];
    }

    /// <summary>The holder answered. Refused: twice, not every question, by who sold the policy, and a "no" without a word on it.</summary>
    public void Answer(IReadOnlyList<HolderAnswer> answers, string voiceReference, string note, Guid byId, Guid? soldById, DateOnly today)
    {
        Require(DoneOn is null, CallBackRule.ItIsAnsweredOnce);
        Require(byId != soldById, CallBackRule.WhoSoldDoesNotAsk);
        Require(answers.Select(a => a.Question).Order().SequenceEqual(QuestionsOf(Kind).Order()), CallBackRule.EveryQuestionIsAsked);
        Require(answers.All(a => a.Yes) || note.Length > 0, CallBackRule.ANoIsExplained);
        (Answers, VoiceReference, Note, DoneOn, DoneById) = (answers, voiceReference, note, today, byId);
    }

    /// <summary>Whether the answer came, or is still missing, after the last day.</summary>
    public bool IsLate(DateOnly today) => (DoneOn ?? today) > Due;
}

/// <summary>A call that reached nobody.</summary>
public sealed record MissedCall(DateOnly On, Guid ById);

/// <summary>What the holder said to one question.</summary>
public sealed record HolderAnswer(CallBackQuestion Question, bool Yes);

/// <summary>Why a holder is asked.</summary>
public enum CallBackKind { NewPolicy = 1, Renewal = 2 }

/// <summary>What is asked, so that yes is always the good answer.</summary>
public enum CallBackQuestion
{
    /// <summary>Is it the policyholder who speaks.</summary>
    IsThePerson = 1,

    /// <summary>Did he buy it and sign by himself.</summary>
    BoughtAndSigned = 2,

    /// <summary>Did he read and understand the product's notes.</summary>
    ReadTheNotes = 3,

    /// <summary>Does he know cover, exclusions and term.</summary>
    KnowsTheCover = 4,

    /// <summary>Does he know the loss on surrender.</summary>
    KnowsTheLoss = 5,

    /// <summary>Does he know the hesitation period and his right in it.</summary>
    KnowsTheHesitation = 6,

    /// <summary>Does he know for how many years and how often he pays.</summary>
    KnowsThePayment = 7,

    /// <summary>Does he know of the renewal and its amount.</summary>
    KnowsTheRenewal = 8,

    /// <summary>Was it paid from his own account, nothing in cash and nothing to a person.</summary>
    PaidFromOwnAccount = 9,

    /// <summary>Was he offered no other product, interest or agreement by the agent.</summary>
    BoughtNothingElse = 10,
}

/// <summary>Why something about a call-back was refused.</summary>
public enum CallBackRule { ItIsAnsweredOnce, WhoSoldDoesNotAsk, EveryQuestionIsAsked, ANoIsExplained }
