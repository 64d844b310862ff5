namespace VillageInsurance.Domain.Policies;

/// <summary>What was received on a policy and given back, in fen. A cash value is the price of a surrender, no refund of premium.</summary>
public readonly record struct PremiumAccount(long ReceivedFen, long RefundedFen)
{
    /// <summary>With one more payment.</summary>
    public PremiumAccount With(PaymentKind kind, long fen) => kind switch
    {
        PaymentKind.Receipt or PaymentKind.TopUp => this with { ReceivedFen = ReceivedFen + fen },
        PaymentKind.RefundError or PaymentKind.RefundPremium or PaymentKind.RefundHesitation => this with { RefundedFen = RefundedFen + fen },
        _ => this,
    };

    /// <summary>Whether no more was given back than received.</summary>
    public bool IsSound => RefundedFen <= ReceivedFen;
}
