using VillageInsurance.Domain.Policies;
using static VillageInsurance.Domain.Policies.PremiumExceptionKind;

namespace VillageInsurance.Domain.Tests.Policies;

public class PremiumCheckTests
{
    private static readonly PaymentMade Sound = new(PaymentKind.Receipt, PaymentMethod.Bank, Payee.Insurer, ReceiptForm.Official, "Yu", "Yu", "Yu", new(2025, 3, 1), 1, new(2025, 3, 1));

    [Fact]
    public void From_the_holders_account_to_the_insurer_is_sound() => Assert.Empty(PremiumCheck.Of(Sound));

    [Theory]
    [InlineData(PaymentMethod.Bank)]
    [InlineData(PaymentMethod.Wechat)]
    [InlineData(PaymentMethod.BankCounter)]
    [InlineData(PaymentMethod.InsurerPos)]
    public void Every_way_but_cash_is_sound(PaymentMethod method) => Assert.Empty(PremiumCheck.Of(Sound with { Method = method }));

    [Fact]
    public void Each_exception_has_its_kind()
    {
        Assert.Equal([Cash], PremiumCheck.Of(Sound with { Method = PaymentMethod.Cash }));
        Assert.Equal([ThirdParty], PremiumCheck.Of(Sound with { PayerName = "Ai" }));
        Assert.Equal([ThirdParty], PremiumCheck.Of(Sound with { AccountOwner = "Ai" }));
        Assert.Equal([ToAPerson], PremiumCheck.Of(Sound with { PaidTo = Payee.Person }));
        Assert.Equal([HandwrittenReceipt], PremiumCheck.Of(Sound with { Receipt = ReceiptForm.Handwritten }));
        Assert.Equal([Cash, ToAPerson, HandwrittenReceipt], PremiumCheck.Of(Sound with { Method = PaymentMethod.Cash, PaidTo = Payee.Person, Receipt = ReceiptForm.Handwritten }));
    }

    [Fact]
    public void Who_is_not_named_is_nobody_else() => Assert.Empty(PremiumCheck.Of(Sound with { PayerName = null, AccountOwner = "" }));

    [Theory]
    [InlineData("2026-01-30", false)] // Thirty days before 1 March 2026
    [InlineData("2026-01-29", true)]
    [InlineData("2026-03-02", false)]
    public void A_renewal_long_before_it_is_due_is_early(string booked, bool early) =>
        Assert.Equal(early ? [EarlyRenewal] : [], PremiumCheck.Of(Sound with { BookedOn = DateOnly.ParseExact(booked, "yyyy-MM-dd"), PolicyYear = 2 }));

    [Theory]
    [InlineData(PaymentKind.RefundPremium)]
    [InlineData(PaymentKind.CashValue)]
    public void Money_back_goes_to_the_customers_own_account_too(PaymentKind kind) =>
        Assert.Equal([Cash, ThirdParty], PremiumCheck.Of(Sound with { Kind = kind, Method = PaymentMethod.Cash, AccountOwner = "Ai" }));

    [Fact]
    public void No_more_is_given_back_than_was_received()
    {
        var account = new PremiumAccount().With(PaymentKind.Receipt, 100).With(PaymentKind.TopUp, 50).With(PaymentKind.RefundError, 50).With(PaymentKind.RefundHesitation, 100).With(PaymentKind.CashValue, 500);

        Assert.True(account.IsSound);
        Assert.False(account.With(PaymentKind.RefundPremium, 1).IsSound);
    }
}
