using VillageInsurance.Web.Accounts;
using VillageInsurance.Web.Shell;
using VillageInsurance.Web.Work;

namespace VillageInsurance.Web;

/// <summary>Builds the web application: for the verb "serve", and for tests, which may change services before it is built.</summary>
public static class WebHost
{
    /// <summary>Reads configuration from the folder of the program, the environment and <paramref name="args"/>; refuses to start on an unsafe one.</summary>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? adjust = null)
    {
        var builder = Configure(args);
        if (builder.Environment.IsDevelopment() && builder.Configuration["urls"] is null && builder.Configuration["http_ports"] is null)
            builder.WebHost.UseUrls("http://127.0.0.1:5080");
        builder.AddLog();
        builder.AddWeb();
        builder.AddAccounts();
        builder.AddJobs();
        adjust?.Invoke(builder);

        var app = builder.Build();
        app.UseWeb();
        return app;
    }

    /// <summary>The configuration and environment that an application with these arguments would have.</summary>
    internal static WebApplicationBuilder Configure(string[] args) => WebApplication.CreateBuilder(new WebApplicationOptions
    {
        Args = args,
        ApplicationName = typeof(WebHost).Assembly.GetName().Name,
        ContentRootPath = AppContext.BaseDirectory,
    });
}
