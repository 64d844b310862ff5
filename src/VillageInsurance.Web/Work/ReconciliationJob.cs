using System.Diagnostics;
using Hangfire;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Reconciliations;
using VillageInsurance.UseCases.Work;

namespace VillageInsurance.Web.Work;

/// <summary>Compares a statement with what is recorded in the background, in the name of who asked. It may be started twice, even at once: the second finds the work done.</summary>
[AutomaticRetry(Attempts = 0)]
internal sealed partial class ReconciliationJob(JobIdentity identity, ActorLoader loader, TimeProvider clock, ReportJob report, CompareStatement compare, EndComparison end, ILogger<ReconciliationJob> log)
{
    private static readonly TimeSpan BetweenReports = TimeSpan.FromSeconds(0.5);

    private readonly Stopwatch _sinceReport = new();

    public async Task RunAsync(Guid jobId, Guid staffId)
    {
        await identity.TakeAsync(staffId, loader);
        // Whose right was withdrawn meanwhile gets an answer, too; without an end the sweep would start the job for ever.
        var permitted = identity.Actor?.ScopeOf(Permission.ReconcilePremiums) is not null;
        if (!permitted) identity.TakeProgram(clock.Today());
        if ((permitted ? await TryAsync(jobId) : new(jobId, JobState.Refused, new NotPermitted(Permission.ReconcilePremiums).TextKey)) is { } broken) await end.RunAsync(broken);
    }

    private async Task<EndComparison.Input?> TryAsync(Guid jobId)
    {
        try
        {
            await compare.RunAsync(new(jobId), (rows, of) => ReportAsync(jobId, rows, of));
            return null;
        }
        catch (Refusal no)
        {
            return new(jobId, JobState.Refused, no.TextKey);
        }
        catch (Exception failure)
        {
            Broke(log, jobId, failure);
            return new(jobId, JobState.Failed, null);
        }
    }

    private async Task ReportAsync(Guid job, long rows, long of)
    {
        if (_sinceReport.IsRunning && _sinceReport.Elapsed < BetweenReports) return;
        _sinceReport.Restart();
        await report.RunAsync(new(job, "Rows", rows, of, JobKind.Reconciliation));
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Reconciliation {Job} failed")]
    private static partial void Broke(ILogger log, Guid job, Exception failure);
}
