using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Households;
using VillageInsurance.Domain.Papers;
using VillageInsurance.Domain.Shared;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Households;

/// <summary>How households and people enter the register by hand; facts entered by hand are known since the day of entry.</summary>
internal static class Registering
{
    /// <summary>Begins a household of the village with a number of its own: the village's code, the year, and the next number of the county's series.</summary>
    public static async Task<Household> BeginHouseholdAsync(this AppDb db, Guid id, Guid villageId, Guid? groupId, DateOnly joinedOn, DateOnly today)
    {
        var code = await db.Areas.Where(a => a.Id == villageId).Select(a => a.Code).SingleAsync();
        var number = $"{code}{today.Year % 100:00}{await db.TakeValueAsync(NumberKind.Household, today.Year):00000}";
        var household = new Household(id, villageId, groupId, number, HouseholdKind.Family, joinedOn, null);
        db.Add(household);
        db.Add(new HouseholdPlace(Guid.CreateVersion7(), id, villageId, groupId, isFamily: true, joinedOn, null, today, null));
        return household;
    }

    /// <summary>The person with this ID number, or a new one. Refused for one who belongs to a household on that day: such a one asks for a move.</summary>
    public static async Task<Person> TakePersonAsync(this AppDb db, Vault vault, Household household, NewPerson taken, DateOnly joinedOn)
    {
        var index = taken.IdNumber is { } known ? vault.IndexOf(known.Text) : null;
        if (index is not null && await db.Persons.SingleOrDefaultAsync(p => p.IdNumberIndex == index) is { } person)
        {
            if (await db.Memberships.AnyAsync(m => m.PersonId == person.Id && m.LeftReason != LeaveReason.Error && (m.LeftOn == null || m.LeftOn > joinedOn))) throw HouseholdRule.APersonLivesInOneHousehold.Broken();
            person.Rename(taken.Name);
            person.SeenAt(household.VillageId, household.GroupId);
            return person;
        }
        var cipher = taken.IdNumber is { } number ? vault.Seal(PersonalCells.IdNumber, taken.Id, number.Text) : null;
        var begun = new Person(taken.Id, household.VillageId, household.GroupId, cipher?.Cipher, cipher?.Index, taken.Name, taken.Sex, taken.BirthDate, null);
        db.Add(begun);
        return begun;
    }

    /// <summary>The person becomes a member of the household from this day on.</summary>
    public static Membership Join(this AppDb db, Household household, Person person, string? relation, ResidenceKind residence, DateOnly on, JoinReason reason, DateOnly today)
    {
        if (on > today) throw HouseholdRule.NothingLiesInTheFuture.Broken();
        if (on < household.JoinedOn || on < person.BirthDate) throw HouseholdRule.NothingEndsBeforeItBegins.Broken();
        var id = Guid.CreateVersion7();
        var membership = new Membership(id, household.VillageId, household.GroupId, $"M{id.ToString("N")[^16..]}", person.Id, household.Id, residence, on, reason, today, null);
        membership.Describe(relation, residence);
        db.Add(membership);
        return membership;
    }
}

/// <summary>Somebody who enters the register: with an ID number, which says sex and birth date, or without one yet.</summary>
internal sealed record NewPerson(Guid Id, string Name, IdNumber? IdNumber, Sex Sex, DateOnly BirthDate);
