using Microsoft.AspNetCore.Authorization;
using VillageInsurance.Web.Shell;

namespace VillageInsurance.Web.Accounts;

/// <summary>Leads a person whose password was handed out, or is too old, to the page that changes it, and to nothing else.</summary>
internal sealed class PasswordChangeFirst(RequestDelegate next)
{
    /// <summary>Where a password is changed.</summary>
    public const string Page = "/account/password";

    public Task InvokeAsync(HttpContext context)
    {
        if (!context.User.MustChangePasswordFirst() || IsOpen(context)) return next(context);

        if (HttpMethods.IsGet(context.Request.Method) && !StatusPages.IsForScripts(context.Request)) context.Response.Redirect(Page);
        else context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    private static bool IsOpen(HttpContext context) =>
        context.Request.Path == Page || context.Request.Path == SessionEndpoints.SignOut || context.Request.Path == "/preferences"
        || context.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is not null;
}
