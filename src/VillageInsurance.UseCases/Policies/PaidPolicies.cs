using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Policies;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Policies;

/// <summary>How far policies are paid, for all of them by one query.</summary>
internal static class PaidPolicies
{
    public static async Task<Dictionary<Guid, PaidSoFar>> PaidAsync(this AppDb db, IReadOnlyCollection<Guid> policies, CancellationToken cancel)
    {
        var years = await db.Payments.AsNoTracking().Where(p => policies.Contains(p.PolicyId)).GroupBy(p => new { p.PolicyId, p.PolicyYear }).Select(g => new
        {
            g.Key.PolicyId,
            g.Key.PolicyYear,
            Received = g.Sum(p => p.Kind == PaymentKind.Receipt ? p.AmountFen : 0),
            Refunded = g.Sum(p => p.Kind == PaymentKind.RefundError || p.Kind == PaymentKind.RefundPremium ? p.AmountFen : 0),
        }).ToListAsync(cancel);
        return years.Where(y => y.Received > 0).GroupBy(y => y.PolicyId).ToDictionary(g => g.Key, g => g.MaxBy(y => y.PolicyYear)!)
            .ToDictionary(p => p.Key, p => new PaidSoFar(p.Value.PolicyYear, p.Value.Received - p.Value.Refunded));
    }
}
