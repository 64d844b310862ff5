using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Cycles;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Schemes;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Applications;
using VillageInsurance.UseCases.Agreements;
using VillageInsurance.UseCases.Acceptance;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Work;

namespace VillageInsurance.UseCases.Cycles;

/// <summary>How use cases of all features move a village on its way: they find the cycle, say what their own act proves, and what follows by itself follows.</summary>
internal static class CycleProgress
{
    /// <summary>The site's newest cycle with its steps; null while the site was never proposed. Who decides on the same site waits here.</summary>
    public static async Task<VillageCycle?> NewestCycleAsync(this AppDb db, Guid villageId, Guid? siteGroupId)
    {
        await db.LockAsync($"cycle {siteGroupId ?? villageId}");
        return await db.Cycles.Include(c => c.Steps.OrderBy(s => s.Number)).Where(c => c.VillageId == villageId && c.SiteGroupId == siteGroupId)
            .OrderByDescending(c => c.Year).FirstOrDefaultAsync();
    }

    /// <summary>The cycle that the user saw, with its steps.</summary>
    public static async Task<VillageCycle> CycleAsSeenAsync(this AppDb db, Guid id, int seenVersion)
    {
        await db.LockAsync($"cycle {await db.Cycles.Where(c => c.Id == id).Select(c => c.SiteGroupId ?? c.VillageId).SingleOrDefaultAsync()}");
        return await db.Cycles.Include(c => c.Steps.OrderBy(s => s.Number)).FindAsSeenAsync(id, seenVersion);
    }

    /// <summary>The rules by which a cycle goes.</summary>
    public static async Task<SchemeRules> RulesOfAsync(this AppDb db, VillageCycle cycle) =>
        (await db.Schemes.AsNoTracking().SingleAsync(s => s.Id == cycle.SchemeId)).Rules;

    /// <summary>Makes the move in the actor's name, then whatever follows from it by itself.</summary>
    /// <param name="proven">The guards that the calling act itself proves, such as an agreement that it has just put in force.</param>
    public static async Task<CycleStep> MoveAsync(this AppDb db, VillageCycle cycle, CycleMove move, TimeProvider clock, string reason = "", Guid? snapshotId = null, params CycleRule[] proven)
    {
        var rules = await db.RulesOfAsync(cycle);
        var met = await db.MetAsync(cycle, rules, clock.Today());
        met.UnionWith(proven);
        var step = cycle.Move(move, db.Actor, met, rules.Chain, clock.GetUtcNow(), clock.Today(), reason, snapshotId);
        db.Follow(cycle, met, rules.Chain, clock);
        await db.ClearQueueOfAsync(cycle.Id, QueueKind.DeadlineNear);
        return step;
    }

    /// <summary>Makes the moves that follow by themselves, after something changed that they wait for: staffing, the consent text.</summary>
    public static async Task FollowAsync(this AppDb db, Guid villageId, Guid? siteGroupId, TimeProvider clock, params CycleRule[] proven)
    {
        if (await db.NewestCycleAsync(villageId, siteGroupId) is not { } cycle) return;
        var rules = await db.RulesOfAsync(cycle);
        var met = await db.MetAsync(cycle, rules, clock.Today());
        met.UnionWith(proven);
        db.Follow(cycle, met, rules.Chain, clock);
    }

    private static void Follow(this AppDb db, VillageCycle cycle, IReadOnlySet<CycleRule> met, DecidingChain chain, TimeProvider clock)
    {
        while (CycleTable.Of(chain).SingleOrDefault(e => e.From == cycle.State && e.By.Count == 0 && e.Guards.All(met.Contains)) is { } next)
            cycle.Move(next.Move, db.Actor, met, chain, clock.GetUtcNow(), clock.Today());
    }

    /// <summary>The guards that hold for the cycle today, from the records of every feature.</summary>
    public static async Task<HashSet<CycleRule>> MetAsync(this AppDb db, VillageCycle cycle, SchemeRules rules, DateOnly today)
    {
        var met = new HashSet<CycleRule>();
        if (today <= rules.Deadlines.Declaration.In(cycle.Year)) met.Add(CycleRule.TheDeclarationIsInTime);
        await ApplicationFacts.AddAsync(db, cycle, rules, met);
        await StaffingFacts.AddAsync(db, cycle, rules, met, today);
        await AcceptanceFacts.AddAsync(db, cycle, rules, met, today);
        return met;
    }
}
