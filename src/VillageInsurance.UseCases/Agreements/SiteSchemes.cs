using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Schemes;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Schemes;

namespace VillageInsurance.UseCases.Agreements;

internal static class SiteSchemes
{
    /// <summary>The rules by which a site goes in a year: those of its newest cycle up to then, else of the scheme that holds.</summary>
    public static async Task<SchemeRules> SchemeOfSiteAsync(this AppDb db, Guid villageId, Guid? groupId, int year, CancellationToken cancel = default)
    {
        var own = await db.Cycles.AsNoTracking().Where(c => c.VillageId == villageId && (c.SiteGroupId == groupId || c.SiteGroupId == null) && c.Year <= year)
            .OrderByDescending(c => c.Year).ThenByDescending(c => c.SiteGroupId == groupId).Select(c => (Guid?)c.SchemeId).FirstOrDefaultAsync(cancel);
        return own is { } id ? (await db.Schemes.AsNoTracking().SingleAsync(s => s.Id == id, cancel)).Rules : (await db.SchemeOfAsync(year, cancel)).Rules;
    }
}
