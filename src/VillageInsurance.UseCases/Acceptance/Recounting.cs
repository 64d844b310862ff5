using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Acceptance;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Schemes;
using VillageInsurance.Domain.Shared;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Acceptance;

/// <summary>Counts a declaration's village again at what is known by now, for the review and for the last word.</summary>
internal static class Recounting
{
    /// <summary>Counts. Refused when the declaration is no longer the one that was seen, or was never submitted.</summary>
    public static async Task<Recount> RecountAsync(this AppDbGate gate, Permission needed, Guid declarationId, int? seenVersion, TimeProvider clock, CancellationToken cancel = default)
    {
        var (place, period, scheme) = await gate.ReadAsync(needed, async db =>
        {
            var d = await db.Declarations.AsNoTracking().FindOrRefuseAsync(declarationId, cancel);
            if (seenVersion is { } seen && d.Version != seen) throw new ChangedMeanwhile();
            if (d.SnapshotId is null) throw ReviewRule.OnlyATakenInOneIsReviewed.Broken();
            return (new FigurePlace(d.VillageId, d.SiteGroupId), d.CountedOn(clock.Today()), await db.SchemeAsync(d.SchemeId, cancel));
        }, cancel);
        return new(period, scheme, await gate.CountRecordsAsync(place, period, scheme.Rules.Policies, cancel));
    }

    /// <summary>Keeps the count as a snapshot.</summary>
    public static FigureSnapshot Keep(this AppDb db, Recount counted, Declaration d, SnapshotPurpose takenFor, TimeProvider clock)
    {
        var snapshot = FigureSnapshot.Take(Guid.CreateVersion7(), d.VillageId, d.SiteGroupId, d.CycleId, takenFor, counted.Period, counted.Scheme, counted.Records, db.Actor.StaffId, clock.GetUtcNow());
        db.Add(snapshot);
        return snapshot;
    }
}

/// <summary>A count with the days and the scheme that it was made by.</summary>
internal sealed record Recount(FigurePeriod Period, Scheme Scheme, CountedRecords Records);
