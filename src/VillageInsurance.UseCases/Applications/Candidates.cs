using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Organisation;

namespace VillageInsurance.UseCases.Applications;

/// <summary>The villages that the actor may propose this year, with their groups; those that already applied are told apart.</summary>
public sealed class Candidates(AppDbGate gate, TimeProvider clock)
{
    /// <param name="Applied">The application of this year, when there is one for the whole village.</param>
    public sealed record Village(Guid Id, string Name, string Township, RegisteredSize? Registered, Guid? Applied, IReadOnlyList<Group> Groups);

    /// <summary>A village group that may be a site of its own.</summary>
    public sealed record Group(Guid Id, string Name);

    /// <summary>By township and name.</summary>
    public Task<IReadOnlyList<Village>> RunAsync(CancellationToken cancel) => gate.ReadAsync<IReadOnlyList<Village>>(Permission.DraftApplications, async db =>
    {
        var (today, scope) = (clock.Today(), db.Actor.ScopeOf(Permission.DraftApplications)!);
        var (county, ids) = (scope.IsWholeCounty, scope.VillageIds);
        var villages = await db.Areas.AsNoTracking()
            .Where(v => v.Level == AreaLevel.Village && (county || ids.Contains(v.Id)) && v.ValidFrom <= today && (v.ValidTo == null || v.ValidTo >= today))
            .ToListAsync(cancel);
        var places = await db.PlaceNamesAsync(villages.Select(v => (Guid?)v.Id), cancel);
        var found = villages.Select(v => v.Id).ToList();
        var groups = (await db.Areas.AsNoTracking().Where(g => g.Level == AreaLevel.Group && found.Contains(g.ParentId!.Value))
            .Select(g => new { g.Id, g.Name, g.ParentId }).ToListAsync(cancel)).ToLookup(g => g.ParentId!.Value, g => new Group(g.Id, g.Name));
        var applied = await db.Applications.AsNoTracking().Where(a => a.Year == today.Year && a.SiteGroupId == null)
            .ToDictionaryAsync(a => a.VillageId, a => a.Id, cancel);
        return [.. villages.Select(v => new Village(v.Id, v.Name, places[v.Id].Township, v.Registered,
            applied.TryGetValue(v.Id, out var a) ? a : null,
            [.. groups[v.Id].OrderBy(g => g.Name.Length).ThenBy(g => g.Name, StringComparer.Ordinal)])).OrderBy(v => v.Township, StringComparer.Ordinal).ThenBy(v => v.Name, StringComparer.Ordinal)];
    }, cancel);
}
