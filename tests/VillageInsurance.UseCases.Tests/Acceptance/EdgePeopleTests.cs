using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Acceptance;
using VillageInsurance.UseCases.Acceptance;
using VillageInsurance.UseCases.Tests.Exchange;
using VillageInsurance.UseCases.Tests.Shared;

namespace VillageInsurance.UseCases.Tests.Acceptance;

/// <summary>The edge cases of the domain (section 3.3) about people, households and groups, from the files to the figures.</summary>
public class EdgePeopleTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private readonly CountyFiles _files = new();
    private bool _imported;

    [Theory] // birth, death, move on 31 December
    [InlineData("2025-12-31", "birth", "", "", 2)]
    [InlineData("2025-12-31", "move-in", "", "", 2)]
    [InlineData("2026-01-01", "birth", "", "", 1)]
    [InlineData("2017-01-01", "initial", "2025-12-31", "death", 1)]
    [InlineData("2017-01-01", "initial", "2025-12-31", "move-out", 1)]
    [InlineData("2017-01-01", "initial", "2026-01-01", "death", 2)]
    public async Task Who_comes_on_the_last_day_counts_and_who_goes_does_not(string joined, string reason, string left, string why, int people)
    {
        var home = _files.Household();
        _files.Resident(home);
        _files.Resident(home, joined, reason: reason, left: left, why: why);

        Assert.Equal(people, (await CountAsync()).Population);
    }

    [Fact] // households merged
    public async Task A_merged_household_counts_once_and_its_policies_follow_the_persons()
    {
        var old = _files.Household(left: "2025-06-01", why: "merged");
        var (_, moved) = _files.Resident(old, left: "2025-06-01", why: "merge");
        var kept = _files.Household();
        _files.Resident(kept);
        var (again, _) = _files.Resident(kept, "2025-06-01", reason: "merge", id: moved);
        _files.Policy("P07", again, again, "2024-02-01", "2024-02-02", "2044-02-01", "annual");

        var (before, after) = (await CountAsync("2025-05-31"), await CountAsync());

        Assert.Equal((2, 2, 1), (before.Households, before.Population, before.HouseholdsRegular));
        Assert.Equal((1, 2, 1), (after.Households, after.Population, after.HouseholdsRegular));
    }

    [Fact] // household split
    public async Task After_a_split_the_policy_stays_with_its_holders_half_even_when_it_covers_the_other()
    {
        var old = _files.Household();
        var (father, _) = _files.Resident(old);
        var (_, son) = _files.Resident(old, left: "2025-06-01", why: "split");
        var fresh = _files.Household(joined: "2025-06-01");
        var (sonNow, _) = _files.Resident(fresh, "2025-06-01", reason: "split", id: son);
        _files.Policy("P07", father, sonNow, "2022-01-10", "2022-01-11", "2042-01-10", "annual");

        var figures = await CountAsync();

        Assert.Equal((2, 1), (figures.Households, figures.HouseholdsRegular));
    }

    [Fact] // an enrolment belongs to the person, not to the row that names it
    public async Task A_pupil_who_moved_is_a_pupil_where_he_lives_whichever_row_names_the_school()
    {
        var (old, id) = _files.Resident(_files.Household(), left: "2025-07-01", why: "move-out", born: "2015-05-05");
        _files.Student(old);
        _files.Resident(_files.Household(_files.OtherCode, "2025-07-01"), "2025-07-01", reason: "move-in", id: id);

        var here = await CountAsync();
        var there = (await database.CountAsync(_files.OtherCode)).Figures;

        Assert.Equal((0, 1), (here.Students, there.Students));
    }

    [Fact] // collective households; members left over in a closed one
    public async Task Collective_households_and_who_is_left_over_in_a_closed_one_count_nowhere()
    {
        _files.Resident(_files.Household(kind: "collective"));
        _files.Resident(_files.Household(left: "2025-03-01", why: "dissolved"));
        _files.Resident(_files.Household());

        var figures = await CountAsync();

        Assert.Equal((1, 1), (figures.Population, figures.Households));
    }

    [Fact] // university is out, the place of the school does not matter
    public async Task A_student_of_a_university_is_no_pupil()
    {
        foreach (var stage in new[] { "kindergarten", "primary", "junior", "senior", "vocational", "university" })
            _files.Student(_files.Resident(_files.Household(), born: "2010-05-05").Number, stage: stage);

        Assert.Equal(5, (await CountAsync()).Students);
    }

    [Fact] // site that is a village group
    public async Task A_groups_stock_is_where_people_live_and_its_flow_where_the_insured_lived_on_the_day_of_issue()
    {
        var old = _files.Household(group: 1, left: "2025-07-01", why: "moved");
        var (_, id) = _files.Resident(old, left: "2025-07-01", why: "move-out");
        var (now, _) = _files.Resident(_files.Household(group: 2, joined: "2025-07-01"), "2025-07-01", reason: "move-in", id: id);
        _files.Payment(_files.Policy("P07", now, now, "2025-03-01", "2025-03-02", "2045-03-01", "annual"), "2025-03-01", "500.00");
        _files.Payment(_files.Policy("P03", now, now, "2025-08-01", "2025-08-02", "2026-08-01"), "2025-08-01", "10.00");
        var village = await CountAsync();

        var (one, two) = (await GroupAsync("1"), await GroupAsync("2"));

        Assert.Equal((0, 0, 50_000, 0), (one.Population, one.HouseholdsRegular, one.LifeNewRegularFen, one.AccidentFen));
        Assert.Equal((1, 1, 0, 1_000), (two.Population, two.HouseholdsRegular, two.LifeNewRegularFen, two.AccidentFen));
        Assert.Equal((1, 1, 50_000, 1_000), (village.Population, village.HouseholdsRegular, village.LifeNewRegularFen, village.AccidentFen));
    }

    private async Task<IndicatorFigures> GroupAsync(string name)
    {
        var group = await database.SeeAsync(Places.Village, db => db.Areas.Where(a => a.Name == name && db.Areas.Any(v => v.Id == a.ParentId && v.Code == _files.VillageCode)).Select(a => a.Id).SingleAsync());
        return (await new VillageFiguresOf(database.GateFor(Imports.Office)).RunAsync(new(group, new(2025, 12, 31), new(2026, 1, 31)), CancellationToken.None)).Figures;
    }

    private async Task<IndicatorFigures> CountAsync(string asOf = "2025-12-31")
    {
        if (!_imported) await database.ImportAsync(_files);
        _imported = true;
        return (await database.CountAsync(_files.VillageCode, asOf)).Figures;
    }
}
