using VillageInsurance.UseCases.Acceptance;
using VillageInsurance.UseCases.Tests.Exchange;
using VillageInsurance.UseCases.Tests.Shared;

namespace VillageInsurance.UseCases.Tests.Acceptance;

/// <summary>The worked examples of the domain (section 3.4) that are about counting, from the files to the figures.</summary>
public class WorkedExamplesTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private readonly CountyFiles _files = new();

    [Fact] // example 10
    public async Task A_policy_of_several_years_counts_in_the_year_of_booking_alone()
    {
        var (head, _) = _files.Resident(_files.Household());
        _files.Payment(_files.Policy("P03", head, head, "2025-03-01", "2025-03-02", "2028-03-01"), "2025-03-01", "240.00");

        await database.ImportAsync(_files);

        Assert.Equal((24_000, 0, 0), (await Accident("2025-12-31"), await Accident("2026-12-31"), await Accident("2027-12-31")));
    }

    [Fact] // example 12
    public async Task Monthly_instalments_count_when_they_are_booked_and_the_rest_of_the_first_year_counts_nowhere()
    {
        var (head, _) = _files.Resident(_files.Household());
        var policy = _files.Policy("P07", head, head, "2025-11-05", "2025-11-06", "2045-11-05", "monthly");
        for (var month = 0; month < 12; month++) _files.Payment(policy, $"{new DateOnly(2025, 11, 5).AddMonths(month):yyyy-MM-dd}", "300.00");

        await database.ImportAsync(_files);

        Assert.Equal((60_000, 0), (await Life("2025-12-31"), await Life("2026-12-31")));
    }

    [Fact] // example 13
    public async Task A_policy_cancelled_in_january_counts_until_that_is_known()
    {
        var (head, _) = _files.Resident(_files.Household());
        var policy = _files.Policy("P07", head, head, "2025-12-20", "2025-12-21", "2045-12-20", "annual", cancelled: "2026-01-03");
        _files.Payment(policy, "2025-12-20", "800.00");
        _files.Payment(policy, "2026-01-03", "800.00", "refund-hesitation");

        await database.ImportAsync(_files);

        Assert.Equal((80_000, 0), (await Life("2025-12-31", "2025-12-31"), await Life("2025-12-31", "2026-01-31")));
    }

    [Fact] // example 14
    public async Task Single_premiums_and_later_years_are_no_new_regular_premium()
    {
        var (one, _) = _files.Resident(_files.Household());
        var (other, _) = _files.Resident(_files.Household());
        _files.Payment(_files.Policy("P07", one, one, "2025-02-01", "2025-02-02", "2045-02-01", "single"), "2025-02-01", "50000.00");
        _files.Payment(_files.Policy("P07", other, other, "2024-02-01", "2024-02-02", "2044-02-01", "annual"), "2025-02-01", "1000.00", year: 2);

        await database.ImportAsync(_files);

        var figures = (await database.CountAsync(_files.VillageCode)).Figures;
        Assert.Equal((0, 2, 1, 2), (figures.LifeNewRegularFen, figures.Households, figures.HouseholdsRegular, figures.HouseholdsAny));
    }

    [Theory]
    [InlineData("", "", "", true)]                              // 17: within grace nothing is recorded
    [InlineData("", "2025-12-31", "", false)]                   // 17: suspended on the day itself
    [InlineData("", "2024-12-01", "2025-03-01", true)]          // 18
    [InlineData("", "2025-10-01", "2025-12-31", true)]          // cured on the last day
    [InlineData("", "2025-10-01", "2026-01-06", false)]         // cured too late
    [InlineData("", "2025-10-01", "2024-03-01", false)]         // suspended again
    [InlineData("2025-12-31", "", "", false)]                   // 19
    [InlineData("2026-01-01", "", "", true)]
    public async Task Whether_a_policy_is_in_force_is_what_stands_at_the_days_end(string surrendered, string suspended, string reinstated, bool inForce)
    {
        var (head, _) = _files.Resident(_files.Household());
        _files.Policy("P07", head, head, "2022-11-01", "2022-11-02", "2042-11-01", "annual", surrendered: surrendered, suspended: suspended, reinstated: reinstated);

        await database.ImportAsync(_files);

        Assert.Equal(inForce ? 1 : 0, (await database.CountAsync(_files.VillageCode)).Figures.HouseholdsRegular);
    }

    [Theory] // example 20
    [InlineData("2025-06-30", 1)]
    [InlineData("2025-07-01", 0)]
    public async Task A_migrant_counts_after_six_months(string arrived, int people)
    {
        _files.Resident(_files.Household(joined: arrived), arrived, "migrant", "move-in");

        await database.ImportAsync(_files);

        Assert.Equal(people, (await database.CountAsync(_files.VillageCode)).Figures.Population);
    }

    [Fact] // example 21
    public async Task A_split_makes_another_household_and_the_policy_stays_with_its_holder()
    {
        var old = _files.Household();
        var (father, _) = _files.Resident(old);
        var (_, son) = _files.Resident(old, left: "2025-06-01", why: "split");
        _files.Resident(_files.Household(joined: "2025-06-01"), "2025-06-01", reason: "split", id: son);
        _files.Policy("P07", father, father, "2022-01-10", "2022-01-11", "2042-01-10", "annual");

        await database.ImportAsync(_files);

        Assert.Equal(((1, 2, 1), (2, 2, 1)), (await Homes("2025-05-31"), await Homes("2025-12-31")));
    }

    [Fact]
    public async Task A_newborn_counts_at_once_when_another_member_does()
    {
        var settled = _files.Household();
        _files.Resident(settled);
        _files.Resident(settled, "2025-12-31", "migrant", "birth", born: "2025-01-01");
        var fresh = _files.Household(joined: "2025-11-01");
        _files.Resident(fresh, "2025-11-01", "migrant", "move-in");
        _files.Resident(fresh, "2025-12-01", "migrant", "birth", born: "2025-01-01");

        await database.ImportAsync(_files);

        var figures = (await database.CountAsync(_files.VillageCode)).Figures;
        Assert.Equal((2, 1), (figures.Population, figures.Households));
    }

    [Fact]
    public async Task Money_paid_before_the_issue_counts_on_the_day_of_issue()
    {
        var (head, _) = _files.Resident(_files.Household());
        _files.Payment(_files.Policy("P03", head, head, "2026-01-02", "2026-01-03", "2027-01-02"), "2025-12-30", "100.00");

        await database.ImportAsync(_files);

        Assert.Equal((0, 10_000), (await Accident("2025-12-31"), await Accident("2026-12-31")));
    }

    private async Task<long> Accident(string asOf) => (await database.CountAsync(_files.VillageCode, asOf)).Figures.AccidentFen;

    private async Task<long> Life(string asOf, string? knownAt = null) => (await database.CountAsync(_files.VillageCode, asOf, knownAt)).Figures.LifeNewRegularFen;

    private async Task<(long, long, long)> Homes(string asOf) =>
        (await database.CountAsync(_files.VillageCode, asOf)).Figures is var f ? (f.Households, f.Population, f.HouseholdsRegular) : default;
}
