using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Policies;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Policies;
using VillageInsurance.UseCases.Tests.Agreements;
using VillageInsurance.UseCases.Tests.Households;
using VillageInsurance.UseCases.Tests.Shared;

namespace VillageInsurance.UseCases.Tests.Policies;

/// <summary>The list's SQL against the rules of one policy, on policies drawn at random, page after page.</summary>
public sealed class RenewalListTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static readonly DateOnly Today = GivenHousehold.Today;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Every_page_has_what_the_rules_of_a_single_policy_say_in_their_order(int seed)
    {
        var (agent, drawn) = (await database.GivenReadyAgentAsync(), new Random(seed));
        var (life, pupil) = (await database.GivenProductAsync(), await database.GivenProductAsync(forPupils: true));
        var people = await database.GivenPeopleAsync(agent);
        var rows = Enumerable.Range(0, 260).Select(i => Drawn(drawn, $"RN{seed}-{i:000}", drawn.Next(8) == 0 ? pupil : life, people.Head)).ToArray();
        Assert.All(await database.TakeAsync(Staffing.Insurer, rows), r => Assert.Equal(RowOutcome.Added, r.Outcome));
        await database.TakeAsync(Staffing.Insurer, [.. rows.SelectMany(r => Paid(drawn, r))]);

        // The day itself moves over the end of a year and a leap day.
        foreach (var day in (DateOnly[])[Today, new(2026, 8, 31), new(2026, 9, 1), new(2028, 2, 29)])
        {
            var expected = await ExpectedAsync(day);
            Assert.NotEmpty(expected);
            Assert.Equal(expected, await AllPagesAsync(agent, null, day));
            foreach (var reason in Enum.GetValues<RenewalReason>()) Assert.Equal(expected.Where(e => e.Reason == reason), await AllPagesAsync(agent, reason, day));
        }
    }

    private static PolicyRow Drawn(Random drawn, string number, string product, string insured)
    {
        var begun = Today.AddDays(-drawn.Next(1, 1_500));
        return GivenPolicy.Row(0, number, product, insured) with
        {
            IssuedOn = begun,
            EffectiveOn = begun.AddDays(drawn.Next(40)),
            EndsOn = begun.AddDays(drawn.Next(300, 4_000)),
            Mode = (PayMode)drawn.Next(1, 6),
            PayYears = drawn.Next(1, 6),
            Grace = (GraceTerm)drawn.Next(1, 3),
            DemandedOn = drawn.Next(3) == 0 ? Today.AddDays(-drawn.Next(60)) : null,
            Standing = drawn.Next(4) switch
            {
                0 => new(null, null, begun.AddDays(drawn.Next(50, 400)), null, null),
                1 => Reinstated(begun.AddDays(drawn.Next(50, 400)), drawn),
                _ => null,
            },
        };
    }

    private static StandingSaid Reinstated(DateOnly suspended, Random drawn) => new(null, null, suspended, suspended.AddDays(drawn.Next(0, 300)), null);

    private static IEnumerable<PaymentRow> Paid(Random drawn, PolicyRow policy) => Enumerable.Range(1, drawn.Next(0, 4)).SelectMany(year => Enumerable.Range(0, drawn.Next(1, 5)).Select(i =>
        GivenPolicy.Paid(0, $"{policy.Number}-{year}-{i}", policy.Number!, i == 3 ? 30_000 : 60_000, i == 3 ? PaymentKind.RefundPremium : i == 2 ? PaymentKind.TopUp : PaymentKind.Receipt) with { PolicyYear = year, BookedOn = policy.IssuedOn!.Value.AddDays(year) }));

    private async Task<List<(RenewalReason Reason, DateOnly Day, string Number, DateOnly? Last)>> ExpectedAsync(DateOnly day)
    {
        var schoolYear = new DateOnly(day.Month >= 9 ? day.Year + 1 : day.Year, 9, 1);
        var found = await database.SeeAsync(Places.Village, async db =>
        {
            var policies = await (from p in db.Policies where p.Number.StartsWith("RN") join product in db.Products on p.ProductId equals product.Id select new { Policy = p, product.CountsStudent }).ToListAsync();
            var paid = await db.PaidAsync([.. policies.Select(p => p.Policy.Id)], CancellationToken.None);
            return policies.Select(p => (p.Policy, p.CountsStudent, Paid: paid.GetValueOrDefault(p.Policy.Id))).ToList();
        });
        var expected = new List<(RenewalReason, DateOnly, string, DateOnly?)>();
        foreach (var (p, isPupils, paid) in found)
        {
            if (p.EndDate < day || p.HesitationCancelOn is not null || p.SurrenderedOn is not null || p.ClaimEndedOn is not null || p.PayMode == PayMode.Once && !isPupils) continue;
            var (state, due) = (p.StateOn(day, paid), p.NextDue(paid));
            if (isPupils) { if (p.EndDate < schoolYear && p.EndDate <= day.AddMonths(2)) expected.Add((RenewalReason.StudentCoverEnds, p.EndDate, p.Number, null)); }
            else if (state == PolicyState.Suspended) expected.Add((RenewalReason.Suspended, p.SuspendedOn!.Value, p.Number, p.SuspendedOn.Value.AddYears(2)));
            else if (state == PolicyState.Grace) expected.Add((RenewalReason.Overdue, due!.Value, p.Number, p.GraceEnd(due.Value)));
            else if (state == PolicyState.GraceOver) expected.Add((RenewalReason.GraceOver, due!.Value, p.Number, p.GraceEnd(due.Value)));
            else if (state == PolicyState.InForce && due <= day.AddDays(RenewalList.SoonDays)) expected.Add((RenewalReason.DueSoon, due.Value, p.Number, p.GraceEnd(due.Value)));
        }
        return [.. expected.OrderBy(e => e.Item1).ThenBy(e => e.Item2).ThenBy(e => e.Item3, StringComparer.Ordinal)];
    }

    private async Task<List<(RenewalReason Reason, DateOnly Day, string Number, DateOnly? Last)>> AllPagesAsync(Actor agent, RenewalReason? reason, DateOnly day)
    {
        var clock = new FakeTimeProvider(new(day, new(4, 0), TimeSpan.Zero));
        var (all, after) = (new List<(RenewalReason, DateOnly, string, DateOnly?)>(), (RenewalList.Place?)null);
        while (true)
        {
            var page = await new RenewalList(database.GateFor(agent, clock), clock).RunAsync(new(reason, null, after), CancellationToken.None);
            Assert.True(page.Rows.Count <= RenewalList.PageSize);
            all.AddRange(page.Rows.Select(r => (r.Reason, r.Day, r.Number, r.LastDay)));
            if (!page.HasMore)
            {
                Assert.Equal(all.Count, reason is { } only ? page.Counts.GetValueOrDefault(only) : page.Counts.Values.Sum());
                return all;
            }
            var last = page.Rows[^1];
            after = new(last.Reason, last.Day, last.Number);
        }
    }
}
