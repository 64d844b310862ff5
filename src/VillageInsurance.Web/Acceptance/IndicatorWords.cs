using Microsoft.Extensions.Localization;
using VillageInsurance.Domain.Acceptance;
using VillageInsurance.Web.Shared;
using VillageInsurance.Web.Texts;

namespace VillageInsurance.Web.Acceptance;

/// <summary>Indicators in words: the gap in people, households or yuan, never in percentage points.</summary>
internal static class IndicatorWords
{
    public static string Name(this IStringLocalizer<AcceptanceTexts> t, IndicatorLine line) => t[$"Name.{line.Key}"];

    public static string Unit(this IStringLocalizer<AcceptanceTexts> t, IndicatorLine line) => t[line.IsMoney ? "Yuan" : "Percent"];

    public static string Verdict(this IStringLocalizer<AcceptanceTexts> t, IndicatorOutcome outcome) => t[$"Outcome.{outcome}"];

    public static MarkKind Kind(IndicatorOutcome outcome) => outcome switch
    {
        IndicatorOutcome.Passed => MarkKind.Met,
        IndicatorOutcome.Failed => MarkKind.Gap,
        IndicatorOutcome.NotApplicable => MarkKind.Idle,
        _ => MarkKind.None,
    };

    /// <summary>123 / 177 people, 14,472.00 yuan / 1,114 people.</summary>
    public static string PartOfWhole(this IStringLocalizer<AcceptanceTexts> t, IndicatorLine line) =>
        t[$"Of.{line.Key}", line.IsMoney ? Numbers.Yuan(line.Result.Part) : line.Result.Part.Grouped(), line.Result.Whole.Grouped()];

    /// <summary>What is missing, what is more than asked, or the word for no gap at all.</summary>
    public static string Gap(this IStringLocalizer<AcceptanceTexts> t, IndicatorLine line) => line.Result.Outcome switch
    {
        IndicatorOutcome.Failed => t[$"Gap.{line.Key}", Amount(line, line.Result.Gap)],
        IndicatorOutcome.Passed when line.Over == 0 => t["Exactly"],
        IndicatorOutcome.Passed => t[$"Over.{line.Key}", Amount(line, line.Over)],
        var nothing => t[$"Outcome.{nothing}"],
    };

    /// <summary>The whole of a place in one line.</summary>
    public static string Gaps(this IStringLocalizer<AcceptanceTexts> t, IReadOnlyList<IndicatorLine> lines)
    {
        var open = lines.Where(l => l.Result.Outcome is IndicatorOutcome.Failed or IndicatorOutcome.NotComputable).ToList();
        var without = lines.Any(l => l.Result.Outcome == IndicatorOutcome.NotApplicable);
        return open.Count == 0 ? t[without ? "AllPassButOne" : "AllPass"]
            : string.Join(t["Separator"], open.Select(l => l.Result.Outcome == IndicatorOutcome.Failed
                ? t[$"Missing.{l.Key}", Amount(l, l.Result.Gap)].Value : t["MissingBase", t[$"Brief.{l.Key}"]].Value));
    }

    /// <summary>For people who hear the page.</summary>
    public static string Spoken(this IStringLocalizer<AcceptanceTexts> t, IndicatorLine line) => line.Result.Whole == 0
        ? t["SpokenNothing", t.Name(line), t.Verdict(line.Result.Outcome)]
        : t["Spoken", t.Name(line), line.Result.Shown, t.Unit(line), t.Verdict(line.Result.Outcome), t.Gap(line)];

    /// <summary>The village's own name without the word for its kind, where room is short; the whole name stands beside.</summary>
    public static string ShortName(this IStringLocalizer<AcceptanceTexts> t, string name)
    {
        var ending = t["NameEndings"].Value.Split(' ').FirstOrDefault(e => name.Length > e.Length && name.EndsWith(e, StringComparison.Ordinal));
        return ending is null ? name : name[..^ending.Length];
    }

    private static string Amount(IndicatorLine line, long amount) => line.IsMoney ? Numbers.Yuan(amount) : amount.Grouped();
}
