using VillageInsurance.Browser.Tests.Shared;
using VillageInsurance.UseCases.Tests.Shared;
using VillageInsurance.Web.CommandLine;

[assembly: AssemblyFixture(typeof(DemoTemplate))]

namespace VillageInsurance.Browser.Tests.Shared;

/// <summary>The demo county, loaded once a run as <c>./dev run</c> loads it; each class gets a copy of its database, keys and files.</summary>
public sealed class DemoTemplate : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("demo-template").FullName;
    private string? _database;

    /// <summary>A copy of the database, reached as "app"; keys and files are put into the folder. Classes run one after another.</summary>
    public async Task<string> CopyAsync(TestPostgres postgres, string folder)
    {
        if (_database is null)
        {
            var database = await postgres.MakeEmptyAsync();
            await using var installation = await postgres.InstallAsync(database, _folder);
            await installation.MigrateAsync(CancellationToken.None);
            await DemoVerb.LoadIfEmptyAsync(installation, CancellationToken.None);
            _database = database;
        }
        foreach (var file in Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(_folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
        return await postgres.CopyAsync(_database);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}

/// <summary>An installation of the product on a database of the tests.</summary>
internal static class TestInstallation
{
    public static Task<Installation> InstallAsync(this TestPostgres postgres, string database, string folder) =>
        Installation.OpenAsync(["--environment=Development", $"--ConnectionStrings:Main={database}",
            $"--ConnectionStrings:Migrator={postgres.AsMigrator(database)}", $"--Local:Folder={folder}"], alone: true);
}
