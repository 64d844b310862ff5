using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;

namespace VillageInsurance.Domain.Policies;

/// <summary>Money that moved on a policy. It belongs to the village printed on the policy, for good.</summary>
[PersonTable]
public sealed class Payment(
    Guid id, Guid villageId, Guid? groupId, string number, Guid policyId, DateOnly bookedOn, DateOnly countsOn, PaymentKind kind, int policyYear, long amountFen, PaymentMethod method, DateOnly knownOn, Guid? batchId)
    : Entity(id), IGroupOwned
{
    /// <summary>The policy's village.</summary>
    [NotPersonal] public Guid VillageId { get; private set; } = villageId;

    /// <summary>The policy's group, for sight.</summary>
    [NotPersonal] public Guid? GroupId { get; private set; } = groupId;

    /// <summary>The number in the insurer's list; unique.</summary>
    [NotPersonal] public string Number { get; private init; } = number;

    /// <summary>The policy.</summary>
    [NotPersonal] public Guid PolicyId { get; private set; } = policyId;

    /// <summary>The day of booking.</summary>
    [PersonalInfo(PersonalInfoClass.Ordinary, Purpose.InsuranceService, Retention.ContractAndTenYears)]
    public DateOnly BookedOn { get; private set; } = bookedOn;

    /// <summary>The day on which the figures take it: of booking, but not before the issue.</summary>
    [PersonalInfo(PersonalInfoClass.Ordinary, Purpose.Indicators, Retention.ContractAndTenYears)]
    public DateOnly CountsOn { get; private set; } = countsOn;

    /// <summary>What it is.</summary>
    [PersonalInfo(PersonalInfoClass.Ordinary, Purpose.InsuranceService, Retention.ContractAndTenYears)]
    public PaymentKind Kind { get; private set; } = kind;

    /// <summary>The policy year that it pays, from 1.</summary>
    [PersonalInfo(PersonalInfoClass.Ordinary, Purpose.InsuranceService, Retention.ContractAndTenYears)]
    public int PolicyYear { get; private set; } = policyYear;

    /// <summary>The amount in fen, never negative: the kind says in which direction it went.</summary>
    [PersonalInfo(PersonalInfoClass.Sensitive, Purpose.InsuranceService, Retention.ContractAndTenYears)]
    public long AmountFen { get; private set; } = amountFen;

    /// <summary>How it was paid.</summary>
    [PersonalInfo(PersonalInfoClass.Ordinary, Purpose.InsuranceService, Retention.ContractAndTenYears)]
    public PaymentMethod Method { get; private set; } = method;

    /// <summary>Who paid, or was paid, by name; null where nobody says.</summary>
    [PersonalInfo(PersonalInfoClass.Ordinary, Purpose.InsuranceService, Retention.ContractAndTenYears)]
    public string? PayerName { get; private set; }

    /// <summary>Whose account it was, by name; null where nobody says.</summary>
    [PersonalInfo(PersonalInfoClass.Ordinary, Purpose.InsuranceService, Retention.ContractAndTenYears)]
    public string? AccountOwner { get; private set; }

    /// <summary>To whom a premium went.</summary>
    [NotPersonal] public Payee PaidTo { get; private set; } = Payee.Insurer;

    /// <summary>What was given for it.</summary>
    [NotPersonal] public ReceiptForm Receipt { get; private set; } = ReceiptForm.Official;

    /// <summary>Since when it is known: a list's fact since its own day, one entered by hand since the day of entry.</summary>
    [NotPersonal] public DateOnly KnownOn { get; private set; } = knownOn;

    /// <summary>The import that brought the row last; null for one entered by hand.</summary>
    [NotPersonal] public Guid? BatchId { get; private set; } = batchId;

    /// <summary>As the rule of no cash sees it.</summary>
    public PaymentMade MadeOn(Policy policy, string? holderName) => new(Kind, Method, PaidTo, Receipt, PayerName, AccountOwner, holderName, BookedOn, PolicyYear, policy.EffectiveDate);
}
