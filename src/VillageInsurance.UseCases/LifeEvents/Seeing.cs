using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Households;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.LifeEvents;

/// <summary>Who sees a household's and a person's records: the people of where they are now. No figure reads it.</summary>
internal static class Seeing
{
    /// <summary>The person with his schools. Policies stay where they were written.</summary>
    public static async Task SeePersonAsync(this AppDb db, Person person, Guid villageId, Guid? groupId)
    {
        person.SeenAt(villageId, groupId);
        foreach (var enrolment in await db.Enrolments.Where(e => e.PersonId == person.Id).ToListAsync()) enrolment.SeenAt(villageId, groupId);
    }

    /// <summary>The household with its present members, and what visits to it brought.</summary>
    public static async Task SeeHouseholdAsync(this AppDb db, Household household, Guid villageId, Guid? groupId)
    {
        var id = household.Id;
        household.SeenAt(villageId, groupId);
        var members = await db.Memberships.Where(m => m.HouseholdId == id && m.LeftOn == null).ToListAsync();
        var people = members.ConvertAll(m => m.PersonId);
        foreach (var member in members) member.SeenAt(villageId, groupId);
        foreach (var person in await db.Persons.Where(p => people.Contains(p.Id)).ToListAsync()) await db.SeePersonAsync(person, villageId, groupId);
        await db.SeeSurveysAsync(id, villageId, groupId);
        foreach (var file in await db.HouseholdFiles.Where(f => f.Id == id).ToListAsync()) file.SeenAt(villageId, groupId);
        foreach (var change in await db.FieldChanges.Where(c => c.HouseholdId == id).ToListAsync()) change.SeenAt(villageId, groupId);
        foreach (var correction in await db.Corrections.Where(c => c.HouseholdId == id).ToListAsync()) correction.SeenAt(villageId, groupId);
        foreach (var life in await db.LifeEvents.Where(e => e.HouseholdId == id).ToListAsync()) life.SeenAt(villageId, groupId);
    }

    /// <summary>What visits brought, when the household was merged into one that is seen elsewhere.</summary>
    public static async Task SeeSurveysAsync(this AppDb db, Guid householdId, Guid villageId, Guid? groupId)
    {
        foreach (var visit in await db.Visits.Where(v => v.HouseholdId == householdId).ToListAsync()) visit.SeenAt(villageId, groupId);
        foreach (var consent in await db.Consents.Where(c => c.HouseholdId == householdId).ToListAsync()) consent.SeenAt(villageId, groupId);
        foreach (var risk in await db.RiskRecords.Where(r => r.HouseholdId == householdId).ToListAsync()) risk.SeenAt(villageId, groupId);
        foreach (var cover in await db.CoversElsewhere.Where(c => c.HouseholdId == householdId).ToListAsync()) cover.SeenAt(villageId, groupId);
    }
}
