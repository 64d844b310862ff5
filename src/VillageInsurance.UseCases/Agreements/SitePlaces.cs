using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;
using VillageInsurance.UseCases.Cycles;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Agreements;

internal static class SitePlaces
{
    /// <summary>Refuses what is no village of the actor's for this right, and a group that lies in another village.</summary>
    public static async Task RequirePlaceAsync(this AppDb db, Permission needed, Guid villageId, Guid? groupId, Enum outsideRule)
    {
        var village = await db.Areas.AsNoTracking().SingleOrDefaultAsync(a => a.Id == villageId && a.Level == AreaLevel.Village) ?? throw new NotFound(nameof(Area), villageId);
        if (!db.Actor.May(needed, village.Id)) throw new OutOfScope(village.Id);
        if (groupId is { } id && !await db.Areas.AnyAsync(g => g.Id == id && g.ParentId == villageId && g.Level == AreaLevel.Group)) throw outsideRule.Broken();
    }

    /// <summary>The groups of a village that are sites of their own.</summary>
    public static Task<List<Guid>> GroupSitesAsync(this AppDb db, Guid villageId) =>
        db.Sites.Where(s => s.VillageId == villageId && s.SiteGroupId != null).Select(s => s.SiteGroupId!.Value).Distinct().ToListAsync();

    /// <summary>Lets the cycle of the site follow that a person of this village or group belongs to.</summary>
    public static async Task FollowSiteAsync(this AppDb db, Guid villageId, Guid? groupId, TimeProvider clock)
    {
        var site = groupId is { } group && (await db.GroupSitesAsync(villageId)).Contains(group) ? groupId : null;
        await db.FollowAsync(villageId, site, clock);
    }
}
