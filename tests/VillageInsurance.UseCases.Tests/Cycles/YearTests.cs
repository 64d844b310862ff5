using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using VillageInsurance.Domain.Cycles;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Cycles;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Tests.Shared;

namespace VillageInsurance.UseCases.Tests.Cycles;

/// <summary>What happens by itself in a year: sites go on, last days are reminded of; and the calendar that says when.</summary>
public class YearTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private readonly FakeTimeProvider _clock = new(new(2026, 1, 1, 4, 0, 0, TimeSpan.Zero));
    private readonly Actor _office = Someone.InTheCounty(Role.CountyOffice);

    [Fact]
    public async Task In_a_new_year_sites_without_the_title_go_on_once_and_a_returned_one_builds_again()
    {
        var (site, back, awarded) = (GivenCycle.In(CycleState.Site, village: Places.Sibling), GivenCycle.In(CycleState.Returned, village: Places.OtherVillage), GivenCycle.In(CycleState.Awarded));
        await database.GivenAsync(Places.Sibling, site);
        await database.GivenAsync(Places.OtherVillage, back);
        await database.GivenAsync(Places.Village, awarded);
        _clock.SetUtcNow(new(2026, 12, 31, 16, 0, 0, TimeSpan.Zero));

        var (first, second) = (await new ContinueCycles(database.GateFor(_office, _clock), _clock).RunAsync(), await new ContinueCycles(database.GateFor(_office, _clock), _clock).RunAsync());

        Assert.Equal((true, 0), (first >= 2, second));
        var next = await database.GateFor(_office).ReadAsync(Permission.ViewCycles, db => db.Cycles.Where(c => c.Year == 2027 && c.SiteGroupId == null).OrderBy(c => c.VillageId).ToListAsync(), default);
        Assert.Equal([(Places.Sibling, CycleState.Site, site.Id), (Places.OtherVillage, CycleState.Building, back.Id)], next.Select(c => (c.VillageId, c.State, c.ContinuesId!.Value)));
        await Assert.ThrowsAsync<NotPermitted>(() => new ContinueCycles(database.GateFor(Someone.InTheCounty(Role.CountyLeader), _clock), _clock).RunAsync());
    }

    [Fact]
    public async Task Thirty_fourteen_seven_and_one_days_before_the_last_day_its_owner_is_reminded_and_a_nearer_reminder_takes_the_older_ones_place()
    {
        var cycle = GivenCycle.In(CycleState.Building, village: Places.Village, group: Places.Group);
        await database.GivenAsync(Places.Village, cycle);
        var reminded = new List<(string Day, int New)>();

        for (var day = new DateOnly(2026, 11, 24); day <= new DateOnly(2026, 12, 27); day = day.AddDays(1))
        {
            _clock.SetUtcNow(new(day, new(4, 0), TimeSpan.Zero));
            await new RemindOfDeadlines(database.GateFor(_office, _clock), _clock).RunAsync();
            var found = (await WaitingFor(cycle.Id)).Count(q => q.At == _clock.GetUtcNow());
            if (found > 0) reminded.Add(($"{day:MM-dd}", found));
        }

        Assert.Equal([("11-25", 1), ("12-11", 1), ("12-18", 1), ("12-24", 1)], reminded);
        var waiting = await WaitingFor(cycle.Id);
        Assert.Equal((Role.InsurerReviewer, new DateOnly(2026, 12, 25)), (Assert.Single(waiting, q => q.DoneAt is null).Role!.Value, waiting[^1].Due!.Value));
    }

    [Fact]
    public async Task A_township_that_has_not_reported_its_launch_is_reminded_until_it_has()
    {
        _clock.SetUtcNow(new(2026, 1, 20, 4, 0, 0, TimeSpan.Zero));
        await new RemindOfDeadlines(database.GateFor(_office, _clock), _clock).RunAsync();
        var official = Someone.Who(Role.TownshipOfficial, Places.Village, Places.Township);
        Assert.Contains((await new OwnQueueOf(database, official, _clock).Kinds()), k => k == QueueKind.LaunchOpen);

        foreach (var task in new[] { "Bodies", "Plan", "Publicity" })
            await new ReportLaunch(database.GateFor(official, _clock), _clock).RunAsync(new(Guid.CreateVersion7(), Places.Township, 2026, task, new(2026, 1, 15), "Notice 3"));
        await new RemindOfDeadlines(database.GateFor(_office, _clock), _clock).RunAsync();

        Assert.DoesNotContain((await new OwnQueueOf(database, official, _clock).Kinds()), k => k == QueueKind.LaunchOpen);
    }

    [Fact]
    public async Task The_calendar_shows_the_schemes_days_and_moves_a_rest_day_on()
    {
        var year = await new YearCalendar(database.GateFor(_office)).RunAsync(new(2026), default);

        Assert.Equal(["2026-01-31", "2026-02-01", "2026-12-25", "2026-12-31", "2027-01-31"], year.Dates.Select(d => $"{d.On:yyyy-MM-dd}"));
        Assert.Equal(new DateOnly(2027, 2, 1), year.Dates[^1].Moved);
        Assert.Contains(year.Days, d => d.On == new DateOnly(2026, 10, 1) && d.Kind == CalendarDayKind.Holiday);
        await Assert.ThrowsAsync<InvalidInput>(() => new YearCalendar(database.GateFor(_office)).RunAsync(new(1999), default));
    }

    [Fact]
    public async Task The_office_keeps_the_working_day_calendar()
    {
        await Set(_office, new(2028, 1, 3), CalendarDayKind.Holiday, "New Year");
        await Set(_office, new(2028, 1, 8), CalendarDayKind.MakeUpDay, "New Year");
        await Set(_office, new(2028, 1, 3), CalendarDayKind.Ordinary, "");

        var days = await database.GateFor(_office).ReadAsync(Permission.ViewCycles, db => db.WorkingDaysAsync(new(2028, 1, 1)), default);
        Assert.Equal((true, true, false), (days.IsWorked(new(2028, 1, 3)), days.IsWorked(new(2028, 1, 8)), days.IsWorked(new(2028, 1, 9))));
        await Assert.ThrowsAsync<InvalidInput>(() => Set(_office, new(2028, 1, 4), CalendarDayKind.MakeUpDay, "New Year"));
        await Assert.ThrowsAsync<NotPermitted>(() => Set(Someone.Who(Role.TownshipOfficial, Places.Village), new(2028, 1, 4), CalendarDayKind.Holiday, "-"));

        Task Set(Actor actor, DateOnly day, CalendarDayKind kind, string name) => new SetCalendarDay(database.GateFor(actor)).RunAsync(new(day, kind, name));
    }

    private Task<List<QueueItem>> WaitingFor(Guid record) =>
        database.SeeAsync(Places.Village, db => db.QueueItems.Where(q => q.RecordId == record).OrderBy(q => q.At).ToListAsync());

    private sealed record OwnQueueOf(TestDatabase Database, Actor Actor, TimeProvider Clock)
    {
        public async Task<IEnumerable<QueueKind>> Kinds() =>
            (await new UseCases.Work.OwnQueue(Database.GateFor(Actor, Clock), Clock).RunAsync(default)).Items.Select(i => i.Kind);
    }
}
