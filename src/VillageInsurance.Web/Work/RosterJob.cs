using System.Diagnostics;
using Hangfire;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Exchange;
using VillageInsurance.UseCases.Rosters;
using VillageInsurance.UseCases.Work;

namespace VillageInsurance.Web.Work;

/// <summary>Checks or stores an uploaded roster in the background, in the name of who asked. It may be started twice, even at once: the second finds the work done.</summary>
[AutomaticRetry(Attempts = 0)]
internal sealed partial class RosterJob(JobIdentity identity, ActorLoader loader, TimeProvider clock, RosterJobDetail detail, ReportJob report, EndRosterJob end, CheckRoster check, StoreRoster store, ILogger<RosterJob> log)
{
    private static readonly TimeSpan BetweenReports = TimeSpan.FromSeconds(0.5);

    private readonly Stopwatch _sinceReport = new();

    public async Task RunAsync(Guid jobId, Guid staffId)
    {
        await identity.TakeAsync(staffId, loader);
        // Whose right was withdrawn meanwhile gets an answer, too; without an end the sweep would start the job for ever.
        var permitted = identity.Actor?.ScopeOf(Permission.ImportRosters) is not null;
        if (!permitted) identity.TakeProgram(clock.Today());
        var job = await detail.RunAsync(jobId, CancellationToken.None);
        if (job.State is not (JobState.Waiting or JobState.Running)) return;
        await report.RunAsync(new(jobId, "Begin", 0, 0, JobKind.Roster));
        if ((permitted ? await TryAsync(job) : new(jobId, JobState.Refused, new NotPermitted(Permission.ImportRosters).TextKey)) is { } outcome) await end.RunAsync(outcome);
    }

    private async Task<EndRosterJob.Input?> TryAsync(RosterJobDetail.View job)
    {
        try
        {
            await (job.Task.Act == RosterAct.Check ? check.RunAsync(new(job.Task.BatchId), rows => ReportAsync(job, rows)) : store.RunAsync(new(job.Task.BatchId), rows => ReportAsync(job, rows)));
            return new(job.Id, JobState.Succeeded, null);
        }
        catch (AnotherImportIsRunning)
        {
            // Ends nothing: when the job stays silent, the sweep takes it up again.
            return null;
        }
        catch (Refusal no)
        {
            return new(job.Id, JobState.Refused, no.TextKey);
        }
        catch (Exception failure)
        {
            Broke(log, job.Id, failure);
            return new(job.Id, JobState.Failed, null);
        }
    }

    private async Task ReportAsync(RosterJobDetail.View job, long rows)
    {
        if (_sinceReport.IsRunning && _sinceReport.Elapsed < BetweenReports) return;
        _sinceReport.Restart();
        await report.RunAsync(new(job.Id, job.Task.Act.ToString(), rows, job.Rows, JobKind.Roster));
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Work on a roster, job {Job}, failed")]
    private static partial void Broke(ILogger log, Guid job, Exception failure);
}
