using System.Globalization;
using System.Security.Claims;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Authentication;

namespace VillageInsurance.Web.Deliveries;

/// <summary>What the interface of the insurer's system needs of the host.</summary>
internal static class DeliverySetup
{
    // Sixty bodies of a hundred rows in a second: more than a county has to tell. A smaller host may allow fewer: Deliveries:MostInTenSeconds.
    private const int Most = 600, WindowSeconds = 10;

    public static void AddDeliveries(this IServiceCollection services, IConfiguration configuration)
    {
        var most = configuration.GetValue("Deliveries:MostInTenSeconds", Most);
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, DeliveryKeyScheme>(DeliveryKeyScheme.Name, null);
        services.AddAuthorizationBuilder().AddPolicy(DeliveryKeyScheme.Policy, policy => policy.AddAuthenticationSchemes(DeliveryKeyScheme.Name).RequireAuthenticatedUser());
        services.AddOpenApi("v1", document => document.ShouldInclude = endpoint => endpoint.GroupName == "v1");
        services.AddRateLimiter(limits =>
        {
            limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limits.AddPolicy(DeliveryKeyScheme.Policy, context => RateLimitPartition.GetFixedWindowLimiter(context.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? "",
                _ => new() { PermitLimit = most, Window = TimeSpan.FromSeconds(WindowSeconds), QueueLimit = 0 }));
            limits.OnRejected = async (refused, _) =>
            {
                refused.HttpContext.Response.Headers.RetryAfter = WindowSeconds.ToString(CultureInfo.InvariantCulture);
                await Problems.Of(StatusCodes.Status429TooManyRequests, "DeliveryTooOften", refused.HttpContext, null, most, WindowSeconds).ExecuteAsync(refused.HttpContext);
            };
        });
    }
}
