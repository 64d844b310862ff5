using Npgsql;

namespace VillageInsurance.UseCases.Data;

/// <summary>Makes the roles and the database on a server of our own, as its superuser. Elsewhere an operator runs deploy/roles.sql.</summary>
public static class DatabaseRoles
{
    /// <summary>Makes whatever of the roles is missing.</summary>
    public static Task MakeAsync(string superuser) => RunAsync(superuser, RolesSql());

    /// <summary>Makes the database, owned by the role "owner", unless it is there. The name is the program's own, never a user's.</summary>
    public static async Task MakeDatabaseAsync(string superuser, string name)
    {
        await using var source = NpgsqlDataSource.Create(superuser);
        await using var exists = source.CreateCommand("select count(*) from pg_database where datname = $1");
        exists.Parameters.Add(new NpgsqlParameter { Value = name });
        if ((long)(await exists.ExecuteScalarAsync())! == 0) await RunAsync(superuser, $"create database {name} owner owner");
    }

    private static async Task RunAsync(string superuser, string sql)
    {
        await using var source = NpgsqlDataSource.Create(superuser);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private static string RolesSql()
    {
        using var text = new StreamReader(typeof(DatabaseRoles).Assembly.GetManifestResourceStream("roles.sql")!);
        return text.ReadToEnd();
    }
}
