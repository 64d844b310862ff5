using System.Diagnostics;
using VillageInsurance.Domain.Acceptance;
using VillageInsurance.Domain.Cycles;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Schemes;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Acceptance;
using VillageInsurance.UseCases.Cycles;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Exchange;
using VillageInsurance.UseCases.Organisation;
using VillageInsurance.UseCases.Work;

namespace VillageInsurance.Benchmarks;

/// <summary>What the office waits for on a county of 150 villages that are all on their way: a village's whole file as its page reads it, and a queue of 300 things.</summary>
internal static class WayBenchmark
{
    private const double VillageTarget = 150, QueueTarget = 200;
    private const int Waiting = 300;

    public static async Task RunAsync(BenchDatabase database, ScaledCounty county, Results results, int rounds)
    {
        await using (database)
        {
            await ImportBenchmark.ProductAsync(database, county.Folder);
            await Maintenance.VacuumAsync(database.Migrator);
            var period = FigurePeriod.Of(2025);
            var villages = (await new CountyBoard(database.Gate).RunAsync(new(period.AsOf, period.KnownAt), CancellationToken.None)).Rows.Select(r => r.AreaId).ToList();
            await StartThemAsync(database, villages);

            await VillageFilesAsync(database, villages, period, rounds: 1);
            var files = await VillageFilesAsync(database, villages, period, rounds);
            results.AtMost("village-page-p95-ms", Percentile(files, 95), VillageTarget, $"file, figures and groups as the page reads them, {files.Count} times, median {Results.Median(files):0}");

            var queue = new List<double>();
            for (var i = 0; i <= rounds * 3; i++)
            {
                var watch = Stopwatch.StartNew();
                var waiting = await new OwnQueue(database.Gate, TimeProvider.System).RunAsync(CancellationToken.None);
                if (waiting.Items.Count < Waiting) throw new InvalidOperationException($"Only {waiting.Items.Count} wait.");
                if (i > 0) queue.Add(watch.Elapsed.TotalMilliseconds);
            }
            results.AtMost("office-queue-ms", Percentile(queue, 95), QueueTarget, $"{Waiting} things, p95 of {queue.Count}, median {Results.Median(queue):0}");
        }
    }

    private static async Task<List<double>> VillageFilesAsync(BenchDatabase database, List<Guid> villages, FigurePeriod period, int rounds)
    {
        var times = new List<double>();
        for (var round = 0; round < rounds; round++)
            foreach (var village in villages.Where((_, i) => i % 3 == round % 3))
            {
                var watch = Stopwatch.StartNew();
                await Task.WhenAll(
                    new VillageFile(database.Gate, TimeProvider.System).RunAsync(new(village, period.AsOf), CancellationToken.None),
                    new VillageFiguresOf(database.Gate).RunAsync(new(village, period.AsOf, period.KnownAt), CancellationToken.None),
                    new CountyBoard(database.Gate).RunAsync(new(period.AsOf, period.KnownAt, village), CancellationToken.None));
                times.Add(watch.Elapsed.TotalMilliseconds);
            }
        return times;
    }

    private static Task StartThemAsync(BenchDatabase database, List<Guid> villages) => database.Gate.ChangeAsync(Permission.DecideApplications, db =>
    {
        foreach (var village in villages) db.Add(new VillageCycle(Guid.CreateVersion7(), village, null, 2025, Scheme.CityTemplateId));
        for (var i = 0; i < Waiting; i++)
            db.Add(QueueItem.ForWhoever(Role.CountyOffice, villages[i % villages.Count], QueueKind.DeadlineNear, Guid.CreateVersion7(), DateTimeOffset.UnixEpoch.AddDays(i), new DateOnly(2025, 12, 25)));
        return Task.CompletedTask;
    });

    private static double Percentile(List<double> values, int percent) => values.Order().ElementAt(Math.Min(values.Count - 1, values.Count * percent / 100));
}
