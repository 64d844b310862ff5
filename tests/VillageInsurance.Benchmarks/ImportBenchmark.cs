using System.Diagnostics;
using System.Globalization;
using Npgsql;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Exchange;

namespace VillageInsurance.Benchmarks;

/// <summary>The import against the limit: the finished rows, copied in binary to temporary tables and inserted from there into the same tables
/// behind the same walls. Nothing faster is possible, for COPY itself is refused on tables with row-level security.</summary>
internal static class ImportBenchmark
{
    private static readonly string[] Tables =
        ["areas", "staff_members", "households", "household_places", "persons", "memberships", "enrolments", "products", "policies", "payments"];

    public static async Task OfSixteenAsync(BenchServer server, Results results, int rounds)
    {
        var times = new List<double>();
        for (var i = 0; i < rounds; i++)
        {
            await using var database = await server.NewDatabaseAsync();
            times.Add(await ProductAsync(database, ScaledCounty.DemoZip));
        }
        results.AtMost("import-16-seconds", Results.Median(times), 10, $"seconds, median of {rounds}");
    }

    public static async Task OfHundredFiftyAsync(BenchServer server, ScaledCounty county, Results results, int rounds)
    {
        var finished = Directory.CreateTempSubdirectory("bench-rows-").FullName;
        var (limits, products, peaks) = (new List<double>(), new List<double>(), new List<double>());
        for (var i = 0; i < rounds; i++)
        {
            await using (var database = await server.NewDatabaseAsync())
            {
                ResetPeak();
                products.Add(await ProductAsync(database, county.Folder));
                peaks.Add(PeakMegabytes());
                if (i == 0) await SaveRowsAsync(database, finished, Tables);
            }
            await using var bare = await server.NewDatabaseAsync();
            limits.Add(await LimitAsync(bare, finished, Tables));
        }
        Directory.Delete(finished, recursive: true);
        var (limit, product) = (Results.Median(limits), Results.Median(products));
        results.AtLeast("import-150", limit / product, 0.35, $"limit {limit:0.0} s, product {product:0.0} s, median of {rounds}");
        results.AtMost("import-150-memory", peaks.Max() / 600, 1, $"{peaks.Max():0} of 600 MB resident at the peak");
    }

    /// <summary>Takes a county in and tells the seconds. A county that is refused ends the measurement: what follows would measure an empty one.</summary>
    public static async Task<double> ProductAsync(BenchDatabase database, string path, Vault? vault = null)
    {
        var import = new ImportCounty(database.Gate, vault ?? new Vault(ColumnKeys.Random()), TimeProvider.System, new(TestRegionAllowed: true));
        var watch = Stopwatch.StartNew();
        var view = await import.RunAsync(new(path, "bench", "bench", new(2025, 1, 1)));
        return view.Outcome == ImportOutcome.Stored ? watch.Elapsed.TotalSeconds : throw new InvalidOperationException($"{view.ProblemCount}: {string.Join(Environment.NewLine, view.Problems.Take(3))}");
    }

    public static async Task SaveRowsAsync(BenchDatabase database, string folder, IReadOnlyList<string> tables)
    {
        await using var connection = await OpenAsync(database.Superuser);
        foreach (var table in tables)
        {
            await using var file = File.Create(Path.Combine(folder, table));
            var only = table == "staff_members" ? "where batch_id is not null" : "";
            // Areas refer to each other: in the order in which they were made, parents come first.
            await using var rows = await connection.BeginRawBinaryCopyAsync($"copy (select {await WrittenAsync(connection, table)} from {table} {only} order by id) to stdout (format binary)");
            await rows.CopyToAsync(file);
        }
    }

    public static async Task<double> LimitAsync(BenchDatabase database, string folder, IReadOnlyList<string> tables)
    {
        await using var connection = await OpenAsync(database.App);
        var watch = Stopwatch.StartNew();
        await using var transaction = await connection.BeginTransactionAsync();
        await ExecuteAsync(connection, "set local app.villages = 'all'");
        foreach (var table in tables)
        {
            var written = await WrittenAsync(connection, table);
            await ExecuteAsync(connection, $"create temp table limit_{table} on commit drop as select {written} from {table} limit 0");
            await using (var copy = await connection.BeginRawBinaryCopyAsync($"copy limit_{table} from stdin (format binary)"))
            await using (var file = File.OpenRead(Path.Combine(folder, table)))
                await file.CopyToAsync(copy, 1 << 16);
            await ExecuteAsync(connection, $"insert into {table} ({written}) select {written} from limit_{table}");
        }
        await transaction.CommitAsync();
        return watch.Elapsed.TotalSeconds;
    }

    // What the server computes by itself is not copied.
    private static async Task<string> WrittenAsync(NpgsqlConnection connection, string table)
    {
        await using var command = new NpgsqlCommand("select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''", connection)
        { Parameters = { new() { Value = table, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text } } };
        return (string)(await command.ExecuteScalarAsync())!;
    }

    private static async Task<NpgsqlConnection> OpenAsync(string connectionString)
    {
        var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        return connection;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync();
    }

    // Linux keeps the peak for each process; writing 5 begins anew.
    public static void ResetPeak()
    {
        GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        if (File.Exists("/proc/self/clear_refs")) File.WriteAllText("/proc/self/clear_refs", "5");
    }

    public static double PeakMegabytes()
    {
        if (!File.Exists("/proc/self/status")) return Process.GetCurrentProcess().PeakWorkingSet64 / 1e6;
        var line = File.ReadLines("/proc/self/status").First(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
        return double.Parse(line[6..^2].Trim(), CultureInfo.InvariantCulture) * 1024 / 1e6;
    }
}
