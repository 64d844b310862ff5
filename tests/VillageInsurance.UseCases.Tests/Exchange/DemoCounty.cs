using System.IO.Compression;
using Npgsql;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Tests.Exchange;
using VillageInsurance.UseCases.Tests.Shared;

[assembly: AssemblyFixture(typeof(DemoCounty))]

namespace VillageInsurance.UseCases.Tests.Exchange;

/// <summary>The demo county that the product ships with, imported once for all tests that only look at it. Its reference answer was worked out by another program.</summary>
public sealed class DemoCounty : IAsyncDisposable
{
    private readonly SemaphoreSlim _once = new(1);
    private TestDatabase? _database;

    public static string Zip => Path.Combine(AppContext.BaseDirectory, "data", "demo-county", "demo-county.zip");

    /// <summary>Column by column, for each village.</summary>
    public static IReadOnlyList<Dictionary<string, string>> Reference { get; } =
        Rows(File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "data", "demo-county", "expected-indicators.csv")));

    public async Task<TestDatabase> OpenAsync(TestPostgres postgres)
    {
        await _once.WaitAsync();
        try
        {
            if (_database is not null) return _database;
            _database = await NewAsync(postgres);
            Assert.Empty((await _database.ImportAsync(Zip)).Problems);
            await Maintenance.VacuumAsync(_database.MigratorConnectionString);
            return _database;
        }
        finally
        {
            _once.Release();
        }
    }

    /// <summary>A fresh database whose county has the demo county's code.</summary>
    public static async Task<TestDatabase> NewAsync(TestPostgres postgres)
    {
        var database = new TestDatabase(postgres);
        await database.InitializeAsync();
        await using var connection = NpgsqlDataSource.Create(database.SuperuserConnectionString);
        await using var rename = connection.CreateCommand($"update areas set code = '532801' where id = '{Places.County}'");
        await rename.ExecuteNonQueryAsync();
        return database;
    }

    public static string Unpacked()
    {
        var folder = Directory.CreateTempSubdirectory("demo-county-").FullName;
        ZipFile.ExtractToDirectory(Zip, folder);
        return folder;
    }

    public static IReadOnlyList<Dictionary<string, string>> Rows(IReadOnlyList<string> lines) =>
        [.. lines.Skip(1).Select(line => lines[0].Split(',').Zip(line.Split(',')).ToDictionary(c => c.First, c => c.Second))];

    public async ValueTask DisposeAsync()
    {
        if (_database is not null) await _database.DisposeAsync();
        _once.Dispose();
    }
}
