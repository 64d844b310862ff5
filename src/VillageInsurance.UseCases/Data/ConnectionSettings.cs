using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace VillageInsurance.UseCases.Data;

/// <summary>What every connection of the product has in common, so that it cannot be forgotten.</summary>
public static class ConnectionSettings
{
    /// <summary>The migrations of the records stand in this table; accounts have their own.</summary>
    internal const string MigrationsTable = "record_migrations";

    /// <summary>For the application: no just-in-time compilation (it eats short queries), prepared statements, a server that is looked for anew.</summary>
    public static string ForApp(string connectionString) => With(connectionString, "-c jit=off");

    /// <summary>For migrations: the login "migrator" acts as the role that owns everything.</summary>
    public static string ForMigrator(string connectionString) => With(connectionString, "-c jit=off -c role=owner");

    internal static DbContextOptions<AppDb> OptionsFor(string connectionString) =>
        new DbContextOptionsBuilder<AppDb>().UseNpgsql(connectionString, o => o.MigrationsHistoryTable(MigrationsTable)).Options;

    private static string With(string connectionString, string options)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString) { IncludeErrorDetail = false };
        if (string.IsNullOrEmpty(settings.Options)) settings.Options = options;
        if (settings.MaxAutoPrepare == 0) settings.MaxAutoPrepare = 50;
        if (settings.KeepAlive == 0) settings.KeepAlive = 10;
        return settings.ConnectionString;
    }
}
