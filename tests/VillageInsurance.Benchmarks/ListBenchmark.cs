using System.Diagnostics;
using System.Globalization;
using System.Text;
using VillageInsurance.Domain.Households;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Policies;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Documents;
using VillageInsurance.UseCases.Exchange;
using VillageInsurance.UseCases.Policies;
using VillageInsurance.UseCases.Rosters;

namespace VillageInsurance.Benchmarks;

/// <summary>A list of the insurer with 20,000 policies, from the uploaded file to the register, against the limit: its finished rows copied and inserted. The check before it is counted in.</summary>
internal static class ListBenchmark
{
    private const int Rows = 20_000;

    private static readonly string[] Before = ["households", "household_places", "persons", "memberships", "products"], Tables = ["policies"];

    private static readonly SheetLimits Limits = SheetLimits.Upload with { Table = new(500_000, 200, int.MaxValue) };

    private static readonly Guid Village = new("00000000-0000-7000-9000-000000000003");

    public static async Task RunAsync(BenchServer server, Results results, int rounds)
    {
        var finished = Directory.CreateTempSubdirectory("bench-lists-").FullName;
        var (limits, products, checks) = (new List<double>(), new List<double>(), new List<double>());
        for (var i = 0; i < rounds; i++)
        {
            await using (var database = await server.NewDatabaseAsync())
            {
                var vault = new Vault(ColumnKeys.Random());
                await GivenPeopleAsync(database, vault);
                if (i == 0) await ImportBenchmark.SaveRowsAsync(database, finished, Before);
                var (check, take) = await ProductAsync(database, vault);
                checks.Add(check);
                products.Add(take);
                if (i == 0) await ImportBenchmark.SaveRowsAsync(database, finished, Tables);
            }
            await using var bare = await server.NewDatabaseAsync();
            await RosterBenchmark.AddPlacesAsync(bare);
            await ImportBenchmark.LimitAsync(bare, finished, Before);
            limits.Add(await ImportBenchmark.LimitAsync(bare, finished, Tables));
        }
        Directory.Delete(finished, recursive: true);
        var (limit, product) = (Results.Median(limits), Results.Median(products));
        results.AtLeast("policies-20000", limit / product, 0.35, $"limit {limit:0.00} s, taken in {product:0.00} s after a check of {Results.Median(checks):0.00} s, median of {rounds}");
    }

    private static async Task<(double Check, double Take)> ProductAsync(BenchDatabase database, Vault vault)
    {
        var (clock, rules, folder, id) = (TimeProvider.System, new ImportRules(TestRegionAllowed: true), Directory.CreateTempSubdirectory("bench-store-").FullName, Guid.CreateVersion7());
        var store = new DiskFileStore(folder);
        var (content, watch) = (Encoding.UTF8.GetBytes(List()), Stopwatch.StartNew());
        await new UploadInsurerList(database.Gate, vault, store, clock).RunAsync(new(id, "bench.csv", content));
        await new ReadInsurerList(database.Gate, vault, store, clock, rules).RunAsync(new(id), Limits, null);
        var check = watch.Elapsed.TotalSeconds;
        watch.Restart();
        await new AskToTakeInsurerList(database.Gate, clock).RunAsync(new(id, (await new InsurerListDetail(database.Gate, vault).RunAsync(new(id), default)).Version, Guid.CreateVersion7()));
        await new ReadInsurerList(database.Gate, vault, store, clock, rules).RunAsync(new(id), Limits, null);
        var take = watch.Elapsed.TotalSeconds;
        Directory.Delete(folder, recursive: true);
        var counts = (await new InsurerListDetail(database.Gate, vault).RunAsync(new(id), default)).Counts;
        return counts.Added == Rows ? (check, take) : throw new InvalidOperationException($"{counts}");
    }

    private static async Task GivenPeopleAsync(BenchDatabase database, Vault vault)
    {
        await RosterBenchmark.AddPlacesAsync(database);
        await database.Gate.ChangeAsync(Permission.ManageProgramme, db =>
        {
            db.Add(new Product(Guid.CreateVersion7(), "P07", "Endowment", "ENDOWMENT", true, false, false, true, Guid.NewGuid()));
            return Task.CompletedTask;
        });
        var (clock, rules, folder, id) = (TimeProvider.System, new ImportRules(TestRegionAllowed: true), Directory.CreateTempSubdirectory("bench-store-").FullName, Guid.CreateVersion7());
        var store = new DiskFileStore(folder);
        await new UploadRoster(database.Gate, vault, store, clock).RunAsync(new(id, Village, "people.xlsx", "bench", "bench", clock.Today(), new(2020, 1, 1), RosterBenchmark.Book(Rows)));
        await new CheckRoster(database.Gate, vault, store, clock, rules).RunAsync(new(id), Limits, null);
        await new AskToStoreRoster(database.Gate, clock).RunAsync(new(id, (await new RosterDetail(database.Gate).RunAsync(id, default)).Version, Guid.CreateVersion7()));
        await new StoreRoster(database.Gate, vault, store, clock, rules).RunAsync(new(id));
        Directory.Delete(folder, recursive: true);
    }

    private static string List()
    {
        var text = new StringBuilder("\u4FDD\u5355\u53F7,\u6751\u4EE3\u7801,\u88AB\u4FDD\u9669\u4EBA,\u8BC1\u4EF6\u53F7\u7801,\u9669\u79CD,\u627F\u4FDD\u65E5\u671F,\u751F\u6548\u65E5\u671F,\u7EC8\u6B62\u65E5\u671F,\u4EA4\u8D39\u65B9\u5F0F,\u4EA4\u8D39\u5E74\u9650,\u4FDD\u8D39,\u4FDD\u989D\n");
        for (var i = 0; i < Rows; i++)
            text.Append(CultureInfo.InvariantCulture, $"B{i:00000000},999999101201,\u5CA9\u6E29,{RosterBenchmark.IdNumberOf(i)},P07,2025-03-01,2025-03-02,2035-03-01,\u5E74\u4EA4,10,600.00,10000.00\n");
        return text.ToString();
    }
}
