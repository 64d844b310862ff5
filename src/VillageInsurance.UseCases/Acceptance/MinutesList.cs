using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Acceptance;
using VillageInsurance.Domain.Applications;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Documents;
using VillageInsurance.UseCases.Organisation;

namespace VillageInsurance.UseCases.Acceptance;

/// <summary>The minutes of meetings that the actor may see, newest first, at most 100.</summary>
public sealed class MinutesList(AppDbGate gate)
{
    /// <param name="Area">The village, township or county whose meeting it was.</param>
    public sealed record Row(Guid Id, string Area, MeetingBody Body, DateOnly HeldOn, string ResolutionNumber, string Subject, string Decision, IReadOnlyList<string> Participants, IReadOnlyList<FileView> Files);

    /// <summary>The rows, and the areas for which the actor may record a meeting.</summary>
    public sealed record View(IReadOnlyList<Row> Rows, IReadOnlyList<Place> Places);

    /// <summary>An area.</summary>
    public sealed record Place(Guid Id, string Name, AreaLevel Level);

    /// <summary>Reads them.</summary>
    public Task<View> RunAsync(CancellationToken cancel) => gate.ReadAsync(Permission.ViewDeclarations, async db =>
    {
        var found = await db.Minutes.AsNoTracking().OrderByDescending(m => m.HeldOn).ThenByDescending(m => m.Id).Take(100).ToListAsync(cancel);
        var ids = found.Select(m => m.Id).ToList();
        var files = (await db.Attachments.AsNoTracking().Where(f => ids.Contains(f.RecordId) && f.RemovedAt == null).ToListAsync(cancel))
            .ToLookup(f => f.RecordId, f => new FileView(f.Id, f.Kind, f.Slot, f.FileName, f.MediaType, f.Size, f.At));
        var names = await db.StaffNamesAsync(found.SelectMany(m => m.Participants), cancel);
        var areaIds = found.Select(m => m.VillageId).Distinct().ToList();
        var areas = await db.Areas.AsNoTracking().Where(a => areaIds.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Name, cancel);
        return new View([.. found.Select(m => new Row(m.Id, areas.GetValueOrDefault(m.VillageId, ""), m.Body, m.HeldOn, m.ResolutionNumber, m.Subject, m.Decision,
            [.. m.Participants.Select(p => names.GetValueOrDefault(p, "")).Where(p => p.Length > 0)], [.. files[m.Id]]))], await PlacesAsync(db, cancel));
    }, cancel);

    private static async Task<IReadOnlyList<Place>> PlacesAsync(AppDb db, CancellationToken cancel)
    {
        if (db.Actor.ScopeOf(Permission.ReviewDeclarations) is not { } scope) return [];
        var (county, ids) = (scope.IsWholeCounty, scope.VillageIds);
        // The whole county, its townships and villages: under the county's own bound of some hundred.
        return await db.Areas.AsNoTracking().Where(a => a.Level != AreaLevel.Group && a.ValidTo == null && (county || ids.Contains(a.Id)))
            .OrderBy(a => a.Level).ThenBy(a => a.Code).Take(500).Select(a => new Place(a.Id, a.Name, a.Level)).ToListAsync(cancel);
    }
}
