using Bunit;
using Bunit.TestDoubles;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VillageInsurance.Domain.HouseholdChecks;
using VillageInsurance.Domain.LifeEvents;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.HouseholdChecks;
using VillageInsurance.UseCases.LifeEvents;
using VillageInsurance.UseCases.Tests.Exchange;
using VillageInsurance.UseCases.Tests.LifeEvents;
using VillageInsurance.UseCases.Tests.Shared;
using VillageInsurance.Web.HouseholdChecks;
using VillageInsurance.Web.LifeEvents;
using VillageInsurance.Web.Tests.Shared;
using VillageInsurance.Web.Worklists;

namespace VillageInsurance.Web.Tests.Households;

public sealed class DeskListPagesTests : PageScreen, IClassFixture<TestDatabase>
{
    public DeskListPagesTests(TestDatabase database) : base(database)
    {
        EveryTextIsNeeded();
        Context.AddAuthorization();
    }

    [Fact]
    public async Task The_effect_of_an_event_is_shown_before_it_can_be_saved()
    {
        var home = await Home.GivenAsync(Database);
        var household = await home.LoadAsync();
        As(home.Desk.Agent);
        var page = Show<LifeEventPage>(p => p.Add(x => x.Id, household.Id));

        page.Change("#event-kind", nameof(LifeEventKind.Died));
        page.Change("input[name=event-member]", true, 2);
        Assert.Empty(page.FindAll("[data-shortcut=save]"));
        page.Submit("form");
        page.WaitForAssertion(() => Assert.Contains("3 → 2 (-1)", page.Markup, StringComparison.Ordinal), Soon);
        page.Click("[data-shortcut=save]");

        page.WaitForAssertion(() => Assert.EndsWith($"/households/{household.Id}", Place.Uri, StringComparison.Ordinal), Soon);
        Assert.Equal(LifeEventKind.Died, await Database.SeeAsync(household.VillageId, db => db.LifeEvents.Where(e => e.HouseholdId == household.Id).Select(e => e.Kind).SingleAsync()));
    }

    [Fact]
    public async Task A_changed_day_forgets_the_effect()
    {
        var home = await Home.GivenAsync(Database);
        As(home.Desk.Agent);
        var household = await home.LoadAsync();
        var page = Show<LifeEventPage>(p => p.Add(x => x.Id, household.Id));
        page.Change("#event-name", "玉儿");
        page.Submit("form");
        page.WaitForElement("[data-shortcut=save]", Soon);

        page.Change("#event-on", "2026-02-20");

        page.WaitForAssertion(() => Assert.Empty(page.FindAll("[data-shortcut=save]")), Soon);
    }

    [Fact]
    public async Task A_move_into_a_foreign_village_is_asked_of_the_office()
    {
        var home = await Home.GivenAsync(Database);
        As(home.Desk.Agent);
        var household = await home.LoadAsync();
        var page = Show<LifeEventPage>(p => p.Add(x => x.Id, household.Id));
        page.Change("#event-kind", nameof(LifeEventKind.MovedWithin));
        page.Change("#event-village", (await Home.AreaAsync(Database, home.Files.OtherCode)).ToString());
        page.Change("input[name=event-member]", true, 2);
        page.Submit("form");

        page.Change("#event-reason", "They moved in February");
        page.ClickText("Ask");

        page.WaitForAssertion(() => Assert.EndsWith($"/households/{household.Id}", Place.Uri, StringComparison.Ordinal), Soon);
        Assert.Equal(CorrectionKind.Event, await Database.SeeAsync(household.VillageId, db => db.Corrections.Where(c => c.HouseholdId == household.Id).Select(c => c.Kind).SingleAsync()));
    }

    [Fact]
    public async Task A_move_names_the_group_of_the_village_and_another_village_has_others()
    {
        var home = await Home.GivenAsync(Database);
        var household = await home.LoadAsync();
        var (own, other, group) = (household.VillageId, await Home.AreaAsync(Database, home.Files.OtherCode), Guid.CreateVersion7());
        await Database.GivenAsync(own, new Area(group, own, AreaLevel.Group, AreaKind.VillageGroup, null, "曼回组", new(2020, 1, 1)));
        As(home.Desk.Agent);
        var page = Show<LifeEventPage>(p => p.Add(x => x.Id, household.Id));
        page.Change("#event-kind", nameof(LifeEventKind.MovedWithin));
        page.Change("#event-village", other.ToString());
        page.WaitForAssertion(() => Assert.DoesNotContain("曼回组", page.Markup, StringComparison.Ordinal), Soon);
        page.Change("#event-village", own.ToString());
        page.Change("#event-group", group.ToString());
        page.Change("input[name=event-member]", true, 2);
        page.Submit("form");
        page.WaitForElement("[data-shortcut=save]", Soon);
        page.Click("[data-shortcut=save]");

        page.WaitForAssertion(() => Assert.EndsWith($"/households/{household.Id}", Place.Uri, StringComparison.Ordinal), Soon);
        Assert.Equal(group, await Database.SeeAsync(own, db => db.Persons.Where(p => p.Id == home.Child).Select(p => p.GroupId).SingleAsync()));
    }

