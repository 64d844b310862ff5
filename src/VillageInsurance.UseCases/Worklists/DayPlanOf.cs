using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.HouseholdChecks;
using VillageInsurance.Domain.Households;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.HouseholdChecks;
using VillageInsurance.UseCases.Households;
using VillageInsurance.UseCases.Organisation;

namespace VillageInsurance.UseCases.Worklists;

/// <summary>An agent's own plan of a day, to print or to carry on the phone: whom to visit, who lives there, and what is to be done. Phones stay masked.</summary>
public sealed class DayPlanOf(AppDbGate gate, Vault vault, TimeProvider clock)
{
    /// <summary>The plan, by village, group and number; and the agent's name.</summary>
    public sealed record View(DateOnly Day, string Agent, IReadOnlyList<Stop> Stops);

    /// <summary>A household on the way.</summary>
    public sealed record Stop(Guid Id, string Number, string Head, PlaceName? Place, string? Group, string? Address, string? Phone, IReadOnlyList<Member> Members, DateOnly? LastVisit, DateOnly? NextOn,
        IReadOnlyList<FileGap> Gaps, IReadOnlyList<FileField> Marked, DateOnly? CoverEnds);

    /// <summary>Who lives there.</summary>
    public sealed record Member(string Name, string? Relation, int Age);

    /// <summary>Reads it. Households that the agent no longer keeps, or that have ended, are left out.</summary>
    public Task<View> RunAsync(DateOnly day, CancellationToken cancel) => gate.ReadAsync(Permission.KeepHouseholds, async db =>
    {
        var (me, today) = (db.Actor.StaffId, clock.Today());
        var ids = (await db.DayPlans.AsNoTracking().SingleOrDefaultAsync(p => p.StaffId == me && p.Day == day, cancel))?.Households ?? [];
        var found = await db.Households.AsNoTracking().Where(h => ids.Contains(h.Id) && h.LeftOn == null).Select(h => new
        {
            Household = h,
            Group = db.Areas.Where(a => a.Id == h.GroupId).Select(a => a.Name).FirstOrDefault(),
            LastVisit = db.Visits.Where(v => v.HouseholdId == h.Id).Max(v => (DateOnly?)v.On),
            NextOn = db.Visits.Where(v => v.HouseholdId == h.Id).OrderByDescending(v => v.On).ThenByDescending(v => v.RecordedAt).Select(v => v.NextOn).FirstOrDefault(),
        }).ToListAsync(cancel);
        var places = await db.PlaceNamesAsync(found.Select(f => (Guid?)f.Household.VillageId), cancel);
        var members = (await (from m in db.Memberships.AsNoTracking()
                              where ids.Contains(m.HouseholdId) && m.LeftOn == null
                              join p in db.Persons on m.PersonId equals p.Id
                              orderby m.Relation == Membership.HeadRelation descending, m.Number
                              select new { m.HouseholdId, p, m.Relation }).ToListAsync(cancel)).ToLookup(m => m.HouseholdId);
        var gaps = await db.FileGapsAsync([.. ids], cancel);
        var marked = await db.HouseholdFiles.AsNoTracking().Where(f => ids.Contains(f.Id) && f.Status == FileStatus.Returned).ToDictionaryAsync(f => f.Id, f => f.Rounds[^1].Decision!.Fields, cancel);
        var ends = await (from m in db.Memberships
                          where ids.Contains(m.HouseholdId) && m.LeftOn == null
                          join p in WorklistQuery.Ending(db, today) on m.PersonId equals p.InsuredId
                          group p.EndDate by m.HouseholdId into own
                          select new { own.Key, First = own.Min() }).ToDictionaryAsync(e => e.Key, e => e.First, cancel);
        return new View(day, db.Actor.Name, [.. found.OrderBy(f => f.Household.VillageId).ThenBy(f => f.Group?.Length).ThenBy(f => f.Group, StringComparer.Ordinal).ThenBy(f => f.Household.Number, StringComparer.Ordinal)
            .Select(f => new Stop(f.Household.Id, f.Household.Number, NamesInClear.Shown(db.Actor, f.Household, f.Household.HeadName), places.GetValueOrDefault(f.Household.VillageId), f.Group, f.Household.Address,
                f.Household.Phone is { } phone ? Masking.Number(vault.Open(PersonalCells.Phone, f.Household.Id, phone)) : null,
                [.. members[f.Household.Id].Select(m => new Member(NamesInClear.Shown(db.Actor, f.Household, m.p.Name), m.Relation, m.p.AgeOn(today)))], f.LastVisit, f.NextOn,
                [.. gaps[f.Household.Id]], marked.GetValueOrDefault(f.Household.Id) ?? [], ends.TryGetValue(f.Household.Id, out var end) ? end : null))]);
    }, cancel);
}
