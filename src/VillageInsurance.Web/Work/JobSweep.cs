using Hangfire;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Households;
using VillageInsurance.UseCases.Work;
using VillageInsurance.Web.Papers;

namespace VillageInsurance.Web.Work;

/// <summary>Starts anew what was asked for and never started, or was cut off with its process; and deletes the files that were kept for a day.</summary>
internal sealed class JobSweep(JobIdentity identity, StrandedJobs stranded, SweepLongExports exports, IBackgroundJobClient jobs, TimeProvider clock)
{
    public async Task RunAsync()
    {
        identity.TakeProgram(clock.Today());
        foreach (var job in await stranded.RunAsync(CancellationToken.None))
            if (job.Kind == JobKind.PrintCertificates) jobs.Enqueue<CertificatePrinting>(printing => printing.RunAsync(job.Id, job.StaffId));
            else if (job.Kind == JobKind.Roster) jobs.Enqueue<RosterJob>(roster => roster.RunAsync(job.Id, job.StaffId));
            else if (job.Kind == JobKind.InsurerList) jobs.Enqueue<InsurerListJob>(list => list.RunAsync(job.Id, job.StaffId));
            else if (job.Kind == JobKind.Reconciliation) jobs.Enqueue<ReconciliationJob>(comparison => comparison.RunAsync(job.Id, job.StaffId));
            else if (job.Kind == JobKind.Export) jobs.Enqueue<ExportJob>(export => export.RunAsync(job.Id, job.StaffId));
            else jobs.Enqueue<ImportJob>(import => import.RunAsync(job.Id, job.StaffId));
        await exports.RunAsync();
    }
}
