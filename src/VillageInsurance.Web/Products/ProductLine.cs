using Microsoft.Extensions.Localization;
using VillageInsurance.Domain.Products;
using VillageInsurance.Web.Shared;
using VillageInsurance.Web.Texts;

namespace VillageInsurance.Web.Products;

/// <summary>One thing that a product's version says, in words: for its page and to be laid beside another version.</summary>
public sealed record ProductLine(string Name, string Text)
{
    /// <summary>Everything that the terms say.</summary>
    public static IReadOnlyList<ProductLine> Of(ProductTerms terms, string ownInsurer, IStringLocalizer<ProductTexts> t) =>
    [
        new(t["Name"], terms.Name),
        new(t["Insurer"], terms.Insurer is { } code && code != ownInsurer ? t["RivalInsurer", code] : t["OwnInsurer", ownInsurer]),
        new(t["Kind"], KindOf(terms.Kind, t)),
        new(t["Term"], t[terms.LongTerm ? "LongTerm" : "ShortTerm"]),
        new(t["PayModes"], terms.PayModes.Count == 0 ? t["AnyMode"] : string.Join(t["Separator"], terms.PayModes.Order().Select(m => t[$"PayMode.{m}"].Value))),
        new(t["Counts"], CountsOf(terms, t)),
        new(t["Sold"], SoldOf(terms, t)),
    ];

    /// <summary>Which indicators its policies count in.</summary>
    public static string CountsOf(ProductTerms terms, IStringLocalizer<ProductTexts> t)
    {
        var counted = new[] { (terms.CountsStudent, "I1"), (terms.CountsAccident, "I2"), (terms.CountsLifeRegular, "I3"), (terms.LongTerm, "I4") }.Where(c => c.Item1).Select(c => t[c.Item2].Value).ToList();
        return counted.Count == 0 ? t["CountsNowhere"] : string.Join(t["Separator"], counted);
    }

    /// <summary>A kind that the catalogue knows by its name, another one as the list says.</summary>
    public static string KindOf(string kind, IStringLocalizer<ProductTexts> t) => ProductKinds.All.Contains(kind) ? t[$"ProductKind.{kind}"] : kind;

    /// <summary>The days on which it is sold.</summary>
    public static string SoldOf(ProductTerms terms, IStringLocalizer<ProductTexts> t) => (terms.ValidFrom, terms.ValidTo) switch
    {
        (null, null) => t["SoldAlways"],
        ({ } from, null) => t["SoldFrom", from.Day()],
        (null, { } to) => t["SoldTo", to.Day()],
        ({ } from, { } to) => t["SoldFromTo", from.Day(), to.Day()],
    };
}
