using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Cycles;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Cycles;

internal static class CycleStates
{
    /// <summary>Where the villages and groups that the actor sees stand today, by village or group; a place that is not there was never proposed.
    /// A proposal that was sent back shows as returned, for whoever may see applications.</summary>
    public static async Task<Dictionary<Guid, CycleState>> StatesAsync(this AppDb db, CancellationToken cancel)
    {
        var found = await db.Cycles.AsNoTracking().OrderBy(c => c.Year)
            .Select(c => new { c.VillageId, Place = c.SiteGroupId ?? c.VillageId, c.State, Begun = c.Steps.Any() }).ToListAsync(cancel);
        var states = new Dictionary<Guid, CycleState>();
        foreach (var cycle in found.Where(c => c.State is not (CycleState.Candidate or CycleState.Proposed) || db.Actor.May(Permission.ViewApplications, c.VillageId)))
            states[cycle.Place] = cycle is { State: CycleState.Candidate, Begun: true } ? CycleState.Returned : cycle.State;
        return states;
    }
}
