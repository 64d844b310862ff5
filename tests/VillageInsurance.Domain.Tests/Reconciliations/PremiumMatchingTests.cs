using VillageInsurance.Domain.Policies;
using VillageInsurance.Domain.Reconciliations;

namespace VillageInsurance.Domain.Tests.Reconciliations;

public class PremiumMatchingTests
{
    private static readonly DateOnly First = new(2026, 3, 1), Last = new(2026, 3, 31), Day = new(2026, 3, 10);

    private static readonly StatedPremium Stated = new(0, "R1", "P1", Day, 60_000, "Ai", "Ai");

    private static readonly BookedPremium Booked = new(Guid.CreateVersion7(), Guid.CreateVersion7(), "R1", "P1", Day, 60_000, true, "Ai", "Ai", "Ai");

    public static TheoryData<StatedPremium?, BookedPremium?, bool, ReconciliationVerdict> OneLine => new()
    {
        { Stated, Booked, false, ReconciliationVerdict.Matched },
        { Stated, null, false, ReconciliationVerdict.MissingHere },
        { null, Booked, false, ReconciliationVerdict.MissingThere },
        { Stated, Booked, true, ReconciliationVerdict.Twice },
        { Stated, null, true, ReconciliationVerdict.Twice },
        { null, Booked, true, ReconciliationVerdict.Twice },
        { Stated with { Policy = "P2" }, Booked, false, ReconciliationVerdict.PolicyDiffers },
        { Stated with { Policy = "P2", Fen = 1 }, Booked, false, ReconciliationVerdict.PolicyDiffers },
        { Stated with { Policy = null }, Booked, false, ReconciliationVerdict.Matched },
        { Stated with { Fen = 59_999 }, Booked, false, ReconciliationVerdict.AmountDiffers },
        { Stated with { Fen = -60_000 }, Booked, false, ReconciliationVerdict.AmountDiffers },
        { Stated with { Fen = 59_999, Payer = "Bo" }, Booked, false, ReconciliationVerdict.AmountDiffers },
        { Stated with { Day = Day.AddDays(3) }, Booked, false, ReconciliationVerdict.Matched },
        { Stated with { Payer = "Bo" }, Booked, false, ReconciliationVerdict.PayerDiffers },
        { Stated with { Owner = "Bo" }, Booked, false, ReconciliationVerdict.PayerDiffers },
        { Stated with { Payer = null, Owner = null }, Booked, false, ReconciliationVerdict.Matched },
        { Stated with { Payer = "Bo" }, Booked with { Payer = null, Owner = null }, false, ReconciliationVerdict.PayerDiffers },
        { Stated with { Payer = "Bo" }, Booked with { Payer = null, Owner = null, Holder = null }, false, ReconciliationVerdict.Matched },
        { Stated with { Owner = "Bo" }, Booked with { Payer = "Bo", Owner = null }, false, ReconciliationVerdict.PayerDiffers },
    };

    [Theory]
    [MemberData(nameof(OneLine))]
    public void Each_line_has_its_verdict_and_the_weightiest_is_said(StatedPremium? stated, BookedPremium? booked, bool again, ReconciliationVerdict expected) =>
        Assert.Equal(expected, ComparedPremium.Of(stated, booked, again));

    [Fact]
    public void The_receipt_goes_first_then_policy_day_and_amount()
    {
        var other = Recorded("R2", "P1");
        Assert.Equal([("R1", ReconciliationVerdict.Matched), ("R2", ReconciliationVerdict.Matched)], Compare([Stated, Stated with { Place = 1, Receipt = "bank-17" }], [other, Booked]).Select(c => (c.Booked!.Receipt, c.Verdict)));
        Assert.Equal(("R1", ReconciliationVerdict.Matched), Compare([Stated with { Receipt = null }], [Booked]).Select(c => (c.Booked!.Receipt, c.Verdict)).Single());
    }

    [Fact]
    public void Two_equal_instalments_of_a_day_answer_two_rows()
    {
        StatedPremium[] rows = [Stated with { Receipt = null }, Stated with { Place = 1, Receipt = null }];
        Assert.All(Compare(rows, [Booked, Recorded("R2", "P1")]), c => Assert.Equal(ReconciliationVerdict.Matched, c.Verdict));
        Assert.Equal([ReconciliationVerdict.Matched, ReconciliationVerdict.Twice], Compare(rows, [Booked]).Select(c => c.Verdict));
    }

