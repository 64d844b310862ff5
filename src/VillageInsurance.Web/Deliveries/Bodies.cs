using VillageInsurance.Domain.Claims;
using VillageInsurance.Domain.Policies;
using VillageInsurance.UseCases.Claims;
using VillageInsurance.UseCases.Policies;

namespace VillageInsurance.Web.Deliveries;

/// <summary>Somebody, by ID number or name.</summary>
public sealed record PersonBody(string? IdNumber = null, string? Name = null)
{
    internal static PersonSaid Said(PersonBody? body) => new(body?.IdNumber, body?.Name);
}

/// <summary>A village, by its 12-digit code, or by name with township.</summary>
public sealed record VillageBody(string? Code = null, string? Name = null, string? Township = null);

/// <summary>A policy's standing as a whole: each day, or null for "has not happened".</summary>
public sealed record StandingBody(DateOnly? HesitationCancelledOn = null, DateOnly? SurrenderedOn = null, DateOnly? SuspendedOn = null, DateOnly? ReinstatedOn = null, DateOnly? ClaimEndedOn = null);

/// <summary>A policy, or one certificate of a group policy. What is left out stays as it is known; money in fen, days as 2026-03-01.</summary>
/// <param name="Number">In a delivery of several; in one by address the address says it.</param>
public sealed record PolicyBody(string? Number = null, string? GroupNumber = null, string? School = null, string? Insurer = null, string? Product = null, VillageBody? Village = null, PersonBody? Insured = null,
    PersonBody? Holder = null, DateOnly? IssuedOn = null, DateOnly? EffectiveOn = null, DateOnly? EndsOn = null, PayMode? PayMode = null, int? PayYears = null, long? PremiumFen = null, long? SumInsuredFen = null,
    string? AgentCode = null, StandingBody? Standing = null, GraceTerm? Grace = null, DateOnly? DemandedOn = null)
{
    internal PolicyRow AsRow(int row) => new(row)
    {
        Number = Number,
        GroupNumber = GroupNumber,
        School = School,
        Insurer = Insurer,
        Product = Product,
        Village = new(Village?.Code, Village?.Name, Village?.Township),
        Insured = PersonBody.Said(Insured),
        Holder = PersonBody.Said(Holder),
        IssuedOn = IssuedOn,
        EffectiveOn = EffectiveOn,
        EndsOn = EndsOn,
        Mode = PayMode,
        PayYears = PayYears,
        PremiumFen = PremiumFen,
        SumInsuredFen = SumInsuredFen,
        AgentCode = AgentCode,
        Standing = Standing is { } s ? new(s.HesitationCancelledOn, s.SurrenderedOn, s.SuspendedOn, s.ReinstatedOn, s.ClaimEndedOn) : null,
        Grace = Grace,
        DemandedOn = DemandedOn,
    };
}

/// <summary>A payment on a policy: premium, refund or cash value; the amount in fen, never negative.</summary>
/// <param name="Number">The receipt's, in a delivery of several; in one by address the address says it.</param>
public sealed record PremiumBody(string? Number = null, string? PolicyNumber = null, DateOnly? BookedOn = null, PaymentKind? Kind = null, int? PolicyYear = null, long? AmountFen = null, PaymentMethod? Method = null,
    string? PayerName = null, string? AccountOwner = null, Payee? PaidTo = null, ReceiptForm? Receipt = null)
{
    internal PaymentRow AsRow(int row) => new(row)
    {
        Number = Number,
        PolicyNumber = PolicyNumber,
        BookedOn = BookedOn,
        Kind = Kind,
        PolicyYear = PolicyYear,
        AmountFen = AmountFen,
        Method = Method,
        PayerName = PayerName,
        AccountOwner = AccountOwner,
        PaidTo = PaidTo,
        Receipt = Receipt,
    };
}

/// <summary>A claim as a whole: what is left out has not happened; money in fen.</summary>
/// <param name="Number">In a delivery of several; in one by address the address says it.</param>
/// <param name="InsuredIdNumber">Whom of the insured it is about; left out for the policy's own.</param>
public sealed record ClaimBody(DateOnly AccidentOn, DateOnly ReportedOn, string? Number = null, string? PolicyNumber = null, string? InsuredIdNumber = null, DateOnly? PapersReceivedOn = null, DateOnly? SupplementAskedOn = null,
    DateOnly? SupplementReceivedOn = null, DateOnly? SurveyedOn = null, DateOnly? AssessedOn = null, DateOnly? DeterminedOn = null, DateOnly? AgreedOn = null, DateOnly? PaidOn = null, DateOnly? RefusalNotifiedOn = null,
    DateOnly? InterimPaidOn = null, DateOnly? ClosedOn = null, DateOnly? WithdrawnOn = null, DateOnly? ReopenedOn = null, ClaimDecision? Decision = null, long? ClaimedFen = null, long? DecidedFen = null, long? PaidFen = null,
    long? InterimFen = null)
{
    internal ClaimRow AsRow(int row) => new(row, Number, PolicyNumber, InsuredIdNumber, new(AccidentOn, ReportedOn)
    {
        PapersReceivedOn = PapersReceivedOn,
        SupplementAskedOn = SupplementAskedOn,
        SupplementReceivedOn = SupplementReceivedOn,
        SurveyedOn = SurveyedOn,
        AssessedOn = AssessedOn,
        DeterminedOn = DeterminedOn,
        AgreedOn = AgreedOn,
        PaidOn = PaidOn,
        RefusalNotifiedOn = RefusalNotifiedOn,
        InterimPaidOn = InterimPaidOn,
        ClosedOn = ClosedOn,
        WithdrawnOn = WithdrawnOn,
        ReopenedOn = ReopenedOn,
        Decision = Decision,
        ClaimedFen = ClaimedFen,
        DecidedFen = DecidedFen,
        PaidFen = PaidFen,
        InterimFen = InterimFen,
    });
}

/// <summary>What became of a row of a delivery.</summary>
/// <param name="At">Where in the body it asks or is refused; null for the whole row and for what was taken.</param>
public sealed record RowAnswer(int Row, string? Number, RowOutcome Outcome, string? At, string? Detail);
