using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Households;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Households;

namespace VillageInsurance.UseCases.Rosters;

/// <summary>Lets those of the register answer whom a question names: by name, ID number, household or policy.</summary>
internal static class RegisterAnswers
{
    public static async Task ConsiderAsync(AppDb db, Vault vault, Questions questions, CancellationToken cancel)
    {
        if (questions.Count == 0) return;
        var (names, households, policies) = (questions.Names, questions.HouseholdNos, questions.PolicyNos);
        var indexes = questions.IdNumbers.Select(vault.IndexOf).ToArray();
        var members = from member in db.Memberships.AsNoTracking()
                      join person in db.Persons on member.PersonId equals person.Id
                      join household in db.Households on member.HouseholdId equals household.Id
                      join village in db.Areas on member.VillageId equals village.Id
                      where names.Contains(person.Name) || person.IdNumberIndex != null && indexes.Contains(person.IdNumberIndex) || households.Contains(household.Number)
                      select new { Person = person, Household = household.Number, Village = village.Name };
        await foreach (var m in members.AsAsyncEnumerable().WithCancellation(cancel))
            questions.Consider(Facts(m.Person, vault) with { HouseholdNo = m.Household, Village = m.Village });
        var insured = from policy in db.Policies.AsNoTracking()
                      join person in db.Persons on policy.InsuredId equals person.Id
                      where policies.Contains(policy.Number)
                      select new { Person = person, policy.Number, policy.IssueDate };
        await foreach (var p in insured.AsAsyncEnumerable().WithCancellation(cancel))
            questions.Consider(Facts(p.Person, vault) with { PolicyNo = p.Number, IssueDate = p.IssueDate });
    }

    private static KnownFacts Facts(Person person, Vault vault) => new()
    {
        Name = person.Name,
        IdNumber = person.IdNumber is { } id ? vault.Open(PersonalCells.IdNumber, person.Id, id) : null,
        BirthDate = person.BirthDate,
        Sex = person.Sex,
    };
}
