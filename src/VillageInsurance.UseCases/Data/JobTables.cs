using Npgsql;

namespace VillageInsurance.UseCases.Data;

/// <summary>The tables of the job library, in a schema of their own that the role "app" works in.</summary>
public static class JobTables
{
    /// <summary>The schema's name, the one that any SQL here names.</summary>
    public const string Schema = "hangfire";

    /// <summary>Lets the role "app" use them, after they were made by their owner.</summary>
    public static async Task GrantAsync(NpgsqlConnection owner, CancellationToken cancel)
    {
        await using var grant = new NpgsqlCommand($"""
            grant usage on schema {Schema} to app;
            grant select, insert, update, delete on all tables in schema {Schema} to app;
            grant usage, select on all sequences in schema {Schema} to app;
            """, owner);
        await grant.ExecuteNonQueryAsync(cancel);
    }
}
