using Microsoft.AspNetCore.Diagnostics;

namespace VillageInsurance.Web.Shell;

/// <summary>Shows the error pages to people: as pages that are looked at, whatever was sent before; and not to scripts, which read the status alone.</summary>
internal sealed class StatusPages(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        var features = context.Features;
        if (features.Get<IStatusCodeReExecuteFeature>() is not null || features.Get<IExceptionHandlerFeature>() is not null)
            context.Request.Method = HttpMethods.Get;
        else if (IsForScripts(context.Request) && features.Get<IStatusCodePagesFeature>() is { } pages)
            pages.Enabled = false;
        return next(context);
    }

    /// <summary>The circuit's own traffic, and the question whether the session lives.</summary>
    public static bool IsForScripts(HttpRequest request) =>
        request.Path.StartsWithSegments("/_blazor") || request.Path == Accounts.SessionEndpoints.Question;
}
