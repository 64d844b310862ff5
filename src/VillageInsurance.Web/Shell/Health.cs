using Microsoft.AspNetCore.Diagnostics.HealthChecks;

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
