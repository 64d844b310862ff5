using System.Diagnostics;
using Hangfire;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Papers;
using VillageInsurance.UseCases.Work;
using VillageInsurance.Web.Work;

namespace VillageInsurance.Web.Papers;

/// <summary>Prints the certificates of a year in the background, in the name of who asked. It may be started twice, even at once: the numbers are given once.</summary>
[AutomaticRetry(Attempts = 0)]
internal sealed partial class CertificatePrinting(JobIdentity identity, ActorLoader loader, TimeProvider clock, PaperJobDetail detail, ReportJob report, EndPaperJob end, PrintCertificates print, ILogger<CertificatePrinting> log)
{
    private static readonly TimeSpan BetweenReports = TimeSpan.FromSeconds(0.5);

    private readonly Stopwatch _sinceReport = new();

    public async Task RunAsync(Guid jobId, Guid staffId)
    {
        await identity.TakeAsync(staffId, loader);
        // Whose right was withdrawn meanwhile gets an answer, too; without an end the sweep would start the job for ever.
        var permitted = identity.Actor?.ScopeOf(Permission.ManagePapers) is not null;
        if (!permitted) identity.TakeProgram(clock.Today());
        var job = await detail.RunAsync(jobId, CancellationToken.None);
        if (job.State is not (JobState.Waiting or JobState.Running)) return;
        await report.RunAsync(new(jobId, "Begin", 0, 0, JobKind.PrintCertificates));
        await end.RunAsync(permitted ? await TryAsync(job) : new(jobId, JobState.Refused, null, new NotPermitted(Permission.ManagePapers).TextKey));
    }

    private async Task<EndPaperJob.Input> TryAsync(PaperJobDetail.View job)
    {
        try
        {
            return new(job.Id, JobState.Succeeded, await print.RunAsync(new(job.Id, job.Year), (done, total) => ReportAsync(job.Id, done, total)), null);
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

    private async Task ReportAsync(Guid jobId, int done, int total)
    {
        if (_sinceReport.IsRunning && _sinceReport.Elapsed < BetweenReports) return;
        _sinceReport.Restart();
        await report.RunAsync(new(jobId, "Papers", done, total, JobKind.PrintCertificates));
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Printing the certificates of job {Job} failed")]
    private static partial void Broke(ILogger log, Guid job, Exception failure);
}
