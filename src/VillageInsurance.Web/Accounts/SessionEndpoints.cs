using Microsoft.AspNetCore.Authentication;

namespace VillageInsurance.Web.Accounts;

/// <summary>Signing out, and the browser's question whether its session still lives.</summary>
internal static class SessionEndpoints
{
    public const string Question = "/session", SignOut = "/sign-out";

    public static void MapSession(this WebApplication app)
    {
        app.MapGet(Question, () => Results.NoContent()).RequireAuthorization();
        app.MapPost(SignOut, EndAsync).RequireAuthorization();
    }

    // The form is asked for because reading it is what makes the framework check its antiforgery token.
    private static async Task<IResult> EndAsync(HttpContext http, SessionBook sessions, IFormCollection form)
    {
        _ = form;
        if (http.User.SessionId() is { } session) await sessions.EndAsync(session, SessionEnd.SignedOut);
        await http.SignOutAsync(SessionClaims.Scheme);
        // Nothing of the person stays in the browser, and Back shows nothing. Cookies are left: language and text size are kept.
        http.Response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\"";
        return Results.LocalRedirect("/sign-in");
    }
}
