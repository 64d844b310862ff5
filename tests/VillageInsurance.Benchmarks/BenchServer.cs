using Npgsql;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.LocalPostgres;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.Benchmarks;

/// <summary>A private server for the run, with a template that each measurement gets a copy of.</summary>
internal sealed class BenchServer : IAsyncDisposable
{
    private const string Template = "bench_template";

    private readonly PrivatePostgres _server;
    private int _last;

    private BenchServer(PrivatePostgres server) => _server = server;

    public static async Task<BenchServer> StartAsync()
    {
        var server = await PrivatePostgres.StartThrowAwayAsync();
        await DatabaseRoles.MakeDatabaseAsync(server.AdminConnectionString, Template);
        await Schema.MigrateAsync(ConnectionSettings.ForMigrator(server.ConnectionStringFor(Template, "migrator") + ";Pooling=false"), TimeProvider.System);
        return new(server);
    }

    public async Task<BenchDatabase> NewDatabaseAsync()
    {
        var name = $"bench_{++_last}";
        await ExecuteAsync($"create database {name} template {Template} strategy file_copy");
        return new(this, name, _server.ConnectionStringFor(name, "app"), _server.ConnectionStringFor(name, "migrator"), _server.ConnectionStringFor(name, "postgres"));
    }

    /// <summary>An empty database with its roles, reached as "app" and as "migrator".</summary>
    public async Task<(string App, string Migrator)> NewEmptyAsync()
    {
        var name = $"bench_{++_last}";
        await DatabaseRoles.MakeDatabaseAsync(_server.AdminConnectionString, name);
        return (_server.ConnectionStringFor(name, "app"), _server.ConnectionStringFor(name, "migrator"));
    }

    public Task DropAsync(string name) => ExecuteAsync($"drop database {name} with (force)");

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task ExecuteAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(_server.AdminConnectionString);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}

/// <summary>One database, reached as the product reaches it and otherwise.</summary>
internal sealed class BenchDatabase(BenchServer server, string name, string app, string migrator, string superuser) : IAsyncDisposable, ICurrentActor
{
    private static readonly Actor Office = new(StaffMember.CommandLineId, "bench",
        [new Grant(Role.CountyOffice, [.. RolePermissions.Of(Role.CountyOffice), Permission.BringInsurerLists], DataScope.WholeCounty, From: default)], new(2026, 3, 1));

    public string App { get; } = ConnectionSettings.ForApp(app);
    public string Migrator { get; } = ConnectionSettings.ForMigrator(migrator);
    public string Superuser { get; } = ConnectionSettings.ForApp(superuser);

    public AppDbGate Gate => new(ConnectionSettings.OptionsFor(App), this, TimeProvider.System);

    public Task<Actor> GetAsync(CancellationToken cancel) => Task.FromResult(Office);

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        await server.DropAsync(name);
    }
}
