using VillageInsurance.Domain.Reconciliations;
using VillageInsurance.Domain.Shared;

namespace VillageInsurance.Domain.Tests.Reconciliations;

public class ReconciliationTests
{
    private static readonly DateOnly Today = new(2026, 4, 1);
    private static readonly DateTimeOffset Noon = new(2026, 4, 1, 4, 0, 0, TimeSpan.Zero);
    private static readonly Guid Bringer = Guid.CreateVersion7(), Other = Guid.CreateVersion7();

    [Theory]
    [InlineData("2026-03-02", "2026-03-01", ReconciliationRule.ThePeriodBeginsBeforeItEnds)]
    [InlineData("2026-03-01", "2026-04-02", ReconciliationRule.NoPeriodToCome)]
    [InlineData("2025-03-31", "2026-04-01", ReconciliationRule.AYearAtMost)]
    public void A_period_lies_behind_us_and_is_no_longer_than_a_year(string from, string to, ReconciliationRule rule) => Refused(rule, () => Begin(DateOnly.Parse(from, null), DateOnly.Parse(to, null)));

    [Fact]
    public void The_longest_period_and_a_single_day_are_taken()
    {
        Assert.Equal(ReconciliationState.Reading, Begin(new(2025, 4, 1), Today).State);
        Assert.Equal(ReconciliationState.Reading, Begin(Today, Today).State);
    }

    [Fact]
    public void Differences_are_explained_with_words_while_it_is_open()
    {
        var run = Begin(Today, Today);
        var line = Line(run, ReconciliationVerdict.MissingHere);
        Refused(ReconciliationRule.OnlyAnOpenOneGoesOn, () => run.Explain(line, "Late", Other, Noon));
        run.Compared(ReconciliationCounts.None);
        Refused(ReconciliationRule.OnlyAnOpenOneGoesOn, () => run.Compared(ReconciliationCounts.None));
        Refused(ReconciliationRule.AnExplanationSaysSomething, () => run.Explain(line, "  ", Other, Noon));
        Refused(ReconciliationRule.OnlyADifferenceIsExplained, () => run.Explain(Line(run, ReconciliationVerdict.Matched), "Fine", Other, Noon));
        Refused(ReconciliationRule.OnlyADifferenceIsExplained, () => run.Explain(Line(run, ReconciliationVerdict.Outside), "Fine", Other, Noon));
        Refused(ReconciliationRule.OnlyAnOpenOneGoesOn, () => run.Explain(Line(Begin(Today, Today), ReconciliationVerdict.Twice), "Of another", Other, Noon));
        run.Explain(line, " Booked a day later ", Other, Noon);
        Assert.Equal(("Booked a day later", Other), (line.Explanation, line.ExplainedById!.Value));
    }

    [Fact]
    public void It_is_closed_by_somebody_who_neither_brought_nor_explained()
    {
        var run = Begin(Today, Today);
        Refused(ReconciliationRule.OnlyAnOpenOneGoesOn, () => run.Close(0, false, Other, Noon));
        run.Compared(ReconciliationCounts.None);
        Refused(ReconciliationRule.EveryDifferenceIsExplained, () => run.Close(1, false, Other, Noon));
        Refused(ReconciliationRule.NobodyDecidesTheirOwn, () => run.Close(0, false, Bringer, Noon));
        Refused(ReconciliationRule.NobodyDecidesTheirOwn, () => run.Close(0, true, Other, Noon));
        run.Close(0, false, Other, Noon);
        Refused(ReconciliationRule.OnlyAnOpenOneGoesOn, () => run.Close(0, false, Other, Noon));
        Refused(ReconciliationRule.OnlyAnOpenOneGoesOn, () => run.Explain(Line(run, ReconciliationVerdict.Twice), "Later", Other, Noon));
        run.RefusedFor("late");
        Assert.Equal((ReconciliationState.Closed, Other), (run.State, run.ClosedById!.Value));
    }

    [Fact]
    public void Counts_tell_each_verdict()
    {
        var all = Enum.GetValues<ReconciliationVerdict>();
        var counts = ReconciliationCounts.Count([.. all, ReconciliationVerdict.Twice], 5, 7);
        Assert.All(all, v => Assert.Equal(v == ReconciliationVerdict.Twice ? 2 : 1, counts.Of(v)));
        Assert.Equal(8, counts.Differences);
    }

    private static Reconciliation Begin(DateOnly from, DateOnly to) => Reconciliation.Begin(Guid.CreateVersion7(), "bank.csv", "hash", from, to, Bringer, Noon, Today);

    private static ReconciledLine Line(Reconciliation run, ReconciliationVerdict verdict) => new(Guid.CreateVersion7(), run.Id, 1, verdict, 0, 2, null, null, []);

    private static void Refused(Enum rule, Action act) => Assert.Equal(rule, Assert.Throws<RuleBroken>(act).Rule);
}
