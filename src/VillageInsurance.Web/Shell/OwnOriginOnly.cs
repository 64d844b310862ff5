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

    // A port that is the usual one stands in neither; any other is part of the place, and a neighbour on another port is a stranger.
    private static bool IsOwn(HttpRequest request) =>
        request.Headers.Origin is [{ } origin]
        && Uri.TryCreate(origin, UriKind.Absolute, out var uri)
        && HostString.FromUriComponent(uri).Equals(request.Host);

    // A plain GET of script names; browsers send no Origin with it.
    private static bool IsListOfInitializers(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && request.Path.StartsWithSegments("/_blazor/initializers");
}
