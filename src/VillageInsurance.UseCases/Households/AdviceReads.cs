using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Households;
using VillageInsurance.Domain.Policies;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Households;

/// <summary>What advice on policies goes by: needs and affordable premium of the newest visits that asked for them, and the cover that members hold, as far as the actor sees it.</summary>
internal static class AdviceReads
{
    private const int NewestVisits = 20;

    public static async Task<AdviceFacts> AdviceFactsAsync(this AppDb db, Guid? householdId, IReadOnlyCollection<Guid> members, DateOnly today, CancellationToken cancel = default)
    {
        if (householdId is null) return new([], null, []);
        var answers = await db.Visits.AsNoTracking().Where(v => v.HouseholdId == householdId && !v.Refused).OrderByDescending(v => v.On).ThenByDescending(v => v.RecordedAt)
            .Take(NewestVisits).Select(v => v.Answers).ToListAsync(cancel);
        var policies = await (from policy in db.Policies.AsNoTracking()
                              where members.Contains(policy.InsuredId) || (policy.HolderId != null && members.Contains(policy.HolderId.Value))
                              join product in db.Products on policy.ProductId equals product.Id
                              select new { Policy = policy, product.Kind }).ToListAsync(cancel);
        var told = await db.CoversElsewhere.AsNoTracking().Where(c => c.HouseholdId == householdId && c.EndedOn == null).ToListAsync(cancel);
        return new(answers.Find(a => a.Needs.Count > 0)?.Needs ?? [], answers.Find(a => a.AffordableFen is not null)?.AffordableFen,
        [
            .. policies.Where(p => p.Policy.IsInForce(p.Policy.EffectiveDate > today ? p.Policy.EffectiveDate : today))
                .Select(p => new HeldCover(p.Kind, p.Policy.InsuredId, p.Policy.EndDate, PaidByFamily(p.Policy, members, today))),
            .. told.Select(c => new HeldCover(c.Kind, c.PersonId, null, PolicyAdvice.YearlyFen(c.PayMode, c.PremiumFen))),
        ]);
    }

    // What is paid up, or paid by somebody else, is no burden of the family.
    private static long PaidByFamily(Policy policy, IReadOnlyCollection<Guid> members, DateOnly today) =>
        (policy.HolderId is not { } holder || members.Contains(holder)) && policy.EffectiveDate.AddYears(policy.PayYears) > today ? PolicyAdvice.YearlyFen(policy.PayMode, policy.PremiumFen) : 0;
}
