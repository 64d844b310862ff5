using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using VillageInsurance.Browser.Tests.Shared;
using VillageInsurance.Domain.Awards;
using VillageInsurance.Domain.Cycles;
using VillageInsurance.Domain.Papers;
using VillageInsurance.UseCases.Acceptance;
using VillageInsurance.UseCases.Awards;
using VillageInsurance.UseCases.Organisation;
using VillageInsurance.UseCases.Papers;
using VillageInsurance.Web.CommandLine;

namespace VillageInsurance.Browser.Tests.Demo;

/// <summary>What the demo county shows to somebody who evaluates: every state, every reward status, every paper; and the figures as the reference has them.</summary>
public sealed class SampleYearTests(DemoProduct product) : IClassFixture<DemoProduct>
{
    private const string Awarded = "532801204201";
    private static readonly string[] Untouched = ["532801206205", "532801204202", "532801105206"];

    [Fact]
    public async Task Each_village_stands_where_the_file_says_and_every_state_was_reached()
    {
        var ways = await product.AtTheCommandLineAsync(WaysAsync);

        Assert.All(Rows("demo-year-sites.csv").Where(row => row[1].Length == 0), row =>
            Assert.Equal(row[^1] == "Returned" ? "Building" : row[^1], $"{ways.Single(w => w.Code == row[0]).State}"));
        Assert.All(ways.Where(w => Untouched.Contains(w.Code)), w => Assert.Null(w.Way));
        Assert.Empty(Enum.GetValues<CycleState>().Except(ways.SelectMany(w => w.Way?.Moves.Select(m => m.To) ?? []).Append(CycleState.Candidate)));
        Assert.Contains(ways, w => w.Place.Township.Length > 0 && w.Title?.RevokedOn is not null);
    }

    [Fact]
    public async Task Rewards_stand_in_every_status()
    {
        var ledger = await product.AtTheCommandLineAsync(services => services.GetRequiredService<RewardLedger>().RunAsync(new(2025), default));

        Assert.Empty(Enum.GetValues<RewardStatus>().Except(ledger.Rows.Select(r => r.Status)));
        Assert.NotEmpty(ledger.Costs);
    }

    [Fact]
    public async Task The_awarded_village_has_every_paper()
    {
        var files = await product.AtTheCommandLineAsync(PrintAsync);

        // The monthly feedback is no paper of the year's round.
        Assert.Equal([PaperKind.CommitteeFeedback], Enum.GetValues<PaperKind>().Except(files.Select(f => f.Kind)));
        Assert.All(files, f => Assert.True(f.Docx.Length > 1000));
    }

    [Fact]
    public async Task The_figures_are_those_of_the_reference()
    {
        var board = await product.AtTheCommandLineAsync(services => services.GetRequiredService<CountyBoard>().RunAsync(new(new(2025, 12, 31), new(2026, 1, 31)), default));

        Assert.All(Rows("expected-indicators.csv"), row =>
        {
            var figures = board.Rows.Single(r => r.Code == row[0]).Figures;
            Assert.Equal([Number(row[2]), Number(row[3]), Number(row[4]), Number(row[5]), Number(row[8]), Number(row[9]), Number(row[10])],
                [figures.Population, figures.Households, figures.Students, figures.StudentsCovered, figures.AccidentFen, figures.LifeNewRegularFen, figures.HouseholdsRegular]);
        });
    }

    private static async Task<IReadOnlyList<VillageFile.View>> WaysAsync(IServiceProvider services)
    {
        var (areas, file, found) = (services.GetRequiredService<AreaList>(), services.GetRequiredService<VillageFile>(), new List<VillageFile.View>());
        foreach (var county in await areas.RunAsync(null, forGrants: false, default))
            foreach (var township in await areas.RunAsync(county.Id, forGrants: false, default))
                foreach (var village in await areas.RunAsync(township.Id, forGrants: false, default))
                {
                    found.Add(await file.RunAsync(new(village.Id, new(2026, 11, 1)), default));
                    foreach (var group in await areas.RunAsync(village.Id, forGrants: false, default)) found.Add(await file.RunAsync(new(group.Id, new(2026, 11, 1)), default));
                }
        return found;
    }

    private static async Task<IReadOnlyList<(PaperKind Kind, byte[] Docx)>> PrintAsync(IServiceProvider services)
    {
        var printed = new List<(PaperKind, byte[])>();
        foreach (var paper in await services.GetRequiredService<VillagePapers>().RunAsync(Awarded, default))
            printed.Add((paper.Kind, (await services.GetRequiredService<PrintPaper>().RunAsync(new(Guid.CreateVersion7(), paper.Kind, paper.RecordId, PaperForm.Docx))).Docx!));
        return printed;
    }

    private static IEnumerable<string[]> Rows(string file) => File.ReadLines(DemoFiles.Path(file)).Skip(1).Select(line => line.Split(','));

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
