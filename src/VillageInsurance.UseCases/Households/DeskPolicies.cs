using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Households;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Policies;
using VillageInsurance.Domain.Shared;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Policies;
using VillageInsurance.UseCases.Schemes;

namespace VillageInsurance.UseCases.Households;

/// <summary>Stores policies that the family shows, each with the receipt of its first premium. The insurer's own list names them by their numbers later.</summary>
internal static class DeskPolicies
{
    /// <summary>Refused: without the right, a product or member that nobody knows, a receipt entered before.</summary>
    public static async Task SaveAsync(AppDb db, Household household, IReadOnlyDictionary<Guid, Person> people, IReadOnlyList<PolicyEntry> entries, DateOnly today)
    {
        if (!db.Actor.May(Permission.RecordPolicies, household)) throw new NotPermitted(Permission.RecordPolicies);
        var codes = entries.Select(e => e.Product).ToList();
        var products = await db.Products.Where(p => codes.Contains(p.Code)).ToDictionaryAsync(p => p.Code);
        var tariffs = await db.Tariffs.Where(t => codes.Contains(t.ProductCode)).ToDictionaryAsync(t => t.ProductCode);
        var receipts = entries.Select(e => e.Receipt.Trim()).ToList();
        if (receipts.Distinct().Count() != receipts.Count || await db.Payments.AnyAsync(p => receipts.Contains(p.Number))) throw PolicyEntryRule.AReceiptIsEnteredOnce.Broken();
        if (entries.Any(e => !products.ContainsKey(e.Product) || !tariffs.ContainsKey(e.Product))) throw PolicyEntryRule.TheProductIsOnSale.Broken();
        if (entries.Any(e => !people.ContainsKey(e.HolderId) || !people.ContainsKey(e.InsuredId))) throw PolicyEntryRule.HolderAndInsuredAreMembers.Broken();
        var own = (await db.SchemeOfAsync(today.Year)).Rules.Policies.OwnInsurer;
        foreach (var entry in entries)
        {
            var (product, tariff) = (products[entry.Product], tariffs[entry.Product]);
            var policy = Policy.AsShown(entry.Id, household, $"T{entry.Receipt.Trim()}", own, product, tariff, people[entry.HolderId].Id, people[entry.InsuredId].Id, db.Actor.StaffId,
                new(entry.IssuedOn, entry.EffectiveOn, entry.PremiumFen), today);
            db.Add(policy);
            var payment = new Payment(Guid.CreateVersion7(), policy.VillageId, policy.GroupId, entry.Receipt.Trim(), policy.Id, entry.IssuedOn, entry.IssuedOn, PaymentKind.Receipt, 1,
                entry.PremiumFen, entry.Method, today, null);
            db.Add(payment);
            await PremiumExceptions.OpenAsync(db, [new(payment.Id, policy.Id, policy.VillageId, policy.GroupId, payment.MadeOn(policy, people[entry.HolderId].Name))]);
        }
    }
}

/// <summary>What entering a policy by hand holds to.</summary>
public enum PolicyEntryRule { AReceiptIsEnteredOnce, TheProductIsOnSale, HolderAndInsuredAreMembers }
