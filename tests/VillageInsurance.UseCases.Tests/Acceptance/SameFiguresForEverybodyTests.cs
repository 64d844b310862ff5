using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Acceptance;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Acceptance;
using VillageInsurance.UseCases.Tests.Exchange;
using VillageInsurance.UseCases.Tests.Shared;

namespace VillageInsurance.UseCases.Tests.Acceptance;

/// <summary>A figure is the same whoever looks, although each sees other rows.</summary>
public class SameFiguresForEverybodyTests(DemoCounty demo, TestPostgres postgres)
{
    private static readonly DateOnly AsOf = new(2025, 12, 31), KnownAt = new(2026, 1, 31);

    [Fact]
    public async Task Agent_supervisor_township_office_and_command_line_get_the_same_figures_for_every_edge_village()
    {
        var database = await demo.OpenAsync(postgres);
        var edges = DemoCounty.Reference.Where(r => r["note"] != "free").Select(r => r["village_code"]).ToList();
        var villages = await database.SeeAsync(Places.Village, db => db.Areas.Where(a => edges.Contains(a.Code!)).ToListAsync());
        Assert.True(villages.Count >= 14);

        foreach (var village in villages)
        {
            var ofTheCommandLine = (await database.CountAsync(village.Code!)).Figures;
            foreach (var role in new[] { Role.ResidentAgent, Role.Supervisor, Role.VillageCadre, Role.TownshipOfficial })
                Assert.Equal(ofTheCommandLine, await FiguresAsync(database, Someone.Who(role, village.Id), village.Id));
            Assert.Equal(ofTheCommandLine, await FiguresAsync(database, Someone.InTheCounty(Role.CountyOffice), village.Id));
            Assert.Equal(ofTheCommandLine, await FiguresAsync(database, Someone.InTheCounty(Role.CountyLeader), village.Id));
        }
    }

    [Fact]
    public async Task The_board_of_a_township_shows_its_villages_as_the_counties_board_does()
    {
        var database = await demo.OpenAsync(postgres);
        var whole = await BoardAsync(database, Imports.Office);
        var own = whole.Rows.Take(3).Select(r => r.AreaId).ToArray();

        var township = await BoardAsync(database, Someone.Who(Role.TownshipOfficial, own));

        Assert.Equal(whole.Rows.Take(3).Select(r => (r.AreaId, r.Figures)), township.Rows.Select(r => (r.AreaId, r.Figures)));
        Assert.All(DemoCounty.Reference, r => Assert.Contains(whole.Rows, row => row.Code == r["village_code"] && $"{row.Figures.Population}" == r["population"]));
    }

    [Fact]
    public async Task The_groups_of_a_village_make_up_its_people_and_households()
    {
        var database = await demo.OpenAsync(postgres);
        var village = (await BoardAsync(database, Imports.Office)).Rows.First(r => r.Figures.Population > 0);

        var groups = await BoardAsync(database, Imports.Office, village.AreaId);

        Assert.Equal(10, groups.Rows.Count);
        Assert.Equal((village.Figures.Population, village.Figures.Households, village.Figures.Students),
            (groups.Rows.Sum(r => r.Figures.Population), groups.Rows.Sum(r => r.Figures.Households), groups.Rows.Sum(r => r.Figures.Students)));
        Assert.Equal(village.Figures.HouseholdsRegular, groups.Rows.Sum(r => r.Figures.HouseholdsRegular));
    }

    private static async Task<IndicatorFigures> FiguresAsync(TestDatabase database, Actor actor, Guid village) =>
        (await new VillageFiguresOf(database.GateFor(actor)).RunAsync(new(village, AsOf, KnownAt), CancellationToken.None)).Figures;

    private static Task<CountyBoard.View> BoardAsync(TestDatabase database, Actor actor, Guid? inside = null) =>
        new CountyBoard(database.GateFor(actor)).RunAsync(new(AsOf, KnownAt, inside), CancellationToken.None);
}
