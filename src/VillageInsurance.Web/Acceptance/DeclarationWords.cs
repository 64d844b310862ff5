using VillageInsurance.Domain.Acceptance;
using VillageInsurance.Domain.Schemes;
using VillageInsurance.Web.Shared;

namespace VillageInsurance.Web.Acceptance;

/// <summary>Names of a scheme's items and of frozen figures, as the declaration's pages show them.</summary>
internal static class DeclarationWords
{
    /// <summary>An item of the score form or a paper of the pack, in the scheme's words.</summary>
    public static string ItemOf(SchemeRules rules, string key) =>
        rules.ScoreForm.Items.FirstOrDefault(i => i.Key == key)?.Name.Shown() ?? rules.Pack.FirstOrDefault(p => p.Key == key)?.Name.Shown() ?? key;

    /// <summary>Frozen figures as the lines of the indicators.</summary>
    public static IReadOnlyList<IndicatorLine> LinesOf(FrozenFigures frozen) => IndicatorLine.Of(Indicators.Judge(frozen.Figures, frozen.Thresholds), frozen.Thresholds);
}
