using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Work;

namespace VillageInsurance.UseCases.Rosters;

/// <summary>A roster's job, for whoever carries it out.</summary>
public sealed class RosterJobDetail(AppDbGate gate)
{
    /// <summary>Where it stands, what is to be done, and with how many rows; zero while nobody has counted them.</summary>
    public sealed record View(Guid Id, JobState State, RosterTask Task, int Rows);

    /// <summary>Reads it. Not found when it is somebody else's.</summary>
    public Task<View> RunAsync(Guid id, CancellationToken cancel) => gate.ReadAsync(Permission.ImportRosters, async db =>
    {
        var job = await db.OwnJobRequests().AsNoTracking().Where(j => j.Kind == JobKind.Roster).FindOrRefuseAsync(id, cancel);
        var task = RosterJobs.TaskOf(job);
        var counts = await db.RosterBatches.AsNoTracking().Where(b => b.Id == task.BatchId).Select(b => b.Counts).SingleOrDefaultAsync(cancel);
        return new View(job.Id, job.State, task, counts?.Rows ?? 0);
    }, cancel);
}
