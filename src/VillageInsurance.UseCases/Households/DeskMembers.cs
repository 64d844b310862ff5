using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Households;
using VillageInsurance.Domain.Shared;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Exchange;

namespace VillageInsurance.UseCases.Households;

/// <summary>Stores the desk's members: those who belong to the household already, and those who are entered now.</summary>
internal sealed class DeskMembers(AppDb db, Vault vault, Household household, DeskConsents consents, DateOnly today, ImportRules imports)
{
    /// <summary>Saves them and gives the people who belong to the household. Refused: no head or two, one number twice, somebody who belongs to another household.</summary>
    public async Task<IReadOnlyDictionary<Guid, Person>> SaveAsync(IReadOnlyList<MemberEntry> entries)
    {
        if (entries.Count(e => RelationWords.RoleOf(e.Relation) == FamilyRole.Head) != 1) throw HouseholdRule.AHouseholdHasOneHead.Broken();
        var numbers = entries.Select(e => e.IdNumber?.ToUpperInvariant()).OfType<string>().ToList();
        if (numbers.Distinct().Count() != numbers.Count || entries.DistinctBy(e => e.PersonId).Count() != entries.Count) throw HouseholdRule.NobodyIsEnteredTwice.Broken();
        var known = await KnownAsync();
        var people = new Dictionary<Guid, Person>();
        foreach (var entry in entries)
        {
            var person = entry.IsNew ? await BeginAsync(entry) : Go(entry, known);
            Describe(person, entry);
            people.Add(entry.PersonId, person);
            if (RelationWords.RoleOf(entry.Relation) == FamilyRole.Head) household.NameHead(person.Name);
        }
        return people;
    }

    private async Task<Dictionary<Guid, (Membership Membership, Person Person)>> KnownAsync()
    {
        var memberships = (await db.Memberships.Where(m => m.HouseholdId == household.Id).ToListAsync()).FindAll(m => m.Holds(today));
        var ids = memberships.ConvertAll(m => m.PersonId);
        var people = await db.Persons.Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id);
        return memberships.Where(m => people.ContainsKey(m.PersonId)).ToDictionary(m => m.PersonId, m => (m, people[m.PersonId]));
    }

    private async Task<Person> BeginAsync(MemberEntry entry)
    {
        IdNumber? number = entry.IdNumber is { } text && IdNumber.TryParse(text, imports.TestRegionAllowed, out var read) ? read : null;
        var (sex, born) = number is { } id ? (id.Sex, id.BirthDate) : (entry.Sex!.Value, entry.BirthDate!.Value);
        var person = await db.TakePersonAsync(vault, household, new(entry.PersonId, entry.Name.Trim(), number, sex, born), entry.JoinedOn);
        db.Join(household, person, entry.Relation.Trim(), entry.Residence, entry.JoinedOn, entry.Reason, today);
        return person;
    }

    private Person Go(MemberEntry entry, Dictionary<Guid, (Membership Membership, Person Person)> known)
    {
        if (!known.TryGetValue(entry.PersonId, out var member)) throw new ChangedMeanwhile();
        member.Person.Rename(entry.Name.Trim());
        member.Membership.Describe(entry.Relation.Trim(), entry.Residence);
        if (entry.IdNumber is { } text && IdNumber.TryParse(text, imports.TestRegionAllowed, out var number))
            member.Person.Identify(vault.Seal(PersonalCells.IdNumber, member.Person.Id, number.Text), number.Sex, number.BirthDate);
        else if (entry is { Sex: { } sex, BirthDate: { } born }) member.Person.TellApart(sex, born);
        return member.Person;
    }

    private void Describe(Person person, MemberEntry entry)
    {
        if (entry.Facts is { } facts && facts != new PersonFacts(person.Ethnicity, person.Occupation, person.HasMedicalInsurance, person.HasPension))
        {
            consents.RequireForChild(person);
            person.Describe(facts);
        }
        if (entry.Health is { } health)
        {
            if (health.Length > 0)
            {
                consents.RequireForHealth();
                consents.RequireForChild(person);
            }
            person.NoteHealth(health.Length == 0 ? null : vault.Seal(PersonalCells.HealthNote, person.Id, health).Cipher);
        }
        if (entry.School is not { } school) return;
        consents.RequireForChild(person);
        if (school.From > today) throw HouseholdRule.NothingLiesInTheFuture.Broken();
        if (school.From < person.BirthDate) throw HouseholdRule.NothingEndsBeforeItBegins.Broken();
        db.Add(new Enrolment(school.Id, household.VillageId, household.GroupId, person.Id, school.Id.ToString("N"), school.School.Trim(), school.Stage, school.From, null, today, null));
    }
}
