using Microsoft.Extensions.Localization;
using VillageInsurance.Domain.Households;
using VillageInsurance.UseCases.Households;
using VillageInsurance.Web.Shared;
using VillageInsurance.Web.Texts;

namespace VillageInsurance.Web.Households;

/// <summary>One fact of two households, and the field that a choice between them decides; null where there is nothing to choose.</summary>
internal sealed record CompareRow(string Label, string? First, string? Second, MergeField? Field = null, bool? AreSame = null)
{
    /// <summary>Whether the two say different things.</summary>
    public bool Differs => !(AreSame ?? First == Second);

    /// <summary>What one side says; null for nothing.</summary>
    public string? Of(bool first) => first ? First : Second;
}

internal static class CompareRows
{
    /// <summary>The facts in the order of the page. What the viewer may not see is no row.</summary>
    public static IEnumerable<CompareRow> Of(DuplicateComparison.View shown, IStringLocalizer<FindTexts> texts, IStringLocalizer<SharedTexts> shared)
    {
        var (a, b) = (shown.First, shown.Second);
        yield return new(texts["Head"], a.HeadName, b.HeadName);
        yield return new(texts["Place"], PlaceOf(a), PlaceOf(b));
        yield return new(texts["JoinedOn"], a.JoinedOn.Day(), b.JoinedOn.Day());
        yield return new(texts["Field.Phone"], a.Phone, b.Phone, MergeField.Phone, a.SamePhone || (a.Phone is null && b.Phone is null));
        yield return new(texts["Field.Address"], a.Address, b.Address, MergeField.Address);
        if (a.Facts is { } one && b.Facts is { } other)
        {
            yield return new(texts["Field.MainIncome"], one.MainIncome, other.MainIncome, MergeField.MainIncome);
            yield return new(texts["Field.IncomeBand"], one.IncomeBand, other.IncomeBand, MergeField.IncomeBand);
            yield return new(texts["Field.Housing"], Named("Housing", one.Housing), Named("Housing", other.Housing), MergeField.Housing);
            yield return new(texts["Field.DebtBand"], Named("MoneyBand", one.DebtBand), Named("MoneyBand", other.DebtBand), MergeField.DebtBand);
            yield return new(texts["Field.Relief"], Named("Relief", one.Relief), Named("Relief", other.Relief), MergeField.Relief);
            yield return new(texts["Field.Machines"], one.Machines, other.Machines, MergeField.Machines);
        }
        if (a.Policies is { } policies && b.Policies is { } others) yield return new(texts["Policies"], policies.Grouped(), others.Grouped());
        yield return new(texts["Visits"], a.Visits.Grouped(), b.Visits.Grouped());

        string? PlaceOf(DuplicateComparison.Side side) => side.Place is { } place ? shared.Place(place with { Group = side.Group }) : null;
        string? Named<T>(string kind, T? value) where T : struct, Enum => value is { } known ? texts[$"{kind}.{known}"].Value : null;
    }
}
