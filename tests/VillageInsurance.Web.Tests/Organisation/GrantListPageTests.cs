using AngleSharp.Dom;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Organisation;
using VillageInsurance.UseCases.Tests.Shared;
using VillageInsurance.Web.Organisation;
using VillageInsurance.Web.Tests.Shared;

namespace VillageInsurance.Web.Tests.Organisation;

public sealed class GrantListPageTests : PageScreen, IClassFixture<TestDatabase>
{
    public GrantListPageTests(TestDatabase database) : base(database) =>
        As(new(Places.Giver.Id, "Giver", [new(Role.SecurityAdministrator, RolePermissions.Of(Role.SecurityAdministrator), DataScope.None, Someone.Today)], Someone.Today));

    [Fact]
    public async Task A_role_is_given_to_who_was_found_by_code_in_the_area_chosen_level_by_level()
    {
        var person = await GivenStaffAsync();
        var page = Show<GrantListPage>(_ => { });

        await FillAsync(page, person, Role.TownshipOfficial);
        await ChooseAsync(page, "#area-Township", Places.Township);
        await ChooseAsync(page, "#area-Village", Places.Township);
        page.Submit("form");

        page.WaitForAssertion(() => Assert.Contains("Town", RowOf(page, person).TextContent, StringComparison.Ordinal), Soon);
        var given = Assert.Single(await GrantsOfAsync(person));
        Assert.Equal((Role.TownshipOfficial, "Town", AreaLevel.Township, Someone.Today, (DateOnly?)null, "appointed"), (given.Role, given.Area, given.Level, given.From, given.To, given.Reason));
        page.WaitForAssertion(() => Assert.Empty(page.Find("#reason").GetAttribute("value")!), Soon);
    }

    [Fact]
    public async Task An_agent_is_given_one_group()
    {
        var person = await GivenStaffAsync();
        var page = Show<GrantListPage>(_ => { });

        await FillAsync(page, person, Role.ResidentAgent);
        await ChooseAsync(page, "#area-Township", Places.Township);
        await ChooseAsync(page, "#area-Village", Places.Village);
        await ChooseAsync(page, "#area-Group", Places.Group);
        page.Submit("form");

        page.WaitForAssertion(() => Assert.Contains("Village, group 1 (Town)", RowOf(page, person).TextContent, StringComparison.Ordinal), Soon);
    }

    [Fact]
    public async Task A_role_of_the_whole_county_asks_for_nothing_below_it()
    {
        var person = await GivenStaffAsync();
        var page = Show<GrantListPage>(_ => { });

        await FillAsync(page, person, Role.CountyLeader);
        page.WaitForAssertion(() => Assert.Equal(Places.County.ToString(), page.Find("#area-County").GetAttribute("value")), Soon);
        Assert.Empty(page.FindAll("#area-Township"));
        page.Submit("form");

        page.WaitForAssertion(() => Assert.Contains("The whole county", RowOf(page, person).TextContent, StringComparison.Ordinal), Soon);
    }

    [Fact]
    public async Task An_area_that_is_not_chosen_to_the_end_is_never_taken_for_all_of_it()
    {
        var person = await GivenStaffAsync();
        var page = Show<GrantListPage>(_ => { });

        await FillAsync(page, person, Role.TownshipOfficial);
        await ChooseAsync(page, "#area-Township", Places.Township);
        page.WaitForElement("#area-Village", Soon);
        page.Submit("form");

        Assert.Empty(await GrantsOfAsync(person));
        Assert.Equal("appointed", page.Find("#reason").GetAttribute("value"));
    }

    [Fact]
    public async Task What_was_refused_is_explained_and_stays_in_the_form()
    {
        var person = await GivenStaffAsync(Role.Supervisor);
        var page = Show<GrantListPage>(_ => { });

        await FillAsync(page, person, Role.InsurerReviewer);
        page.WaitForAssertion(() => Assert.Equal(Places.County.ToString(), page.Find("#area-County").GetAttribute("value")), Soon);
        page.Submit("form");

        page.WaitForAssertion(() => Assert.Equal("The person holds a role that excludes this one; withdraw it first.", Notice), Soon);
        Assert.Equal("appointed", page.Find("#reason").GetAttribute("value"));
    }

    [Fact]
    public async Task A_grant_is_ended_after_asking_once()
    {
        var person = await GivenStaffAsync(Role.Supervisor);
        var page = Show<GrantListPage>(_ => { });
        page.WaitForAssertion(() => Assert.NotNull(RowOf(page, person)), Soon);

        Confirm(page, person);

        page.WaitForAssertion(() => Assert.DoesNotContain(person.Code, page.Markup, StringComparison.Ordinal), Soon);
        Place.NavigateTo("/grants?ended=yes");
        page.WaitForAssertion(() => Assert.Contains("Ended", RowOf(page, person).TextContent, StringComparison.Ordinal), Soon);
        Assert.Empty(RowOf(page, person).QuerySelectorAll("button"));
    }

    [Fact]
    public async Task From_a_stale_page_nothing_is_ended_and_the_grant_is_shown_as_it_is_now()
    {
        var person = await GivenStaffAsync(Role.Supervisor);
        var page = Show<GrantListPage>(_ => { });
        page.WaitForAssertion(() => Assert.NotNull(RowOf(page, person)), Soon);
        var seen = Assert.Single(await GrantsOfAsync(person));
        await Context.Services.GetRequiredService<EndRole>().RunAsync(new(seen.Id, seen.Version, new(2026, 12, 31)));

        Confirm(page, person);

        page.WaitForAssertion(() => Assert.Contains("2026-12-31", RowOf(page, person).TextContent, StringComparison.Ordinal), Soon);
        Assert.StartsWith("Someone else has just changed this record", Notice, StringComparison.Ordinal);
        Assert.Equal(new DateOnly(2026, 12, 31), Assert.Single(await GrantsOfAsync(person)).To);
    }

    private static async Task FillAsync(IRenderedComponent<GrantListPage> page, StaffMember person, Role role)
    {
        page.WaitForElement("tbody tr", Soon);
        page.Input("#person", person.Code);
        page.WaitForElement("input[name=staff]", Soon);
        page.Change("input[name=staff]", true);
        page.Change("#reason", "appointed");
        page.Change("#role", role.ToString());
    }

    private static async Task ChooseAsync(IRenderedComponent<GrantListPage> page, string field, Guid area)
    {
        page.WaitForElement($"{field} option[value='{area}']", Soon);
        page.Change(field, area.ToString());
    }

    private static void Confirm(IRenderedComponent<GrantListPage> page, StaffMember person)
    {
        page.ClickIn(".rows tbody tr", person.Code, "button");
        page.ClickIn(".rows tbody tr", person.Code, ".confirm button");
    }

    private static IElement RowOf(IRenderedComponent<GrantListPage> page, StaffMember person) =>
        page.FindAll(".rows tbody tr").Single(row => row.TextContent.Contains(person.Code, StringComparison.Ordinal));

    private async Task<IReadOnlyList<GrantList.Row>> GrantsOfAsync(StaffMember person) =>
        [.. (await Context.Services.GetRequiredService<GrantList>().RunAsync(false, default)).Where(g => g.StaffId == person.Id)];
}
