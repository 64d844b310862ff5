using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Applications;
using VillageInsurance.Domain.Cycles;
using VillageInsurance.UseCases.Cycles;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Applications;

/// <summary>What an application does to the site's cycle: its first submission begins it.</summary>
internal static class ApplicationCycle
{
    /// <summary>Moves the cycle that the application began.</summary>
    public static async Task MoveCycleAsync(this AppDb db, SiteApplication application, CycleMove move, TimeProvider clock, string reason = "", params CycleRule[] proven)
    {
        await db.LockAsync($"cycle {application.SiteGroupId ?? application.VillageId}");
        var cycle = await db.Cycles.Include(c => c.Steps)
            .SingleOrDefaultAsync(c => c.VillageId == application.VillageId && c.SiteGroupId == application.SiteGroupId && c.Year == application.Year);
        if (cycle is null) db.Add(cycle = new VillageCycle(Guid.CreateVersion7(), application.VillageId, application.SiteGroupId, application.Year, application.SchemeId));
        await db.MoveAsync(cycle, move, clock, reason, proven: proven);
    }
}
