using Bunit;
using Bunit.TestDoubles;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VillageInsurance.Domain.Cycles;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Documents;
using VillageInsurance.UseCases.Tests.Cycles;
using VillageInsurance.UseCases.Tests.Shared;
using VillageInsurance.Web.Cycles;
using VillageInsurance.Web.Tests.Shared;
using VillageInsurance.Web.Work;

namespace VillageInsurance.Web.Tests.Cycles;

/// <summary>The pages of the year: calendar, launch, plan, candidates, and what waits at home.</summary>
public sealed class YearPagesTests : PageScreen, IClassFixture<TestDatabase>
{
    public YearPagesTests(TestDatabase database) : base(database)
    {
        EveryTextIsNeeded();
        Context.AddAuthorization();
        Context.Services.AddSingleton<IFileStore>(new DiskFileStore(Path.GetTempPath()));
    }

    [Fact]
    public async Task The_calendar_shows_twelve_months_the_last_days_and_takes_a_holiday_from_the_office()
    {
        As(Someone.InTheCounty(Role.CountyOffice));
        Place.NavigateTo("/calendar?year=2027");
        var page = Show<CalendarPage>(_ => { });
        page.Change("#calendar-day", "2027-01-01");
        Assert.Equal(12, page.FindAll(".month").Count);
        Assert.Contains("2027-12-25", page.Markup, StringComparison.Ordinal);

        page.Change("#calendar-name", "New Year");
        await page.SubmitAsync("#calendar-day");

        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".month td.holiday")), Soon);
    }

    [Fact]
    public void The_calendar_of_who_only_looks_has_no_form()
    {
        As(Someone.Who(Role.VillageCadre, Places.Village));

        Place.NavigateTo("/calendar?year=2026");
        var page = Show<CalendarPage>(_ => { });

        page.WaitForElement(".day-list", Soon);
        Assert.Empty(page.FindAll("#calendar-day"));
    }

    [Fact]
    public async Task A_township_reports_a_point_of_its_launch_and_another_sees_that_it_is_open()
    {
        var official = Someone.Who(Role.TownshipOfficial, Places.Village, Places.Township);
        await Database.GivenAsync(Places.Village, new StaffMember(official.StaffId, $"{official.StaffId:N}", "Official", null));
        As(official);
        Place.NavigateTo("/launch?year=2026");
        var page = Show<LaunchPage>(_ => { });
        page.Click(".link-button");
        page.Change("#launch-on", "2026-01-15");
        page.Change("#launch-paper", "Notice 3");

        await page.SubmitAsync("#launch-on");

        page.WaitForAssertion(() => Assert.Contains("Notice 3", page.Find("table").TextContent, StringComparison.Ordinal), Soon);
        Assert.Equal(1, await Database.SeeAsync(Places.Township, db => db.LaunchRecords.CountAsync(l => l.Paper == "Notice 3")));
    }

    [Fact]
    public async Task The_office_sets_a_townships_plan_in_place()
    {
        As(Someone.InTheCounty(Role.CountyOffice));
        Place.NavigateTo("/plan?year=2029");
        var page = Show<PlanPage>(_ => { });
        page.Click(".link-button");
        page.Change("#plan-villages", "5");

        await page.SubmitAsync("#plan-villages");

        page.WaitForAssertion(() => Assert.Contains("5", page.Find("tfoot").TextContent, StringComparison.Ordinal), Soon);
        Assert.Empty(page.FindAll("#plan-villages"));
    }

    [Fact]
    public void Two_candidates_stand_side_by_side()
    {
        As(Someone.InTheCounty(Role.CountyOffice));

        Place.NavigateTo($"/candidates?villages={Places.Village},{Places.OtherVillage}");
        var page = Show<ComparePage>(_ => { });

        page.WaitForElement("table.compare", Soon);
        Assert.Equal(3, page.FindAll("table.compare thead th").Count);
        Assert.NotNull(page.Find("#choice-why"));
    }

    [Fact]
    public async Task Home_groups_what_waits_by_its_last_day_and_counts_the_rest_of_a_kind()
    {
        var office = Someone.InTheCounty(Role.CountyOffice);
        await Database.GivenAsync(Places.Village, [.. Enumerable.Range(0, 12).Select(i => (object)QueueItem.For(office.StaffId, QueueKind.DeadlineNear, Guid.CreateVersion7(), Clock.GetUtcNow(), Places.Village, new DateOnly(2026, 2, 20))),
            QueueItem.For(office.StaffId, QueueKind.TitleToCheck, Guid.CreateVersion7(), Clock.GetUtcNow(), Places.Village, new DateOnly(2026, 3, 5))]);
        Context.Services.AddScoped<ICurrentActor>(_ => new Always(office));
        As(office);

        var page = Show<HomePage>(_ => { });

        page.WaitForAssertion(() => Assert.Equal(["Late: 12", "Within a week: 1"], page.FindAll("tr.group").Take(2).Select(g => g.TextContent.Trim())), Soon);
        Assert.Equal(8, page.FindAll(".mark.late").Count);
        Assert.Contains(page.FindAll("a.row-link"), a => a.GetAttribute("href") == $"/?kind={QueueKind.DeadlineNear}");
    }

    private sealed record Always(Actor Actor) : ICurrentActor
    {
        public Task<Actor> GetAsync(CancellationToken cancel) => Task.FromResult(Actor);
    }
}
