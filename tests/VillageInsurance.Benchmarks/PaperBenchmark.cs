using System.Diagnostics;
using VillageInsurance.Domain.Awards;
using VillageInsurance.Domain.Cycles;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Schemes;
using VillageInsurance.UseCases.Documents;
using VillageInsurance.UseCases.Papers;

namespace VillageInsurance.Benchmarks;

/// <summary>The certificates of 150 titles as one Word document, with a print number for each, and as one print page's content.</summary>
internal static class PaperBenchmark
{
    private const int Titles = 150, Year = 2025;

    public static async Task RunAsync(BenchServer server, Results results, int rounds)
    {
        await using var database = await server.NewDatabaseAsync();
        var folder = Directory.CreateTempSubdirectory("bench-papers-").FullName;
        await MakeTitlesAsync(database);
        var (documents, pages, told) = (new List<double>(), new List<double>(), 0);
        for (var i = 0; i <= rounds; i++)
        {
            var job = Guid.CreateVersion7();
            var watch = Stopwatch.StartNew();
            var made = await new PrintCertificates(database.Gate, new DiskFileStore(folder)).RunAsync(new(job, Year), (_, _) => { told++; return Task.CompletedTask; });
            var document = watch.Elapsed.TotalSeconds;
            watch.Restart();
            var sheets = await new CertificateSheets(database.Gate).RunAsync(job, CancellationToken.None);
            if (made.Count != Titles || sheets.Count != Titles || told != Titles * (i + 1)) throw new InvalidOperationException($"{made.Count} printed, {sheets.Count} shown, {told} told.");
            // The first round is not measured: everything is compiled, connected and prepared in it.
            if (i == 0) continue;
            documents.Add(document);
            pages.Add(watch.Elapsed.TotalSeconds);
        }
        Directory.Delete(folder, recursive: true);
        results.AtMost("papers-150-document-seconds", Results.Median(documents), 10, $"Word file with {Titles} certificates, median of {rounds}");
        results.AtMost("papers-150-page-seconds", Results.Median(pages), 2, $"content of the print page, median of {rounds}");
    }

    private static Task MakeTitlesAsync(BenchDatabase database) => database.Gate.ChangeAsync(Permission.KeepTitles, db =>
    {
        var from = new DateOnly(2000, 1, 1);
        var county = new Area(Guid.CreateVersion7(), null, AreaLevel.County, AreaKind.County, "999999", "County", from);
        var township = new Area(Guid.CreateVersion7(), county.Id, AreaLevel.Township, AreaKind.Town, "999999101", "Town", from);
        db.AddRange(county, township);
        for (var i = 0; i < Titles; i++)
        {
            var village = new Area(Guid.CreateVersion7(), township.Id, AreaLevel.Village, AreaKind.VillageCommittee, $"999999101{i + 200}", $"Village {i}", from);
            var cycle = new VillageCycle(Guid.CreateVersion7(), village.Id, null, Year, Scheme.CityTemplateId);
            db.AddRange(village, cycle, new Title(Guid.CreateVersion7(), village.Id, null, cycle.Id, Year, $"C-{i:000}", new(Year + 1, 2, 20)));
        }
        return Task.CompletedTask;
    });
}
