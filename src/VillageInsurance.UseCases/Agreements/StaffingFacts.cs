using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Agreements;
using VillageInsurance.Domain.Cycles;
using VillageInsurance.Domain.Schemes;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Agreements;

/// <summary>Which guards of the way the agreement and the people of a site meet today.</summary>
internal static class StaffingFacts
{
    public static async Task AddAsync(AppDb db, VillageCycle cycle, SchemeRules rules, HashSet<CycleRule> met, DateOnly today)
    {
        var (village, group) = (cycle.VillageId, cycle.SiteGroupId);
        if ((await db.Agreements.Where(a => a.VillageId == village && a.Number != null).ToListAsync()).Any(a => a.HoldsOn(today))) met.Add(CycleRule.AnAgreementIsInForce);
        if ((await db.Supervisors.Where(s => s.VillageId == village && s.GroupId == group && s.LetterNumber != null).ToListAsync()).Any(s => s.HoldsOn(today))) met.Add(CycleRule.ASupervisorIsAppointed);
        if (await ReadyAgentsAsync(db, village, group, today) >= rules.Agents.AtStart) met.Add(CycleRule.TheAgentsAreReady);
        if (await db.ProgrammeTexts.AnyAsync(t => t.Kind == TextKind.Consent)) met.Add(CycleRule.AConsentTextIsOnFile);
    }

    /// <summary>How many agents of the site may work on this day.</summary>
    public static async Task<int> ReadyAgentsAsync(AppDb db, Guid villageId, Guid? groupId, DateOnly day)
    {
        var services = await db.ServicesOfSiteAsync(villageId, groupId);
        var (ids, people) = (services.Select(s => s.Id).ToList(), services.Select(s => s.StaffId).ToList());
        var signed = await db.CommitmentLetters.Where(l => ids.Contains(l.ServiceId) && l.Year == day.Year).Select(l => l.ServiceId).ToListAsync();
        var staff = await db.Staff.Where(s => people.Contains(s.Id)).ToDictionaryAsync(s => s.Id);
        return services.Count(s => AgentReadiness.On(day, s, staff[s.StaffId].Registration, signed.Contains(s.Id)).IsReady);
    }
}
