using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Tests.Exchange;
using VillageInsurance.UseCases.Tests.Shared;
using VillageInsurance.Web.Households;
using VillageInsurance.Web.Tests.Acceptance;
using VillageInsurance.Web.Texts;
using VillageInsurance.Web.Tests.Shared;

namespace VillageInsurance.Web.Tests.Households;

public sealed class HouseholdPageTests(DemoCounty demo, TestPostgres postgres) : DemoPages(demo, postgres)
{
    private Guid Mine => Villages[Reference[0]["village_code"]];

    [Fact]
    public async Task The_agent_sees_members_masked_and_their_policies()
    {
        var page = await ShowHouseholdAsync(Someone.Who(Role.ResidentAgent, Mine));

        Assert.NotEmpty(page.FindAll("table.policies tbody tr"));
        Assert.All(page.FindAll("table:not(.policies) .masked .value"), v => Assert.Matches(@"^\d{3}\*{11}[\dX]{4}$", v.TextContent));
    }

    [Fact]
    public async Task The_supervisor_sees_no_policies_and_no_eye()
    {
        var page = await ShowHouseholdAsync(Someone.Who(Role.Supervisor, Mine));

        Assert.NotEmpty(page.FindAll("tbody tr"));
        Assert.Empty(page.FindAll("table.policies, .masked button"));
        Assert.DoesNotContain(Text<HouseholdTexts>("Policies"), page.FindAll("h2").Select(h => h.TextContent));
    }

    [Fact]
    public async Task A_value_in_clear_is_shown_for_a_reason_only()
    {
        var page = await ShowHouseholdAsync(Someone.Who(Role.ResidentAgent, Mine));
        var masked = page.Find("td .masked .value").TextContent;

        page.Click("td .masked button");
        Assert.Equal(masked, page.Find("td .masked .value").TextContent);
        await page.ChangeAsync(".reason input", "asked by phone");
        await page.SubmitAsync(".reason");

        page.WaitForAssertion(() => Assert.Matches(@"^\d{17}[\dX]$", page.Find("td .masked .value").TextContent), Soon);
        Assert.Empty(page.FindAll(".reason"));
    }

    [Fact]
    public async Task A_household_of_another_village_is_not_found()
    {
        var other = Villages[Reference[1]["village_code"]];
        var household = await HouseholdWithPoliciesAsync(Mine);

        var page = Show<HouseholdPage>(Someone.Who(Role.ResidentAgent, other), $"/households/{household}", with => with.Add(p => p.Id, household));

        page.WaitForAssertion(() => Assert.Equal(Text<MessageTexts>("Refusal.NotFound"), Notice), Soon);
        Assert.Empty(page.FindAll("h1, table"));
    }

    [Fact]
    public void The_list_goes_on_where_it_ended()
    {
        var actor = Someone.Who(Role.ResidentAgent, Mine);
        var first = Show<HouseholdListPage>(actor, $"/villages/{Mine}/households", with => with.Add(p => p.Id, Mine));
        var rows = first.WaitForElements("tbody tr .row-link", 50, Soon).Select(a => a.GetAttribute("href")).ToList();

        var more = first.Find("a.more").GetAttribute("href")!;
        var second = Show<HouseholdListPage>(actor, more, with => with.Add(p => p.Id, Mine));

        Assert.Empty(second.WaitForElements("tbody tr .row-link", 50, Soon).Select(a => a.GetAttribute("href")).Intersect(rows));
    }

    [Fact]
    public async Task What_is_searched_for_never_stands_in_the_address()
    {
        var name = await Database.SeeAsync(Mine, db => db.Households.Where(h => h.VillageId == Mine && h.LeftOn == null).Select(h => h.HeadName).FirstAsync());
        var page = Show<HouseholdListPage>(Someone.Who(Role.ResidentAgent, Mine), $"/villages/{Mine}/households", with => with.Add(p => p.Id, Mine));

        await page.ChangeAsync(".search input", name);
        await page.SubmitAsync(".search");

        page.WaitForAssertion(() => Assert.All(page.FindAll("tbody tr"), r => Assert.Contains(name, r.TextContent, StringComparison.Ordinal)), Soon);
        Assert.NotEmpty(page.FindAll("tbody .row-link"));
        Assert.DoesNotContain(page.FindAll("a").Select(a => Uri.UnescapeDataString(a.GetAttribute("href") ?? "")), href => href.Contains(name, StringComparison.Ordinal));
    }

    private async Task<IRenderedComponent<HouseholdPage>> ShowHouseholdAsync(Actor actor)
    {
        var household = await HouseholdWithPoliciesAsync(Mine);
        var page = Show<HouseholdPage>(actor, $"/households/{household}", with => with.Add(p => p.Id, household));
        page.WaitForElement("h1", Soon);
        return page;
    }

    private Task<Guid> HouseholdWithPoliciesAsync(Guid village) => Database.SeeAsync(village, db =>
        (from h in db.Households
         where h.VillageId == village && h.LeftOn == null && db.Memberships.Any(m => m.HouseholdId == h.Id && m.LeftOn == null && db.Policies.Any(p => p.InsuredId == m.PersonId))
         orderby h.Number
         select h.Id).FirstAsync());
}
