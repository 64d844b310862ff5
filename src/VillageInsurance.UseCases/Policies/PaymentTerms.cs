using VillageInsurance.Domain.Policies;

namespace VillageInsurance.UseCases.Policies;

/// <summary>The policy that payments name, as far as they need it.</summary>
internal sealed record PaidPolicy(Guid Id, string Number, string Insurer, Guid VillageId, Guid? GroupId, DateOnly IssuedOn, DateOnly EffectiveOn, string? HolderName);

/// <summary>All that a payment's row holds, so that two can be compared.</summary>
internal sealed record PaymentTerms(
    PaidPolicy Policy, string Number, DateOnly BookedOn, PaymentKind Kind, int PolicyYear, long AmountFen, PaymentMethod Method, string? PayerName, string? AccountOwner, Payee PaidTo, ReceiptForm Receipt)
{
    public static PaymentTerms Of(Payment p, PaidPolicy policy) => new(policy, p.Number, p.BookedOn, p.Kind, p.PolicyYear, p.AmountFen, p.Method, p.PayerName, p.AccountOwner, p.PaidTo, p.Receipt);

    /// <summary>Whether both book the same: the policy, kind, year, amount and day.</summary>
    public bool BooksAs(PaymentTerms other) => (Policy.Id, BookedOn, Kind, PolicyYear, AmountFen) == (other.Policy.Id, other.BookedOn, other.Kind, other.PolicyYear, other.AmountFen);

    /// <summary>As the rule of no cash takes it.</summary>
    public RecordedPayment AsRecorded(Guid id) => new(id, Policy.Id, Policy.VillageId, Policy.GroupId,
        new(Kind, Method, PaidTo, Receipt, PayerName, AccountOwner, Policy.HolderName, BookedOn, PolicyYear, Policy.EffectiveOn));
}

/// <summary>A payment to be written: under a new id or a known one.</summary>
internal sealed record PaymentToWrite(Guid Id, bool IsNew, PaymentTerms Terms);
