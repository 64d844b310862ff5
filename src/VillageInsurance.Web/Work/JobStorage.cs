using Hangfire;
using Hangfire.PostgreSql;
using Npgsql;
using VillageInsurance.UseCases.Data;
using VillageInsurance.Web.Papers;

namespace VillageInsurance.Web.Work;

/// <summary>Background jobs: kept in the same database, run by the process that serves.</summary>
internal static class JobStorage
{
    /// <summary>Makes the tables, as their owner.</summary>
    public static async Task InstallAsync(string owner, CancellationToken cancel)
    {
        await using var connection = new NpgsqlConnection(owner);
        await connection.OpenAsync(cancel);
        PostgreSqlObjectsInstaller.Install(connection, JobTables.Schema);
        await JobTables.GrantAsync(connection, cancel);
    }

    public static void AddJobs(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<JobIdentity>().AddScoped<ImportJob>().AddScoped<RosterJob>().AddScoped<InsurerListJob>().AddScoped<ReconciliationJob>().AddScoped<ExportJob>().AddScoped<CertificatePrinting>().AddScoped<JobSweep>().AddScoped<DailyJob>();
        builder.Services.AddHangfire(hangfire => hangfire.UsePostgreSqlStorage(
            storage => storage.UseNpgsqlConnection(builder.Configuration.MainDatabase()),
            new PostgreSqlStorageOptions { SchemaName = JobTables.Schema, PrepareSchemaIfNecessary = false, QueuePollInterval = TimeSpan.FromSeconds(2) }));
        // The command line and tests ask for jobs, but run none.
        if (builder.Configuration.GetValue<bool>("Jobs:Run"))
            builder.Services.AddHangfireServer(server => (server.WorkerCount, server.SchedulePollingInterval) = (2, TimeSpan.FromSeconds(15)));
    }

    /// <summary>Once the application runs: every minute somebody looks for jobs that nobody works on.</summary>
    public static void StartSweeping(this WebApplication app) =>
        app.Services.GetRequiredService<IRecurringJobManager>().AddOrUpdate<JobSweep>("sweep", sweep => sweep.RunAsync(), Cron.Minutely);

    /// <summary>Every morning, and once when the application starts: the year goes on and its days are reminded of.</summary>
    public static void StartDays(this WebApplication app)
    {
        app.Services.GetRequiredService<IRecurringJobManager>().AddOrUpdate<DailyJob>("day", day => day.RunAsync(), Cron.Daily(22));
        app.Services.GetRequiredService<IBackgroundJobClient>().Enqueue<DailyJob>(day => day.RunAsync());
    }
}
