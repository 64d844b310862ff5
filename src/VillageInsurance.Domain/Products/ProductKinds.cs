using VillageInsurance.Domain.Households;

namespace VillageInsurance.Domain.Products;

/// <summary>The kinds of products that the catalogue knows, by the words of the insurer's list, and the needs of a family that each answers.</summary>
public static class ProductKinds
{
    private static readonly Dictionary<string, NeedKind[]> Table = new()
    {
        // Pupils' cover pays for accidents and for hospital.
        ["STUDENT"] = [NeedKind.Children, NeedKind.Accident, NeedKind.Illness],
        ["MICRO_ACCIDENT"] = [NeedKind.Accident],
        ["ACCIDENT"] = [NeedKind.Accident],
        ["LOAN_ACCIDENT"] = [NeedKind.Loan, NeedKind.Accident],
        ["TERM_LIFE"] = [NeedKind.Children, NeedKind.Loan],
        ["ENDOWMENT"] = [NeedKind.OldAge, NeedKind.Children],
        ["WHOLE_LIFE"] = [NeedKind.OldAge, NeedKind.Children],
        ["ANNUITY"] = [NeedKind.OldAge],
        ["CRITICAL_ILLNESS"] = [NeedKind.Illness],
        ["SHORT_MEDICAL"] = [NeedKind.Illness, NeedKind.Accident],
    };

    /// <summary>The known kinds.</summary>
    public static IReadOnlyCollection<string> All => Table.Keys;

    /// <summary>The needs that it answers; none for a kind that nobody knows.</summary>
    public static IReadOnlyList<NeedKind> NeedsOf(string kind) => Table.GetValueOrDefault(kind) ?? [];
}
