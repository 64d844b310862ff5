using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Cycles;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Schemes;

namespace VillageInsurance.UseCases.Cycles;

/// <summary>A new year begins: each site without the title goes on in a cycle of the new year, and builds again where its declaration was returned.
/// May be run every day; what goes on already stays.</summary>
public sealed class ContinueCycles(AppDbGate gate, TimeProvider clock)
{
    /// <summary>Continues them, and says how many.</summary>
    public Task<int> RunAsync() => gate.ChangeAsync(Permission.ManageProgramme, async db =>
    {
        var today = clock.Today();
        await db.LockAsync("new year");
        var newest = await db.Cycles.Where(c => c.Year < today.Year && !db.Cycles.Any(later => later.VillageId == c.VillageId && later.SiteGroupId == c.SiteGroupId && later.Year > c.Year))
            .Where(c => c.State == CycleState.Site || c.State == CycleState.Signed || c.State == CycleState.Staffed || c.State == CycleState.Building || c.State == CycleState.Returned)
            .ToListAsync();
        var scheme = await db.SchemeOfAsync(today.Year);
        foreach (var cycle in newest) db.Add(cycle.Continue(Guid.CreateVersion7(), today.Year, scheme.Id, today));
        return newest.Count;
    });
}
