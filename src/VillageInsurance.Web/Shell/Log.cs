using System.Globalization;
using Serilog;
using Serilog.Events;
using Serilog.Formatting.Compact;

namespace VillageInsurance.Web.Shell;

/// <summary>The log: console for people, compact JSON in a daily file for machines. Each line carries the trace id that the error page and the audit show.</summary>
internal static class Log
{
    private const string Line = "{Timestamp:HH:mm:ss} {Level:u3} {TraceId} {Message:lj}{NewLine}{Exception}";

    public static void AddLog(this WebApplicationBuilder builder)
    {
        var folder = builder.Configuration["Logging:Folder"] ?? Path.Combine(builder.Environment.ContentRootPath, "logs");
        // The host's own logger, never the process's one: a second host in the process (a test's) would take the lines over.
        builder.Services.AddSerilog((_, log) => log
            .MinimumLevel.Information()
            // These write addresses with queries and SQL with its parameters' shapes; what we need of them stands in the request log.
            .MinimumLevel.Override("Microsoft.AspNetCore", LogEventLevel.Warning)
            .MinimumLevel.Override("Microsoft.EntityFrameworkCore", LogEventLevel.Warning)
            .MinimumLevel.Override("Hangfire", LogEventLevel.Warning)
            .WriteTo.Console(LevelOf(builder.Configuration), Line, CultureInfo.InvariantCulture, standardErrorFromLevel: LogEventLevel.Verbose)
            .WriteTo.File(new CompactJsonFormatter(), Path.Combine(folder, "web-.json"), rollingInterval: RollingInterval.Day,
                fileSizeLimitBytes: 100_000_000, rollOnFileSizeLimit: true, retainedFileCountLimit: 60, shared: true), preserveStaticLogger: true);
    }

    /// <summary>One line a request: method, path without its query, status, time.</summary>
    public static void UseRequestLog(this WebApplication app) => app.UseSerilogRequestLogging(options =>
    {
        options.Logger = app.Services.GetRequiredService<Serilog.ILogger>();
        options.IncludeQueryInRequestPath = false;
        options.GetLevel = (context, _, failure) => failure is not null || context.Response.StatusCode >= 500 ? LogEventLevel.Error
            : context.Request.Path.StartsWithSegments("/health") ? LogEventLevel.Verbose
            : LogEventLevel.Information;
    });

    private static LogEventLevel LevelOf(IConfiguration configuration) =>
        configuration.GetValue("Logging:Console", LogEventLevel.Information);
}
