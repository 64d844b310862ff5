using VillageInsurance.Domain.Acceptance;
using VillageInsurance.Domain.Schemes;

namespace VillageInsurance.Web.Acceptance;

/// <summary>One indicator beside its standard.</summary>
/// <param name="Key">Its texts: Students, StudentHouseholds, Accident, Life, Households, AnyCover.</param>
/// <param name="Result">What was counted and how it ends.</param>
/// <param name="Standard">What is asked: a share, or fen a head.</param>
/// <param name="IsMoney">Whether it counts fen.</param>
public sealed record IndicatorLine(string Key, IndicatorResult Result, Fraction Standard, bool IsMoney)
{
    /// <summary>What was counted, of how much.</summary>
    public Fraction Value => new(Result.Part, Result.Whole);

    /// <summary>How much more than asked: pupils, fen or households; never below zero.</summary>
    public long Over => Result.Outcome != IndicatorOutcome.Passed ? 0
        : Result.Part - (long)(((Int128)Standard.Part * Result.Whole + Standard.Whole - 1) / Standard.Whole);

    /// <summary>80 or 10, without needless decimals.</summary>
    public string Asked => (IsMoney ? CutValue.Text(Standard.Part, Standard.Whole * 100) : CutValue.Percent(Standard.Part, Standard.Whole)).Replace(".00", "", StringComparison.Ordinal);

    /// <summary>The four of the acceptance.</summary>
    public static IReadOnlyList<IndicatorLine> Of(Indicators i, Thresholds t) =>
    [
        new(t.StudentBase == StudentBase.Pupils ? "Students" : "StudentHouseholds", i.StudentCoverage, t.StudentCoverage, false),
        new("Accident", i.AccidentPerHead, new(t.AccidentFenPerHead, 1), true),
        new("Life", i.LifePerHead, new(t.LifeFenPerHead, 1), true),
        new("Households", i.HouseholdRate, t.HouseholdRate, false),
    ];

    /// <summary>Indicator 1 in the base that the scheme does not name.</summary>
    public static IndicatorLine OtherVariant(in IndicatorFigures figures, Thresholds t) => t.StudentBase == StudentBase.Pupils
        ? new("StudentHouseholds", Indicators.OfStudents(figures, t.StudentCoverage, StudentBase.Households), t.StudentCoverage, false)
        : new("Students", Indicators.OfStudents(figures, t.StudentCoverage, StudentBase.Pupils), t.StudentCoverage, false);

    /// <summary>Households with any cover: a goal of the scheme, not part of the acceptance.</summary>
    public static IndicatorLine OfAnyCover(in IndicatorFigures f, Goals goals)
    {
        var (part, whole, goal) = (f.HouseholdsAny, f.Households, goals.AnyCoverRate);
        if (whole == 0) return new("AnyCover", new(part, whole, IndicatorOutcome.NotComputable, "", 0), goal, false);
        var needed = (goal.Part * whole + goal.Whole - 1) / goal.Whole;
        var outcome = new Fraction(part, whole).Reaches(goal) ? IndicatorOutcome.Passed : IndicatorOutcome.Failed;
        return new("AnyCover", new(part, whole, outcome, CutValue.Percent(part, whole), Math.Max(0, needed - part)), goal, false);
    }
}
