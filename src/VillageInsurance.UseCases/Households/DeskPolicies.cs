using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Households;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Policies;
using VillageInsurance.Domain.Shared;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Policies;
using VillageInsurance.UseCases.Schemes;

namespace VillageInsurance.UseCases.Households;

/// <summary>Stores policies that the family shows, each with the receipt of its first premium, and the advice given on them. The insurer's own list names them by their numbers later.</summary>
internal static class DeskPolicies
{
    /// <summary>Refused: without the right, a product or member that nobody knows, a receipt entered before, a product that is not sold on the day of issue or not paid that way.</summary>
    public static async Task SaveAsync(AppDb db, Household household, IReadOnlyDictionary<Guid, Person> people, SaveHousehold.Input input, DateOnly today)
    {
        var entries = input.Policies;
        if (!db.Actor.May(Permission.RecordPolicies, household)) throw new NotPermitted(Permission.RecordPolicies);
        var codes = entries.Select(e => e.Product).ToList();
        var own = (await db.SchemeOfAsync(today.Year)).Rules.Policies.OwnInsurer;
        var products = await db.Products.Where(p => codes.Contains(p.Code) && (p.Insurer == null || p.Insurer == own)).ToDictionaryAsync(p => p.Code);
        var tariffs = await db.Tariffs.Where(t => codes.Contains(t.ProductCode)).ToDictionaryAsync(t => t.ProductCode);
        var receipts = entries.Where(GoesOn).Select(e => e.Receipt.Trim()).ToList();
        if (receipts.Distinct().Count() != receipts.Count || await db.Payments.AnyAsync(p => receipts.Contains(p.Number))) throw PolicyEntryRule.AReceiptIsEnteredOnce.Broken();
        if (entries.Any(e => !products.ContainsKey(e.Product) || !tariffs.ContainsKey(e.Product))) throw PolicyEntryRule.TheProductIsOnSale.Broken();
        if (entries.Any(e => !people.ContainsKey(e.HolderId) || !people.ContainsKey(e.InsuredId))) throw PolicyEntryRule.HolderAndInsuredAreMembers.Broken();
        var facts = (await db.AdviceFactsAsync(household.Id, [.. people.Values.Select(p => p.Id)], today)).With(input.Visit?.Answers,
            input.Covers.Select(c => new HeldCover(c.Kind, c.PersonId is { } id ? people.GetValueOrDefault(id)?.Id ?? id : null, null, PolicyAdvice.YearlyFen(c.PayMode, c.PremiumFen))));
        var advice = PolicyAdvice.OnEach(entries.Select(e => (Proposed(e, products[e.Product], tariffs[e.Product], people[e.InsuredId]), e.Customer)), facts);
        foreach (var (entry, findings) in entries.Zip(advice))
        {
            if (GoesOn(entry)) await EnterAsync(db, household, people, entry, products[entry.Product], tariffs[entry.Product], own, today);
            if (findings.Count > 0) db.Add(GivenAdvice.On(Guid.CreateVersion7(), household, products[entry.Product].Id, GoesOn(entry) ? entry.Id : null, findings, entry.Customer, db.Actor.StaffId, db.Operation.At));
        }
    }

    private static async Task EnterAsync(
        AppDb db, Household household, IReadOnlyDictionary<Guid, Person> people, PolicyEntry entry, Product product, ProductTariff tariff, string own, DateOnly today)
    {
        if (product.SaleRefused(entry.IssuedOn, tariff.PayMode) is { } rule) throw rule.Broken();
        var policy = Policy.AsShown(entry.Id, household, $"T{entry.Receipt.Trim()}", own, product, tariff, people[entry.HolderId].Id, people[entry.InsuredId].Id, db.Actor.StaffId,
            new(entry.IssuedOn, entry.EffectiveOn, entry.PremiumFen), today);
        db.Add(policy);
        var payment = new Payment(Guid.CreateVersion7(), policy.VillageId, policy.GroupId, entry.Receipt.Trim(), policy.Id, entry.IssuedOn, entry.IssuedOn, PaymentKind.Receipt, 1,
            entry.PremiumFen, entry.Method, today, null);
        db.Add(payment);
        await PremiumExceptions.OpenAsync(db, [new(payment.Id, policy.Id, policy.VillageId, policy.GroupId, payment.MadeOn(policy, people[entry.HolderId].Name))]);
    }

    private static bool GoesOn(PolicyEntry entry) => entry.Customer != CustomerDecision.DoesNot;

    private static ProposedPolicy Proposed(PolicyEntry entry, Product product, ProductTariff tariff, Person insured) =>
        new(product.Kind, product.Name, insured.Id, entry.EffectiveOn, PolicyAdvice.YearlyFen(tariff.PayMode, entry.PremiumFen));
}

/// <summary>What entering a policy by hand holds to.</summary>
public enum PolicyEntryRule { AReceiptIsEnteredOnce, TheProductIsOnSale, HolderAndInsuredAreMembers }
