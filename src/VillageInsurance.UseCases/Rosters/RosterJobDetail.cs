using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Work;

namespace VillageInsurance.UseCases.Rosters;

/// <summary>A roster's job, for whoever carries it out.</summary>
public sealed class RosterJobDetail(AppDbGate gate)
{
    /// <summary>Where it stands, and what is to be done.</summary>
    public sealed record View(Guid Id, JobState State, RosterTask Task);

    /// <summary>Reads it. Not found when it is somebody else's.</summary>
    public Task<View> RunAsync(Guid id, CancellationToken cancel) => gate.ReadAsync(Permission.ImportRosters, async db =>
    {
        var job = await db.OwnJobRequests().AsNoTracking().Where(j => j.Kind == JobKind.Roster).FindOrRefuseAsync(id, cancel);
        return new View(job.Id, job.State, RosterJobs.TaskOf(job));
    }, cancel);
}
