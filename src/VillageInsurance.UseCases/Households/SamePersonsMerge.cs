using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Households;
using VillageInsurance.Domain.Shared;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Households;

/// <summary>Makes rows into one person: what is known of this year alone follows the row that stays; what last year's figures counted stays where it was counted.</summary>
internal static class SamePersonsMerge
{
    public static async Task<List<JoinedPerson>> JoinAsync(AppDb db, MergeHouseholds.Input input, DateOnly today)
    {
        var joined = new List<JoinedPerson>();
        if (input.Same.Count == 0) return joined;
        var members = await db.Memberships.Where(m => (m.HouseholdId == input.KeptId || m.HouseholdId == input.OtherId) && m.LeftOn == null).Select(m => m.PersonId).ToListAsync();
        foreach (var same in input.Same)
        {
            if (!members.Contains(same.StaysId) || !members.Contains(same.GivesWayId)) throw new NotFound(nameof(Person), same.GivesWayId);
            var (stays, givesWay) = (await db.Persons.FindOrRefuseAsync(same.StaysId), await db.Persons.FindOrRefuseAsync(same.GivesWayId));
            HouseholdMerge.AllowOne(stays, givesWay);
            joined.Add(await FollowAsync(db, stays.Id, givesWay.Id, today));
        }
        return joined;
    }

    private static async Task<JoinedPerson> FollowAsync(AppDb db, Guid stays, Guid givesWay, DateOnly today)
    {
        // Last year is counted as its end was known on the last day of January.
        var (year, known) = (new DateOnly(today.Year, 1, 1), new DateOnly(today.Year, 1, 31));
        var policies = await db.Policies.Where(p => p.InsuredId == givesWay || p.HolderId == givesWay).ToListAsync();
        if (policies.Any(p => p.EffectiveDate < year && p.KnownOn <= known)) throw MergeRule.LastYearsPoliciesStay.Broken();
        var (insured, held) = (policies.Where(p => p.InsuredId == givesWay).ToList(), policies.Where(p => p.HolderId == givesWay).ToList());
        insured.ForEach(p => p.Insures(stays));
        held.ForEach(p => p.IsHeldBy(stays));
        // A claim goes with the policy that it is made on.
        var moved = insured.Select(p => p.Id).ToList();
        foreach (var claim in await db.Claims.Where(c => moved.Contains(c.PolicyId) && c.InsuredId == givesWay).ToListAsync()) claim.Insures(stays);
        var enrolments = await db.Enrolments.Where(e => e.PersonId == givesWay && (e.From >= year || e.KnownOn > known)).ToListAsync();
        enrolments.ForEach(e => e.BelongsTo(stays));
        return new(stays, givesWay, [.. insured.Select(p => p.Id)], [.. held.Select(p => p.Id)], [.. enrolments.Select(e => e.Id)]);
    }
}
