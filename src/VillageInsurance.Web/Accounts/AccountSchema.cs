using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

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

/// <summary>Ready when the database answers and the account tables are current.</summary>
internal sealed class AccountsReady(IConfiguration configuration) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        await AccountSchema.IsCurrentAsync(configuration.MainDatabase(), cancellationToken)
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy("The account tables are behind this program.");
}
