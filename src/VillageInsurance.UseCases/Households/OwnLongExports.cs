using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Households;

/// <summary>The long exports that the actor asked for in the last two days, newest first.</summary>
public sealed class OwnLongExports(AppDbGate gate, Vault vault, TimeProvider clock)
{
    /// <param name="Done">Rows written so far, of <paramref name="Total"/>.</param>
    /// <param name="Until">Until when the file can be taken; null when it cannot.</param>
    /// <param name="Reason">The text key of a refusal, or the kind of a failure; null otherwise.</param>
    public sealed record Row(Guid Id, ExportKind Kind, string Purpose, DateTimeOffset At, JobState State, long Done, long Total, DateTimeOffset? Until, string? Reason);

    /// <summary>Reads them.</summary>
    public Task<IReadOnlyList<Row>> RunAsync(CancellationToken cancel) => gate.ReadAsync<IReadOnlyList<Row>>(Permission.ExportHouseholds, async db =>
    {
        var (me, now) = (db.Actor.StaffId, clock.GetUtcNow());
        var since = now.AddDays(-2);
        var jobs = await db.JobRequests.AsNoTracking().Where(j => j.StaffId == me && j.Kind == JobKind.Export && j.At > since).OrderByDescending(j => j.At).Take(20).ToListAsync(cancel);
        return [.. jobs.Select(j => RowOf(j, LongExports.OrderOf(vault, j), now))];
    }, cancel);

    private static Row RowOf(JobRequest job, ExportHouseholds.Input order, DateTimeOffset now) => new(job.Id, order.Kind, order.Purpose, job.At, job.State,
        LongExports.WrittenOf(job)?.Rows ?? job.Done, LongExports.WantedOf(job).Rows, LongExports.UntilOf(job, now), job.Reason);
}
