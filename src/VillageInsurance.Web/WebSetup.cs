using Microsoft.AspNetCore.Components.Server;
using VillageInsurance.Web.Shared;
using VillageInsurance.UseCases;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Exchange;
using VillageInsurance.Web.Accounts;
using VillageInsurance.Web.Applications;
using VillageInsurance.Web.CheckSlips;
using VillageInsurance.Web.Deliveries;
using VillageInsurance.Web.Documents;
using VillageInsurance.Web.Exchange;
using VillageInsurance.Web.Households;
using VillageInsurance.Web.Papers;
using VillageInsurance.Web.Policies;
using VillageInsurance.Web.Reconciliations;
using VillageInsurance.Web.Rosters;
using VillageInsurance.Web.Shell;
using VillageInsurance.Web.Work;

namespace VillageInsurance.Web;

/// <summary>What the host is made of, and the order in which a request passes through it.</summary>
public static class WebSetup
{
    /// <summary>Registers the host's parts.</summary>
    public static void AddWeb(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services.AddUseCases(builder.Configuration.MainDatabase(), builder.KeysOfColumns(), builder.FilesFolder());
        builder.Services.AddSingleton(new ImportRules(builder.Configuration.GetValue<bool>("Import:TestRegionAllowed")));
        builder.Services.AddTransient<DraftKeeper>();
        builder.Services.AddRazorComponents().AddInteractiveServerComponents(LimitCircuits)
            .AddHubOptions(hub => (hub.MaximumReceiveMessageSize, hub.MaximumParallelInvocationsPerClient) = (64 * 1024, 1));
        builder.Services.AddPageParts().AddSingleton<DownloadTickets>();
        builder.Services.AddTexts();
        builder.Services.AddDeliveries(builder.Configuration);
        builder.Services.AddSingleton<WarmUp>();
        builder.Services.AddProxy(builder.Configuration);
        builder.Services.AddHealthChecks().AddCheck<DatabaseReady>("database");
        // A form that does not fit is the sender's mistake in Development, too.
        builder.Services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = false);
        builder.Services.AddAntiforgery(options =>
            options.Cookie = new() { Name = PlainHttp.CookieName(builder, "antiforgery"), HttpOnly = true, SameSite = SameSiteMode.Strict, SecurePolicy = PlainHttp.SecurePolicy(builder) });
    }

    /// <summary>Sets the way of a request, from the outside in.</summary>
    public static void UseWeb(this WebApplication app)
    {
        Correlation.Listen();
        app.UseMiddleware<SecurityHeaders>();
        app.UseProxy();
        app.UseExceptionHandler("/error/500", createScopeForErrors: true);
        app.UseStatusCodePagesWithReExecute("/error/{0}", createScopeForStatusCodePages: true);
        app.UseMiddleware<StatusPages>();
        app.UseRequestLog();
        app.Use(app.Services.GetRequiredService<WarmUp>().From);
        app.UseMiddleware<OwnOriginOnly>();
        app.UseRouting();
        app.UseRequestLocalization();
        app.UseAuthentication();
        app.UseMiddleware<PasswordChangeFirst>();
        app.UseMiddleware<CircuitConnections>();
        app.UseAuthorization();
        app.UseRateLimiter();
        app.UseAntiforgery();

        app.MapStaticAssets().AllowAnonymous();
        app.MapHealth();
        app.MapPreferences();
        app.MapSession();
        app.MapFiles();
        app.MapImports();
        app.MapRosters();
        app.MapPolicyLists();
        app.MapReconciliations();
        app.MapPapers();
        app.MapCheckSlips();
        app.MapExports();
        app.MapDeliveries();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(options =>
        {
            // Compressing personal data beside text that an attacker chose would leak it by its length.
            options.DisableWebSocketCompression = true;
            // SecurityHeaders says it, and more strictly.
            options.ContentSecurityFrameAncestorsPolicy = null;
        });
    }

    /// <summary>The database of the product, reached as the role "app".</summary>
    public static string MainDatabase(this IConfiguration configuration) => ConnectionSettings.ForApp(
        configuration.GetConnectionString("Main") ?? throw new InvalidOperationException("ConnectionStrings:Main is not set."));

    // In Development the file is made when it is missing; elsewhere that would hide a lost one.
    private static ColumnKeys KeysOfColumns(this WebApplicationBuilder builder)
    {
        var file = builder.Configuration["Keys:File"] ?? throw new InvalidOperationException("Keys:File is not set: the file with the keys of encrypted columns.");
        return builder.Environment.IsDevelopment() ? ColumnKeys.LoadOrMake(file) : ColumnKeys.Load(file);
    }

    private static string FilesFolder(this WebApplicationBuilder builder) =>
        builder.Configuration["Files:Folder"] ?? Path.Combine(builder.Environment.ContentRootPath, "files");

    private static void LimitCircuits(CircuitOptions circuits)
    {
        circuits.DetailedErrors = false;
        circuits.DisconnectedCircuitMaxRetained = 100;
        circuits.DisconnectedCircuitRetentionPeriod = TimeSpan.FromMinutes(10);
        circuits.PersistedCircuitInMemoryMaxRetained = 100;
        circuits.PersistedCircuitInMemoryRetentionPeriod = TimeSpan.FromMinutes(30);
        circuits.MaxBufferedUnacknowledgedRenderBatches = 10;
        circuits.JSInteropDefaultCallTimeout = TimeSpan.FromSeconds(30);
    }
}
