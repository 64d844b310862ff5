namespace VillageInsurance.Web.Shell;

/// <summary>Whether browsers may reach the application without TLS: by default only in Development, else only where <c>Web:PlainHttp</c> says so.</summary>
internal static class PlainHttp
{
    public static bool Allowed(IConfiguration configuration, IHostEnvironment environment) =>
        configuration.GetValue("Web:PlainHttp", defaultValue: environment.IsDevelopment());

    /// <summary>With TLS the browser itself ties a cookie named __Host- to this host and to https.</summary>
    public static string CookieName(WebApplicationBuilder builder, string name) =>
        Allowed(builder.Configuration, builder.Environment) ? name : $"__Host-{name}";

    public static CookieSecurePolicy SecurePolicy(WebApplicationBuilder builder) =>
        Allowed(builder.Configuration, builder.Environment) ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
}
