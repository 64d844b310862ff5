using System.Globalization;
using AngleSharp.Dom;
using Bunit;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Tests.Exchange;
using VillageInsurance.UseCases.Tests.Shared;
using VillageInsurance.Web.Acceptance;
using VillageInsurance.Web.Texts;

namespace VillageInsurance.Web.Tests.Acceptance;

public sealed class BoardPageTests(DemoCounty demo, TestPostgres postgres) : DemoPages(demo, postgres)
{
    private const string Address = "/board?asOf=2025-12-31&knownAt=2026-01-31";

    [Fact]
    public void Every_village_shows_the_figures_of_the_reference()
    {
        var rows = RowsOf(Office, Address);

        foreach (var expected in Reference)
        {
            var cells = Cells(rows[Villages[expected["village_code"]]]);
            Assert.Equal([Grouped(expected["households"]), Grouped(expected["population"])], cells[2..4]);
            Assert.Equal(
                [
                    Shown(expected["student_cover_pct"], "NotApplicable"), Shown(expected["accident_per_head"], "NotComputable"),
                    Shown(expected["life_per_head"], "NotComputable"), Shown(expected["household_pct"], "NotComputable"),
                ], cells[5..9]);
            Assert.Equal(expected["all_pass"] == "1", cells[9] == Text<AcceptanceTexts>("AllPass") || cells[9] == Text<AcceptanceTexts>("AllPassButOne"));
        }
    }

    [Fact]
    public void A_village_without_people_is_not_computable_and_one_without_pupils_not_applicable()
    {
        var rows = RowsOf(Office, Address);

        var nobody = Cells(rows[Places.Village]);
        Assert.Equal(Text<AcceptanceTexts>("Outcome.NotApplicable"), nobody[5]);
        Assert.All(nobody[6..9], cell => Assert.Equal(Text<AcceptanceTexts>("Outcome.NotComputable"), cell));
        Assert.Contains(Text<AcceptanceTexts>("Outcome.NotApplicable"), Cells(rows[Village(v => v["students"] == "0")]));
    }

    [Fact]
    public void The_gap_is_told_in_people_households_and_yuan()
    {
        var rows = RowsOf(Office, Address);

        Assert.Equal(Text<AcceptanceTexts>("Missing.Accident", "0.01"),
            Cells(rows[Village(v => v["accident_fen"] == "913999")])[9].Split(Text<AcceptanceTexts>("Separator"))[1]);
        Assert.Contains(Text<AcceptanceTexts>("Missing.Households", "24"), Cells(rows[Village(v => v["note"].EndsWith("exactly 80%", StringComparison.Ordinal))])[9], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Households", "0")]
    [InlineData("Households", "1")]
    public void The_order_stands_in_the_address(string sort, string descending)
    {
        var households = Rendered(Office, $"{Address}&sort={sort}&desc={descending}")
            .Select(r => int.Parse(Cells(r)[2], NumberStyles.AllowThousands, CultureInfo.InvariantCulture)).ToList();

        Assert.Equal(descending == "1" ? households.OrderDescending() : households.Order(), households);
    }

    [Fact]
    public void Each_row_opens_its_village_for_the_same_days()
    {
        var rows = RowsOf(Office, "/board?asOf=2025-06-30&knownAt=2025-07-15");

        Assert.All(rows, row => Assert.Equal($"/villages/{row.Key}?asOf=2025-06-30&knownAt=2025-07-15", row.Value.QuerySelector("a.row-link")!.GetAttribute("href")));
    }

    [Fact]
    public void A_township_official_sees_his_villages_and_no_way_to_households()
    {
        var mine = Villages.Values.Except([Places.Village, Places.Sibling, Places.OtherVillage]).Take(2).ToArray();

        var page = Show<BoardPage>(Someone.Who(Role.TownshipOfficial, mine), Address);

        page.WaitForElements("table.board tbody tr .row-link", 2, Soon);
        Assert.Equal(Text<AcceptanceTexts>("BoardOwn"), page.Find("h1").TextContent.Trim());
        Assert.Empty(page.FindAll("a[href*='/lists/'], a[href*='/households']"));
    }

    [Theory]
    [InlineData(Role.ResidentAgent, "UncoveredStudents", "HouseholdsWithoutRegular")]
    [InlineData(Role.Supervisor, "Students", "Households")]
    public void A_figure_opens_the_list_that_the_role_may_see(Role role, string students, string households)
    {
        var village = Village(v => v["students"] != "0");

        var lists = Rendered(Someone.Who(role, village), Address)[0].QuerySelectorAll("a[href*='/lists/']").Select(a => a.GetAttribute("href")).ToList();

        Assert.Equal($"/villages/{village}/lists/{students}?asOf=2025-12-31&knownAt=2026-01-31", lists[0]);
        Assert.Equal($"/villages/{village}/lists/{households}?asOf=2025-12-31&knownAt=2026-01-31", lists[^1]);
    }

    [Fact]
    public async Task An_agent_of_one_group_sees_his_group_as_a_row()
    {
        var village = Village(v => v["students"] != "0");
        var group = await Database.SeeAsync(Places.Village, db => db.Areas.Where(a => a.ParentId == village).OrderBy(a => a.Name).FirstAsync());

        var page = Show<BoardPage>(Someone.With(new Grant(Role.ResidentAgent, RolePermissions.Of(Role.ResidentAgent), new([], [group.Id]), From: Someone.Today)), Address);

        var row = await page.WaitForElementAsync("table.board tbody .row-link", Soon);
        Assert.StartsWith($"/villages/{group.Id}?", row.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Contains(Text<AcceptanceTexts>("GroupName", group.Name), row.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void My_villages_stand_in_the_order_of_what_is_missing()
    {
        var page = Show<MyVillages>(Office, "/");

        var open = page.WaitForElements("table.board tbody tr .gaps", 19, Soon)
            .Select(g => g.TextContent == Text<AcceptanceTexts>("AllPass") || g.TextContent == Text<AcceptanceTexts>("AllPassButOne") ? 0
                : g.TextContent.Split(Text<AcceptanceTexts>("Separator")).Length).ToList();
        Assert.Equal(open.Order(), open);
        Assert.Equal([0, 1, 2, 3], open.Distinct());
    }

    [Fact]
    public void Who_may_see_no_figures_has_no_villages_at_home()
    {
        var page = Show<MyVillages>(Someone.InTheCounty(Role.Auditor), "/");

        Assert.Empty(page.Markup.Trim());
        Assert.Null(Notice);
    }

    private Dictionary<Guid, IElement> RowsOf(Actor actor, string address) => Rendered(actor, address)
        .ToDictionary(r => Guid.Parse(r.QuerySelector("a.row-link")!.GetAttribute("href")!["/villages/".Length..].Split('?')[0]));

    private IReadOnlyList<IElement> Rendered(Actor actor, string address)
    {
        var page = Show<BoardPage>(actor, address);
        page.WaitForElement("table.board", Soon);
        return [.. page.FindAll("table.board tbody tr")];
    }

    private static string Grouped(string number) => int.Parse(number, CultureInfo.InvariantCulture).ToString("#,0", CultureInfo.InvariantCulture);

    private string Shown(string value, string without) => value.Length > 0 ? value : Text<AcceptanceTexts>($"Outcome.{without}");
}
