using Microsoft.AspNetCore.Authorization;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.Web.Accounts;

/// <summary>A policy for each permission, named like it, and the rule that whatever names none is for signed-in people only. Policies hide pages; the gate protects the data.</summary>
internal static class PermissionPolicies
{
    public static void AddPermissionPolicies(this IServiceCollection services)
    {
        services.AddScoped<IAuthorizationHandler, PermissionHandler>();
        services.AddAuthorization(options =>
        {
            options.FallbackPolicy = options.DefaultPolicy;
            foreach (var permission in Enum.GetValues<Permission>())
                options.AddPolicy(permission.ToString(), policy => policy.RequireAuthenticatedUser().AddRequirements(new PermissionNeeded(permission)));
        });
    }
}

internal sealed record PermissionNeeded(Permission Permission) : IAuthorizationRequirement;

internal sealed class PermissionHandler(ICurrentActor actors, AppDbGate gate) : AuthorizationHandler<PermissionNeeded>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, PermissionNeeded requirement)
    {
        try
        {
            var actor = await actors.GetAsync(CancellationToken.None);
            if (actor.ScopeOf(requirement.Permission) is not null) context.Succeed(requirement);
            // A request for a page is an attempt; a part of a page that asks whether to show itself is none.
            else if (context.Resource is HttpContext) await gate.KnockAsync(requirement.Permission);
        }
        // Nobody can be told apart now, and no page without the database shows anything: the gate's refusal says so there.
        catch (OutOfReach) { context.Succeed(requirement); }
        catch (Refusal) { context.Fail(); }
    }
}
