using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using VillageInsurance.Domain.Agreements;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Policies;
using VillageInsurance.Domain.Shared;
using VillageInsurance.UseCases.Households;
using VillageInsurance.UseCases.Tests.Agreements;
using VillageInsurance.UseCases.Tests.Shared;

namespace VillageInsurance.UseCases.Tests.Households;

/// <summary>The gates of registration: what an agent must have on the day to enter a policy or a visit, each guard by itself.</summary>
public class GateOfWorkTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static int _last;

    /// <summary>What is missing, and the agent's way to lack it and nothing before it.</summary>
    public static TheoryData<ReadinessRule, string> Guards => new()
    {
        { ReadinessRule.TheTrainingIsDone, "vetted only" },
        { ReadinessRule.TheRegistrationHolds, "trained only" },
        { ReadinessRule.TheRegistrationHolds, "registration lapsed yesterday" },
        { ReadinessRule.TheYearsLetterIsSigned, "letter of last year" },
        { ReadinessRule.AnAppointmentHolds, "registered only" },
        { ReadinessRule.AnAppointmentHolds, "left yesterday" },
        { ReadinessRule.TheTrainingIsDone, "appointed elsewhere" },
        { ReadinessRule.TheServiceDoesNotRest, "suspended today" },
    };

    [Theory]
    [MemberData(nameof(Guards))]
    public async Task Whatever_is_missing_stops_policies_and_visits_and_nothing_is_stored(ReadinessRule missing, string way)
    {
        var (agent, clock) = await GivenAsync(way);
        var family = await database.GivenFamilyAsync(await database.GivenReadyAgentAsync());
        var (product, head, day) = (await database.GivenProductAsync(), family.Members[0].PersonId, DateOnly.FromDateTime(clock.GetUtcNow().Date));
        var policy = new PolicyEntry(Guid.CreateVersion7(), product, head, head, day, day.AddDays(1), 60_000, $"G{Interlocked.Increment(ref _last):000000}", PaymentMethod.Bank);
        var visit = new VisitEntry(Guid.CreateVersion7(), day, new("Yu", null, [], [], null, false, [], false, null, null));

        foreach (var input in new[] { family with { Policies = [policy] }, family with { Visit = visit } })
            Assert.Equal(missing, (await Assert.ThrowsAsync<RuleBroken>(() => database.SaveAsync(agent, input, clock))).Rule);

        Assert.False(await database.SeeAsync(Places.Village, db => db.Policies.AnyAsync(p => p.Id == policy.Id)));
        Assert.False(await database.SeeAsync(Places.Village, db => db.Visits.AnyAsync(v => v.Id == visit.Id)));
    }

    [Fact]
    public async Task Who_has_everything_enters_both()
    {
        var agent = await database.GivenReadyAgentAsync();
        var family = await database.GivenFamilyAsync(agent);
        var (product, head, day) = (await database.GivenProductAsync(), family.Members[0].PersonId, GivenHousehold.Today);

        await database.SaveAsync(agent, family with
        {
            Policies = [new(Guid.CreateVersion7(), product, head, head, day, day.AddDays(1), 60_000, "G-whole", PaymentMethod.Bank)],
            Visit = new(Guid.CreateVersion7(), day, new("Yu", null, [], [], null, false, [], false, null, null)),
        });

        Assert.Equal(1, await database.SeeAsync(Places.Village, db => db.Visits.CountAsync(v => v.HouseholdId == family.Id)));
    }

    private async Task<(Actor Agent, FakeTimeProvider Clock)> GivenAsync(string way)
    {
        var status = way switch
        {
            "vetted only" => AgentStatus.Vetted,
            "trained only" => AgentStatus.Trained,
            "registered only" => AgentStatus.Registered,
            "suspended today" => AgentStatus.Suspended,
            _ => AgentStatus.Assigned,
        };
        var (service, staff) = await database.GivenAgentAsync(status, way == "appointed elsewhere" ? Places.Sibling : Places.Village, registeredTo: way == "registration lapsed yesterday" ? GivenHousehold.Today.AddDays(-1) : null);
        if (way == "left yesterday")
            await database.GateFor(Someone.WhoMayDoAnythingIn(Places.Village)).ChangeAsync(Permission.DraftApplications, async db => (await db.AgentServices.SingleAsync(s => s.Id == service.Id)).Leave(GivenHousehold.Today.AddDays(-1), "Moved"));
        // In January the letter of the year before holds no more; the registration does until the fourteenth.
        return (Staffing.AsAgent(staff, Places.Village), way == "letter of last year" ? new(new(2027, 1, 5, 4, 0, 0, TimeSpan.Zero)) : GivenHousehold.Clock());
    }
}
