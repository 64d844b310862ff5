using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Work;

/// <summary>The actor's imports, newest first, at most 50.</summary>
public sealed class OwnJobs(AppDbGate gate)
{
    /// <summary>Reads them.</summary>
    public Task<IReadOnlyList<JobDetail.View>> RunAsync(CancellationToken cancel) => gate.ReadAsync<IReadOnlyList<JobDetail.View>>(Permission.ImportCountyData, async db =>
        [.. (await db.JobRequests.AsNoTracking().Where(j => j.StaffId == db.Actor.StaffId && j.Kind == JobKind.ImportCounty).OrderByDescending(j => j.At).Take(50).ToListAsync(cancel)).Select(JobDetail.ViewOf)], cancel);
}
