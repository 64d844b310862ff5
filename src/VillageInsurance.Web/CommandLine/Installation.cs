using VillageInsurance.LocalPostgres;
using VillageInsurance.UseCases.Data;
using VillageInsurance.Web.Accounts;
using VillageInsurance.Web.Work;

namespace VillageInsurance.Web.CommandLine;

/// <summary>The server and the settings that a verb works with: those that are configured, or in Development the private ones of this checkout.</summary>
internal sealed class Installation : IAsyncDisposable
{
    private const string Database = "village_insurance";

    private readonly PrivatePostgres? _server;
    private readonly WebApplicationBuilder _configured;

    private Installation(WebApplicationBuilder configured, string app, string migrator, PrivatePostgres? server) =>
        (_configured, App, Migrator, _server) = (configured, app, migrator, server);

    /// <summary>The connection of the role "app".</summary>
    public string App { get; }

    /// <summary>The connection of the role "migrator"; the same as <see cref="App"/> when none is configured.</summary>
    public string Migrator { get; }

    /// <summary>Whether this is an evaluation or a developer's machine.</summary>
    public bool IsDevelopment => _configured.Environment.IsDevelopment();

    /// <summary>What the host is told beside its own configuration, as arguments.</summary>
    public IEnumerable<string> Settings
    {
        get
        {
            yield return $"--environment={_configured.Environment.EnvironmentName}";
            yield return $"--ConnectionStrings:Main={App}";
            // Without the owner's login nothing may be tried as the owner: the server would refuse the connection.
            if (Migrator != App) yield return $"--ConnectionStrings:Migrator={Migrator}";
            if (!IsDevelopment) yield break;
            var folder = LocalFolder.Find(_configured.Configuration);
            foreach (var (setting, name) in new[] { ("Keys:File", "keys.json"), ("Files:Folder", "files"), ("Logging:Folder", "logs") })
                if (_configured.Configuration[setting] is null) yield return $"--{setting}={Path.Combine(folder, name)}";
        }
    }

    /// <summary>Finds or starts the server. Refuses outside Development when none is configured.</summary>
    public static async Task<Installation> OpenAsync(string[] args, bool alone)
    {
        var configured = WebHost.Configure(args);
        if (configured.Configuration.GetConnectionString("Main") is { Length: > 0 } main)
            return new(configured, main, configured.Configuration.GetConnectionString("Migrator") ?? main, null);
        if (!configured.Environment.IsDevelopment())
            throw new NoPrivatePostgres("No database is configured: set ConnectionStrings__Main. Only in Development the program starts a private one.");

        var folder = Path.Combine(LocalFolder.Find(configured.Configuration), "postgres");
        var server = alone ? await PrivatePostgres.StartAsync(folder) : await PrivatePostgres.StartOrJoinAsync(folder);
        await DatabaseRoles.MakeDatabaseAsync(server.AdminConnectionString, Database);
        return new(configured, server.ConnectionStringFor(Database, "app"), server.ConnectionStringFor(Database, "migrator"), server);
    }

    /// <summary>Brings the tables of records, accounts and jobs up to date.</summary>
    public async Task MigrateAsync(CancellationToken cancel)
    {
        var owner = ConnectionSettings.ForMigrator(Migrator);
        await Schema.MigrateAsync(owner, TimeProvider.System, cancel);
        await AccountSchema.MigrateAsync(owner, cancel);
        await JobStorage.InstallAsync(owner, cancel);
    }

    /// <summary>In Development a schema that is missing or behind is brought up to date before anything else; elsewhere that is a step of its own.</summary>
    public async Task MigrateIfBehindAsync(CancellationToken cancel)
    {
        if (await Schema.IsCurrentAsync(App, cancel) && await AccountSchema.IsCurrentAsync(App, cancel)) return;
        if (!IsDevelopment) throw new NoPrivatePostgres("The database's schema is missing or behind this program: run the verb migrate first.");
        await Console.Error.WriteLineAsync("Bringing the database up to date...");
        await MigrateAsync(cancel);
    }

    /// <summary>Stops the private server, unless another process runs it.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_server is not null) await _server.DisposeAsync();
    }
}
