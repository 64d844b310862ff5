using VillageInsurance.Domain.Schemes;

namespace VillageInsurance.Domain.Acceptance;

/// <summary>The four acceptance indicators of a place, judged by exact integers.</summary>
/// <param name="StudentCoverage">Indicator 1, in the base that the scheme names.</param>
/// <param name="AccidentPerHead">Indicator 2.</param>
/// <param name="LifePerHead">Indicator 3.</param>
/// <param name="HouseholdRate">Indicator 4.</param>
public sealed record Indicators(IndicatorResult StudentCoverage, IndicatorResult AccidentPerHead, IndicatorResult LifePerHead, IndicatorResult HouseholdRate)
{
    /// <summary>The four in their order.</summary>
    public IReadOnlyList<IndicatorResult> All => [StudentCoverage, AccidentPerHead, LifePerHead, HouseholdRate];

    /// <summary>Whether every indicator passes that applies; a place without pupils is judged by the other three.</summary>
    public bool AllPass => All.All(i => i.Outcome is IndicatorOutcome.Passed or IndicatorOutcome.NotApplicable);

    /// <summary>Judges the figures by a scheme's thresholds.</summary>
    public static Indicators Judge(in IndicatorFigures f, Thresholds thresholds) => new(
        OfStudents(f, thresholds.StudentCoverage, thresholds.StudentBase),
        PerHead(f.AccidentFen, f.Population, thresholds.AccidentFenPerHead),
        PerHead(f.LifeNewRegularFen, f.Population, thresholds.LifeFenPerHead),
        Share(f.HouseholdsRegular, f.Households, thresholds.HouseholdRate, IndicatorOutcome.NotComputable));

    /// <summary>Indicator 1 by pupils or by households with pupils. No pupils: not applicable.</summary>
    public static IndicatorResult OfStudents(in IndicatorFigures f, Fraction threshold, StudentBase counted) => counted == StudentBase.Pupils
        ? Share(f.StudentsCovered, f.Students, threshold, IndicatorOutcome.NotApplicable)
        : Share(f.StudentHouseholdsCovered, f.StudentHouseholds, threshold, IndicatorOutcome.NotApplicable);

    private static IndicatorResult Share(long part, long whole, Fraction threshold, IndicatorOutcome without)
    {
        if (whole == 0) return new(part, whole, without, "", 0);
        // The least part that reaches the threshold, less what is there.
        var needed = (long)(((Int128)threshold.Part * whole + threshold.Whole - 1) / threshold.Whole);
        return new(part, whole, Passed(new Fraction(part, whole).Reaches(threshold)), CutValue.Percent(part, whole), Math.Max(0, needed - part));
    }

    private static IndicatorResult PerHead(long fen, long people, long threshold) => people == 0
        ? new(fen, 0, IndicatorOutcome.NotComputable, "", 0)
        : new(fen, people, Passed(fen >= (Int128)threshold * people), CutValue.Text(fen, people * 100), Math.Max(0, threshold * people - fen));

    private static IndicatorOutcome Passed(bool holds) => holds ? IndicatorOutcome.Passed : IndicatorOutcome.Failed;
}

/// <summary>One indicator: what was counted, of how much, the outcome, the shown value and what is missing.</summary>
/// <param name="Part">Pupils, fen or households.</param>
/// <param name="Whole">Pupils, persons or households.</param>
/// <param name="Outcome">How it ends.</param>
/// <param name="Shown">Per cent or yuan a head with two decimals, cut; empty without a base.</param>
/// <param name="Gap">Pupils, fen or households still missing; zero when it passes.</param>
public readonly record struct IndicatorResult(long Part, long Whole, IndicatorOutcome Outcome, string Shown, long Gap);

/// <summary>How an indicator ends. Not applicable leaves it out; not computable fails.</summary>
public enum IndicatorOutcome { Passed, Failed, NotApplicable, NotComputable }
