using VillageInsurance.Domain.Policies;
using VillageInsurance.UseCases.Households;

namespace VillageInsurance.Web.Households;

/// <summary>What speaks against the policies of the desk's form, as it is typed: the same rule by which the save records it.</summary>
internal static class DeskAdvices
{
    /// <summary>Each filled row with its findings.</summary>
    public static IReadOnlyList<(PolicyRow Row, IReadOnlyList<AdviceFinding> Findings)> Of(DeskModel form, HouseholdDesk.View desk, DateOnly today)
    {
        var rows = form.Policies.Where(p => p.Product.Length > 0).ToList();
        if (rows.Count == 0) return [];
        var facts = desk.Advice.With(form.Visit.ToEntry(form, today)?.Answers, form.Visit.Covers.Where(c => c.Insurer.Length > 0).Select(c => c.ToEntry())
            .Select(c => new HeldCover(c.Kind, c.PersonId, null, PolicyAdvice.YearlyFen(c.PayMode, c.PremiumFen))));
        return [.. rows.Zip(PolicyAdvice.OnEach(rows.Select(r => (Proposed(r.ToEntry(form, desk, today), desk), r.Customer)), facts))];
    }

    // A product that is sold no longer is refused by the save; nothing is advised on it.
    private static ProposedPolicy Proposed(PolicyEntry entry, HouseholdDesk.View desk) => desk.Products.FirstOrDefault(p => p.Code == entry.Product) is { } product
        ? new(product.Kind, product.Name, entry.InsuredId, entry.EffectiveOn, PolicyAdvice.YearlyFen(product.PayMode, entry.PremiumFen)) : new("", "", entry.InsuredId, entry.EffectiveOn, 0);
}
