using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.HouseholdChecks;
using VillageInsurance.Domain.Households;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.HouseholdChecks;

/// <summary>What files still lack. One definition for the check, the worklist and the page.</summary>
internal static class FileGaps
{
    /// <summary>Those of the households that lack something; what, <see cref="FileGapsAsync"/> says.</summary>
    public static IQueryable<Household> Lacking(this AppDb db, IQueryable<Household> households) => households.Where(h => h.Phone == null || h.Address == null
        || !db.Memberships.Any(m => m.HouseholdId == h.Id && m.LeftOn == null && m.Relation == Membership.HeadRelation)
        || db.Memberships.Any(m => m.HouseholdId == h.Id && m.LeftOn == null && db.Persons.Any(p => p.Id == m.PersonId && p.IdNumberIndex == null))
        || !db.Consents.Any(c => c.HouseholdId == h.Id && c.Kind == ConsentKind.General));

    /// <summary>Of these households.</summary>
    public static async Task<ILookup<Guid, FileGap>> FileGapsAsync(this AppDb db, IReadOnlyList<Guid> households, CancellationToken cancel = default)
    {
        var found = await db.Households.AsNoTracking().Where(h => households.Contains(h.Id)).Select(h => new
        {
            h.Id,
            HasPhone = h.Phone != null,
            HasAddress = h.Address != null,
            HasMembers = db.Memberships.Any(m => m.HouseholdId == h.Id && m.LeftOn == null),
            HasHead = db.Memberships.Any(m => m.HouseholdId == h.Id && m.LeftOn == null && m.Relation == Membership.HeadRelation),
            LacksNumber = db.Memberships.Any(m => m.HouseholdId == h.Id && m.LeftOn == null && db.Persons.Any(p => p.Id == m.PersonId && p.IdNumberIndex == null)),
            HasConsent = db.Consents.Any(c => c.HouseholdId == h.Id && c.Kind == ConsentKind.General),
        }).ToListAsync(cancel);
        return found.SelectMany(h => new (bool Lacks, FileGap Gap)[]
        {
            (!h.HasMembers, FileGap.NoMembers), (h.HasMembers && !h.HasHead, FileGap.NoHead), (h.LacksNumber, FileGap.IdNumberMissing),
            (!h.HasPhone, FileGap.NoPhone), (!h.HasAddress, FileGap.NoAddress), (!h.HasConsent, FileGap.NoConsent),
        }.Where(g => g.Lacks).Select(g => (h.Id, g.Gap))).ToLookup(g => g.Id, g => g.Gap);
    }
}
