using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Diagnostics;
using VillageInsurance.Web.Shell;

namespace VillageInsurance.Web.Accounts;

/// <summary>Asks the session book about each request's cookie, and answers what no page follows with a status instead of a page.</summary>
internal sealed class SessionCookie(SessionBook sessions) : CookieAuthenticationEvents
{
    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        // The page that says what failed needs nobody, and the database may be what failed. The cookie stays.
        if (context.HttpContext.Features.Get<IExceptionHandlerFeature>() is not null)
        {
            context.RejectPrincipal();
            return;
        }
        if (context.Principal?.SessionId() is { } session && await StillHoldsAsync(context.HttpContext, session)) return;

        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(SessionClaims.Scheme);
    }

    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (IsForAPerson(context.Request)) return base.RedirectToLogin(context);
        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        return Task.CompletedTask;
    }

    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    // A connection that is opened again by itself, and the question whether the session lives, are not the person's doing.
    private Task<bool> StillHoldsAsync(HttpContext http, Guid session) =>
        StatusPages.IsForScripts(http.Request)
            ? sessions.IsLiveAsync(session, http.RequestAborted)
            : sessions.SeenAsync(session);

    private static bool IsForAPerson(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && !StatusPages.IsForScripts(request);
}
