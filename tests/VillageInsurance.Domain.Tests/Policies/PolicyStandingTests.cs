using VillageInsurance.Domain.Policies;

namespace VillageInsurance.Domain.Tests.Policies;

public class PolicyStandingTests
{
    private static readonly DateOnly Issued = new(2024, 3, 1);

    [Theory]
    [InlineData("2024-03-01", PolicyState.NotYet)]
    [InlineData("2024-03-02", PolicyState.InForce)]
    [InlineData("2025-03-02", PolicyState.InForce)] // The due day itself
    [InlineData("2025-03-03", PolicyState.Grace)]
    [InlineData("2025-05-01", PolicyState.Grace)] // Sixty days after it
    [InlineData("2025-05-02", PolicyState.GraceOver)]
    [InlineData("2034-03-02", PolicyState.Matured)]
    public void A_policy_of_which_one_year_is_paid(string day, PolicyState state) => Assert.Equal(state, Annual().StateOn(Day(day), new(1, 60_000)));

    [Theory]
    [InlineData("2025-03-10", "2025-04-09", PolicyState.Grace)] // Thirty days after the demand
    [InlineData("2025-03-10", "2025-04-10", PolicyState.GraceOver)]
    [InlineData(null, "2025-05-01", PolicyState.Grace)] // Not demanded yet
    [InlineData("2024-12-01", "2025-05-01", PolicyState.Grace)] // A demand of the year before
    public void Grace_counts_from_the_demand_where_the_contract_says_so(string? demanded, string day, PolicyState state)
    {
        var policy = Annual();
        Set(policy, nameof(Policy.GraceTerm), GraceTerm.ThirtyDaysFromDemand);
        if (demanded is not null) Set(policy, nameof(Policy.DemandedOn), Day(demanded));

        Assert.Equal(state, policy.StateOn(Day(day), new(1, 60_000)));
    }

    [Theory]
    [InlineData(nameof(Policy.HesitationCancelOn), PolicyState.HesitationCancelled)]
    [InlineData(nameof(Policy.SurrenderedOn), PolicyState.Surrendered)]
    [InlineData(nameof(Policy.ClaimEndedOn), PolicyState.EndedByClaim)]
    [InlineData(nameof(Policy.SuspendedOn), PolicyState.Suspended)]
    public void What_the_insurer_says_holds_from_its_day(string what, PolicyState state)
    {
        var policy = Annual();
        Set(policy, what, new DateOnly(2024, 6, 1));

        Assert.Equal([PolicyState.InForce, state], new[] { new DateOnly(2024, 5, 31), new DateOnly(2024, 6, 1) }.Select(d => policy.StateOn(d, new(1, 60_000))));
    }

    [Theory]
    [InlineData("2025-02-01", PolicyState.InForce)] // Reinstated after it
    [InlineData("2024-05-01", PolicyState.Suspended)] // Suspended again
    public void A_reinstatement_cures_the_suspension_before_it(string reinstated, PolicyState state)
    {
        var policy = Annual();
        Set(policy, nameof(Policy.SuspendedOn), new DateOnly(2024, 6, 1));
        Set(policy, nameof(Policy.ReinstatedOn), Day(reinstated));

        Assert.Equal(state, policy.StateOn(new(2025, 2, 2), new(1, 60_000)));
    }

    [Theory]
    [InlineData(PayMode.Annual, 0, 0, "2024-03-02")]
    [InlineData(PayMode.Annual, 3, 60_000, "2027-03-02")]
    [InlineData(PayMode.Annual, 10, 60_000, null)] // Paid up
    [InlineData(PayMode.HalfYearly, 1, 60_000, "2024-09-02")]
    [InlineData(PayMode.Quarterly, 2, 120_000, "2025-09-02")]
    [InlineData(PayMode.Monthly, 1, 130_000, "2024-05-02")] // What does not make an instalment pays none
    [InlineData(PayMode.Monthly, 2, -60_000, "2025-03-02")] // Refunded
    [InlineData(PayMode.Once, 1, 60_000, null)]
    public void The_next_due_day_follows_the_last_paid_year(PayMode mode, int year, long fen, string? due) =>
        Assert.Equal(due is null ? null : Day(due), Annual(mode).NextDue(new(year, fen)));

    [Theory]
    [InlineData("2024-03-01", "2024-03-02", "2025-03-01", null, null, null, null, null, null)]
    [InlineData("2024-03-01", "2024-03-02", "2024-03-01", null, null, null, null, null, PolicyRule.ItEndsNotBeforeItBegins)]
    [InlineData("2025-03-02", "2024-03-02", "2025-03-01", null, null, null, null, null, PolicyRule.ItIsIssuedBeforeItEnds)]
    [InlineData("2024-03-01", "2024-03-02", "2025-03-01", "2024-02-29", null, null, null, null, PolicyRule.NothingHappensBeforeTheIssue)]
    [InlineData("2024-03-01", "2024-03-02", "2025-03-01", null, "2024-02-29", null, null, null, PolicyRule.NothingHappensBeforeTheIssue)]
    [InlineData("2024-03-01", "2024-03-02", "2025-03-01", null, null, "2024-02-29", null, null, PolicyRule.NothingHappensBeforeTheIssue)]
    [InlineData("2024-03-01", "2024-03-02", "2025-03-01", null, null, null, null, "2024-02-29", PolicyRule.NothingHappensBeforeTheIssue)]
    [InlineData("2024-03-01", "2024-03-02", "2025-03-01", null, null, null, "2024-09-01", null, PolicyRule.OnlyASuspendedOneIsReinstated)]
    [InlineData("2024-03-01", "2024-03-02", "2034-03-01", null, null, "2024-09-01", "2026-09-01", null, null)]
    [InlineData("2024-03-01", "2024-03-02", "2034-03-01", null, null, "2024-09-01", "2026-09-02", null, PolicyRule.ReinstatedWithinTwoYears)]
    [InlineData("2024-03-01", "2024-03-02", "2034-03-01", null, null, "2025-09-01", "2024-09-01", null, null)] // Suspended again
    public void Its_days_are_in_order(string issued, string effective, string end, string? cancelled, string? surrendered, string? suspended, string? reinstated, string? claimed, PolicyRule? broken) =>
        Assert.Equal(broken, new PolicyDates(Day(issued), Day(effective), Day(end), DayOf(cancelled), DayOf(surrendered), DayOf(suspended), DayOf(reinstated), DayOf(claimed)).Broken);

    private static Policy Annual(PayMode mode = PayMode.Annual)
    {
        var policy = new Policy(Guid.NewGuid(), Guid.NewGuid(), null, "B1", "CL", Guid.NewGuid(), Guid.NewGuid(), Issued, Issued.AddDays(1), Issued.AddYears(10), mode, Issued, Guid.NewGuid());
        Set(policy, nameof(Policy.PremiumFen), 60_000L);
        Set(policy, nameof(Policy.PayYears), 10);
        return policy;
    }

    private static void Set(Policy policy, string property, object value) => typeof(Policy).GetProperty(property)!.SetValue(policy, value);

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd");

    private static DateOnly? DayOf(string? day) => day is null ? null : Day(day);
}
