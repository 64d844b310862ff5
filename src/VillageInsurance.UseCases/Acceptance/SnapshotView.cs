using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Acceptance;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Acceptance;

/// <summary>A snapshot as a page shows it: never the records that were counted.</summary>
public sealed record SnapshotView(Guid Id, SnapshotPurpose TakenFor, DateOnly AsOf, DateOnly KnownAt, int SchemeNumber, FrozenFigures Frozen, string Sha256, DateTimeOffset TakenAt);

internal static class SnapshotViews
{
    /// <summary>A cycle's snapshots, oldest first.</summary>
    public static async Task<IReadOnlyList<SnapshotView>> SnapshotsAsync(this AppDb db, IReadOnlyCollection<Guid> ids, CancellationToken cancel) =>
        await db.Snapshots.AsNoTracking().Where(s => ids.Contains(s.Id)).OrderBy(s => s.Id)
            .Select(s => new SnapshotView(s.Id, s.TakenFor, s.AsOf, s.KnownAt, s.SchemeNumber, s.Frozen, s.Sha256, s.TakenAt)).ToListAsync(cancel);
}
