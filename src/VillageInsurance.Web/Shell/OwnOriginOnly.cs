namespace VillageInsurance.Web.Shell;

/// <summary>Refuses the circuit's traffic from pages of other hosts: browsers send WebSockets across sites, and say from where in Origin.</summary>
internal sealed class OwnOriginOnly(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (!context.Request.Path.StartsWithSegments("/_blazor") || IsListOfInitializers(context.Request) || IsOwn(context.Request))
            return next(context);

        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    private static bool IsOwn(HttpRequest request) =>
        request.Headers.Origin is [{ } origin]
        && Uri.TryCreate(origin, UriKind.Absolute, out var uri)
        && HostString.FromUriComponent(uri) is var host
        && string.Equals(host.Host, request.Host.Host, StringComparison.OrdinalIgnoreCase)
        && (host.Port ?? uri.Port) == (request.Host.Port ?? uri.Port);

    // A plain GET of script names; browsers send no Origin with it.
    private static bool IsListOfInitializers(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && request.Path.StartsWithSegments("/_blazor/initializers");
}
