using Npgsql;

namespace VillageInsurance.LocalPostgres.Tests;

internal static class Asking
{
    public static Task<string> AskAsync(this PrivatePostgres server, string sql) => AskAsync(server.AdminConnectionString, sql);

    public static async Task<string> AskAsync(string connectionString, string sql)
    {
        // Without pooling no connection outlives its question, and none is handed out after a restart.
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false });
        await using var command = source.CreateCommand(sql);
        return (await command.ExecuteScalarAsync())?.ToString() ?? "";
    }
}
