using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Cycles;
using VillageInsurance.Domain.Schemes;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Applications;

/// <summary>What a site's application proves for its cycle while it is a candidate or waits for the decision.</summary>
internal static class ApplicationFacts
{
    public static async Task AddAsync(AppDb db, VillageCycle cycle, SchemeRules rules, HashSet<CycleRule> met)
    {
        if (cycle.State is not (CycleState.Candidate or CycleState.Proposed)) return;
        var application = await db.Applications.AsNoTracking()
            .SingleOrDefaultAsync(a => a.VillageId == cycle.VillageId && a.SiteGroupId == cycle.SiteGroupId && a.Year == cycle.Year);
        if (application is null) return;
        if (!application.Form.MissingFields(rules).Any()) met.Add(CycleRule.TheApplicationIsComplete);
        if (!application.Form.UnmetFields(rules, cycle.SiteGroupId is not null).Any()) met.Add(CycleRule.TheConditionsAreMet);
    }
}
