using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Households;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Organisation;

namespace VillageInsurance.UseCases.Households;

/// <summary>A household with the number of its members of today. The head's name stands in clear for agent, supervisor and cadre of the village.</summary>
/// <param name="Found">The member that a search found; null when it was not by a member's name.</param>
public sealed record HouseholdRow(Guid Id, string Number, string HeadName, PlaceName? Place, string? Group, HouseholdKind Kind, int Members, DateOnly? LeftOn, string? Found = null);

internal static class HouseholdRows
{
    /// <summary>Reads the rows of these households in the order of their numbers. Whoever sees no policies does not learn from a policy's number whose it is.</summary>
    public static async Task<List<HouseholdRow>> ReadAsync(AppDb db, IQueryable<Household> households, DateOnly today, IReadOnlyDictionary<Guid, HouseholdSearch.Found>? hits, CancellationToken cancel)
    {
        var found = await households.OrderBy(h => h.Number).Select(h => new
        {
            h.Id,
            h.Number,
            h.HeadName,
            h.Kind,
            h.LeftOn,
            Place = new FigurePlace(h.VillageId, h.GroupId),
            Group = db.Areas.Where(a => a.Id == h.GroupId).Select(a => a.Name).FirstOrDefault(),
            Members = db.Memberships.Count(m => m.HouseholdId == h.Id && m.JoinedOn <= today && (m.LeftOn == null || m.LeftOn > today)),
        }).ToListAsync(cancel);
        var places = await db.PlaceNamesAsync(found.Select(f => (Guid?)f.Place.VillageId), cancel);
        return [.. found.Where(f => hits is null || !hits[f.Id].ByPolicy || db.Actor.May(Permission.ViewPolicies, f.Place)).Select(f => new HouseholdRow(f.Id, f.Number, NamesInClear.Shown(db.Actor, f.Place, f.HeadName),
            places.GetValueOrDefault(f.Place.VillageId), f.Group, f.Kind, f.Members, f.LeftOn,
            hits?[f.Id].Name is { } name && name != f.HeadName ? NamesInClear.Shown(db.Actor, f.Place, name) : null))];
    }
}