    [Fact]
    public void The_same_receipt_twice_in_the_file_and_a_premium_recorded_twice_are_double()
    {
        Assert.Equal([ReconciliationVerdict.Matched, ReconciliationVerdict.Twice], Compare([Stated, Stated with { Place = 1 }], [Booked]).Select(c => c.Verdict));
        Assert.Equal([ReconciliationVerdict.MissingHere, ReconciliationVerdict.Twice], Compare([Stated, Stated with { Place = 1 }], []).Select(c => c.Verdict));
        var twice = Compare([Stated], [Booked, Recorded("R2", "P1")]);
        Assert.Equal([ReconciliationVerdict.Matched, ReconciliationVerdict.Twice], twice.Select(c => c.Verdict));
        Assert.Equal((null, "R2"), (twice[1].Stated, twice[1].Booked!.Receipt));
    }

    [Fact]
    public void Without_receipts_another_amount_of_the_day_is_found_where_each_side_has_one()
    {
        var row = Stated with { Receipt = null, Fen = 50_000 };
        Assert.Equal([ReconciliationVerdict.AmountDiffers], Compare([row], [Booked]).Select(c => c.Verdict));
        Assert.Equal([ReconciliationVerdict.MissingHere, ReconciliationVerdict.MissingHere, ReconciliationVerdict.MissingThere], Compare([row, row with { Place = 1, Fen = 40_000 }], [Booked]).Select(c => c.Verdict));
        Assert.Equal([ReconciliationVerdict.MissingHere, ReconciliationVerdict.MissingThere], Compare([row with { Receipt = "R9" }], [Booked]).Select(c => c.Verdict));
    }

    [Fact]
    public void What_is_recorded_outside_the_period_is_not_missed_and_a_row_outside_is_set_aside()
    {
        Assert.Empty(Compare([], [Booked with { IsExpected = false }]));
        Assert.Equal(ReconciliationVerdict.MissingThere, Compare([], [Booked]).Single().Verdict);
        Assert.Equal(ReconciliationVerdict.Outside, Compare([Stated with { Day = Last.AddDays(1) }], []).Single().Verdict);
        Assert.Equal(ReconciliationVerdict.Outside, Compare([Stated with { Day = First.AddDays(-1) }], []).Single().Verdict);
        Assert.Equal(ReconciliationVerdict.MissingHere, Compare([Stated with { Day = Last }], []).Single().Verdict);
        Assert.Equal(ReconciliationVerdict.Matched, Compare([Stated with { Day = Last.AddDays(1) }], [Booked with { IsExpected = false }]).Single().Verdict);
    }

    [Fact]
    public void The_order_of_the_file_makes_no_difference_to_what_is_found()
    {
        StatedPremium[] rows = [Stated, new(1, null, "P2", Day, 100), new(2, "R7", "P3", Day, 5), new(3, "R1", "P1", Day, 60_000), new(4, null, "P2", Day, 100)];
        BookedPremium[] booked = [Booked, Recorded("R2", "P2") with { Fen = 100 }, Recorded("R3", "P4")];
        var expected = Compare(rows, booked).Select(c => (c.Verdict, c.Booked?.Receipt)).Order().ToList();
        Assert.Equal(expected, Compare([.. rows.Reverse()], [.. booked.Reverse()]).Select(c => (c.Verdict, c.Booked?.Receipt)).Order());
    }

    [Theory]
    [InlineData(PaymentKind.Receipt, 5)]
    [InlineData(PaymentKind.TopUp, 5)]
    [InlineData(PaymentKind.RefundError, -5)]
    [InlineData(PaymentKind.RefundPremium, -5)]
    [InlineData(PaymentKind.RefundHesitation, -5)]
    [InlineData(PaymentKind.CashValue, -5)]
    public void What_goes_back_to_the_customer_is_negative(PaymentKind kind, long expected) => Assert.Equal(expected, StatedPremium.WithSign(kind, 5));

    private static BookedPremium Recorded(string receipt, string policy) => Booked with { Id = Guid.CreateVersion7(), Receipt = receipt, Policy = policy };

    private static IReadOnlyList<ComparedPremium> Compare(IReadOnlyList<StatedPremium> stated, IReadOnlyList<BookedPremium> booked) => PremiumMatching.Compare(stated, booked, First, Last);
}
