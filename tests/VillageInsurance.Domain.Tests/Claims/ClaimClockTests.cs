using VillageInsurance.Domain.Claims;
using VillageInsurance.Domain.Work;
using static VillageInsurance.Domain.Claims.ClaimLimit;

namespace VillageInsurance.Domain.Tests.Claims;

public class ClaimClockTests
{
    // Qingming of 2026: 4 to 6 April are free; Saturday the 11th is worked instead of nothing, to see that a make-up day counts.
    private static readonly WorkingDays Days = new(
    [
        .. Enumerable.Range(4, 3).Select(d => new CalendarDay(Guid.NewGuid(), new(2026, 4, d), CalendarDayKind.Holiday, "Qingming")),
        new CalendarDay(Guid.NewGuid(), new(2026, 4, 18), CalendarDayKind.MakeUpDay, "Labour Day"),
    ]);

    private static readonly ClaimFacts Papers = new(new(2026, 3, 1), new(2026, 3, 2)) { PapersReceivedOn = new(2026, 3, 3) };
    private static readonly ClaimFacts Paused = Papers with { SupplementAskedOn = new(2026, 3, 10), SupplementReceivedOn = new(2026, 3, 25) };
    private static readonly ClaimFacts Refused = Papers with { DeterminedOn = new(2026, 4, 2), Decision = ClaimDecision.Refuse };
    private static readonly ClaimFacts Agreed = Papers with { DeterminedOn = new(2026, 4, 2), Decision = ClaimDecision.Pay, AgreedOn = new(2026, 4, 3) };

    [Fact]
    public void The_last_days_are_those_of_the_laws_example()
    {
        Assert.Equal(new(Determine, D("2026-04-02"), D("2026-04-02"), 9, false), Limit(Papers, "2026-03-24", Determine));
        Assert.Equal(new(Determine, D("2026-04-17"), D("2026-04-17"), 17, false), Limit(Paused, "2026-03-31", Determine));
        Assert.Equal(new(Interim, D("2026-05-02"), D("2026-05-04"), 32, true), Limit(Paused, "2026-03-31", Interim));
        Assert.Equal(new(Refusal, D("2026-04-05"), D("2026-04-07"), 2, true), Limit(Refused, "2026-04-03", Refusal));
        Assert.Equal(new(Pay, D("2026-04-13"), D("2026-04-13"), 9, true), Limit(Agreed, "2026-04-04", Pay));
    }

    [Theory]
    [InlineData("2026-04-02", "")]
    [InlineData("2026-04-03", "Determine")]
    [InlineData("2026-05-02", "Determine")]
    [InlineData("2026-05-03", "Determine Interim")]
    public void A_limit_is_broken_on_the_day_after_its_last(string asOf, string broken) => Assert.Equal(broken, Broken(Papers, asOf));

    [Theory]
    [InlineData("2026-03-09", 6, 0)]
    [InlineData("2026-03-10", 7, 0)]
    [InlineData("2026-03-20", 7, 10)]
    [InlineData("2026-03-25", 7, 15)]
    [InlineData("2026-03-26", 8, 15)]
    public void Days_on_which_papers_are_awaited_are_not_counted(string asOf, int used, int waiting)
    {
        var clock = Of(Paused, asOf);

        Assert.Equal((used, waiting), (clock.ToDetermine, clock.Waiting));
    }

    [Fact]
    public void A_pause_ends_with_the_decision_and_the_sixty_days_know_no_pause()
    {
        var determined = Papers with { SupplementAskedOn = new(2026, 3, 13), DeterminedOn = new(2026, 5, 4), Decision = ClaimDecision.Pay };

        var clock = Of(determined, "2026-06-01");

        Assert.Equal((10, 52, "Interim"), (clock.ToDetermine, clock.Waiting, Broken(determined, "2026-06-01")));
    }

    [Theory]
    [InlineData("2026-05-02", "Determine")]
    [InlineData("2026-05-03", "Determine Interim")]
    public void An_interim_payment_on_the_sixty_first_day_is_late(string paid, string broken) =>
        Assert.Equal(broken, Broken(Papers with { InterimPaidOn = D(paid) }, "2026-06-01"));

    [Theory]
    [InlineData("2026-05-20", false, "Determine")]
    [InlineData("2026-04-05", false, "")]
    [InlineData("2026-04-06", true, "Refusal")]
    public void A_refusal_owes_no_interim_payment_but_its_notice_in_three_days(string asOf, bool _, string broken) =>
        Assert.Equal(broken, Broken(asOf == "2026-05-20" ? Refused with { DeterminedOn = new(2026, 5, 20) } : Refused, asOf));

    [Theory]
    [InlineData("2026-04-13", "")]
    [InlineData("2026-04-14", "Pay")]
    public void What_is_agreed_is_paid_in_ten_days(string asOf, string broken)
    {
        Assert.Equal(broken, Broken(Agreed, asOf));
        Assert.Equal(broken, Broken(Agreed with { PaidOn = D(asOf) }, "2026-06-01"));
    }

    [Fact]
    public void Without_papers_there_is_no_count_no_wait_and_no_limit()
    {
        var clock = Of(new(new(2026, 1, 1), new(2026, 1, 2)), "2026-12-31");

        Assert.Equal((null, 0, 0, 0), (clock.ToDetermine, clock.Waiting, clock.Broken.Count, clock.Running.Count));
    }

    [Fact]
    public void What_happened_later_is_unknown()
    {
        var clock = Of(Agreed with { PaidOn = new(2026, 4, 30) }, "2026-04-20");

        Assert.Equal([Pay], clock.Broken);
        Assert.Equal(-7, Assert.Single(clock.Running).DaysLeft);
        Assert.Equal(18, Of(Agreed, "2026-03-21").ToDetermine);
    }

    [Fact]
    public void The_contracts_own_terms_bind_and_thirty_days_bind_in_a_complex_case()
    {
        Assert.True(Limit(Papers, "2026-03-24", Determine, new(IsComplex: true)).IsBreach);
        Assert.Equal(new(Determine, D("2026-03-13"), D("2026-03-13"), -1, true), Limit(Papers, "2026-03-14", Determine, new(DetermineDays: 10)));
        Assert.Equal(D("2026-04-08"), Limit(Agreed, "2026-04-04", Pay, new(PayDays: 5)).Plain);
        // A last day on a Saturday that is worked stays.
        Assert.Equal(D("2026-04-18"), Limit(Agreed, "2026-04-04", Pay, new(PayDays: 15)).Moved);
    }

    [Fact]
    public void Nothing_runs_once_it_is_settled()
    {
        Assert.Empty(Of(Agreed with { PaidOn = new(2026, 4, 8) }, "2026-06-01").Running);
        Assert.Empty(Of(Papers with { WithdrawnOn = new(2026, 3, 8) }, "2026-06-01").Running);
        Assert.Empty(Of(Papers with { WithdrawnOn = new(2026, 3, 8) }, "2026-06-01").Broken);
    }

    private static ClaimClock Of(ClaimFacts facts, string asOf, ClaimTerms? terms = null) => ClaimClock.Of(facts, terms ?? new(), D(asOf), Days);

    private static string Broken(ClaimFacts facts, string asOf) => string.Join(' ', Of(facts, asOf).Broken);

    private static ClaimDue Limit(ClaimFacts facts, string asOf, ClaimLimit limit, ClaimTerms? terms = null) => Of(facts, asOf, terms).Running.Single(l => l.Limit == limit);

    private static DateOnly D(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd");
}
