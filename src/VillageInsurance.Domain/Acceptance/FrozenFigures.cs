using VillageInsurance.Domain.Schemes;

namespace VillageInsurance.Domain.Acceptance;

/// <summary>Figures with the standards that they were judged by and how they ended. It holds although the scheme changes.</summary>
/// <param name="AnyCoverShown">The goal's rate, cut; empty without households.</param>
/// <param name="SizeIsMet">Null when the scheme has no size.</param>
public sealed record FrozenFigures(
    IndicatorFigures Figures, Thresholds Thresholds, Goals Goals, CountedPolicies Policies, IReadOnlyList<FrozenIndicator> Indicators,
    string AnyCoverShown, bool AnyCoverReached, bool? SizeIsMet)
{
    /// <summary>Whether every indicator passed that applies.</summary>
    public bool AllPass => Indicators.All(i => i.Counts);

    /// <summary>Judges the figures by the scheme.</summary>
    public static FrozenFigures Of(IndicatorFigures figures, SchemeRules rules)
    {
        var judged = Acceptance.Indicators.Judge(figures, rules.Thresholds);
        FrozenIndicator[] four =
        [
            Frozen(IndicatorKey.Student, judged.StudentCoverage), Frozen(IndicatorKey.Accident, judged.AccidentPerHead),
            Frozen(IndicatorKey.Life, judged.LifePerHead), Frozen(IndicatorKey.Household, judged.HouseholdRate),
        ];
        return new(figures, rules.Thresholds, rules.Goals, rules.Policies, four, CutValue.Percent(figures.HouseholdsAny, figures.Households),
            new Fraction(figures.HouseholdsAny, figures.Households).Reaches(rules.Goals.AnyCoverRate), rules.Size?.IsMetBy((int)figures.Households, (int)figures.Population));
    }

    private static FrozenIndicator Frozen(IndicatorKey key, IndicatorResult r) => new(key, r.Part, r.Whole, r.Outcome, r.Shown, r.Gap);
}

/// <summary>The four indicators by name.</summary>
public enum IndicatorKey { Student, Accident, Life, Household }

/// <summary>One indicator as it was judged; see <see cref="IndicatorResult"/>.</summary>
public sealed record FrozenIndicator(IndicatorKey Key, long Part, long Whole, IndicatorOutcome Outcome, string Shown, long Gap)
{
    /// <summary>Whether it passed or does not apply.</summary>
    public bool Counts => Outcome is IndicatorOutcome.Passed or IndicatorOutcome.NotApplicable;
}
