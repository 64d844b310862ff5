using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Tests.Exchange;
using VillageInsurance.UseCases.Tests.Shared;
using VillageInsurance.Web.Households;
using VillageInsurance.Web.Shared;
using VillageInsurance.Web.Shell;
using VillageInsurance.Web.Tests.Acceptance;
using VillageInsurance.Web.Texts;
using VillageInsurance.Web.Tests.Shared;

namespace VillageInsurance.Web.Tests.Households;

public sealed class SearchPageTests(DemoCounty demo, TestPostgres postgres) : DemoPages(demo, postgres)
{
    private Guid Mine => Villages[Reference[0]["village_code"]];

    private Actor Agent => Someone.Who(Role.ResidentAgent, Mine);

    [Fact]
    public async Task Two_characters_from_the_middle_of_a_name_find_it_and_stand_in_no_address()
    {
        var name = await NameAsync();
        var page = Show<SearchPage>(Agent, "/search");

        await page.ChangeAsync(".search input", name[1..]);
        await page.SubmitAsync(".search");

        page.WaitForAssertion(() => Assert.Contains(page.FindAll("tbody tr"), r => r.TextContent.Contains(name, StringComparison.Ordinal)), Soon);
        Assert.DoesNotContain(page.FindAll("a").Select(a => Uri.UnescapeDataString(a.GetAttribute("href") ?? "")), href => href.Contains(name[1..], StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_typed_in_the_top_bar_is_searched_for_on_the_page()
    {
        var name = await NameAsync();
        var box = Show<SearchBox>(Agent, "/");
        await box.ChangeAsync("input", name[1..]);
        await box.SubmitAsync("form");

        var page = Show<SearchPage>(Agent, "/search");

        page.WaitForAssertion(() => Assert.Contains(page.FindAll("tbody tr"), r => r.TextContent.Contains(name, StringComparison.Ordinal)), Soon);
    }

    [Fact]
    public async Task Who_sees_no_households_finds_villages()
    {
        var page = Show<SearchPage>(Someone.Who(Role.TownshipOfficial, Mine), "/search");

        await page.ChangeAsync(".search input", Reference[0]["village_code"]);
        await page.SubmitAsync(".search");

        page.WaitForAssertion(() => Assert.Equal($"/villages/{Mine}", Assert.Single(page.FindAll("a.chip")).GetAttribute("href")), Soon);
        Assert.Empty(page.FindAll("table"));
    }

    [Fact]
    public void Duplicates_completeness_and_the_export_form_show_what_the_village_has()
    {
        var duplicates = Show<DuplicatesPage>(Agent, "/duplicates");
        duplicates.WaitForElement("tbody tr", Soon);
        var completeness = Show<CompletenessPage>(Agent, "/completeness");
        completeness.WaitForElement("tbody a", Soon);
        var export = Show<ExportPage>(Agent, $"/households/export?village={Mine}");
        export.WaitForElement("form.fields select", Soon);

        Assert.Contains(Text<FindTexts>("Count.Complete"), completeness.Find("thead").TextContent, StringComparison.Ordinal);
        Assert.StartsWith($"/completeness/{Mine}", completeness.Find("tbody a").GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public void Completeness_leads_government_to_no_list()
    {
        var page = Show<CompletenessPage>(Someone.Who(Role.TownshipOfficial, Mine), "/completeness");

        page.WaitForElement("tbody td.num", Soon);
        Assert.Empty(page.FindAll("tbody a"));
    }

    private Task<string> NameAsync() => Database.SeeAsync(Mine, db => db.Households.Where(h => h.VillageId == Mine && h.LeftOn == null && h.HeadName.Length == 3 && db.Memberships.Any(m => m.HouseholdId == h.Id && m.LeftOn == null
        && db.Persons.Any(p => p.Id == m.PersonId && p.Name == h.HeadName))).Select(h => h.HeadName).FirstAsync());
}