    [Fact]
    public async Task An_event_is_taken_back_on_the_households_page()
    {
        var home = await Home.GivenAsync(Database);
        await home.Desk.RecordAsync(home.Number, new(LifeEventKind.WentForWork, new(2026, 2, 10), [home.Child]));
        var household = await home.LoadAsync();
        As(home.Desk.Agent);
        var list = Show<LifeEventList>(p => p.Add(x => x.HouseholdId, household.Id).Add(x => x.Version, household.Version));

        list.Click("ol button");
        list.Click(".confirm button");

        list.WaitForAssertion(() => Assert.Contains("Taken back", list.Markup, StringComparison.Ordinal), Soon);
        Assert.NotNull(await Database.SeeAsync(household.VillageId, db => db.LifeEvents.Where(e => e.HouseholdId == household.Id).Select(e => e.UndoneAt).SingleAsync()));
    }

    [Fact]
    public async Task A_file_is_sent_from_its_page_and_returned_with_fields_by_the_township()
    {
        var home = await Home.GivenAsync(Database);
        var household = await home.LoadAsync();
        await new SubmitHousehold(Database.GateFor(home.Desk.Agent, Clock), Clock).RunAsync(new(household.Id, household.Version));
        As(await Home.StaffAsync(Database, Role.TownshipOfficial, household.VillageId));
        var list = Show<CheckListPage>(_ => { });
        Assert.Equal($"/checks/{household.Id}", list.WaitForElement(".row-link", Soon).GetAttribute("href"));

        var page = Show<CheckPage>(p => p.Add(x => x.Id, household.Id));
        page.Change("input[name=outcome]", true, 1);
        page.Change(".choices.two input", true, 3);
        page.Input("#opinion", "No phone");
        page.Submit(".decision form");

        page.WaitForAssertion(() => Assert.EndsWith("/checks", Place.Uri, StringComparison.Ordinal), Soon);
        Assert.DoesNotContain("玉香", page.Markup, StringComparison.Ordinal);
        Assert.Equal(FileStatus.Returned, await Database.SeeAsync(household.VillageId, db => db.HouseholdFiles.Where(f => f.Id == household.Id).Select(f => f.Status).SingleAsync()));
    }

    [Fact]
    public async Task All_that_wait_are_approved_after_their_number_was_confirmed()
    {
        var home = await Home.GivenAsync(Database);
        var household = await home.LoadAsync();
        await new SubmitHousehold(Database.GateFor(home.Desk.Agent, Clock), Clock).RunAsync(new(household.Id, household.Version));
        As(await Home.StaffAsync(Database, Role.TownshipOfficial, household.VillageId));
        var list = Show<CheckListPage>(_ => { });

        list.Click("header .actions button");
        Assert.Contains("All 1", list.WaitForElement(".confirm", Soon).TextContent, StringComparison.Ordinal);
        list.Click(".confirm button");

        list.WaitForAssertion(() => Assert.Contains(home.Number, list.Markup, StringComparison.Ordinal), Soon);
        list.WaitForAssertion(() => Assert.Contains("1 approved, 0 not", list.Markup, StringComparison.Ordinal), Soon);
    }

    [Fact]
    public async Task The_households_page_says_where_the_file_stands_and_what_was_changed()
    {
        var home = await Home.GivenAsync(Database);
        var household = await home.LoadAsync();
        await Database.GivenAsync(household.VillageId, new FieldChange(Guid.CreateVersion7(), household.VillageId, null, household.Id, null, "Address", "3", "5", home.Desk.Agent.StaffId, Clock.GetUtcNow(), null));
        As(home.Desk.Agent);
        var state = Show<FileState>(p => p.Add(x => x.HouseholdId, household.Id).Add(x => x.Version, household.Version));
        var history = Show<ChangeHistory>(p => p.Add(x => x.HouseholdId, household.Id));

        state.Click("header .actions button");
        state.Click(".confirm button");
        history.Click("button");

        state.WaitForAssertion(() => Assert.Contains("Sent", state.Find(".mark").TextContent, StringComparison.Ordinal), Soon);
        Assert.Contains("No address", state.Markup, StringComparison.Ordinal);
        history.WaitForAssertion(() => Assert.Contains("3 → 5", history.Markup, StringComparison.Ordinal), Soon);
    }

