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
            await ImportBenchmark.ProductAsync(database, county.Folder);
            await Maintenance.VacuumAsync(database.Migrator);
            await using var app = NpgsqlDataSource.Create(database.App);
            await using var superuser = NpgsqlDataSource.Create(database.Superuser);
            var board = await new CountyBoard(database.Gate).RunAsync(new(Period.AsOf, Period.KnownAt), CancellationToken.None);
            var all = board.Rows.Select(r => new FigurePlace(r.AreaId)).ToList();
            var some = all.Where((_, i) => i % (all.Count / VillagesOfARound) == 0).ToList();

            var one = await CompareAsync(rounds, [.. some.Select(place => new Trial(
                () => new VillageFiguresOf(database.Gate).RunAsync(new(place.VillageId, Period.AsOf, Period.KnownAt), CancellationToken.None),
                () => RawAsync(app, [place]), () => RawAsync(superuser, [place])))]);
            var whole = await CompareAsync(rounds, [new(
                () => new CountyBoard(database.Gate).RunAsync(new(Period.AsOf, Period.KnownAt), CancellationToken.None),
                () => RawAsync(app, all), () => RawAsync(superuser, all))]);

            Print(results, "indicators-village", one, 1.5, 3.0);
            Print(results, "indicators-150", whole, 1.3, 2.0);
        }
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

    // Each village's three turns follow each other, and ratios are taken within a round: what else the machine does falls on all three alike.
    private static async Task<List<Times>> CompareAsync(int rounds, List<Trial> trials)
    {
        var times = new List<Times>();
        for (var i = 0; i <= rounds; i++)
        {
            var sum = new Times(0, 0, 0);
            foreach (var trial in trials)
                sum = new(sum.Product + await MeasureAsync(trial.Product), sum.Raw + await MeasureAsync(trial.Raw), sum.Bare + await MeasureAsync(trial.Bare));
            // The first round is not measured: everything is compiled, connected and prepared in it.
            if (i > 0) times.Add(new(sum.Product / trials.Count, sum.Raw / trials.Count, sum.Bare / trials.Count));
        }
        return times;
    }

    private static async Task<double> MeasureAsync(Func<Task> work)
    {
        var watch = Stopwatch.StartNew();
        await work();
        return watch.Elapsed.TotalMilliseconds;
    }

    private static void Print(Results results, string name, List<Times> times, double ofRaw, double ofBare)
    {
        double Median(Func<Times, double> value) => Results.Median(times.Select(value));
        results.AtMost($"{name}-to-raw", Median(t => t.Product / t.Raw), ofRaw, $"product {Median(t => t.Product):0.0} ms, raw {Median(t => t.Raw):0.0} ms, median of {times.Count}");
        results.AtMost($"{name}-to-bare", Median(t => t.Product / t.Bare), ofBare, $"without row-level security {Median(t => t.Bare):0.0} ms");
    }

    private sealed record Trial(Func<Task> Product, Func<Task> Raw, Func<Task> Bare);

    private sealed record Times(double Product, double Raw, double Bare);
}
