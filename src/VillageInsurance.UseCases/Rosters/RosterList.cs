using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Organisation;

namespace VillageInsurance.UseCases.Rosters;

/// <summary>The rosters of the viewer's villages, newest first, at most a hundred; and the villages that one may be uploaded for.</summary>
public sealed class RosterList(AppDbGate gate)
{
    private const int Most = 100;

    /// <summary>The rosters and villages; of a whole county the villages are many.</summary>
    public sealed record View(IReadOnlyList<Row> Rows, IReadOnlyList<PlaceName> Villages);

    /// <summary>A roster: whose, of which village, where it stands, and how many of its rows are in.</summary>
    public sealed record Row(Guid Id, string FileName, PlaceName? Place, string By, DateTimeOffset At, RosterState State, RosterKind Kind, RosterCounts Counts, int StoredRows, FileFault? Fault);

    /// <summary>Reads them.</summary>
    public Task<View> RunAsync(CancellationToken cancel) => gate.ReadAsync(Permission.ImportRosters, async db =>
    {
        var scope = db.Actor.ScopeOf(Permission.ImportRosters)!;
        var batches = await db.RosterBatches.AsNoTracking().OrderByDescending(b => b.At).Take(Most).ToListAsync(cancel);
        var villages = await db.Areas.AsNoTracking().Where(a => a.Level == AreaLevel.Village && a.ValidTo == null && (scope.IsWholeCounty || scope.VillageIds.Contains(a.Id)))
            .OrderBy(a => a.Code).Select(a => (Guid?)a.Id).ToListAsync(cancel);
        var places = await db.PlaceNamesAsync(villages.Concat(batches.Select(b => (Guid?)b.VillageId)), cancel);
        var names = await db.StaffNamesAsync(batches.Select(b => b.StaffId), cancel);
        return new View([.. batches.Select(b => new Row(b.Id, b.FileName, places.GetValueOrDefault(b.VillageId), names.GetValueOrDefault(b.StaffId, ""), b.At, b.State, b.Kind, b.Counts, b.StoredRows, b.Fault))],
            [.. villages.Select(v => places.GetValueOrDefault(v!.Value)).OfType<PlaceName>()]);
    }, cancel);
}