    [Fact]
    public async Task The_office_allows_what_was_asked()
    {
        var home = await Home.GivenAsync(Database);
        var household = await home.LoadAsync();
        await new AskCorrection(Database.GateFor(home.Desk.Agent, Clock), Imports.Vault, Clock).RunAsync(new(Guid.CreateVersion7(), household.Id, household.Version, "Moved house", [new(null, CorrectedField.Address, "5")]));
        As(await Home.StaffAsync(Database, Role.CountyOffice, household.VillageId));
        var page = Show<CorrectionsPage>(_ => { });

        page.WaitForAssertion(() => Assert.Contains("nothing → 5", page.Markup, StringComparison.Ordinal), Soon);
        page.ClickIn(".correction", home.Number, ".form-actions button");

        page.WaitForAssertion(() => Assert.DoesNotContain(home.Number, page.Markup, StringComparison.Ordinal), Soon);
        Assert.Equal("5", (await home.LoadAsync()).Address);
    }

    [Fact]
    public async Task Other_values_of_a_checked_file_are_asked_of_the_office()
    {
        var home = await Home.GivenAsync(Database);
        var household = await home.LoadAsync();
        await new SubmitHousehold(Database.GateFor(home.Desk.Agent, Clock), Clock).RunAsync(new(household.Id, household.Version));
        await new ApproveHousehold(Database.GateFor(await Home.StaffAsync(Database, Role.TownshipOfficial, household.VillageId), Clock), Clock).RunAsync(new(household.Id, await VersionAsync(household.Id, household.VillageId), ""));
        As(home.Desk.Agent);
        var state = Show<FileState>(p => p.Add(x => x.HouseholdId, household.Id).Add(x => x.Version, household.Version));
        Assert.Equal($"/households/{household.Id}/correct", state.WaitForElement("header .actions a", Soon).GetAttribute("href"));
        var page = Show<CorrectPage>(p => p.Add(x => x.Id, household.Id));

        page.Change("#field-0", nameof(CorrectedField.Housing));
        page.Change("select#new-0", "Timber");
        page.ClickText("Another value");
        page.Change("#whose-1", home.Child.ToString());
        page.WaitForAssertion(() => Assert.Contains("玉香", page.Find("#old-1").TextContent, StringComparison.Ordinal), Soon);
        await page.ChangeAsync("#new-1", "玉罕");
        await page.ChangeAsync("#correct-reason", "It was read wrong");
        await page.SubmitAsync("form");

        page.WaitForAssertion(() => Assert.EndsWith($"/households/{household.Id}", Place.Uri, StringComparison.Ordinal), Soon);
        var asked = await Database.SeeAsync(household.VillageId, db => db.Corrections.SingleAsync(c => c.HouseholdId == household.Id));
        Assert.Equal([(CorrectedField.Housing, "Timber"), (CorrectedField.Name, "玉罕")], asked.Fields.Select(f => (f.Field, f.New!)));
    }

    private Task<int> VersionAsync(Guid file, Guid village) => Database.SeeAsync(village, db => db.HouseholdFiles.Where(f => f.Id == file).Select(f => f.Version).SingleAsync());

    [Fact]
    public async Task Households_go_from_a_worklist_onto_the_days_plan()
    {
        var home = await Home.GivenAsync(Database);
        var household = await home.LoadAsync();
        As(home.Desk.Agent);
        Place.NavigateTo("/worklists?list=Incomplete");
        var page = Show<WorklistPage>(_ => { });
        Assert.Contains("No address", page.WaitForElement("tbody tr", Soon).TextContent, StringComparison.Ordinal);
        Assert.Equal("Possible duplicates 0", page.Find("a[href='/duplicates']").TextContent);

        page.Change("tbody input", true);
        page.Click("footer button");
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("tbody input[checked]")), Soon);
        var plan = Show<DayPlanPage>(_ => { });

        plan.WaitForAssertion(() => Assert.Contains(home.Number, plan.Markup, StringComparison.Ordinal), Soon);
        Assert.Contains("岩温", plan.Find(".stop h2").TextContent, StringComparison.Ordinal);
        plan.Click(".stop button.quiet-button");
        plan.WaitForAssertion(() => Assert.Empty(plan.FindAll(".stop")), Soon);
    }
}
