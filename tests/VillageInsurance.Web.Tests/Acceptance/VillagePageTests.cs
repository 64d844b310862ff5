using Bunit;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Tests.Exchange;
using VillageInsurance.UseCases.Tests.Shared;
using VillageInsurance.Web.Organisation;
using VillageInsurance.Web.Texts;

namespace VillageInsurance.Web.Tests.Acceptance;

public sealed class VillagePageTests(DemoCounty demo, TestPostgres postgres) : DemoPages(demo, postgres)
{
    private const string Days = "?asOf=2025-12-31&knownAt=2026-01-31";

    [Fact]
    public void The_four_the_other_base_and_the_goal_stand_with_what_was_counted()
    {
        var expected = Reference.First(v => v["note"].EndsWith("exactly 80%", StringComparison.Ordinal));

        var rows = ShowVillage(Office, Villages[expected["village_code"]]).FindAll("table.figures tbody tr:not(.group)").Select(Cells).ToList();

        Assert.Equal(["80.00", "17.82", "80.59", "53.14", "88.57", "82.28"], rows.Select(r => r[1].Split(' ')[0]));
        Assert.StartsWith("160", rows[0][3], StringComparison.Ordinal);
        Assert.Equal(Text<AcceptanceTexts>("Exactly"), rows[0][5]);
        Assert.Equal(Text<AcceptanceTexts>("Gap.Households", 24), rows[3][5]);
        Assert.Equal(
            ["Passed", "Passed", "Passed", "Failed"], rows.Take(4).Select(r => ((string[])["Passed", "Failed"]).Single(o => r[6] == Text<AcceptanceTexts>($"Outcome.{o}"))));
    }

    [Fact]
    public async Task Everyone_comes_down_to_the_groups_and_they_add_up()
    {
        var expected = Reference[0];
        var page = ShowVillage(Someone.Who(Role.TownshipOfficial, Villages[expected["village_code"]]), Villages[expected["village_code"]]);

        var groups = page.FindAll("table.board tbody tr");

        Assert.Equal(expected["households"], $"{groups.Sum(g => int.Parse(Cells(g)[1], System.Globalization.CultureInfo.InvariantCulture))}");
        var first = Guid.Parse(groups[0].QuerySelector("a.row-link")!.GetAttribute("href")!["/villages/".Length..].Split('?')[0]);
        Assert.Equal(AreaLevel.Group, await Database.SeeAsync(Places.Village, db => db.Areas.Where(a => a.Id == first).Select(a => a.Level).SingleAsync()));
    }

    [Theory]
    [InlineData(Role.TownshipOfficial, false, false)]
    [InlineData(Role.VillageCadre, false, false)]
    [InlineData(Role.Supervisor, true, false)]
    [InlineData(Role.ResidentAgent, true, true)]
    public void Only_who_sees_households_finds_a_way_to_them_and_only_who_sees_policies_to_the_uncovered(Role role, bool households, bool hints)
    {
        var village = Villages[Reference[0]["village_code"]];

        var page = ShowVillage(Someone.Who(role, village), village);

        Assert.Equal(households, page.FindAll($"a[href='/villages/{village}/households']").Count > 0);
        Assert.Equal(households, page.FindAll("a[href*='/lists/Students?']").Count > 0);
        Assert.Equal(hints, page.FindAll("a[href*='/lists/CoveredStudents'], a[href*='/lists/UncoveredStudents'], a[href*='Regular']").Count > 0);
    }

    [Fact]
    public void A_village_of_others_is_not_found()
    {
        var (mine, other) = (Villages[Reference[0]["village_code"]], Villages[Reference[1]["village_code"]]);

        var page = Show<VillagePage>(Someone.Who(Role.ResidentAgent, mine), $"/villages/{other}{Days}", with => with.Add(p => p.Id, other));

        page.WaitForAssertion(() => Assert.Equal(Text<MessageTexts>("Refusal.NotFound"), Notice), Soon);
        Assert.Empty(page.FindAll("h1, table"));
    }

    [Fact]
    public void The_history_names_the_import_but_no_application_to_who_may_see_none()
    {
        var village = Villages[Reference[0]["village_code"]];

        var page = ShowVillage(Someone.Who(Role.Supervisor, village), village);

        Assert.Contains(Text<VillageTexts>("Event.Imported"), page.Find(".trail").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("a[href^='/applications']"));
    }

    private IRenderedComponent<VillagePage> ShowVillage(Actor actor, Guid village)
    {
        var page = Show<VillagePage>(actor, $"/villages/{village}{Days}", with => with.Add(p => p.Id, village));
        page.WaitForElement("table.board", Soon);
        return page;
    }
}
