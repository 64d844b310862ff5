using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using VillageInsurance.UseCases.Data;
using VillageInsurance.Web.Accounts;

namespace VillageInsurance.Web.Shell;

/// <summary>Live: the process answers. Ready: the database is reached and its schema is the one this program knows.</summary>
internal static class Health
{
    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready").AllowAnonymous();
    }
}

/// <summary>Ready when the database answers and every migration that this program knows was run.</summary>
internal sealed class DatabaseReady(IConfiguration configuration) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var database = configuration.MainDatabase();
        return await Schema.IsCurrentAsync(database, cancellationToken) && await AccountSchema.IsCurrentAsync(database, cancellationToken)
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy("The database is out of reach, or its schema is behind this program.");
    }
}
