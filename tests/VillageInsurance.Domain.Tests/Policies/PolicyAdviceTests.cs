using VillageInsurance.Domain.Households;
using VillageInsurance.Domain.Policies;
using VillageInsurance.Domain.Products;
using static VillageInsurance.Domain.Policies.AdviceFinding;

namespace VillageInsurance.Domain.Tests.Policies;

public class PolicyAdviceTests
{
    private static readonly Guid Head = Guid.NewGuid(), Child = Guid.NewGuid();
    private static readonly DateOnly Day = new(2026, 3, 2);
    private static readonly ProposedPolicy Illness = new("CRITICAL_ILLNESS", "重大疾病保险", Head, Day, 60_000);
    private static readonly AdviceFacts Unknown = new([], null, []);

    [Fact]
    public void Nothing_recorded_is_no_finding() => Assert.Empty(PolicyAdvice.On(Illness, Unknown));

    [Theory]
    [InlineData(NeedKind.Illness, NeedWish.WantsToKnow, true)]
    [InlineData(NeedKind.Illness, NeedWish.Covered, true)]
    [InlineData(NeedKind.Illness, NeedWish.NoInterest, false)]
    [InlineData(NeedKind.OldAge, NeedWish.WantsToKnow, false)]
    public void A_product_answers_one_of_the_needs_that_were_named(NeedKind need, NeedWish wish, bool fits) =>
        Assert.Equal(fits ? [] : [NeedDoesNotFit], PolicyAdvice.On(Illness, Unknown with { Needs = [new(need, wish, null)] }));

    [Fact]
    public void One_need_among_others_is_enough_and_a_kind_that_nobody_knows_is_no_finding()
    {
        Assert.Empty(PolicyAdvice.On(Illness, Unknown with { Needs = [new(NeedKind.OldAge, NeedWish.WantsToKnow, null), new(NeedKind.Illness, NeedWish.WantsToKnow, null)] }));
        Assert.Empty(PolicyAdvice.On(Illness with { Kind = "PET" }, Unknown with { Needs = [new(NeedKind.OldAge, NeedWish.WantsToKnow, null)] }));
    }

    [Theory]
    [InlineData("STUDENT", NeedKind.Children)]
    [InlineData("MICRO_ACCIDENT", NeedKind.Accident)]
    [InlineData("ACCIDENT", NeedKind.Accident)]
    [InlineData("LOAN_ACCIDENT", NeedKind.Loan)]
    [InlineData("TERM_LIFE", NeedKind.Children)]
    [InlineData("ENDOWMENT", NeedKind.OldAge)]
    [InlineData("WHOLE_LIFE", NeedKind.OldAge)]
    [InlineData("ANNUITY", NeedKind.OldAge)]
    [InlineData("CRITICAL_ILLNESS", NeedKind.Illness)]
    [InlineData("SHORT_MEDICAL", NeedKind.Illness)]
    public void Each_kind_of_the_catalogue_answers_a_need(string kind, NeedKind need) => Assert.Contains(need, ProductKinds.NeedsOf(kind));

    [Theory]
    [InlineData(60_000, 0, true)]       // exactly what it can afford
    [InlineData(59_999, 0, false)]
    [InlineData(160_000, 100_000, true)]
    [InlineData(159_999, 100_000, false)]
    public void Regular_premiums_of_a_year_stay_within_what_the_family_can_afford(long affordable, long paidAlready, bool can) =>
        Assert.Equal(can ? [] : [CannotKeepPaying], PolicyAdvice.On(Illness, Unknown with { AffordableFen = affordable, Covers = [new("ANNUITY", Child, null, paidAlready)] }));

    [Fact]
    public void What_is_paid_once_is_no_burden_of_later_years() => Assert.Empty(PolicyAdvice.On(Illness with { YearlyFen = 0 }, Unknown with { AffordableFen = 0, Covers = [new("ANNUITY", Head, null, 500_000)] }));

    [Theory]
    [InlineData(PayMode.Once, 0)]
    [InlineData(PayMode.Annual, 300)]
    [InlineData(PayMode.HalfYearly, 600)]
    [InlineData(PayMode.Quarterly, 1_200)]
    [InlineData(PayMode.Monthly, 3_600)]
    public void Instalments_of_a_year_are_added_up(PayMode mode, long fen) => Assert.Equal(fen, PolicyAdvice.YearlyFen(mode, 300));

    [Fact]
    public void The_same_kind_on_the_same_person_is_double_until_it_ends()
    {
        Assert.Equal([DoubleCover], Of(new("CRITICAL_ILLNESS", Head, Day, 0)));
        Assert.Empty(Of(new("CRITICAL_ILLNESS", Head, Day.AddDays(-1), 0)));
        Assert.Empty(Of(new("CRITICAL_ILLNESS", Child, null, 0)));
        Assert.Empty(Of(new("SHORT_MEDICAL", Head, null, 0)));
    }

    [Theory]
    [InlineData("重疾险", true)]
    [InlineData("重大疾病保险", true)]
    [InlineData("重疾", true)]
    [InlineData("意外险", false)]
    [InlineData("险", false)]
    [InlineData("保险", false)]
    public void Cover_elsewhere_goes_by_the_familys_own_word(string word, bool isDouble)
    {
        Assert.Equal(isDouble ? [DoubleCover] : [], Of(new(word, null, null, 0)));
        Assert.Equal(isDouble ? [DoubleCover] : [], Of(new(word, Head, null, 0)));
        Assert.Empty(Of(new(word, Child, null, 0)));
    }

    [Fact]
    public void What_is_entered_together_counts_for_what_comes_after_it()
    {
        var twice = PolicyAdvice.OnEach([(Illness, CustomerDecision.NotAsked), (Illness, CustomerDecision.DoesNot), (Illness with { Kind = "ANNUITY", Name = "养老年金保险" }, CustomerDecision.NotAsked)],
            Unknown with { AffordableFen = 120_000 });

        Assert.Equal([[], [DoubleCover], []], twice);
    }

    [Fact]
    public void All_three_are_told_in_their_order_and_a_visit_of_today_goes_before_older_ones()
    {
        var facts = new AdviceFacts([new(NeedKind.Illness, NeedWish.WantsToKnow, null)], 1_000_000, []).With(
            new("Yu", null, [], [new(NeedKind.OldAge, NeedWish.WantsToKnow, null)], 100, false, [], false, null, null), [new("CRITICAL_ILLNESS", Head, null, 0)]);

        Assert.Equal([NeedDoesNotFit, CannotKeepPaying, DoubleCover], PolicyAdvice.On(Illness, facts));
        Assert.Equal(1_000_000, new AdviceFacts([], 1_000_000, []).With(null, []).AffordableFen);
    }

    private static IReadOnlyList<AdviceFinding> Of(HeldCover cover) => PolicyAdvice.On(Illness, Unknown with { Covers = [cover] });
}
