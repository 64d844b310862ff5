using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Policies;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Policies;

/// <summary>The policies and receipts that a delivery of payments names, and all payments of policies of which it gives something back.</summary>
internal sealed record PaymentLookups(Dictionary<string, PaidPolicy> Policies, Dictionary<string, Payment> Payments, ILookup<Guid, Payment> OfRefunded)
{
    public static async Task<PaymentLookups> LoadAsync(AppDb db, IReadOnlyList<PaymentRow> rows)
    {
        var policyNumbers = rows.Select(r => r.PolicyNumber).OfType<string>().Distinct().ToArray();
        var policies = await (from policy in db.Policies.AsNoTracking()
                              join holder in db.Persons on policy.HolderId equals (Guid?)holder.Id into holders
                              from holder in holders.DefaultIfEmpty()
                              where policyNumbers.Contains(policy.Number)
                              select new PaidPolicy(policy.Id, policy.Number, policy.Insurer, policy.VillageId, policy.GroupId, policy.IssueDate, policy.EffectiveDate, holder == null ? null : holder.Name))
            .ToDictionaryAsync(p => p.Number);
        var numbers = rows.Select(r => r.Number).OfType<string>().Distinct().ToArray();
        var payments = await db.Payments.AsNoTracking().Where(p => numbers.Contains(p.Number)).ToDictionaryAsync(p => p.Number);
        var refunded = rows.Where(r => PaymentDecisions.IsRefund(r.Kind)).Select(r => r.PolicyNumber is { } n && policies.TryGetValue(n, out var p) ? p.Id : (Guid?)null).OfType<Guid>().Distinct().ToArray();
        var all = refunded.Length == 0 ? [] : await db.Payments.AsNoTracking().Where(p => refunded.Contains(p.PolicyId)).ToListAsync();
        return new(policies, payments, all.ToLookup(p => p.PolicyId));
    }
}
