using VillageInsurance.Domain.Households;
using VillageInsurance.Domain.LifeEvents;
using VillageInsurance.UseCases.LifeEvents;
using VillageInsurance.UseCases.Tests.Exchange;
using VillageInsurance.UseCases.Tests.Shared;

namespace VillageInsurance.UseCases.Tests.LifeEvents;

/// <summary>Two villages alike: in one an event is entered by hand, in the other the list already says it. Their figures are the same.</summary>
public class ByHandAndByListTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static readonly DateOnly Day = new(2026, 2, 10);
    private readonly CountyFiles _files = new();

    [Fact]
    public Task A_birth() => AlikeAsync(LifeEventKind.Born, v => Listed(v, extra: h => _files.Resident(h, "2026-02-10", reason: "birth", born: "2026-02-10")));

    [Fact]
    public Task A_death() => AlikeAsync(LifeEventKind.Died, v => Listed(v, childLeft: "2026-02-10", childWhy: "death"));

    [Fact]
    public Task An_arrival_of_a_migrant_who_counts_after_six_months() => AlikeAsync(LifeEventKind.Arrived, v => Listed(v, extra: h => _files.Resident(h, "2026-02-10", "migrant", "move-in")));

    [Fact]
    public Task A_member_who_moves_away() => AlikeAsync(LifeEventKind.MovedAway, v => Listed(v, childLeft: "2026-02-10", childWhy: "move-out"));

    [Fact]
    public Task A_marriage_into_another_household() => AlikeAsync(LifeEventKind.Married, v => Listed(v, spouseLeft: "2026-02-10", spouseWhy: "marriage", spouseTo: "marriage"));

    [Fact]
    public Task A_split() => AlikeAsync(LifeEventKind.Split, v => Listed(v, spouseLeft: "2026-02-10", spouseWhy: "split", splitOff: true));

    [Fact]
    public Task A_merging() => AlikeAsync(LifeEventKind.Merged, v => Listed(v, allLeft: "2026-02-10", why: "merge", end: "merged", allTo: "merge"));

    [Fact]
    public Task An_end() => AlikeAsync(LifeEventKind.Dissolved, v => Listed(v, allLeft: "2026-02-10", why: "move-out", end: "dissolved"));

    [Fact]
    public Task A_household_that_moves_away() => AlikeAsync(LifeEventKind.MovedAway, v => Listed(v, allLeft: "2026-02-10", why: "move-out", end: "moved"), ofAll: true);

    [Fact]
    public Task A_member_who_goes_for_work() => AlikeAsync(LifeEventKind.WentForWork, v => Listed(v, childKind: "away"));

    [Fact]
    public Task A_school_that_is_left() => AlikeAsync(LifeEventKind.LeftSchool, v => Listed(v, schoolTo: "2026-02-10"));

    [Fact]
    public Task A_school_that_is_begun() => AlikeAsync(LifeEventKind.Enrolled, v => Listed(v, spouseSchool: "2026-02-10"));

    [Fact]
    public Task A_row_that_never_was() => AlikeAsync(LifeEventKind.EnteredInError, v => Listed(v, withoutChild: true));

    private async Task AlikeAsync(LifeEventKind kind, Func<string, Home> listed, bool ofAll = false)
    {
        var here = Listed(_files.VillageCode);
        listed(_files.OtherCode);
        await database.ImportAsync(_files);
        var desk = await Keeping.InAsync(database, _files.VillageCode);
        var (child, spouse) = (await desk.PersonAsync(here.Child!), await desk.PersonAsync(here.Spouse));
        var lastYear = await desk.FiguresAsync(_files.VillageCode, "2025-12-31", "2026-01-31");
        var about = ofAll ? [] : kind switch
        {
            LifeEventKind.Married or LifeEventKind.Split or LifeEventKind.Enrolled => [spouse],
            LifeEventKind.Born or LifeEventKind.Arrived or LifeEventKind.Merged or LifeEventKind.Dissolved => (Guid[])[],
            _ => [child],
        };
        var newcomer = kind is LifeEventKind.Born or LifeEventKind.Arrived ? new Newcomer(Guid.CreateVersion7(), "岩罕", null, Sex.Male, Day) : null;
        var facts = new LifeEventFacts(kind, Day, about, kind is LifeEventKind.Married or LifeEventKind.Merged ? (await desk.HouseholdAsync(here.Neighbour)).Id : null,
            HeadId: kind == LifeEventKind.Split ? spouse : null, Residence: kind == LifeEventKind.Arrived ? ResidenceKind.Migrant : null, School: "中心小学", Stage: SchoolStage.Vocational);

        var foreseen = await desk.EffectAsync(here.Number, facts, newcomer);
        await desk.RecordAsync(here.Number, facts, newcomer);

        foreach (var asOf in new[] { "2026-03-01", "2026-06-30", "2026-08-10", "2026-12-31" })
            Assert.Equal(await desk.FiguresAsync(_files.OtherCode, asOf), await desk.FiguresAsync(_files.VillageCode, asOf));
        Assert.Equal(lastYear, await desk.FiguresAsync(_files.VillageCode, "2025-12-31", "2026-01-31"));
        var end = await desk.FiguresAsync(_files.VillageCode);
        var said = foreseen.Lines.Single(l => l.AsOf == new DateOnly(2026, 12, 31));
        Assert.Equal((end.Population, end.Households, end.Students), (said.PeopleAfter, said.HouseholdsAfter, said.PupilsAfter));
    }

    private sealed record Home(string Number, string Neighbour, string Spouse, string? Child);

    // Four of a family, one of them a pupil with cover and one the holder of a regular policy, beside a neighbour.
    private Home Listed(string village, Action<string>? extra = null, string childLeft = "", string childWhy = "", string spouseLeft = "", string spouseWhy = "", string? spouseTo = null, bool splitOff = false,
        string allLeft = "", string why = "", string end = "", string? allTo = null, string childKind = "local", string schoolTo = "", string? spouseSchool = null, bool withoutChild = false)
    {
        var (home, neighbour) = (_files.Household(village, left: allLeft, why: end), _files.Household(village));
        _files.Resident(neighbour);
        var (head, headId) = Head(home, allLeft, why);
        var (spouse, spouseId) = _files.Resident(home, left: spouseLeft + allLeft, why: spouseWhy + why);
        _files.Policy("P07", spouse, spouse, "2024-01-01", "2024-01-01", "2034-01-01", "annual", village);
        _files.Policy("P07", head, head, "2024-01-01", "2024-01-01", "2034-01-01", "annual", village);
        string? childId = null;
        if (!withoutChild)
        {
            (var child, childId) = _files.Resident(home, kind: childKind, left: childLeft + allLeft, why: childWhy + why, born: "2014-01-01");
            _files.Student(child, to: schoolTo);
            _files.Policy("P01", head, child, "2025-09-01", "2025-09-01", "2026-12-31", village: village);
            if (allTo is not null) _files.Resident(neighbour, allLeft, reason: allTo, id: childId);
        }
        if (spouseSchool is not null) _files.Student(spouse, spouseSchool, stage: "vocational");
        if (spouseTo is not null) _files.Resident(neighbour, spouseLeft, reason: spouseTo, id: spouseId);
        if (splitOff) _files.Resident(_files.Household(village, spouseLeft), spouseLeft, reason: "split", id: spouseId);
        if (allTo is not null)
            foreach (var id in new[] { headId, spouseId }) _files.Resident(neighbour, allLeft, reason: allTo, id: id);
        extra?.Invoke(home);
        return new(home, neighbour, spouseId, childId);
    }

    private (string Number, string Id) Head(string home, string left, string why)
    {
        var head = _files.Resident(home, left: left, why: why);
        _files["residents"][^1] = _files["residents"][^1].Replace(",其他,", ",户主,", StringComparison.Ordinal);
        return head;
    }
}
