using VillageInsurance.Domain.Acceptance;
using VillageInsurance.Domain.Schemes;
using static VillageInsurance.Domain.Acceptance.IndicatorOutcome;

namespace VillageInsurance.Domain.Tests.Acceptance;

/// <summary>The worked examples of the domain (section 3.4) that need no counting.</summary>
public class IndicatorsTests
{
    private static readonly Thresholds City = new(new(80, 100), StudentBase.Pupils, 1000, 5000, new(60, 100));

    [Theory]
    [InlineData(175, 140, Passed, "80.00", 0)]          // example 1
    [InlineData(195, 155, Failed, "79.48", 1)]          // 2
    [InlineData(10_000, 7_999, Failed, "79.99", 1)]     // 3
    [InlineData(25_000, 19_999, Failed, "79.99", 1)]    // 4: rounding would have shown 80.00
    [InlineData(0, 0, NotApplicable, "", 0)]            // 5
    public void Indicator_1_compares_pupils_exactly(long pupils, long covered, IndicatorOutcome outcome, string shown, long gap) =>
        Assert.Equal(new(covered, pupils, outcome, shown, gap), Indicators.Judge(new() { Students = pupils, StudentsCovered = covered }, City).StudentCoverage);

    [Fact] // example 5
    public void Without_pupils_the_other_three_decide()
    {
        var good = new IndicatorFigures { Population = 100, Households = 10, AccidentFen = 100_000, LifeNewRegularFen = 500_000, HouseholdsRegular = 6 };
        Assert.True(Indicators.Judge(good, City).AllPass);
        Assert.False(Indicators.Judge(good with { AccidentFen = 99_999 }, City).AllPass);
    }

    [Fact] // example 6
    public void The_base_of_indicator_1_is_the_schemes()
    {
        var figures = new IndicatorFigures { Students = 3, StudentsCovered = 2, StudentHouseholds = 2, StudentHouseholdsCovered = 2 };
        Assert.Equal((Failed, "66.66"), Of(Indicators.Judge(figures, City).StudentCoverage));
        Assert.Equal((Passed, "100.00"), Of(Indicators.Judge(figures, City with { StudentBase = StudentBase.Households }).StudentCoverage));
    }

    [Theory]
    [InlineData(683, 683_000, Passed, "10.00", 0)]      // 7
    [InlineData(683, 682_999, Failed, "9.99", 1)]       // 8
    [InlineData(1_000, 1_005_000 - 6_000, Failed, "9.99", 1_000)] // 9
    [InlineData(100, -50, Failed, "0.00", 100_050)]     // a sum below nothing, by less than a fen a head
    [InlineData(100, -150, Failed, "-0.01", 100_150)]
    [InlineData(0, 5_000, NotComputable, "", 0)]
    public void Indicator_2_compares_fen_exactly(long people, long fen, IndicatorOutcome outcome, string shown, long gap) =>
        Assert.Equal(new(fen, people, outcome, shown, gap), Indicators.Judge(new() { Population = people, AccidentFen = fen }, City).AccidentPerHead);

    [Theory]
    [InlineData(961, 4_805_000, Passed, "50.00")]       // 11
    [InlineData(961, 4_804_999, Failed, "49.99")]
    [InlineData(1_000, 5_030_000, Passed, "50.30")]     // 13, first run
    [InlineData(1_000, 4_950_000, Failed, "49.50")]     // 13, final run
    public void Indicator_3_compares_fen_exactly(long people, long fen, IndicatorOutcome outcome, string shown) =>
        Assert.Equal((outcome, shown), Of(Indicators.Judge(new() { Population = people, LifeNewRegularFen = fen }, City).LifePerHead));

    [Theory]
    [InlineData(410, 246, Passed, "60.00", 0)]          // 15
    [InlineData(440, 263, Failed, "59.77", 1)]          // 16
    [InlineData(411, 246, Failed, "59.85", 1)]          // 21: the split adds a household
    [InlineData(0, 0, NotComputable, "", 0)]
    public void Indicator_4_compares_households_exactly(long households, long regular, IndicatorOutcome outcome, string shown, long gap) =>
        Assert.Equal(new(regular, households, outcome, shown, gap), Indicators.Judge(new() { Households = households, HouseholdsRegular = regular }, City).HouseholdRate);

    [Theory]
    [InlineData(300, 800, true)]                        // 22
    [InlineData(299, 1_000, false)]
    [InlineData(320, 799, false)]
    public void A_site_needs_both_sizes(int households, int people, bool met) => Assert.Equal(met, new SizeRule(300, 800, true, true).IsMetBy(households, people));

    [Theory]
    [InlineData(25, true)]                              // 23
    [InlineData(24, false)]
    public void The_goal_is_a_share_too(long villages, bool reached) => Assert.Equal(reached, new Fraction(villages, 81).Reaches(new(30, 100)));

    [Fact]
    public void A_goal_missed_by_a_hair_is_not_shown_as_reached() => Assert.Equal("29.62", CutValue.Percent(24, 81));

    [Fact]
    public void Nobody_fails_when_all_four_stand_exactly_on_the_line() => Assert.True(Indicators.Judge(new()
    {
        Population = 1_000,
        Households = 300,
        Students = 5,
        StudentsCovered = 4,
        AccidentFen = 1_000_000,
        LifeNewRegularFen = 5_000_000,
        HouseholdsRegular = 180,
    }, City).AllPass);

    private static (IndicatorOutcome, string) Of(IndicatorResult result) => (result.Outcome, result.Shown);
}
