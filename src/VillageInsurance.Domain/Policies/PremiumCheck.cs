namespace VillageInsurance.Domain.Policies;

/// <summary>The rule of no cash: money goes between the customer's own account and the insurer, and never through anybody's hands (Sales Conduct Rules art. 32).</summary>
public static class PremiumCheck
{
    /// <summary>A renewal may be taken so many days before it falls due; earlier is asked about. Of our own choosing: renewals "in advance" were the fraud of the case that the programme teaches.</summary>
    public const int EarlyDays = 30;

    /// <summary>What of this payment has to be explained, in the order of the list.</summary>
    public static IEnumerable<PremiumExceptionKind> Of(PaymentMade made)
    {
        var isPremium = made.Kind is PaymentKind.Receipt or PaymentKind.TopUp;
        if (made.Method == PaymentMethod.Cash) yield return PremiumExceptionKind.Cash;
        if (IsSomebodyElse(made.PayerName, made.HolderName) || IsSomebodyElse(made.AccountOwner, made.HolderName)) yield return PremiumExceptionKind.ThirdParty;
        if (isPremium && made.PaidTo == Payee.Person) yield return PremiumExceptionKind.ToAPerson;
        if (made.Kind == PaymentKind.Receipt && made.PolicyYear > 1 && made.BookedOn < made.EffectiveDate.AddYears(made.PolicyYear - 1).AddDays(-EarlyDays)) yield return PremiumExceptionKind.EarlyRenewal;
        if (isPremium && made.Receipt == ReceiptForm.Handwritten) yield return PremiumExceptionKind.HandwrittenReceipt;
    }

    private static bool IsSomebodyElse(string? named, string? holder) => named is { Length: > 0 } && holder is { Length: > 0 } && named != holder;
}

/// <summary>A payment as the check sees it; names null where nobody tells them.</summary>
public sealed record PaymentMade(
    PaymentKind Kind, PaymentMethod Method, Payee PaidTo, ReceiptForm Receipt, string? PayerName, string? AccountOwner, string? HolderName, DateOnly BookedOn, int PolicyYear, DateOnly EffectiveDate);

/// <summary>Why a payment is asked about. The numbers are stored.</summary>
public enum PremiumExceptionKind
{
    /// <summary>In cash.</summary>
    Cash = 1,

    /// <summary>From or to an account, or by a person, that is not the policyholder's.</summary>
    ThirdParty = 2,

    /// <summary>To a person instead of the insurer.</summary>
    ToAPerson = 3,

    /// <summary>A renewal long before it fell due.</summary>
    EarlyRenewal = 4,

    /// <summary>Against a receipt written by hand.</summary>
    HandwrittenReceipt = 5,
}
