using System.Diagnostics;
using Hangfire;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Policies;
using VillageInsurance.UseCases.Work;

namespace VillageInsurance.Web.Work;

/// <summary>Reads an uploaded list of the insurer in the background, in the name of who asked. It may be started twice, even at once: the second finds the work done.</summary>
[AutomaticRetry(Attempts = 0)]
internal sealed partial class InsurerListJob(JobIdentity identity, ActorLoader loader, TimeProvider clock, InsurerListJobDetail detail, ReportJob report, EndInsurerListJob end, ReadInsurerList read, ILogger<InsurerListJob> log)
{
    private static readonly TimeSpan BetweenReports = TimeSpan.FromSeconds(0.5);

    private readonly Stopwatch _sinceReport = new();

    public async Task RunAsync(Guid jobId, Guid staffId)
    {
        await identity.TakeAsync(staffId, loader);
        // Whose right was withdrawn meanwhile gets an answer, too; without an end the sweep would start the job for ever.
        var permitted = identity.Actor?.ScopeOf(Permission.BringInsurerLists) is not null;
        if (!permitted) identity.TakeProgram(clock.Today());
        var job = await detail.RunAsync(jobId, CancellationToken.None);
        if (job.State is not (JobState.Waiting or JobState.Running)) return;
        await report.RunAsync(new(jobId, "Begin", 0, 0, JobKind.InsurerList));
        await end.RunAsync(permitted ? await TryAsync(job) : new(jobId, JobState.Refused, new NotPermitted(Permission.BringInsurerLists).TextKey));
    }

    private async Task<EndInsurerListJob.Input> TryAsync(InsurerListJobDetail.View job)
    {
        try
        {
            await read.RunAsync(new(job.ListId), (done, total) => ReportAsync(job.Id, done, total));
            return new(job.Id, JobState.Succeeded, null);
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

    private async Task ReportAsync(Guid job, long done, long total)
    {
        if (_sinceReport.IsRunning && _sinceReport.Elapsed < BetweenReports) return;
        _sinceReport.Restart();
        await report.RunAsync(new(job, "Rows", done, total, JobKind.InsurerList));
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Work on a list of the insurer, job {Job}, failed")]
    private static partial void Broke(ILogger log, Guid job, Exception failure);
}
