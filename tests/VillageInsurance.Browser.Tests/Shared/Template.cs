using Microsoft.Extensions.DependencyInjection;
using VillageInsurance.Browser.Tests.Shared;
using VillageInsurance.UseCases.Tests.Shared;
using VillageInsurance.Web.CommandLine;

[assembly: AssemblyFixture(typeof(DemoTemplate))]
[assembly: AssemblyFixture(typeof(CountyTemplate))]

namespace VillageInsurance.Browser.Tests.Shared;

/// <summary>A county, loaded once a run when a class first asks for it; each class gets a copy of its database, keys and files.</summary>
public abstract class Template : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("template").FullName;
    private string? _database;

    /// <summary>A copy of the database, reached as "app"; keys and files are put into the folder. Classes run one after another.</summary>
    public async Task<string> CopyAsync(TestPostgres postgres, string folder)
    {
        if (_database is null)
        {
            var database = await postgres.MakeEmptyAsync();
            await using var installation = await postgres.InstallAsync(database, _folder);
            await installation.MigrateAsync(CancellationToken.None);
            await LoadAsync(installation);
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

    internal abstract Task LoadAsync(Installation installation);

    public void Dispose()
    {
        Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }
}

/// <summary>The demo county as <c>./dev run</c> loads it.</summary>
public sealed class DemoTemplate : Template
{
    internal override Task LoadAsync(Installation installation) => DemoVerb.LoadIfEmptyAsync(installation, CancellationToken.None);
}

/// <summary>The demo county's villages, households and policies; nobody works there and nothing is on its way.</summary>
public sealed class CountyTemplate : Template
{
    internal override async Task LoadAsync(Installation installation)
    {
        var clock = new PushableClock();
        clock.GoTo(new(2024, 1, 2));
        await using var host = Verb.Host(installation, clock);
        await using var scope = host.Services.CreateAsyncScope();
        var imported = await ImportVerb.RunAsync(scope.ServiceProvider, installation, new(DemoFiles.Path("demo-county.zip"), "demo", "demo", new(2024, 1, 2)), CancellationToken.None);
        if (imported != Verb.Done) throw new InvalidOperationException("The demo county was not imported.");
    }
}

/// <summary>An installation of the product on a database of the tests.</summary>
internal static class TestInstallation
{
    public static Task<Installation> InstallAsync(this TestPostgres postgres, string database, string folder) =>
        Installation.OpenAsync(["--environment=Development", $"--ConnectionStrings:Main={database}",
            $"--ConnectionStrings:Migrator={postgres.AsMigrator(database)}", $"--Local:Folder={folder}"], alone: true);
}
