using System.Diagnostics;
using System.Globalization;
using Npgsql;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Claims;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Exchange;

namespace VillageInsurance.Benchmarks;

/// <summary>The board of 20,000 open claims as the county office sees it, against the same rows read raw by the same role, and in milliseconds.</summary>
internal static class ClaimBenchmark
{
    private const double Target = 100, RatioTarget = 4;
    private const int Claims = 20_000, Times = 10;

    public static async Task RunAsync(BenchServer server, Results results, int rounds)
    {
        await using var database = await server.NewDatabaseAsync();
        await ImportBenchmark.ProductAsync(database, ScaledCounty.DemoZip);
        await using var superuser = NpgsqlDataSource.Create(database.Superuser);
        await using var app = NpgsqlDataSource.Create(database.App);
        await GrowAsync(superuser);
        await Maintenance.VacuumAsync(database.Migrator);
        var board = new ClaimBoard(new AppDbGate(ConnectionSettings.OptionsFor(database.App), new Office(), TimeProvider.System), TimeProvider.System);
        var times = new List<(double Product, double Raw)>();
        for (var round = 0; round <= rounds; round++)
        {
            var (ours, theirs) = (new List<double>(), new List<double>());
            for (var i = 0; i < Times; i++)
            {
                ours.Add(await MeasureAsync(async () =>
                {
                    if ((await board.RunAsync(new(), CancellationToken.None)).Open < Claims) throw new InvalidOperationException("Claims are missing.");
                }));
                theirs.Add(await MeasureAsync(() => RawAsync(app)));
            }
            if (round > 0) times.Add((Results.Median(ours), Results.Median(theirs)));
        }
        var (product, raw) = (Results.Median(times.Select(t => t.Product)), Results.Median(times.Select(t => t.Raw)));
        results.AtMost("claim-board-ms", product, Target, string.Create(CultureInfo.InvariantCulture, $"{Claims} open claims, product {product:0.0} ms, raw {raw:0.0} ms, median of {rounds}"));
        results.AtMost("claim-board-to-raw", Results.Median(times.Select(t => t.Product / t.Raw)), RatioTarget, "the same rows, every column read");
    }

    // Open claims of every state, spread over the policies.
    private static async Task GrowAsync(NpgsqlDataSource superuser)
    {
        await using var grow = superuser.CreateCommand($"""
            insert into claims (id, version, village_id, group_id, number, policy_id, insured_id, accident_on, reported_on, papers_received_on, supplement_asked_on, determined_on, decision, decided_fen, agreed_on,
                is_complex, by_hand, known_on)
            select gen_random_uuid(), 0, p.village_id, p.group_id, 'X' || n, p.id, p.insured_id, d, d, case when n % 5 > 0 then d + 2 end, case when n % 5 = 2 then d + 4 end, case when n % 5 > 2 then d + 9 end,
                case when n % 5 > 2 then 1 end, case when n % 5 > 2 then 100000 end, case when n % 5 = 4 then d + 10 end, false, false, d
            from (select *, row_number() over (order by number) as r, count(*) over () as all_of from policies) p
            join generate_series(1, {Claims}) n on n % p.all_of = p.r - 1, lateral (select current_date - 5 - n % 90 as d) day
            """);
        await grow.ExecuteNonQueryAsync();
    }

    private static async Task RawAsync(NpgsqlDataSource app)
    {
        await using var connection = await app.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using (var scope = new NpgsqlCommand("set local app.villages = 'all'", connection)) await scope.ExecuteNonQueryAsync();
        await using var command = new NpgsqlCommand("""
            select id, number, village_id, group_id, policy_id, insured_id, accident_on, reported_on, papers_received_on, supplement_asked_on, supplement_received_on, surveyed_on, assessed_on, determined_on, agreed_on, paid_on,
                refusal_notified_on, interim_paid_on, closed_on, withdrawn_on, reopened_on, decision, claimed_fen, decided_fen, paid_fen, is_complex, determine_days, pay_days
            from claims where paid_on is null and refusal_notified_on is null and closed_on is null and withdrawn_on is null
            """, connection);
        await using var row = await command.ExecuteReaderAsync();
        while (await row.ReadAsync())
            for (var i = 0; i < row.FieldCount; i++) _ = row.GetValue(i);
    }

    private static async Task<double> MeasureAsync(Func<Task> work)
    {
        var watch = Stopwatch.StartNew();
        await work();
        return watch.Elapsed.TotalMilliseconds;
    }

    private sealed class Office : ICurrentActor
    {
        private static readonly Actor Who = new(StaffMember.CommandLineId, "bench", [new Grant(Role.CountyOffice, RolePermissions.Of(Role.CountyOffice), DataScope.WholeCounty, From: default)], new(2026, 3, 1));

        public Task<Actor> GetAsync(CancellationToken cancel) => Task.FromResult(Who);
    }
}
