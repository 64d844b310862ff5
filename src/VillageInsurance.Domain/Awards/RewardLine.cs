using VillageInsurance.Domain.Acceptance;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Schemes;
using VillageInsurance.Domain.Shared;

namespace VillageInsurance.Domain.Awards;

/// <summary>One line of the reward ledger: eligible, approved, paid, used. A payee is the village committee or a person on duty there, never a household,
/// and no amount depends on premium (Insurance Law art. 116, 130, 131).</summary>
[PersonTable]
public sealed class RewardLine(Guid id, Guid villageId, Guid? titleId, int year, RewardKind kind, Guid? payeeId, string payee, DateOnly? month, long fen, Guid preparedById, DateTimeOffset preparedAt)
    : Entity(id), IVillageOwned
{
    /// <inheritdoc />
    [NotPersonal] public Guid VillageId { get; private init; } = villageId;

    /// <summary>The title that it is for; null for a monthly allowance, which needs none.</summary>
    [NotPersonal] public Guid? TitleId { get; private init; } = titleId;

    /// <summary>The programme year.</summary>
    [NotPersonal] public int Year { get; private init; } = year;

    /// <summary>What the scheme gives it for.</summary>
    [NotPersonal] public RewardKind Kind { get; private init; } = kind;

    /// <summary>The staff member or committee member who is paid; null for the village committee.</summary>
    [PersonalInfo(PersonalInfoClass.OnDuty, Purpose.Administration, Retention.ServiceAndFiveYears)]
    public Guid? PayeeId { get; private init; } = payeeId;

    /// <summary>The paid person's name, as on duty; empty for the village committee.</summary>
    [PersonalInfo(PersonalInfoClass.OnDuty, Purpose.Administration, Retention.ServiceAndFiveYears)]
    public string Payee { get; private init; } = payee;

    /// <summary>The first of the month that a monthly allowance is for; null otherwise.</summary>
    [NotPersonal] public DateOnly? Month { get; private init; } = month;

    /// <summary>The amount in fen; zero for a study trip, which is a place and no money.</summary>
    [PersonalInfo(PersonalInfoClass.OnDuty, Purpose.Administration, Retention.ServiceAndFiveYears)]
    public long Fen { get; private init; } = fen;

    /// <summary>Who prepared it.</summary>
    [NotPersonal] public Guid PreparedById { get; private init; } = preparedById;

    /// <summary>When.</summary>
    [NotPersonal] public DateTimeOffset PreparedAt { get; private init; } = preparedAt;

    /// <summary>The committee's resolution that a payment to a person rests on; empty for the village's own.</summary>
    [NotPersonal] public string Resolution { get; private set; } = "";

    /// <summary>The public notice that a payment to a person rests on.</summary>
    [NotPersonal] public Guid? NoticeId { get; private set; }

    /// <summary>Where it stands.</summary>
    [NotPersonal] public RewardStatus Status { get; private set; } = RewardStatus.Eligible;

    /// <summary>Who approved or refused it.</summary>
    [NotPersonal] public Guid? DecidedById { get; private set; }

    /// <summary>The day.</summary>
    [NotPersonal] public DateOnly? DecidedOn { get; private set; }

    /// <summary>Why it was refused.</summary>
    [NotPersonal] public string Opinion { get; private set; } = "";

    /// <summary>The day of the payment.</summary>
    [NotPersonal] public DateOnly? PaidOn { get; private set; }

    /// <summary>The transfer's reference.</summary>
    [NotPersonal] public string PaymentReference { get; private set; } = "";

    /// <summary>Who recorded the payment.</summary>
    [NotPersonal] public Guid? PaidById { get; private set; }

    /// <summary>What the village used it for.</summary>
    [NotPersonal] public RewardPurpose? UsedFor { get; private set; }

    /// <summary>What exactly, without names.</summary>
    [NotPersonal] public string UseNote { get; private set; } = "";

    /// <summary>The day on which the use was recorded.</summary>
    [NotPersonal] public DateOnly? UsedOn { get; private set; }

    /// <summary>Whether a person is paid.</summary>
    public bool IsToPerson => PayeeId is not null;

    /// <summary>Writes down the resolution and the notice that a payment to a person needs. Refused once it is decided.</summary>
    public void RestOn(string resolution, Guid? noticeId)
    {
        Require(Status == RewardStatus.Eligible, RewardRule.OnlyAnEligibleLineIsDecided);
        (Resolution, NoticeId) = (resolution, noticeId);
    }

    /// <summary>Approves it. Refused to who prepared it and to who is paid; a person's line needs the resolution and an ended notice.</summary>
    public void Approve(Actor leader, bool noticeHasEnded, DateOnly today)
    {
        RequireDecider(leader);
        Require(!IsToPerson || Resolution.Length > 0, RewardRule.APersonNeedsTheResolution);
        Require(!IsToPerson || noticeHasEnded, RewardRule.APersonNeedsTheNotice);
        (Status, DecidedById, DecidedOn) = (RewardStatus.Approved, leader.StaffId, today);
    }

    /// <summary>Refuses it, with the reason.</summary>
    public void Refuse(Actor leader, string opinion, DateOnly today)
    {
        RequireDecider(leader);
        Require(!string.IsNullOrWhiteSpace(opinion), RewardRule.ARefusalSaysWhy);
        (Status, DecidedById, DecidedOn, Opinion) = (RewardStatus.Refused, leader.StaffId, today, opinion);
    }

    /// <summary>Records the payment. Refused before the approval, for a day to come, and to who is paid or approved it.</summary>
    public void Pay(Actor payer, DateOnly on, string reference, DateOnly today)
    {
        Require(Status == RewardStatus.Approved, RewardRule.OnlyAnApprovedLineIsPaid);
        Require(payer.StaffId != PayeeId && payer.StaffId != DecidedById, RewardRule.NobodyPaysThemselves);
        Require(on <= today && on >= DecidedOn, RewardRule.APaymentFollowsTheApproval);
        (Status, PaidOn, PaymentReference, PaidById) = (RewardStatus.Paid, on, reference, payer.StaffId);
    }

    /// <summary>Records what the village used it for: culture, education or health, as the scheme says. A person's line has no use to prove.</summary>
    public void Use(RewardPurpose purpose, string note, DateOnly on)
    {
        Require(Status == RewardStatus.Paid && !IsToPerson, RewardRule.OnlyAPaidVillageLineIsUsed);
        Require(PaidOn <= on, RewardRule.TheUseFollowsThePayment);
        Require(!PersonalPatterns.AreIn(note), RewardRule.NoPersonalDataInANote);
        (Status, UsedFor, UseNote, UsedOn) = (RewardStatus.Used, purpose, note, on);
    }

    private void RequireDecider(Actor leader)
    {
        Require(Status == RewardStatus.Eligible, RewardRule.OnlyAnEligibleLineIsDecided);
        Require(leader.StaffId != PreparedById && leader.StaffId != PayeeId, RewardRule.NobodyApprovesTheirOwn);
    }
}

/// <summary>Where a reward stands.</summary>
public enum RewardStatus { Eligible, Approved, Refused, Paid, Used }

/// <summary>What a village's reward is for.</summary>
public enum RewardPurpose { Culture, Education, Health }

/// <summary>Rules of rewards.</summary>
public enum RewardRule
{
    OnlyAnEligibleLineIsDecided, NobodyApprovesTheirOwn, APersonNeedsTheResolution, APersonNeedsTheNotice, ARefusalSaysWhy, OnlyAnApprovedLineIsPaid, NobodyPaysThemselves,
    APaymentFollowsTheApproval, OnlyAPaidVillageLineIsUsed, TheUseFollowsThePayment, ThePayeeIsEligible, TheAmountIsTheSchemes, TheTitleIsHeld, TheSchemePaysPersons, TheSchemeGivesIt,
    EachRewardIsGivenOnce, TwoStudyTripsAYear, AProofIsAttached, NoPersonalDataInANote,
}
