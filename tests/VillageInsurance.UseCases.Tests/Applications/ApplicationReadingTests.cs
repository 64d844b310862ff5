using VillageInsurance.Domain.Applications;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Applications;
using VillageInsurance.UseCases.Audit;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Tests.Shared;

namespace VillageInsurance.UseCases.Tests.Applications;

public class ApplicationReadingTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task The_page_shows_conditions_rounds_and_what_the_reader_may_do()
    {
        var returned = await database.StoredAsync(Given.Returned());

        var seen = await new ApplicationDetail(database.GateFor(Given.Official)).RunAsync(returned.Id, default);

        Assert.Equal(("Village", "Town", true, false), (seen.Place.Village, seen.Place.Township, seen.CanEdit, seen.CanDecide));
        Assert.Equal(("Count again", "Households"), (seen.Returned!.Opinion, Assert.Single(seen.Returned.Fields)));
        Assert.Empty(seen.Unmet);
    }

    [Fact]
    public async Task The_office_may_decide_what_is_submitted()
    {
        var small = await database.StoredAsync(Given.Submitted(Given.Form with { Households = 299 }));

        var seen = await new ApplicationDetail(database.GateFor(Given.Office)).RunAsync(small.Id, default);

        Assert.Equal((true, false), (seen.CanDecide, seen.CanEdit));
        Assert.Equal(["Households"], seen.Unmet);
        Assert.Contains(small.Id, await new DecisionQueue(database.GateFor(Given.Office)).RunAsync(default));
    }

    [Fact]
    public async Task The_queue_to_decide_holds_nothing_of_the_citys_for_the_township()
    {
        await database.StoredAsync(Given.Submitted());

        Assert.Empty(await new DecisionQueue(database.GateFor(Given.Official)).RunAsync(default));
    }

    [Fact]
    public async Task Lists_and_pages_end_at_ones_villages()
    {
        var (mine, theirs) = (await database.StoredAsync(Given.Draft()), await database.StoredAsync(Given.Draft(Places.OtherVillage)));

        var listed = await new ApplicationList(database.GateFor(Given.Official)).RunAsync(null, null, default);

        Assert.Contains(mine.Id, listed.Rows.Select(r => r.Id));
        Assert.DoesNotContain(theirs.Id, listed.Rows.Select(r => r.Id));
        await Assert.ThrowsAsync<NotFound>(() => new ApplicationDetail(database.GateFor(Given.Official)).RunAsync(theirs.Id, default));
        await Assert.ThrowsAsync<NotFound>(() => new RecordHistory(database.GateFor(Given.Official)).RunAsync(theirs.Id, default));
    }

    [Fact]
    public async Task Without_the_permission_nothing_is_read()
    {
        var draft = await database.StoredAsync(Given.Draft());
        var gate = database.GateFor(Given.Agent);

        await Assert.ThrowsAsync<NotPermitted>(() => new ApplicationDetail(gate).RunAsync(draft.Id, default));
        await Assert.ThrowsAsync<NotPermitted>(() => new ApplicationList(gate).RunAsync(null, null, default));
        await Assert.ThrowsAsync<NotPermitted>(() => new DecisionQueue(gate).RunAsync(default));
        await Assert.ThrowsAsync<NotPermitted>(() => new Candidates(gate, TimeProvider.System).RunAsync(default));
        await Assert.ThrowsAsync<NotPermitted>(() => new RecordHistory(gate).RunAsync(draft.Id, default));
    }

    [Fact]
    public async Task Candidates_are_the_villages_of_ones_own_township_with_their_groups()
    {
        var candidates = await new Candidates(database.GateFor(Given.Official), TimeProvider.System).RunAsync(default);

        Assert.Equal([Places.Village, Places.Sibling], candidates.Select(c => c.Id).Order());
        Assert.Equal([Places.Group], candidates.Single(c => c.Id == Places.Village).Groups.Select(g => g.Id));
    }

    [Fact]
    public async Task Paging_walks_through_every_application_once()
    {
        for (var i = 0; i < 55; i++) await database.StoredAsync(Given.Draft(Places.Sibling));
        var list = new ApplicationList(database.GateFor(Someone.Who(Role.TownshipOfficial, Places.Sibling)));

        var first = await list.RunAsync(ApplicationStatus.Draft, null, default);
        var second = await list.RunAsync(ApplicationStatus.Draft, first.Next, default);

        Assert.Equal((50, 5, null), (first.Rows.Count, second.Rows.Count, second.Next));
        Assert.Equal(55, first.Rows.Concat(second.Rows).Select(r => r.Id).Distinct().Count());
    }

    [Fact]
    public async Task The_history_names_who_changed_it()
    {
        var submitted = await database.StoredAsync(Given.Submitted());
        await new ReturnApplication(database.GateFor(Given.Office), TimeProvider.System).RunAsync(new(submitted.Id, submitted.Version, "Why", ["Cadre"]));

        var history = await new RecordHistory(database.GateFor(Given.Official)).RunAsync(submitted.Id, default);

        Assert.Equal(("Modified", Permission.DecideApplications), (history[0].Change, history[0].Permission));
        Assert.Equal("Added", history[^1].Change);
    }
}
