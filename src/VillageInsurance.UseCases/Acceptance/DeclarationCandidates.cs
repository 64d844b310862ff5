using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Acceptance;
using VillageInsurance.Domain.Cycles;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Schemes;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Organisation;

namespace VillageInsurance.UseCases.Acceptance;

/// <summary>The villages that build and are not declared yet, for who declares in their scheme; by place.</summary>
public sealed class DeclarationCandidates(AppDbGate gate)
{
    /// <summary>A village that may be declared until the last day.</summary>
    public sealed record Row(Guid CycleId, Guid AreaId, PlaceName Place, int Year, DateOnly LastDay);

    /// <summary>At most 200.</summary>
    public Task<IReadOnlyList<Row>> RunAsync(CancellationToken cancel) => gate.ReadAsync<IReadOnlyList<Row>>(Permission.DeclareVillages, async db =>
    {
        var cycles = await db.Cycles.AsNoTracking().Where(c => c.State == CycleState.Building && !db.Declarations.Any(d => d.CycleId == c.Id && d.Status != DeclarationStatus.Returned && d.Status != DeclarationStatus.Refused)
                && !db.Cycles.Any(later => later.VillageId == c.VillageId && later.SiteGroupId == c.SiteGroupId && later.Year > c.Year))
            .OrderBy(c => c.VillageId).Take(200).ToListAsync(cancel);
        var rules = await db.Schemes.AsNoTracking().ToDictionaryAsync(s => s.Id, s => s.Rules, cancel);
        var places = await db.PlaceNamesAsync(cycles.Select(c => (Guid?)c.VillageId), cancel);
        return [.. cycles.Where(c => db.Actor.RolesFor(Permission.DeclareVillages, c).Contains(rules[c.SchemeId].Chain.Declarer))
            .Select(c => new Row(c.Id, c.SiteGroupId ?? c.VillageId, places[c.VillageId], c.Year, rules[c.SchemeId].Deadlines.Declaration.In(c.Year)))
            .OrderBy(r => r.Place.Township, StringComparer.Ordinal).ThenBy(r => r.Place.Village, StringComparer.Ordinal)];
    }, cancel);
}
