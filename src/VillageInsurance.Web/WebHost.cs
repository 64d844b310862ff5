using VillageInsurance.Web.Accounts;
using VillageInsurance.Web.Shell;

namespace VillageInsurance.Web;

/// <summary>Builds the web application: for the verb "serve", and for tests, which may change services before it is built.</summary>
public static class WebHost
{
    /// <summary>Reads configuration from the folder of the program, the environment and <paramref name="args"/>; refuses to start on an unsafe one.</summary>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? adjust = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            ApplicationName = typeof(WebHost).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
        });
        if (builder.Environment.IsDevelopment() && builder.Configuration["urls"] is null && builder.Configuration["http_ports"] is null)
            builder.WebHost.UseUrls("http://127.0.0.1:5080");
        builder.AddLog();
        builder.AddWeb();
        builder.AddAccounts();
        adjust?.Invoke(builder);

        var app = builder.Build();
        app.UseWeb();
        return app;
    }
}
