using System.Security.Cryptography;

namespace VillageInsurance.Web.Shell;

/// <summary>Puts the security headers on every answer, errors and redirects too. It stands first, and writes when the answer starts, so nothing clears them.</summary>
internal sealed class SecurityHeaders(RequestDelegate next, IConfiguration configuration, IHostEnvironment environment)
{
    private static readonly object NonceKey = new();

    private readonly bool _plainHttp = PlainHttp.Allowed(configuration, environment);

    public Task InvokeAsync(HttpContext context)
    {
        var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
        context.Items[NonceKey] = nonce;
        context.Response.OnStarting(() =>
        {
            Write(context.Request, context.Response.Headers, nonce);
            return Task.CompletedTask;
        });
        return next(context);
    }

    /// <summary>What a script element must carry to run on this answer's page.</summary>
    public static string? NonceOf(HttpContext context) => context.Items[NonceKey] as string;

    private void Write(HttpRequest request, IHeaderDictionary headers, string nonce)
    {
        headers.ContentSecurityPolicy = PolicyFor(request, nonce);
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
        if (!_plainHttp) headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
        if (headers.CacheControl.Count == 0) headers.CacheControl = "no-store";
    }

    // MudBlazor writes style attributes; scripts stay strict.
    private static string PolicyFor(HttpRequest request, string nonce) => string.Join("; ",
        "default-src 'self'",
        $"script-src 'self' 'nonce-{nonce}'",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data:",
        $"connect-src 'self' {(request.IsHttps ? "wss" : "ws")}://{request.Host}",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'");
}
