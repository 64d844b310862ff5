using System.Diagnostics;
using Hangfire;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Exchange;
using VillageInsurance.UseCases.Work;

namespace VillageInsurance.Web.Work;

/// <summary>Carries out a requested import. It may be started twice, even at once: an import takes a lock, and the same files again change nothing.
/// Who finds the lock taken ends nothing; when the job stays silent, the sweep takes it up again.</summary>
[AutomaticRetry(Attempts = 0)]
internal sealed partial class ImportJob(JobIdentity identity, ActorLoader loader, TimeProvider clock, JobDetail detail, ReportJob report, EndJob end, ImportCounty import, IConfiguration configuration, ILogger<ImportJob> log)
{
    private static readonly TimeSpan BetweenReports = TimeSpan.FromSeconds(1);

    private readonly Stopwatch _sinceReport = new();

    public async Task RunAsync(Guid jobId, Guid staffId)
    {
        await identity.TakeAsync(staffId, loader);
        // Whose right was withdrawn meanwhile gets an answer, too; without an end the sweep would start the job for ever.
        var permitted = identity.Actor?.ScopeOf(Permission.ImportCountyData) is not null;
        if (!permitted) identity.TakeProgram(clock.Today());
        var job = await detail.RunAsync(jobId, CancellationToken.None);
        if (job.State is not (JobState.Waiting or JobState.Running)) return;
        await report.RunAsync(new(jobId, "Begin", 0, 0));
        var outcome = permitted ? await TryAsync(job) : new(jobId, JobState.Refused, null, new NotPermitted(Permission.ImportCountyData).TextKey);
        if (outcome is null) return;
        await end.RunAsync(outcome);
        File.Delete(job.Input.Path);
    }

    private async Task<EndJob.Input?> TryAsync(JobDetail.View job)
    {
        try
        {
            var result = await import.RunAsync(job.Input, progress => ReportAsync(job.Id, progress));
            if (result.Outcome == ImportOutcome.Stored) await VacuumAsync();
            return new(job.Id, result.Outcome == ImportOutcome.Refused ? JobState.Refused : JobState.Succeeded, result, null);
        }
        catch (AnotherImportIsRunning)
        {
            return null;
        }
        catch (Refusal no)
        {
            return new(job.Id, JobState.Refused, null, no.TextKey);
        }
        catch (Exception failure)
        {
            Broke(log, job.Id, failure);
            return new(job.Id, JobState.Failed, null, failure.GetType().Name);
        }
    }

    private async Task ReportAsync(Guid jobId, ImportProgress progress)
    {
        if (_sinceReport.IsRunning && _sinceReport.Elapsed < BetweenReports) return;
        _sinceReport.Restart();
        await report.RunAsync(new(jobId, progress.Step, progress.Done, progress.Total));
    }

    // Only who has the owner's login can; elsewhere the server's own housekeeping follows within minutes.
    private async Task VacuumAsync()
    {
        if (configuration.GetConnectionString("Migrator") is { Length: > 0 } migrator) await Maintenance.VacuumAsync(ConnectionSettings.ForMigrator(migrator));
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Import {Job} failed")]
    private static partial void Broke(ILogger log, Guid job, Exception failure);
}
