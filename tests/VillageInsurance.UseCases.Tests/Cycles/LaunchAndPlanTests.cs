using Microsoft.Extensions.Time.Testing;
using VillageInsurance.Domain.Cycles;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;
using VillageInsurance.UseCases.Cycles;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Tests.Shared;

namespace VillageInsurance.UseCases.Tests.Cycles;

public class LaunchAndPlanTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private readonly FakeTimeProvider _clock = new(new(2026, 1, 20, 4, 0, 0, TimeSpan.Zero));
    private readonly Actor _office = Someone.InTheCounty(Role.CountyOffice);
    private readonly Actor _official = Someone.Who(Role.TownshipOfficial, Places.Village, Places.Township);

    [Fact]
    public async Task What_a_township_reports_stands_on_the_board_and_who_has_not_is_seen()
    {
        await ReportAs(_official, "Plan", new(2026, 1, 12), "Plan 5");
        await ReportAs(_official, "Plan", new(2026, 1, 13), "Plan 6");

        var board = await new LaunchBoard(database.GateFor(_office)).RunAsync(new(2026), default);

        var own = board.Rows.Single(r => r.AreaId == Places.Township);
        Assert.Equal((new DateOnly(2026, 1, 13), "Plan 6"), (own.Cells.Single(c => c.Task == "Plan").Done!.On, own.Cells.Single(c => c.Task == "Plan").Done!.Paper));
        Assert.All(board.Rows.Single(r => r.AreaId == Places.OtherTownship).Cells, c => Assert.Null(c.Done));
        var official = await new LaunchBoard(database.GateFor(_official)).RunAsync(new(2026), default);
        Assert.Equal((Places.Township, true), (Assert.Single(official.Rows).AreaId, official.Rows[0].MayReport));
    }

    [Theory]
    [InlineData("Plan", "2026-01-21", "Plan 5", LaunchRule.WhatIsDoneLiesBehind)]
    [InlineData("Plan", "2026-01-12", " ", LaunchRule.ThePaperIsNamed)]
    [InlineData("Fireworks", "2026-01-12", "Plan 5", LaunchRule.TheSchemeAsksForIt)]
    public async Task A_wrong_report_is_refused(string task, string day, string paper, LaunchRule rule) =>
        Assert.Equal(rule, (await Assert.ThrowsAsync<RuleBroken>(() => ReportAs(_official, task, DateOnly.Parse(day, null), paper))).Rule);

    [Fact]
    public async Task Another_township_is_not_found_and_without_the_right_nothing_opens()
    {
        await Assert.ThrowsAsync<NotFound>(() => ReportAs(Someone.Who(Role.TownshipOfficial, Places.OtherVillage, Places.OtherTownship), "Plan", new(2026, 1, 12), "Plan 5"));
        await Assert.ThrowsAsync<NotPermitted>(() => ReportAs(_office, "Plan", new(2026, 1, 12), "Plan 5"));
        await Assert.ThrowsAsync<NotPermitted>(() => new LaunchBoard(database.GateFor(Someone.InTheCounty(Role.Auditor))).RunAsync(new(2026), default));
    }

    [Fact]
    public async Task The_plan_of_a_township_stands_against_what_was_done_and_a_stale_page_is_told()
    {
        await database.GivenAsync(Places.Village, GivenCycle.In(CycleState.Awarded, 2031));
        await database.GivenAsync(Places.Sibling, GivenCycle.In(CycleState.Returned, 2031, Places.Sibling));

        await SetAs(_office, 2031, null, 3);
        await Assert.ThrowsAsync<ChangedMeanwhile>(() => SetAs(_office, 2031, null, 4));
        await SetAs(_office, 2031, 0, 4);

        var row = (await new PlanBoard(database.GateFor(_office)).RunAsync(new(2031), default)).Rows.Single(r => r.TownshipId == Places.Township);
        Assert.Equal((4, 1, 0, 1, "Notice 8"), (row.Planned!.Value, row.OnTheWay, row.Declared, row.Awarded, row.Source));
        var mine = await new PlanBoard(database.GateFor(_official)).RunAsync(new(2031), default);
        Assert.Equal((Places.Township, false), (Assert.Single(mine.Rows).TownshipId, mine.MayEdit));
        await Assert.ThrowsAsync<NotPermitted>(() => SetAs(_official, 2031, 1, 5));
        await Assert.ThrowsAsync<InvalidInput>(() => SetAs(_office, 2031, 1, -1));
    }

    private Task ReportAs(Actor actor, string task, DateOnly on, string paper) =>
        new ReportLaunch(database.GateFor(actor, _clock), _clock).RunAsync(new(Guid.CreateVersion7(), Places.Township, 2026, task, on, paper));

    private Task SetAs(Actor actor, int year, int? seen, int villages) => new SetPlan(database.GateFor(actor)).RunAsync(new(Places.Township, year, seen, villages, "Notice 8"));
}
