using VillageInsurance.Domain.Acceptance;
using VillageInsurance.Domain.Schemes;
using VillageInsurance.UseCases.Tests.Exchange;
using VillageInsurance.UseCases.Tests.Shared;

namespace VillageInsurance.UseCases.Tests.Acceptance;

/// <summary>The edge cases of the domain (section 3.3) about money and cover, from the files to the figures. Those that are worked examples of section 3.4 stand in <see cref="WorkedExamplesTests"/>, those of places in <see cref="PlacesOfFiguresTests"/>.</summary>
public class EdgeCaseTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static readonly Thresholds City = new(new(80, 100), StudentBase.Pupils, 1000, 5000, new(60, 100));

    private readonly CountyFiles _files = new();
    private bool _imported;

    [Fact] // hesitation cancel
    public async Task Cancelled_in_the_hesitation_period_is_out_of_every_sum()
    {
        var (head, _) = _files.Resident(_files.Household());
        _files.Student(head);
        foreach (var product in new[] { "P01", "P03", "P07" })
        {
            var policy = _files.Policy(product, head, head, "2025-12-01", "2025-12-02", "2045-12-01", "annual", cancelled: "2025-12-10");
            _files.Payment(policy, "2025-12-01", "800.00");
            _files.Payment(policy, "2025-12-10", "800.00", "refund-hesitation");
        }

        var figures = await CountAsync();

        Assert.Equal((0, 0, 0, 0, 0), (figures.StudentsCovered, figures.AccidentFen, figures.LifeNewRegularFen, figures.HouseholdsRegular, figures.HouseholdsAny));
    }

    [Fact] // surrender later
    public async Task A_surrender_keeps_the_premium_and_takes_the_household_and_cash_value_is_no_refund()
    {
        var (head, _) = _files.Resident(_files.Household());
        var policy = _files.Policy("P07", head, head, "2025-02-01", "2025-02-02", "2045-02-01", "annual", surrendered: "2025-10-01");
        _files.Payment(policy, "2025-02-01", "800.00");
        _files.Payment(policy, "2025-10-01", "300.00", "cash-value");

        var (after, before) = (await CountAsync(), await CountAsync("2025-09-30"));

        Assert.Equal((80_000, 0), (after.LifeNewRegularFen, after.HouseholdsRegular));
        Assert.Equal((80_000, 1), (before.LifeNewRegularFen, before.HouseholdsRegular));
    }

    [Fact] // short-term policy handed back; negative sum
    public async Task An_unearned_premium_given_back_lowers_the_sum_of_its_own_day_even_below_zero()
    {
        var (head, _) = _files.Resident(_files.Household());
        var policy = _files.Policy("P03", head, head, "2024-11-01", "2024-11-02", "2025-11-01", surrendered: "2025-03-01");
        _files.Payment(policy, "2024-11-01", "100.00");
        _files.Payment(policy, "2025-03-01", "60.01", "refund-premium");

        var (lastYear, thisYear) = (await CountAsync("2024-12-31"), await CountAsync());

        Assert.Equal((10_000, -6_001), (lastYear.AccidentFen, thisYear.AccidentFen));
        var judged = Indicators.Judge(thisYear with { Population = 4 }, City).AccidentPerHead;
        Assert.Equal((IndicatorOutcome.Failed, "-15.00"), (judged.Outcome, judged.Shown));
    }

    [Theory] // fine points: refunds in error count like refunds of premium, those of the other kinds do not
    [InlineData("refund-error", 5_000)]
    [InlineData("refund-premium", 5_000)]
    [InlineData("refund-hesitation", 10_000)]
    [InlineData("cash-value", 10_000)]
    public async Task Only_two_kinds_of_refund_lower_a_sum(string kind, long left)
    {
        var (head, _) = _files.Resident(_files.Household());
        var policy = _files.Policy("P03", head, head, "2025-04-01", "2025-04-02", "2026-04-01");
        _files.Payment(policy, "2025-04-01", "100.00");
        _files.Payment(policy, "2025-05-01", "50.00", kind);

        Assert.Equal(left, (await CountAsync()).AccidentFen);
    }

    [Fact] // booked in December, cover from January
    public async Task Booked_in_december_with_cover_from_january_is_money_of_this_year_and_cover_of_the_next()
    {
        var (head, _) = _files.Resident(_files.Household());
        _files.Student(head);
        _files.Payment(_files.Policy("P07", head, head, "2025-12-20", "2026-01-01", "2045-12-31", "annual"), "2025-12-20", "700.00");
        _files.Payment(_files.Policy("P03", head, head, "2025-12-20", "2026-01-01", "2026-12-31"), "2025-12-20", "100.00");
        _files.Payment(_files.Policy("P01", head, head, "2025-12-20", "2026-01-01", "2026-12-31"), "2025-12-20", "80.00");

        var (thisYear, next) = (await CountAsync(), await CountAsync("2026-06-30"));

        Assert.Equal((70_000, 10_000, 0, 0, 0), (thisYear.LifeNewRegularFen, thisYear.AccidentFen, thisYear.StudentsCovered, thisYear.HouseholdsRegular, thisYear.HouseholdsAny));
        Assert.Equal((0, 0, 1, 1, 1), (next.LifeNewRegularFen, next.AccidentFen, next.StudentsCovered, next.HouseholdsRegular, next.HouseholdsAny));
    }

    [Fact] // paid before issue; fine points: so do refunds and top-ups
    public async Task Premiums_top_ups_and_refunds_booked_before_the_issue_count_on_its_day()
    {
        var (head, _) = _files.Resident(_files.Household());
        var life = _files.Policy("P07", head, head, "2026-01-02", "2026-01-03", "2046-01-02", "annual");
        _files.Payment(life, "2025-12-30", "700.00");
        var accident = _files.Policy("P03", head, head, "2026-01-02", "2026-01-03", "2027-01-02");
        _files.Payment(accident, "2025-12-30", "100.00", "top-up");
        _files.Payment(accident, "2025-12-31", "30.00", "refund-error");

        var (before, after) = (await CountAsync(), await CountAsync("2026-12-31"));

        Assert.Equal((0, 0), (before.LifeNewRegularFen, before.AccidentFen));
        Assert.Equal((70_000, 7_000), (after.LifeNewRegularFen, after.AccidentFen));
    }

    [Fact] // top-up
    public async Task A_top_up_is_accident_premium_and_never_new_regular_life()
    {
        var (head, _) = _files.Resident(_files.Household());
        var life = _files.Policy("P07", head, head, "2025-02-01", "2025-02-02", "2045-02-01", "annual");
        _files.Payment(life, "2025-02-01", "700.00");
        _files.Payment(life, "2025-03-01", "5000.00", "top-up");
        _files.Payment(_files.Policy("P03", head, head, "2025-02-01", "2025-02-02", "2026-02-01"), "2025-03-01", "20.00", "top-up");

        var figures = await CountAsync();

        Assert.Equal((70_000, 2_000), (figures.LifeNewRegularFen, figures.AccidentFen));
    }

    [Fact] // reinstatement arrears
    public async Task Arrears_of_the_first_year_count_for_a_policy_of_this_year_and_for_no_older_one()
    {
        var (head, _) = _files.Resident(_files.Household());
        var fresh = _files.Policy("P07", head, head, "2025-01-10", "2025-01-11", "2045-01-10", "monthly", suspended: "2025-05-10", reinstated: "2025-09-01");
        _files.Payment(fresh, "2025-01-10", "100.00");
        _files.Payment(fresh, "2025-09-01", "400.00");
        var old = _files.Policy("P07", head, head, "2024-06-10", "2024-06-11", "2044-06-10", "monthly", suspended: "2024-11-10", reinstated: "2025-02-01");
        _files.Payment(old, "2025-02-01", "300.00");

        Assert.Equal(50_000, (await CountAsync()).LifeNewRegularFen);
    }

    [Fact] // two policies on one pupil or household
    public async Task Two_policies_on_one_pupil_or_household_count_once()
    {
        var home = _files.Household();
        var (head, _) = _files.Resident(home);
        var (child, _) = _files.Resident(home, born: "2015-05-05");
        _files.Student(child);
        foreach (var _ in Enumerable.Range(0, 2))
        {
            _files.Policy("P01", head, child, "2025-08-31", "2025-09-01", "2026-08-31");
            _files.Policy("P07", head, head, "2025-02-01", "2025-02-02", "2045-02-01", "annual");
        }

        var figures = await CountAsync();

        Assert.Equal((1, 1, 1, 1), (figures.StudentsCovered, figures.StudentHouseholdsCovered, figures.HouseholdsRegular, figures.HouseholdsAny));
    }

    [Fact] // group policy
    public async Task Each_certificate_of_a_group_policy_is_a_line_of_its_own_village()
    {
        var (one, _) = _files.Resident(_files.Household());
        var (other, _) = _files.Resident(_files.Household(_files.OtherCode));
        _files.Payment(_files.Policy("P03", null, one, "2025-04-01", "2025-04-02", "2026-04-01"), "2025-04-01", "30.00");
        _files.Payment(_files.Policy("P03", null, other, "2025-04-01", "2025-04-02", "2026-04-01", village: _files.OtherCode), "2025-04-01", "40.00");

        var here = await CountAsync();
        var there = (await database.CountAsync(_files.OtherCode)).Figures;

        Assert.Equal((3_000, 1), (here.AccidentFen, here.HouseholdsAny));
        Assert.Equal((4_000, 1), (there.AccidentFen, there.HouseholdsAny));
    }

    [Theory] // pupil left school before AsOf, or last year's cover ran out on 31 August
    [InlineData("2025-12-30", "2026-08-31", 0, 0)]
    [InlineData("2025-12-31", "2026-08-31", 1, 1)]
    [InlineData("", "2025-08-31", 1, 0)]
    [InlineData("", "2025-12-31", 1, 1)]
    public async Task A_pupil_is_at_school_and_covered_on_the_day_itself(string leftSchool, string coverEnds, int pupils, int covered)
    {
        var (child, _) = _files.Resident(_files.Household(), born: "2015-05-05");
        _files.Student(child, to: leftSchool);
        _files.Policy("P01", null, child, "2024-08-31", "2024-09-01", coverEnds);

        var figures = await CountAsync();

        Assert.Equal((pupils, covered), (figures.Students, figures.StudentsCovered));
    }

    [Fact] // rivals
    public async Task A_rivals_policy_is_in_the_file_and_in_no_sum()
    {
        var (head, _) = _files.Resident(_files.Household());
        _files.Student(head);
        foreach (var product in new[] { "P01", "P03", "P07" }) _files.Payment(_files.Policy(product, head, head, "2025-02-01", "2025-02-02", "2045-02-01", "annual", insurer: "XX"), "2025-02-01", "500.00");

        var figures = await CountAsync();

        Assert.Equal((0, 0, 0, 0), (figures.StudentsCovered, figures.AccidentFen, figures.LifeNewRegularFen, figures.HouseholdsAny));
    }

    [Fact] // minor: the cap on death benefit is no matter of the indicators
    public async Task A_parents_policy_on_a_child_counts_like_any_other()
    {
        var home = _files.Household();
        var (head, _) = _files.Resident(home);
        var (child, _) = _files.Resident(home, born: "2020-05-05");
        _files.Payment(_files.Policy("P07", head, child, "2025-02-01", "2025-02-02", "2045-02-01", "annual"), "2025-02-01", "500.00");

        var figures = await CountAsync();

        Assert.Equal((50_000, 1), (figures.LifeNewRegularFen, figures.HouseholdsRegular));
    }

    private async Task<IndicatorFigures> CountAsync(string asOf = "2025-12-31")
    {
        if (!_imported) await database.ImportAsync(_files);
        _imported = true;
        return (await database.CountAsync(_files.VillageCode, asOf)).Figures;
    }
}
