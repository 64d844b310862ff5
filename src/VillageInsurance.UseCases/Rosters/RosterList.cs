using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Organisation;

namespace VillageInsurance.UseCases.Rosters;

/// <summary>The rosters of the viewer's villages and groups, newest first, at most a hundred; and the places that one may be uploaded for.</summary>
public sealed class RosterList(AppDbGate gate)
{
    private const int Most = 100;

    /// <summary>The rosters and places; of a whole county the villages are many.</summary>
    public sealed record View(IReadOnlyList<Row> Rows, IReadOnlyList<Target> Places);

    /// <summary>A village, or a group of which the viewer keeps no more.</summary>
    public sealed record Target(Guid AreaId, PlaceName Name);

    /// <summary>A roster: whose, of which village, where it stands, and how many of its rows are in.</summary>
    public sealed record Row(Guid Id, string FileName, PlaceName? Place, string By, DateTimeOffset At, RosterState State, RosterKind Kind, RosterCounts Counts, int StoredRows, FileFault? Fault);

    /// <summary>Reads them.</summary>
    public Task<View> RunAsync(CancellationToken cancel) => gate.ReadAsync(Permission.ImportRosters, async db =>
    {
        var scope = db.Actor.ScopeOf(Permission.ImportRosters)!;
        var batches = await db.RosterBatches.AsNoTracking().OrderByDescending(b => b.At).Take(Most).ToListAsync(cancel);
        var own = await db.Areas.AsNoTracking().Where(a => a.ValidTo == null && (a.Level == AreaLevel.Village && (scope.IsWholeCounty || scope.VillageIds.Contains(a.Id)) || scope.GroupIds.Contains(a.Id)))
            .OrderBy(a => a.Code).ThenBy(a => a.Name).ToListAsync(cancel);
        var groups = batches.Select(b => b.GroupId).OfType<Guid>().ToList();
        var groupNames = await db.Areas.AsNoTracking().Where(a => groups.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Name, cancel);
        var villages = await db.PlaceNamesAsync(own.Select(a => a.Level == AreaLevel.Group ? a.ParentId : a.Id).Concat(batches.Select(b => (Guid?)b.VillageId)), cancel);
        var names = await db.StaffNamesAsync(batches.Select(b => b.StaffId), cancel);
        PlaceName? NameOf(Guid village, string? group) => villages.TryGetValue(village, out var name) ? name with { Group = group } : null;
        return new View([.. batches.Select(b => new Row(b.Id, b.FileName, NameOf(b.VillageId, b.GroupId is { } g ? groupNames.GetValueOrDefault(g) : null), names.GetValueOrDefault(b.StaffId, ""), b.At, b.State, b.Kind, b.Counts, b.StoredRows, b.Fault))],
            [.. own.Select(a => (a.Id, Name: a.Level == AreaLevel.Group ? NameOf(a.ParentId!.Value, a.Name) : NameOf(a.Id, null))).Where(t => t.Name is not null).Select(t => new Target(t.Id, t.Name!))]);
    }, cancel);
}
