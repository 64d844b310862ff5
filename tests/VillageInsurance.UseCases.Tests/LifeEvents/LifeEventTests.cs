using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Households;
using VillageInsurance.Domain.LifeEvents;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Policies;
using VillageInsurance.Domain.Shared;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.LifeEvents;
using VillageInsurance.UseCases.Tests.Exchange;
using VillageInsurance.UseCases.Tests.Shared;

namespace VillageInsurance.UseCases.Tests.LifeEvents;

public class LifeEventTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static readonly DateOnly Day = new(2026, 2, 10);
    private readonly CountyFiles _files = new();

    [Fact]
    public async Task The_effect_is_said_before_and_nothing_is_kept_of_the_trial()
    {
        var (desk, home, child) = await GivenAsync();
        var before = await desk.RowsAsync();
        var events = await EventsAsync();

        var effect = await desk.EffectAsync(home, new(LifeEventKind.Died, Day, [child]));

        Assert.Equal([(3, 2), (3, 2)], effect.Lines.Select(l => ((int)l.PeopleBefore, (int)l.PeopleAfter)));
        Assert.Equal([(1, 0), (1, 0)], effect.Lines.Select(l => ((int)l.PupilsBefore, (int)l.PupilsAfter)));
        Assert.Equal([new DateOnly(2026, 3, 1), new DateOnly(2026, 12, 31)], effect.Lines.Select(l => l.AsOf));
        Assert.Equal(before, await desk.RowsAsync());
        Assert.Equal(events, await EventsAsync());
    }

    [Fact]
    public async Task Taken_back_within_the_day_everything_is_as_it_was()
    {
        var (desk, home, child) = await GivenAsync();
        var before = await desk.RowsAsync();
        var id = await desk.RecordAsync(home, new(LifeEventKind.Died, Day, [child]));
        Assert.NotEqual(before, await desk.RowsAsync());

        await desk.UndoAsync(id);

        Assert.Equal(before, await desk.RowsAsync());
        await Assert.ThrowsAsync<RuleBroken>(() => desk.UndoAsync(id));
    }

    [Fact]
    public async Task Neither_the_next_day_nor_somebody_else_takes_it_back()
    {
        var (desk, home, child) = await GivenAsync();
        var id = await desk.RecordAsync(home, new(LifeEventKind.WentForWork, Day, [child]));
        var colleague = await Keeping.InAsync(database, _files.VillageCode);

        Assert.Equal(LifeEventRule.OnlyTheSamePersonUndoesWithinTheDay, (await Assert.ThrowsAsync<RuleBroken>(() => colleague.UndoAsync(id))).Rule);
        desk.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(LifeEventRule.OnlyTheSamePersonUndoesWithinTheDay, (await Assert.ThrowsAsync<RuleBroken>(() => desk.UndoAsync(id))).Rule);
    }

    [Fact]
    public async Task What_something_was_built_on_is_taken_back_last()
    {
        var (desk, home, child) = await GivenAsync();
        var first = await desk.RecordAsync(home, new(LifeEventKind.WentForWork, Day, [child]));
        var second = await desk.RecordAsync(home, new(LifeEventKind.CameBack, Day.AddDays(3), [child]));

        Assert.Equal(LifeEventRule.SomethingWasBuiltOnIt, (await Assert.ThrowsAsync<RuleBroken>(() => desk.UndoAsync(first))).Rule);
        await desk.UndoAsync(second);
        await desk.UndoAsync(first);
    }

    [Fact]
    public async Task A_repeat_changes_nothing_and_another_content_under_its_id_is_refused()
    {
        var (desk, home, child) = await GivenAsync();
        var seen = await desk.HouseholdAsync(home);
        var record = new RecordLifeEvent(database.GateFor(desk.Agent, desk.Clock), Imports.Vault, desk.Clock);
        var input = new RecordLifeEvent.Input(Guid.CreateVersion7(), seen.Id, seen.Version, new(LifeEventKind.Died, Day, [child]));

        await record.RunAsync(input);
        await record.RunAsync(input);

        await Assert.ThrowsAsync<AlreadyCreated>(() => record.RunAsync(input with { Facts = input.Facts with { Kind = LifeEventKind.MovedAway } }));
        Assert.Equal(1, await database.SeeAsync(seen.VillageId, db => db.LifeEvents.CountAsync(e => e.HouseholdId == seen.Id)));
    }

    [Fact]
    public async Task A_move_into_a_village_of_another_agent_is_asked_for()
    {
        var (desk, home, child) = await GivenAsync();
        var other = await database.SeeAsync(Places.Village, db => db.Areas.Where(a => a.Code == _files.OtherCode).Select(a => a.Id).SingleAsync());

        var no = await Assert.ThrowsAsync<RuleBroken>(() => desk.RecordAsync(home, new(LifeEventKind.MovedWithin, Day, [child], ToVillageId: other)));

        Assert.Equal(LifeEventRule.AnotherVillageIsAskedFor, no.Rule);
    }

    [Fact]
    public async Task A_group_of_another_village_than_the_one_named_is_no_place()
    {
        var (desk, home, child) = await GivenAsync();
        var other = await Home.AreaAsync(database, _files.OtherCode);
        var group = await database.SeeAsync(Places.Village, db => db.Areas.Where(a => a.Level == AreaLevel.Group && a.ParentId != other).Select(a => a.Id).FirstAsync());

        var no = await Assert.ThrowsAsync<RuleBroken>(() => desk.RecordAsync(home, new(LifeEventKind.MovedWithin, Day, [child], ToVillageId: other, ToGroupId: group)));

        Assert.Equal(LifeEventRule.ItNamesAPlace, no.Rule);
    }

    [Fact]
    public async Task Who_keeps_both_villages_moves_a_household_with_its_people()
    {
        var (_, home, child) = await GivenAsync();
        var desk = await Keeping.InAsync(database, _files.VillageCode, _files.OtherCode);
        var other = await database.SeeAsync(Places.Village, db => db.Areas.Where(a => a.Code == _files.OtherCode).Select(a => a.Id).SingleAsync());
        var (before, rows, lastYear) = (await desk.FiguresAsync(_files.OtherCode), await desk.RowsAsync(), await desk.FiguresAsync(_files.VillageCode, "2025-12-31", "2026-01-31"));

        var effect = await desk.EffectAsync(home, new(LifeEventKind.MovedWithin, Day, [], ToVillageId: other));
        var id = await desk.RecordAsync(home, new(LifeEventKind.MovedWithin, Day, [], ToVillageId: other));

        Assert.Equal(4, effect.Lines.Count);
        Assert.Equal((before.Population + 3, before.Households + 1, before.Students + 1), await OfAsync(desk, _files.OtherCode));
        Assert.Equal((0, 0, 0), await OfAsync(desk, _files.VillageCode));
        Assert.Equal(lastYear, await desk.FiguresAsync(_files.VillageCode, "2025-12-31", "2026-01-31"));
        Assert.Equal(other, await database.SeeAsync(other, db => db.Persons.Where(p => p.Id == child).Select(p => p.VillageId).SingleAsync()));
        await desk.UndoAsync(id);
        Assert.Equal(rows, await desk.RowsAsync());
    }

    [Fact]
    public async Task A_head_who_goes_leaves_a_head_behind_and_a_split_has_its_own()
    {
        var (desk, home, child) = await GivenAsync();
        var household = await desk.HouseholdAsync(home);
        var members = await database.SeeAsync(household.VillageId, db => db.Memberships.Where(m => m.HouseholdId == household.Id).ToListAsync());
        var (head, spouse) = (members.Single(m => m.IsHead).PersonId, members.Single(m => !m.IsHead && m.PersonId != child).PersonId);

        await Assert.ThrowsAsync<RuleBroken>(() => desk.RecordAsync(home, new(LifeEventKind.Died, Day, [head])));
        await desk.RecordAsync(home, new(LifeEventKind.Died, Day, [head], HeadId: spouse));
        await desk.RecordAsync(home, new(LifeEventKind.Split, Day, [child], HeadId: child));

        Assert.Equal(2, await database.SeeAsync(household.VillageId, db => db.Memberships.CountAsync(m => m.LeftOn == null && m.Relation == Membership.HeadRelation)));
        Assert.Matches(@"^\d{14}\d{5}$", await database.SeeAsync(household.VillageId, db => db.Households.Where(h => h.Id != household.Id && h.JoinedOn == Day).Select(h => h.Number).SingleAsync()));
    }

    [Fact]
    public async Task A_number_that_is_registered_elsewhere_is_refused_without_saying_where()
    {
        var (desk, home, _) = await GivenAsync();
        var elsewhere = _files.Resident(_files.Household(_files.OtherCode)).Id;
        await database.ImportAsync(_files);

        var no = await Assert.ThrowsAsync<RuleBroken>(() => desk.RecordAsync(home, new(LifeEventKind.Arrived, Day, []), new(Guid.CreateVersion7(), "岩罕", elsewhere, Sex.Male, default)));

        Assert.Equal(HouseholdRule.APersonLivesInOneHousehold, no.Rule);
    }

    [Fact]
    public async Task What_visits_brought_is_seen_where_the_merged_household_is_now_and_comes_back_with_it()
    {
        var foreign = _files.Household(_files.OtherCode);
        _files.Resident(foreign);
        var (_, number, _) = await GivenAsync();
        var desk = await Keeping.InAsync(database, _files.VillageCode, _files.OtherCode);
        var (home, other) = (await desk.HouseholdAsync(number), await desk.HouseholdAsync(foreign));
        var cover = new CoverElsewhere(Guid.CreateVersion7(), home.VillageId, home.GroupId, home.Id, null, "Other", "Home", 0, 0, PayMode.Annual, null, desk.Agent.StaffId);
        await database.GivenAsync(home.VillageId, cover, new RiskRecord(Guid.CreateVersion7(), home.VillageId, home.GroupId, home.Id, RiskKind.Disaster, Day, 0, null, desk.Agent.StaffId),
            Visit.Record(Guid.CreateVersion7(), home, desk.Agent.StaffId, Day, new("head", null, [], [], null, false, [], false, null, null), Day, desk.Clock.GetUtcNow()));
        Task<(int, int, int)> SeenInAsync(Guid village) => database.SeeAsync(village, async db => (await db.Visits.CountAsync(v => v.HouseholdId == home.Id),
            await db.RiskRecords.CountAsync(r => r.HouseholdId == home.Id), await db.CoversElsewhere.CountAsync(c => c.HouseholdId == home.Id)));

        var id = await desk.RecordAsync(number, new(LifeEventKind.Merged, Day, [], other.Id));
        Assert.Equal(((0, 0, 0), (1, 1, 1)), (await SeenInAsync(home.VillageId), await SeenInAsync(other.VillageId)));

        await desk.UndoAsync(id);
        Assert.Equal(((1, 1, 1), (0, 0, 0)), (await SeenInAsync(home.VillageId), await SeenInAsync(other.VillageId)));
    }

    [Fact]
    public async Task Others_have_no_right_and_other_villages_do_not_find_it()
    {
        var (desk, home, child) = await GivenAsync();
        var facts = new LifeEventFacts(LifeEventKind.Died, Day, [child]);

        foreach (var role in new[] { Role.Supervisor, Role.TownshipOfficial, Role.CountyOffice })
            await Assert.ThrowsAsync<NotPermitted>(async () => await new Keeping(database, Someone.Who(role, (await desk.HouseholdAsync(home)).VillageId)).RecordAsync(home, facts));
        await Assert.ThrowsAsync<NotFound>(() => new Keeping(database, Someone.Who(Role.ResidentAgent, Places.Village)).RecordAsync(home, facts));
    }

    [Fact]
    public async Task The_households_page_lists_its_events_and_who_may_take_them_back()
    {
        var (desk, home, child) = await GivenAsync();
        await desk.RecordAsync(home, new(LifeEventKind.WentForWork, Day, [child]));
        var household = await desk.HouseholdAsync(home);
        Task<HouseholdEvents.View> Of(Actor actor) => new HouseholdEvents(database.GateFor(actor, desk.Clock), desk.Clock).RunAsync(household.Id, CancellationToken.None);

        var mine = Assert.Single((await Of(desk.Agent)).Rows);
        var colleagues = Assert.Single((await Of(Someone.Who(Role.ResidentAgent, household.VillageId))).Rows);

        Assert.Equal((LifeEventKind.WentForWork, true, false, "玉香"), (mine.Kind, mine.CanUndo, mine.CanAsk, mine.Persons.Single()));
        Assert.Equal((false, true), (colleagues.CanUndo, colleagues.CanAsk));
        Assert.False((await Of(Someone.Who(Role.Supervisor, household.VillageId))).MayRecord);
    }

    [Fact]
    public async Task The_form_begins_with_the_members_and_finds_other_households_of_the_agent_by_number()
    {
        var (desk, home, child) = await GivenAsync();
        var foreign = _files.Household(_files.OtherCode);
        await database.ImportAsync(_files);
        var household = await desk.HouseholdAsync(home);
        var gate = database.GateFor(desk.Agent, desk.Clock);

        var start = await new LifeEventStart(gate, desk.Clock).RunAsync(household.Id, CancellationToken.None);
        var byNumber = new HouseholdByNumber(gate);

        Assert.Equal((3, true, child), (start.Members.Count, start.Members[0].IsHead, start.Members[2].PersonId));
        Assert.Equal(household.Id, (await byNumber.RunAsync(new($" {home} "), CancellationToken.None))?.Id);
        Assert.Null(await byNumber.RunAsync(new(foreign), CancellationToken.None));
        await Assert.ThrowsAsync<NotPermitted>(() => new LifeEventStart(database.GateFor(Someone.Who(Role.Supervisor, household.VillageId)), desk.Clock).RunAsync(household.Id, CancellationToken.None));
    }

    [Fact]
    public async Task Trying_out_takes_the_same_right_and_a_stale_page_takes_nothing_back()
    {
        var (desk, home, child) = await GivenAsync();
        var (household, facts) = (await desk.HouseholdAsync(home), new LifeEventFacts(LifeEventKind.Died, Day, [child]));
        var id = await desk.RecordAsync(home, facts with { Kind = LifeEventKind.WentForWork });
        var effect = new EffectOfLifeEvent(database.GateFor(Someone.Who(Role.Supervisor, household.VillageId)), Imports.Vault, desk.Clock);

        await Assert.ThrowsAsync<NotPermitted>(() => effect.RunAsync(new(Guid.CreateVersion7(), household.Id, household.Version, facts), CancellationToken.None));
        await Assert.ThrowsAsync<ChangedMeanwhile>(() => new UndoLifeEvent(database.GateFor(desk.Agent, desk.Clock), desk.Clock).RunAsync(new(id, 7)));
    }

    private static async Task<(long, long, long)> OfAsync(Keeping desk, string village) => await desk.FiguresAsync(village) is var f ? (f.Population, f.Households, f.Students) : default;

    private Task<int> EventsAsync() => database.SeeAsync(Places.Village, db => db.AuditEvents.CountAsync());

    private async Task<(Keeping Desk, string Home, Guid Child)> GivenAsync()
    {
        var home = _files.Household();
        _files.Resident(home);
        _files["residents"][^1] = _files["residents"][^1].Replace(",其他,", ",户主,", StringComparison.Ordinal);
        _files.Resident(home);
        var (child, id) = _files.Resident(home, born: "2014-01-01");
        _files.Student(child);
        await database.ImportAsync(_files);
        var desk = await Keeping.InAsync(database, _files.VillageCode);
        return (desk, home, await desk.PersonAsync(id));
    }
}
