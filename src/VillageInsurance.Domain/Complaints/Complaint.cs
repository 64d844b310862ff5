using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;

namespace VillageInsurance.Domain.Complaints;

/// <summary>A complaint or report (投诉举报): who took it in, about what, and what came of it. The insurer decides within 15 days and tells the complainant; whoever took it in, or is complained about, does not decide.</summary>
[PersonTable]
public sealed class Complaint(Guid id, Guid villageId, ComplaintChannel channel, ComplaintKind kind, string facts, DateOnly receivedOn, Guid recordedById, DateTimeOffset at) : Entity(id), IVillageOwned
{
    /// <summary>Days from the day of receipt in which it is decided (Measures on the Handling of Banking and Insurance Consumer Complaints).</summary>
    public const int Days = 15;

    /// <inheritdoc />
    [NotPersonal] public Guid VillageId { get; private init; } = villageId;

    /// <summary>The way it came.</summary>
    [NotPersonal] public ComplaintChannel Channel { get; private init; } = channel;

    /// <summary>What it is about.</summary>
    [NotPersonal] public ComplaintKind Kind { get; private init; } = kind;

    /// <summary>What happened, in the complainant's words; no ID numbers, nothing about health.</summary>
    [PersonalInfo(PersonalInfoClass.Sensitive, Purpose.InsuranceService, Retention.ContractAndTenYears)]
    public string Facts { get; private init; } = facts;

    /// <summary>The day it was received.</summary>
    [NotPersonal] public DateOnly ReceivedOn { get; private init; } = receivedOn;

    /// <summary>The last day on which it is decided in time.</summary>
    [NotPersonal] public DateOnly Due { get; private init; } = receivedOn.AddDays(Days);

    /// <summary>Who complains; null for somebody who gives no name, who then cannot be told.</summary>
    [PersonalInfo(PersonalInfoClass.Sensitive, Purpose.InsuranceService, Retention.ContractAndTenYears)]
    public string? Complainant { get; private init; }

    /// <summary>His telephone, sealed; null when he left none.</summary>
    [PersonalInfo(PersonalInfoClass.Contact, Purpose.InsuranceService, Retention.ContractAndTenYears)]
    public byte[]? Phone { get; private init; }

    /// <summary>The agent complained about; null when it is about none.</summary>
    [NotPersonal] public Guid? AgentId { get; private init; }

    /// <summary>The policy that it is about; null for none.</summary>
    [NotPersonal] public Guid? PolicyId { get; private init; }

    /// <summary>The call-back in which it came up; null for others.</summary>
    [NotPersonal] public Guid? CallBackId { get; private init; }

    /// <summary>Who took it in.</summary>
    [NotPersonal] public Guid RecordedById { get; private init; } = recordedById;

    /// <summary>When.</summary>
    [NotPersonal] public DateTimeOffset At { get; private init; } = at;

    /// <summary>What came of it; null while it is open.</summary>
    [NotPersonal] public ComplaintOutcome? Outcome { get; private set; }

    /// <summary>What was found and done.</summary>
    [PersonalInfo(PersonalInfoClass.Ordinary, Purpose.InsuranceService, Retention.ContractAndTenYears)]
    public string Result { get; private set; } = "";

    /// <summary>Who decided.</summary>
    [NotPersonal] public Guid? DecidedById { get; private set; }

    /// <summary>The day of the decision.</summary>
    [NotPersonal] public DateOnly? DecidedOn { get; private set; }

    /// <summary>The day on which the complainant was told; null until then.</summary>
    [NotPersonal] public DateOnly? ToldOn { get; private set; }

    /// <summary>Takes a complaint in. Refused: a day to come, and a telephone of somebody without a name.</summary>
    public static Complaint TakeIn(Guid id, Guid villageId, ComplaintFacts said, Guid recordedById, DateTimeOffset at, DateOnly today)
    {
        Require(said.ReceivedOn <= today, ComplaintRule.NoDayToCome);
        Require(said.Complainant is not null || said.Phone is null, ComplaintRule.ATelephoneHasAName);
        return new(id, villageId, said.Channel, said.Kind, said.Facts, said.ReceivedOn, recordedById, at)
        {
            Complainant = said.Complainant,
            Phone = said.Phone,
            AgentId = said.AgentId,
            PolicyId = said.PolicyId,
            CallBackId = said.CallBackId,
        };
    }

    /// <summary>Whether this person may decide: neither took it in nor is complained about.</summary>
    public bool MayBeDecidedBy(Guid staffId) => staffId != RecordedById && staffId != AgentId;

    /// <summary>Decides it, once.</summary>
    public void Decide(ComplaintOutcome outcome, string result, Guid byId, DateOnly today)
    {
        Require(Outcome is null, ComplaintRule.ItIsDecidedOnce);
        Require(MayBeDecidedBy(byId), ComplaintRule.NobodyDecidesTheirOwn);
        (Outcome, Result, DecidedById, DecidedOn) = (outcome, result, byId, today);
    }

    /// <summary>The complainant was told. Refused before the decision, on a day before it or to come, twice, and without a complainant.</summary>
    public void Tell(DateOnly on, DateOnly today)
    {
        Require(DecidedOn is not null, ComplaintRule.ADecisionIsTold);
        Require(Complainant is not null, ComplaintRule.WithoutANameNobodyIsTold);
        Require(ToldOn is null, ComplaintRule.TheComplainantIsToldOnce);
        Require(DecidedOn <= on && on <= today, ComplaintRule.ToldAfterTheDecision);
        ToldOn = on;
    }

    /// <summary>What is still to be done with it.</summary>
    public ComplaintStep Step => Outcome is null ? ComplaintStep.Decide : ToldOn is null && Complainant is not null ? ComplaintStep.Tell : ComplaintStep.Done;

    /// <summary>Whether the decision came, or is still missing, after the last day.</summary>
    public bool IsLate(DateOnly today) => (DecidedOn ?? today) > Due;
}

/// <summary>What a complainant says, as it is taken in.</summary>
/// <param name="Phone">Sealed for the complaint's id.</param>
public sealed record ComplaintFacts(ComplaintChannel Channel, ComplaintKind Kind, string Facts, DateOnly ReceivedOn, string? Complainant = null, byte[]? Phone = null, Guid? AgentId = null, Guid? PolicyId = null, Guid? CallBackId = null);

/// <summary>Why something about a complaint was refused.</summary>
public enum ComplaintRule { NoDayToCome, ATelephoneHasAName, ItIsDecidedOnce, NobodyDecidesTheirOwn, ADecisionIsTold, WithoutANameNobodyIsTold, TheComplainantIsToldOnce, ToldAfterTheDecision }
