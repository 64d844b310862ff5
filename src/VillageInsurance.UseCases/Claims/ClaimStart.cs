using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Organisation;
using VillageInsurance.UseCases.Schemes;

namespace VillageInsurance.UseCases.Claims;

/// <summary>The policies of a household's members on which a claim can be registered: those of the programme's insurer.</summary>
public sealed class ClaimStart(AppDbGate gate, TimeProvider clock)
{
    /// <summary>The household's number and village, and its policies.</summary>
    public sealed record View(string Number, PlaceName Place, IReadOnlyList<Policy> Policies);

    /// <summary>A policy with whom it insures, and whether it gives cover today.</summary>
    public sealed record Policy(Guid Id, string Number, string Product, string Insured, bool IsInForce);

    /// <summary>Reads them, those in force first.</summary>
    public Task<View> RunAsync(Guid householdId, CancellationToken cancel) => gate.ReadAsync(Permission.RegisterClaims, async db =>
    {
        var (today, own) = (clock.Today(), (await db.SchemeOfAsync(clock.Today().Year, cancel)).Rules.Policies.OwnInsurer);
        var household = await db.Households.AsNoTracking().FindOrRefuseAsync(householdId, cancel);
        var found = await (from m in db.Memberships.AsNoTracking()
                           where m.HouseholdId == householdId && m.LeftOn == null
                           join policy in db.Policies on m.PersonId equals policy.InsuredId
                           where policy.Insurer == own
                           join person in db.Persons on m.PersonId equals person.Id
                           join product in db.Products on policy.ProductId equals product.Id
                           select new { policy, person.Name, Product = product.Name }).ToListAsync(cancel);
        return new View(household.Number, (await db.PlaceNamesAsync([household.VillageId], cancel))[household.VillageId],
            [.. found.Select(f => new Policy(f.policy.Id, f.policy.Number, f.Product, f.Name, f.policy.IsInForce(today))).OrderByDescending(p => p.IsInForce).ThenBy(p => p.Insured).ThenBy(p => p.Number)]);
    }, cancel);
}
