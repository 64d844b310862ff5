using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace VillageInsurance.Web.Shell;

/// <summary>Believes X-Forwarded-For and -Proto only from the addresses in <c>Proxy:KnownAddresses</c>; without any, from nobody.</summary>
internal static class Proxy
{
    public static void AddProxy(this IServiceCollection services, IConfiguration configuration) =>
        services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            foreach (var address in KnownAddresses(configuration))
            {
                if (System.Net.IPNetwork.TryParse(address, out var network)) options.KnownIPNetworks.Add(network);
                else options.KnownProxies.Add(IPAddress.Parse(address));
            }
        });

    public static void UseProxy(this WebApplication app)
    {
        // With empty lists the middleware would believe everyone.
        if (KnownAddresses(app.Configuration).Length > 0) app.UseForwardedHeaders();
    }

    private static string[] KnownAddresses(IConfiguration configuration) =>
        configuration.GetSection("Proxy:KnownAddresses").Get<string[]>() ?? [];
}
