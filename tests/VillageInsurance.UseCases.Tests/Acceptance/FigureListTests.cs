using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Acceptance;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Tests.Exchange;
using VillageInsurance.UseCases.Tests.Shared;

namespace VillageInsurance.UseCases.Tests.Acceptance;

public class FigureListTests(DemoCounty demo, TestPostgres postgres)
{
    private static readonly DateOnly AsOf = new(2025, 12, 31), KnownAt = new(2026, 1, 31);

    [Theory]
    [InlineData(FigureSet.Households, "households")]
    [InlineData(FigureSet.People, "population")]
    [InlineData(FigureSet.Students, "students")]
    public async Task Its_pages_hold_as_many_rows_as_the_figure_says(FigureSet set, string column)
    {
        var (database, village, expected) = await VillageAsync(0);

        var rows = await AllAsync(database, Someone.Who(Role.ResidentAgent, village), village, set);

        Assert.Equal(expected[column], $"{rows.Count}");
        Assert.Equal(rows.Count, rows.Distinct().Count());
    }

    [Fact]
    public async Task A_cover_bought_in_another_village_is_in_the_figure_and_not_in_the_list()
    {
        var (database, village, expected) = await VillageAsync(0);

        var listed = await AllAsync(database, Someone.Who(Role.ResidentAgent, village), village, FigureSet.CoveredStudents);
        var whole = await AllAsync(database, Someone.With(Someone.GrantOf(village, Permission.ViewPolicies), new(Role.ResidentAgent, [Permission.ViewHouseholds], DataScope.WholeCounty, Someone.Today)), village, FigureSet.CoveredStudents);

        Assert.Equal(expected["students_covered"], $"{whole.Count}");
        Assert.Single(whole.Except(listed));
    }

    [Fact]
    public async Task A_supervisor_sees_no_sales_hints()
    {
        var (database, village, _) = await VillageAsync(1);
        var supervisor = Someone.Who(Role.Supervisor, village);

        Assert.NotEmpty(await AllAsync(database, supervisor, village, FigureSet.Households));
        foreach (var set in new[] { FigureSet.CoveredStudents, FigureSet.UncoveredStudents, FigureSet.RegularHouseholds, FigureSet.HouseholdsWithoutRegular })
            await Assert.ThrowsAsync<NotPermitted>(() => AllAsync(database, supervisor, village, set));
    }

    [Fact]
    public async Task Covered_and_uncovered_make_up_the_whole()
    {
        var (database, village, _) = await VillageAsync(2);
        var agent = Someone.Who(Role.ResidentAgent, village);

        Assert.Equal((await AllAsync(database, agent, village, FigureSet.Students)).Count,
            (await AllAsync(database, agent, village, FigureSet.CoveredStudents)).Count + (await AllAsync(database, agent, village, FigureSet.UncoveredStudents)).Count);
        Assert.Equal((await AllAsync(database, agent, village, FigureSet.Households)).Count,
            (await AllAsync(database, agent, village, FigureSet.RegularHouseholds)).Count + (await AllAsync(database, agent, village, FigureSet.HouseholdsWithoutRegular)).Count);
    }

    [Fact]
    public async Task Another_village_is_not_found_and_without_the_right_nothing_is()
    {
        var (database, village, _) = await VillageAsync(3);

        await Assert.ThrowsAsync<NotFound>(() => AllAsync(database, Someone.Who(Role.ResidentAgent, Places.Village), village, FigureSet.Households));
        await Assert.ThrowsAsync<NotPermitted>(() => AllAsync(database, Someone.Who(Role.TownshipOfficial, village), village, FigureSet.Households));
    }

    [Fact]
    public async Task An_agent_of_one_group_lists_that_group_alone()
    {
        var (database, village, _) = await VillageAsync(4);
        var group = await database.SeeAsync(Places.Village, db => db.Areas.Where(a => a.ParentId == village).OrderBy(a => a.Name).Select(a => a.Id).FirstAsync());
        var agent = Someone.With(new Grant(Role.ResidentAgent, RolePermissions.Of(Role.ResidentAgent), new([], [group]), From: Someone.Today));
        var whole = await AllAsync(database, Someone.Who(Role.ResidentAgent, village), village, FigureSet.Households, group);

        Assert.Equal(whole, await AllAsync(database, agent, village, FigureSet.Households, group));
        Assert.NotEmpty(whole);
        await Assert.ThrowsAsync<NotFound>(() => AllAsync(database, agent, village, FigureSet.Households));
    }

    private async Task<(TestDatabase, Guid, Dictionary<string, string>)> VillageAsync(int index)
    {
        var database = await demo.OpenAsync(postgres);
        var expected = DemoCounty.Reference[index];
        return (database, await database.SeeAsync(Places.Village, db => db.Areas.Where(a => a.Code == expected["village_code"]).Select(a => a.Id).SingleAsync()), expected);
    }

    private static async Task<List<FigureList.Row>> AllAsync(TestDatabase database, Actor actor, Guid village, FigureSet set, Guid? group = null)
    {
        var rows = new List<FigureList.Row>();
        FigureList.View page;
        do
        {
            page = await new FigureList(database.GateFor(actor)).RunAsync(
                new(village, group, AsOf, KnownAt, set, rows.LastOrDefault()?.Number, rows.LastOrDefault()?.PersonId), CancellationToken.None);
            rows.AddRange(page.Rows);
        }
        while (page.HasMore);
        return rows;
    }
}
