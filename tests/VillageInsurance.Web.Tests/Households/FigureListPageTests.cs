using Bunit;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Acceptance;
using VillageInsurance.UseCases.Tests.Exchange;
using VillageInsurance.UseCases.Tests.Shared;
using VillageInsurance.Web.Households;
using VillageInsurance.Web.Tests.Acceptance;
using VillageInsurance.Web.Texts;

namespace VillageInsurance.Web.Tests.Households;

public sealed class FigureListPageTests(DemoCounty demo, TestPostgres postgres) : DemoPages(demo, postgres)
{
    private const string Days = "asOf=2025-12-31&knownAt=2026-01-31";

    private Guid Mine => Villages[Reference[1]["village_code"]];

    [Fact]
    public void The_pages_of_a_list_hold_what_the_figure_counts()
    {
        var address = $"/villages/{Mine}/lists/Students?{Days}";
        var rows = new List<string>();
        while (address is not null)
        {
            var page = ShowList(Someone.Who(Role.ResidentAgent, Mine), FigureSet.Students, address);
            rows.AddRange(page.FindAll("tbody tr").Select(r => r.TextContent));
            address = page.FindAll("a.more").Select(a => a.GetAttribute("href")).FirstOrDefault(h => h!.Contains("after=", StringComparison.Ordinal));
        }

        Assert.Equal(Reference[1]["students"], $"{rows.Count}");
        Assert.Equal(rows.Count, rows.Distinct().Count());
    }

    [Fact]
    public void The_supervisor_has_no_filter_for_the_covered_and_the_uncovered()
    {
        var page = ShowList(Someone.Who(Role.Supervisor, Mine), FigureSet.Households, $"/villages/{Mine}/lists/Households?{Days}");

        Assert.Equal(
            [FigureSet.Households, FigureSet.People, FigureSet.Students],
            page.FindAll(".chip").Select(c => Enum.Parse<FigureSet>(c.GetAttribute("href")!.Split('/')[^1].Split('?')[0])));
        Assert.All(page.FindAll(".chip"), c => Assert.EndsWith(Days, c.GetAttribute("href"), StringComparison.Ordinal));
    }

    [Fact]
    public void The_supervisor_is_refused_the_uncovered_by_address()
    {
        var page = Show<FigureListPage>(Someone.Who(Role.Supervisor, Mine), $"/villages/{Mine}/lists/UncoveredStudents?{Days}",
            with => with.Add(p => p.Id, Mine).Add(p => p.Set, nameof(FigureSet.UncoveredStudents)));

        page.WaitForAssertion(() => Assert.Equal(Text<MessageTexts>("Refusal.NotPermitted"), Notice), Soon);
        Assert.Empty(page.FindAll("table"));
    }

    private IRenderedComponent<FigureListPage> ShowList(Actor actor, FigureSet set, string address)
    {
        var page = Show<FigureListPage>(actor, address, with => with.Add(p => p.Id, Mine).Add(p => p.Set, $"{set}"));
        page.WaitForElement("table", Soon);
        return page;
    }
}
