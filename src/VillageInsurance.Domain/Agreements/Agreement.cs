using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Schemes;
using VillageInsurance.Domain.Shared;

namespace VillageInsurance.Domain.Agreements;

/// <summary>The cooperation agreement (创建合作协议) between a village committee and the insurer's branch. The branch writes it, the office puts it in force.</summary>
[PersonTable]
public sealed class Agreement(Guid id, Guid villageId, Guid schemeId, Guid? previousId, AgreementTerms terms, Guid createdById) : Entity(id), IVillageOwned
{
    /// <inheritdoc />
    [NotPersonal] public Guid VillageId { get; private init; } = villageId;

    /// <summary>The scheme whose clauses it takes.</summary>
    [NotPersonal] public Guid SchemeId { get; private init; } = schemeId;

    /// <summary>The agreement that it renews; null for a first one.</summary>
    [NotPersonal] public Guid? PreviousId { get; private init; } = previousId;

    /// <summary>What is agreed, with the two signers by name.</summary>
    [PersonalInfo(PersonalInfoClass.OnDuty, Purpose.Administration, Retention.ServiceAndFiveYears)]
    public AgreementTerms Terms { get; private set; } = terms;

    /// <summary>The first day on which it holds; null while the term is not written.</summary>
    [NotPersonal] public DateOnly? From { get; private set; }

    /// <summary>The last day of the term.</summary>
    [NotPersonal] public DateOnly? To { get; private set; }

    /// <summary>Where it stands.</summary>
    [NotPersonal] public AgreementStatus Status { get; private set; } = AgreementStatus.Draft;

    /// <summary>Who began it.</summary>
    [NotPersonal] public Guid CreatedById { get; private init; } = createdById;

    /// <summary>Who wrote in it last.</summary>
    [NotPersonal] public Guid LastEditedById { get; private set; } = createdById;

    /// <summary>Who sent it last.</summary>
    [NotPersonal] public Guid? SubmittedById { get; private set; }

    /// <summary>When it was sent last.</summary>
    [NotPersonal] public DateTimeOffset? SubmittedAt { get; private set; }

    /// <summary>Who decided on it last.</summary>
    [NotPersonal] public Guid? DecidedById { get; private set; }

    /// <summary>When that was.</summary>
    [NotPersonal] public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>The opinion on it; a return's reason.</summary>
    [NotPersonal] public string Opinion { get; private set; } = "";

    /// <summary>Its number from the register; null until it is in force.</summary>
    [NotPersonal] public string? Number { get; private set; }

    /// <summary>The last day on which it held, when that was before the term's end.</summary>
    [NotPersonal] public DateOnly? EndedOn { get; private set; }

    /// <summary>Why it ended.</summary>
    [NotPersonal] public string EndReason { get; private set; } = "";

    /// <summary>Writes it. Refused while it is submitted and once it is in force; what the scheme fixes cannot be changed.</summary>
    public void Edit(Actor writer, AgreementTerms terms, IReadOnlyList<ClauseTemplate> clauses)
    {
        Require(IsOpen, AgreementRule.OnlyADraftOrReturnedOneIsEdited);
        Require(clauses.Where(c => c.Fixed).All(c => terms.TextOf(c.Key) == c.Text.Zh), AgreementRule.FixedClausesStay);
        (Terms, From, To, LastEditedById) = (terms, terms.From, terms.To, writer.StaffId);
    }

    /// <summary>Sends it to the office. Refused while a part is missing.</summary>
    public void Submit(Actor writer, IReadOnlyList<ClauseTemplate> clauses, DateTimeOffset at)
    {
        Require(IsOpen, AgreementRule.OnlyADraftOrReturnedOneIsEdited);
        Require(!Terms.MissingFields(clauses).Any(), AgreementRule.EveryFieldIsFilledIn);
        Require(Terms.From < Terms.To, AgreementRule.ATermEndsAfterItStarts);
        (Status, SubmittedById, SubmittedAt) = (AgreementStatus.Submitted, writer.StaffId, at);
    }

    /// <summary>Whether this person could decide on it now: sent, and a stranger to it.</summary>
    public bool CanBeDecidedBy(Actor official) => Status == AgreementStatus.Submitted && official.May(Permission.DecideAgreements, this) && !TookPart(official);

    /// <summary>Whether this person could write in it now.</summary>
    public bool CanBeEditedBy(Actor writer) => IsOpen && writer.May(Permission.DraftAgreements, this);

    /// <summary>Puts it in force under its number. Refused without the scan of the signed paper.</summary>
    public void PutInForce(Actor official, string opinion, string number, bool isScanned, DateTimeOffset at)
    {
        RequireDecider(official);
        Require(isScanned, AgreementRule.TheScanIsAttached);
        (Status, Number, DecidedById, DecidedAt, Opinion) = (AgreementStatus.InForce, number, official.StaffId, at, opinion);
    }

    /// <summary>Sends it back with the reason.</summary>
    public void Return(Actor official, string opinion, DateTimeOffset at)
    {
        RequireDecider(official);
        Require(!string.IsNullOrWhiteSpace(opinion), AgreementRule.AReasonIsGiven);
        (Status, DecidedById, DecidedAt, Opinion) = (AgreementStatus.Returned, official.StaffId, at, opinion);
    }

    /// <summary>Ends before its term does. Refused without a reason, and for one that is not in force.</summary>
    public void End(DateOnly lastDay, string reason)
    {
        Require(Status == AgreementStatus.InForce, AgreementRule.OnlyOneInForceEnds);
        Require(!string.IsNullOrWhiteSpace(reason), AgreementRule.AReasonIsGiven);
        Require(lastDay >= From && lastDay <= To, AgreementRule.AnEndLiesInTheTerm);
        (Status, EndedOn, EndReason) = (AgreementStatus.Ended, lastDay, reason);
    }

    /// <summary>Gives way to the one that follows it: the renewal, or the first after it ran out.</summary>
    public void GiveWayTo(Agreement next)
    {
        Require(next.PreviousId == Id || To < next.From, AgreementRule.OneAgreementInForcePerVillage);
        Require(next.From > From, AgreementRule.ARenewalBeginsLater);
        (Status, EndedOn) = (AgreementStatus.Ended, next.From <= To ? next.From!.Value.AddDays(-1) : To);
    }

    /// <summary>Whether it holds on this day.</summary>
    public bool HoldsOn(DateOnly day) => Number is not null && From <= day && day <= (EndedOn ?? To);

    private bool IsOpen => Status is AgreementStatus.Draft or AgreementStatus.Returned;

    private bool TookPart(Actor official) => official.StaffId == CreatedById || official.StaffId == LastEditedById || official.StaffId == SubmittedById;

    private void RequireDecider(Actor official)
    {
        Require(Status == AgreementStatus.Submitted, AgreementRule.OnlyASubmittedOneIsDecided);
        Require(!TookPart(official), AgreementRule.NobodyDecidesTheirOwn);
    }
}
