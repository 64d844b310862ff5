using Microsoft.EntityFrameworkCore;

namespace VillageInsurance.Web.Accounts;

/// <summary>Makes or brings up to date the tables of accounts. The role "app" must exist: the migrations give it its rights.</summary>
public static class AccountSchema
{
    /// <summary>Runs as the owner of the tables.</summary>
    public static async Task MigrateAsync(string ownerConnection, CancellationToken cancel = default)
    {
        await using var db = new AccountDb(AccountDb.OptionsFor(ownerConnection));
        await db.Database.MigrateAsync(cancel);
    }

    /// <summary>Whether this program's migrations were all run. False, too, on an empty database.</summary>
    public static async Task<bool> IsCurrentAsync(string connection, CancellationToken cancel = default)
    {
        await using var db = new AccountDb(AccountDb.OptionsFor(connection));
        return !(await db.Database.GetPendingMigrationsAsync(cancel)).Any();
    }
}
