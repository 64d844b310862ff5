using Npgsql;

namespace VillageInsurance.UseCases.Data;

/// <summary>Makes a database with its roles on a server of our own, as its superuser. Elsewhere an operator runs deploy/roles.sql.</summary>
public static class DatabaseRoles
{
    /// <summary>Makes whatever is missing: the database, and in it the roles with their rights. The name is the program's own, never a user's.</summary>
    public static async Task MakeDatabaseAsync(string superuser, string name)
    {
        await using (var source = NpgsqlDataSource.Create(superuser))
        {
            await using var exists = source.CreateCommand("select count(*) from pg_database where datname = $1");
            exists.Parameters.Add(new NpgsqlParameter { Value = name });
            if ((long)(await exists.ExecuteScalarAsync())! == 0) await RunAsync(source, $"create database {name}");
        }

        await using var inside = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(superuser) { Database = name, Pooling = false }.ConnectionString);
        await RunAsync(inside, RolesSql());
    }

    private static async Task RunAsync(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private static string RolesSql()
    {
        using var text = new StreamReader(typeof(DatabaseRoles).Assembly.GetManifestResourceStream("roles.sql")!);
        return text.ReadToEnd();
    }
}
