using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Agreements;
using VillageInsurance.Domain.HouseholdChecks;
using VillageInsurance.Domain.Households;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.HouseholdChecks;
using VillageInsurance.UseCases.Tests.Exchange;
using VillageInsurance.UseCases.Tests.LifeEvents;
using VillageInsurance.UseCases.Tests.Shared;
using VillageInsurance.UseCases.Worklists;

namespace VillageInsurance.UseCases.Tests.Worklists;

public class WorklistTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task A_visit_takes_a_household_off_the_unvisited_and_its_next_day_brings_it_back()
    {
        var home = await Home.GivenAsync(database);
        Assert.Equal(home.Number, Assert.Single((await ReadAsync(home, Worklist.NotVisited)).Rows).Number);

        await VisitAsync(home, new(2026, 2, 1), new DateOnly(2026, 3, 1));

        Assert.Empty((await ReadAsync(home, Worklist.NotVisited)).Rows);
        Assert.Equal(new DateOnly(2026, 3, 1), Assert.Single((await ReadAsync(home, Worklist.VisitDue)).Rows).Day);
        await VisitAsync(home, new(2026, 2, 20), new DateOnly(2026, 3, 2));
        Assert.Empty((await ReadAsync(home, Worklist.VisitDue)).Rows);
    }

    [Fact]
    public async Task Who_said_no_stands_in_no_list_but_what_came_back()
    {
        var home = await Home.GivenAsync(database);
        var h = await home.LoadAsync();
        await new SubmitHousehold(database.GateFor(home.Desk.Agent, home.Desk.Clock), home.Desk.Clock).RunAsync(new(h.Id, h.Version));
        var official = await Home.StaffAsync(database, Role.TownshipOfficial, h.VillageId);
        await new ReturnHousehold(database.GateFor(official, home.Desk.Clock), home.Desk.Clock).RunAsync(new(h.Id, 0, "Count again", [FileField.Members]));
        await VisitAsync(home, new(2025, 12, 1), null, refused: true);

        var view = await ReadAsync(home, Worklist.Returned);

        var row = Assert.Single(view.Rows);
        Assert.Equal((FileField.Members, "Count again"), (row.Marked.Single(), row.Opinion));
        Assert.Equal([Worklist.Returned], view.Counts.Where(c => c.Value > 0).Select(c => c.Key));
    }

    [Fact]
    public async Task A_list_its_count_and_what_is_missing_agree_and_pages_follow_each_other()
    {
        var home = await Home.GivenAsync(database);
        for (var i = 0; i < 60; i++) home.Files.Household(group: 2);
        await database.ImportAsync(home.Files);

        var first = await ReadAsync(home, Worklist.Incomplete);
        var second = await ReadAsync(home, Worklist.Incomplete, after: first.Rows[^1].Number);

        Assert.Equal((50, 11, 61), (first.Rows.Count, second.Rows.Count, first.Counts[Worklist.Incomplete]));
        Assert.All(first.Rows.Concat(second.Rows), r => Assert.NotEmpty(r.Gaps));
        Assert.Contains(FileGap.NoMembers, first.Rows.Concat(second.Rows).First(r => r.Members == 0).Gaps);
        var group = first.Groups.Single(g => g.Name == "2").Id;
        Assert.Equal(60, (await ReadAsync(home, Worklist.Incomplete, group)).Counts[Worklist.Incomplete]);
    }

    [Fact]
    public async Task Children_who_reach_school_age_and_cover_that_ends_are_told()
    {
        var home = await Home.GivenAsync(database);
        // The files move a birth date on by up to 300 days.
        home.Files.Resident(home.Number, born: "2022-09-15");
        home.Files["residents"][^1] = home.Files["residents"][^1].Replace("玉香", "玉儿", StringComparison.Ordinal);
        var (head, _) = home.Files.Resident(home.Number);
        home.Files.Policy("P03", head, head, "2025-04-01", "2025-04-01", "2026-04-15");
        await database.ImportAsync(home.Files);

        Assert.Equal("玉儿", Assert.Single((await ReadAsync(home, Worklist.SchoolAge)).Rows).Children.Single());
        Assert.Equal(new DateOnly(2026, 4, 15), Assert.Single((await ReadAsync(home, Worklist.CoverEnding)).Rows).Day);
    }

    [Fact]
    public async Task Mine_are_those_in_my_charge()
    {
        var home = await Home.GivenAsync(database);
        var h = await home.LoadAsync();
        Assert.Empty((await ReadAsync(home, Worklist.NotVisited, mine: true)).Rows);
        var service = AgentService.Recommend(Guid.CreateVersion7(), h.VillageId, null, home.Desk.Agent.StaffId, new("a", "b", "c", "d"), false, Someone.Who(Role.VillageCadre, h.VillageId), home.Desk.Clock.GetUtcNow());
        await database.GivenAsync(h.VillageId, service, new HouseholdCharge(Guid.CreateVersion7(), h.VillageId, h.GroupId, h.Id, service.Id, new(2026, 1, 1)));

        Assert.Single((await ReadAsync(home, Worklist.NotVisited, mine: true)).Rows);
    }

    [Fact]
    public async Task A_days_plan_names_whom_to_visit_to_the_agent_alone()
    {
        var home = await Home.GivenAsync(database);
        var h = await home.LoadAsync();
        var day = new DateOnly(2026, 3, 2);
        var plan = new PlanDay(database.GateFor(home.Desk.Agent, home.Desk.Clock), home.Desk.Clock);

        Assert.Equal(1, await plan.RunAsync(new(day, [h.Id], [])));
        var view = await PlanAsync(home.Desk.Agent);

        var stop = Assert.Single(view.Stops);
        Assert.Equal((home.Number, "岩温", "100****5678", 3), (stop.Number, stop.Head, stop.Phone, stop.Members.Count));
        Assert.Empty((await PlanAsync(Someone.Who(Role.ResidentAgent, h.VillageId))).Stops);
        await Assert.ThrowsAsync<NotFound>(() => plan.RunAsync(new(day, [Guid.NewGuid()], [])));
        await Assert.ThrowsAsync<NotPermitted>(() => PlanAsync(Someone.Who(Role.Supervisor, h.VillageId)));
        Assert.Equal(0, await plan.RunAsync(new(day, [], [h.Id])));

        Task<DayPlanOf.View> PlanAsync(Actor actor) => new DayPlanOf(database.GateFor(actor, home.Desk.Clock), Imports.Vault, home.Desk.Clock).RunAsync(day, CancellationToken.None);
    }

    private Task<WorklistOf.View> ReadAsync(Home home, Worklist list, Guid? group = null, bool mine = false, string? after = null) =>
        new WorklistOf(database.GateFor(home.Desk.Agent, home.Desk.Clock), home.Desk.Clock).RunAsync(new(list, group, mine, after), CancellationToken.None);

    private async Task VisitAsync(Home home, DateOnly on, DateOnly? next, bool refused = false)
    {
        var h = await home.LoadAsync();
        var visit = Visit.Record(Guid.CreateVersion7(), h, home.Desk.Agent.StaffId, on, new("玉香", null, [], [], null, false, [], refused, next, null), home.Desk.Clock.Today(), home.Desk.Clock.GetUtcNow());
        await database.GivenAsync(h.VillageId, visit);
    }
}
