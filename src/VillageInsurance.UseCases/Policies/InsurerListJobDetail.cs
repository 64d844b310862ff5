using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Work;

namespace VillageInsurance.UseCases.Policies;

/// <summary>The job on a list of the insurer, for whoever carries it out.</summary>
public sealed class InsurerListJobDetail(AppDbGate gate)
{
    /// <summary>Where it stands, and which list it reads.</summary>
    public sealed record View(Guid Id, JobState State, Guid ListId);

    /// <summary>Reads it. Not found when it is somebody else's.</summary>
    public Task<View> RunAsync(Guid id, CancellationToken cancel) => gate.ReadAsync(Permission.BringInsurerLists, async db =>
    {
        var job = await db.OwnJobRequests().AsNoTracking().Where(j => j.Kind == JobKind.InsurerList).FindOrRefuseAsync(id, cancel);
        return new View(job.Id, job.State, InsurerListJobs.TaskOf(job).ListId);
    }, cancel);
}
