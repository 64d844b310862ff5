using Hangfire;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Work;

namespace VillageInsurance.Web.Work;

/// <summary>Starts anew what was asked for and never started, or was cut off with its process.</summary>
internal sealed class JobSweep(JobIdentity identity, StrandedJobs stranded, IBackgroundJobClient jobs, TimeProvider clock)
{
    public async Task RunAsync()
    {
        identity.TakeProgram(clock.Today());
        foreach (var job in await stranded.RunAsync(CancellationToken.None))
            jobs.Enqueue<ImportJob>(import => import.RunAsync(job.Id, job.StaffId));
    }
}
