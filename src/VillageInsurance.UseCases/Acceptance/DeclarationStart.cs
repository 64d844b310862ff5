using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Acceptance;
using VillageInsurance.Domain.Cycles;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Schemes;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Organisation;

namespace VillageInsurance.UseCases.Acceptance;

/// <summary>Where a village or group stands before it is declared: its cycle, the last day, and a declaration that is under way.</summary>
public sealed class DeclarationStart(AppDbGate gate, TimeProvider clock)
{
    /// <param name="CycleId">Null while the site was never proposed.</param>
    /// <param name="OpenId">The declaration that is under way; null for none.</param>
    /// <param name="CanBegin">Whether the actor could begin one now.</param>
    /// <param name="IsIrregular">Whether today is before the month of the declaration.</param>
    public sealed record View(PlaceName Place, Guid? CycleId, CycleState State, int Year, Guid? OpenId, DateOnly? LastDay, bool InTime, bool IsIrregular, bool IrregularAllowed, bool CanBegin, Wording? Declares);

    /// <summary>Reads it. Not found outside the actor's villages.</summary>
    public Task<View> RunAsync(Guid areaId, CancellationToken cancel) => gate.ReadAsync(Permission.DeclareVillages, async db =>
    {
        var area = await db.Areas.AsNoTracking().FindOrRefuseAsync(areaId, cancel);
        var (village, group) = area.Level == AreaLevel.Group ? (area.ParentId!.Value, (Guid?)area.Id) : (area.Id, null);
        if (area.Level is not (AreaLevel.Village or AreaLevel.Group) || !db.Actor.May(Permission.DeclareVillages, village)) throw new NotFound(nameof(Area), areaId);
        var place = await db.PlaceAsync(village, group, cancel);
        var cycle = await db.Cycles.AsNoTracking().Where(c => c.VillageId == village && c.SiteGroupId == group).OrderByDescending(c => c.Year).FirstOrDefaultAsync(cancel);
        if (cycle is null) return new View(place, null, CycleState.Candidate, clock.Today().Year, null, null, true, false, true, false, null);
        var rules = (await db.SchemeAsync(cycle.SchemeId, cancel)).Rules;
        var open = await db.Declarations.Where(d => d.CycleId == cycle.Id && d.Status != DeclarationStatus.Returned && d.Status != DeclarationStatus.Refused).Select(d => (Guid?)d.Id).SingleOrDefaultAsync(cancel);
        var (last, today) = (rules.Deadlines.Declaration.In(cycle.Year), clock.Today());
        return new View(place, cycle.Id, cycle.State, cycle.Year, open, last, today <= last, today < new DateOnly(cycle.Year, rules.Deadlines.Declaration.Month, 1), rules.Deadlines.IrregularDeclaration,
            open is null && cycle.State == CycleState.Building && db.Actor.RolesFor(Permission.DeclareVillages, cycle).Contains(rules.Chain.Declarer), rules.Chain.Declares);
    }, cancel);
}
