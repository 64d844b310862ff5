using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Work;

/// <summary>Jobs that nobody works on: never taken up, or silent for so long that their process must have died.</summary>
public sealed class StrandedJobs(AppDbGate gate, TimeProvider clock)
{
    private static readonly TimeSpan TakenUpWithin = TimeSpan.FromSeconds(30), HeardOfWithin = TimeSpan.FromMinutes(3);

    /// <summary>A job, its kind and who asked for it.</summary>
    public sealed record Row(Guid Id, JobKind Kind, Guid StaffId);

    /// <summary>Finds them.</summary>
    public Task<IReadOnlyList<Row>> RunAsync(CancellationToken cancel) => gate.ReadAsync<IReadOnlyList<Row>>(Permission.ImportCountyData, async db =>
    {
        var (waiting, silent) = (clock.GetUtcNow() - TakenUpWithin, clock.GetUtcNow() - HeardOfWithin);
        return await db.JobRequests.AsNoTracking()
            .Where(j => (j.State == JobState.Waiting && j.At < waiting) || (j.State == JobState.Running && j.SeenAt < silent))
            .Select(j => new Row(j.Id, j.Kind, j.StaffId)).ToListAsync(cancel);
    }, cancel);
}
