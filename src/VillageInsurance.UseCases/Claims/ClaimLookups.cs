using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Claims;
using VillageInsurance.Domain.Households;
using VillageInsurance.Domain.Policies;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Claims;

/// <summary>The claims, policies, persons and homes that a delivery of claims names, each read by one query for all of them.</summary>
internal sealed record ClaimLookups(Dictionary<string, Claim> Claims, Dictionary<string, Policy> Policies, Dictionary<string, Guid> Persons, Dictionary<Guid, string> Names, ILookup<Guid, ClaimHome> Homes,
    ILookup<(Guid PolicyId, DateOnly AccidentOn), Claim> Provisional)
{
    /// <summary>Where somebody lived on a day, as far as the actor sees it; null for nowhere.</summary>
    public ClaimPlace? HomeOn(Guid person, DateOnly day) => Homes[person].FirstOrDefault(h => h.JoinedOn <= day && !(h.LeftOn <= day)) is { } home ? new(home.VillageId, home.GroupId) : null;

    public static async Task<ClaimLookups> LoadAsync(AppDb db, Vault vault, IReadOnlyList<ClaimRow> rows, bool toChange)
    {
        var numbers = rows.Select(r => r.Number).OfType<string>().Distinct().ToArray();
        var policyNumbers = rows.Select(r => r.PolicyNumber).OfType<string>().Distinct().ToArray();
        var ids = rows.Select(r => r.InsuredIdNumber).OfType<string>().Distinct().ToLookup(n => Convert.ToHexString(vault.IndexOf(Normal(n))));
        var indexes = ids.Select(n => Convert.FromHexString(n.Key)).ToArray();
        var persons = await db.Persons.AsNoTracking().Where(p => p.IdNumberIndex != null && indexes.Contains(p.IdNumberIndex)).Select(p => new { p.Id, Index = p.IdNumberIndex! }).ToListAsync();
        var policies = await db.Policies.AsNoTracking().Where(p => policyNumbers.Contains(p.Number)).ToDictionaryAsync(p => p.Number);
        var insured = policies.Values.Select(p => p.InsuredId).Distinct().ToArray();
        var homes = await (from m in db.Memberships.AsNoTracking()
                           where insured.Contains(m.PersonId)
                           join household in db.Households on m.HouseholdId equals household.Id
                           select new ClaimHome(m.PersonId, m.JoinedOn, m.LeftOn, household.VillageId, household.GroupId)).ToListAsync();
        var (claims, policyIds) = (toChange ? db.Claims : db.Claims.AsNoTracking(), policies.Values.Select(p => p.Id).ToArray());
        var waiting = await claims.Where(c => c.RegisteredById != null && c.Number.StartsWith(Claim.ProvisionalStart) && policyIds.Contains(c.PolicyId)).ToListAsync();
        return new(await claims.Where(c => numbers.Contains(c.Number)).ToDictionaryAsync(c => c.Number), policies,
            persons.SelectMany(p => ids[Convert.ToHexString(p.Index)].Select(n => (Number: n, p.Id))).ToDictionary(p => p.Number, p => p.Id),
            await db.Persons.AsNoTracking().Where(p => insured.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name), homes.ToLookup(h => h.PersonId),
            waiting.ToLookup(c => (c.PolicyId, c.AccidentOn)));
    }

    // As it is sealed: a small x, an old number of fifteen digits.
    private static string Normal(string number) => IdNumber.TryParse(number, testRegionAllowed: true, out var read) ? read.Text : number;
}

/// <summary>Where somebody lived, and when.</summary>
internal sealed record ClaimHome(Guid PersonId, DateOnly JoinedOn, DateOnly? LeftOn, Guid VillageId, Guid? GroupId);
