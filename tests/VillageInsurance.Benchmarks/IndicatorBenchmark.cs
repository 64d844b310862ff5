using System.Diagnostics;
using Npgsql;
using VillageInsurance.Domain.Acceptance;
using VillageInsurance.Domain.Schemes;
using VillageInsurance.UseCases.Acceptance;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Exchange;

namespace VillageInsurance.Benchmarks;

/// <summary>The use cases of the village page and the county board against the same SQL sent raw: by the same role in the same transaction frame, and by a
/// superuser, whom no row-level policy holds.</summary>
internal static class IndicatorBenchmark
{
    private const int VillagesOfARound = 30;

    private static readonly FigurePeriod Period = FigurePeriod.Of(2025);
    private static readonly CountedPolicies Policies = new("CL", false);

    public static async Task RunAsync(BenchDatabase database, ScaledCounty county, Results results, int rounds)
    {
        await using (database)
        {
            await new ImportCounty(database.Gate, new Vault(ColumnKeys.Random()), TimeProvider.System, new(TestRegionAllowed: true))
                .RunAsync(new(county.Folder, "bench", "bench", new(2025, 1, 1)));
            await Maintenance.VacuumAsync(database.Migrator);
            await using var app = NpgsqlDataSource.Create(database.App);
            await using var superuser = NpgsqlDataSource.Create(database.Superuser);
            var board = await new CountyBoard(database.Gate).RunAsync(new(Period.AsOf, Period.KnownAt), CancellationToken.None);
            var all = board.Rows.Select(r => new FigurePlace(r.AreaId)).ToList();
            var some = all.Where((_, i) => i % (all.Count / VillagesOfARound) == 0).ToList();

            var one = await CompareAsync(rounds, some.Count,
                () => EachAsync(some, place => new VillageFiguresOf(database.Gate).RunAsync(new(place.VillageId, Period.AsOf, Period.KnownAt), CancellationToken.None)),
                () => EachAsync(some, place => RawAsync(app, [place])), () => EachAsync(some, place => RawAsync(superuser, [place])));
            var whole = await CompareAsync(rounds, 1,
                () => new CountyBoard(database.Gate).RunAsync(new(Period.AsOf, Period.KnownAt), CancellationToken.None),
                () => RawAsync(app, all), () => RawAsync(superuser, all));

            Print(results, "indicators-village", one, 1.5, 3.0, rounds);
            Print(results, "indicators-150", whole, 1.3, 2.0, rounds);
        }
    }

    private static async Task EachAsync(List<FigurePlace> places, Func<FigurePlace, Task> work)
    {
        foreach (var place in places) await work(place);
    }

    private static async Task RawAsync(NpgsqlDataSource source, IReadOnlyList<FigurePlace> places)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using (var set = new NpgsqlCommand("set local app.villages = 'all'", connection)) await set.ExecuteNonQueryAsync();
        await using var command = FiguresQuery.Command(connection, FiguresSql.Count, places, Period, Policies);
        await using var row = await command.ExecuteReaderAsync();
        while (await row.ReadAsync()) _ = row.GetInt64(2);
    }

    private static async Task<(double Product, double Raw, double Bare)> CompareAsync(int rounds, int units, Func<Task> product, Func<Task> raw, Func<Task> bare)
    {
        // Once unmeasured, so that everything is compiled, connected and prepared.
        foreach (var work in new[] { product, raw, bare }) await work();
        var times = new List<(double Product, double Raw, double Bare)>();
        for (var i = 0; i < rounds; i++) times.Add((await MeasureAsync(product), await MeasureAsync(raw), await MeasureAsync(bare)));
        return (Results.Median(times.Select(t => t.Product)) / units, Results.Median(times.Select(t => t.Raw)) / units, Results.Median(times.Select(t => t.Bare)) / units);
    }

    private static async Task<double> MeasureAsync(Func<Task> work)
    {
        var watch = Stopwatch.StartNew();
        await work();
        return watch.Elapsed.TotalMilliseconds;
    }

    private static void Print(Results results, string name, (double Product, double Raw, double Bare) times, double ofRaw, double ofBare, int rounds)
    {
        results.AtMost($"{name}-to-raw", times.Product / times.Raw, ofRaw, $"product {times.Product:0.0} ms, raw {times.Raw:0.0} ms, median of {rounds}");
        results.AtMost($"{name}-to-bare", times.Product / times.Bare, ofBare, $"without row-level security {times.Bare:0.0} ms");
    }
}
