using Bunit;
using Bunit.TestDoubles;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VillageInsurance.Domain.Households;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Documents;
using VillageInsurance.UseCases.Households;
using VillageInsurance.UseCases.Tests.Exchange;
using VillageInsurance.UseCases.Tests.LifeEvents;
using VillageInsurance.UseCases.Tests.Shared;
using VillageInsurance.Web.Households;
using VillageInsurance.Web.Tests.Shared;

namespace VillageInsurance.Web.Tests.Households;

public sealed class ExportPagesTests : PageScreen, IClassFixture<TestDatabase>
{
    public ExportPagesTests(TestDatabase database) : base(database)
    {
        EveryTextIsNeeded();
        Context.AddAuthorization();
        Context.Services.AddSingleton<DownloadTickets>();
        Context.Services.AddSingleton<IFileStore>(new DiskFileStore(Directory.CreateTempSubdirectory("exports").FullName));
    }

    [Fact]
    public async Task A_long_list_in_clear_is_asked_for_approved_by_the_office_and_then_downloaded()
    {
        var home = await Home.GivenAsync(Database);
        var village = (await home.LoadAsync()).VillageId;
        for (var i = 0; i < 3; i++) await Database.GivenAsync(village, [.. Enumerable.Range(0, 334).Select(_ => new Household(Guid.CreateVersion7(), village, null, $"Z{Guid.NewGuid():N}"[..24], HouseholdKind.Family, new(2020, 1, 1), null))]);
        As(home.Desk.Agent);
        var page = Show<ExportPage>(_ => { });

        await page.ChangeAsync("form.fields select", "List", 0);
        await page.ChangeAsync("#export-purpose", "meeting");
        await page.ChangeAsync(".choice input", true, 1);
        await page.SubmitAsync("form.fields");
        page.Click("#ask-second button");
        page.WaitForAssertion(() => Assert.Contains("To be decided", page.Find(".own-request").TextContent, StringComparison.Ordinal), Soon);
        Assert.Empty(page.FindAll(".own-request button"));

        var request = await Database.SeeAsync(village, db => db.ExportRequests.SingleAsync(r => r.AskedById == home.Desk.Agent.StaffId));
        await new ApproveExport(Database.GateFor(await Home.StaffAsync(Database, Role.CountyOffice, village), Clock), Clock).RunAsync(new(request.Id, request.Version, ""));
        var again = Show<ExportPage>(_ => { });
        again.Click(".own-request button");
        again.WaitForAssertion(() => Assert.Contains("/exports/", Place.Uri, StringComparison.Ordinal), Soon);
    }

    [Fact]
    public async Task What_takes_long_is_written_in_the_background_and_then_offered_for_a_day()
    {
        var home = await Home.GivenAsync(Database);
        var village = (await home.LoadAsync()).VillageId;
        await Database.GivenAsync(village, [.. Enumerable.Range(0, ExportHouseholds.MostAtOnce).Select(_ => new Household(Guid.CreateVersion7(), village, null, $"Z{Guid.NewGuid():N}"[..24], HouseholdKind.Family, new(2020, 1, 1), null))]);
        As(home.Desk.Agent);
        var page = Show<ExportPage>(_ => { });
        await page.ChangeAsync("form.fields select", "List", 0);
        await page.ChangeAsync("#export-purpose", "meeting");

        await page.SubmitAsync("form.fields");

        page.WaitForAssertion(() => Assert.Contains("0 of 5,", page.Find(".long-export").TextContent, StringComparison.Ordinal), Soon);
        Assert.DoesNotContain("/exports/", Place.Uri, StringComparison.Ordinal);
        var job = await Database.SeeAsync(village, db => db.JobRequests.SingleAsync(j => j.StaffId == home.Desk.Agent.StaffId));
        await Context.Services.GetRequiredService<WriteLongExport>().RunAsync(new(job.Id), _ => key => key);
        Clock.Advance(TimeSpan.FromSeconds(1));
        page.WaitForAssertion(() => Assert.Equal($"/exports/long/{job.Id}", page.Find(".long-export a").GetAttribute("href")), Soon);
    }

    [Fact]
    public async Task The_office_allows_one_and_refuses_another()
    {
        var home = await Home.GivenAsync(Database);
        var village = (await home.LoadAsync()).VillageId;
        var (yes, no) = (Asked(home, village, "meeting"), Asked(home, village, "fair"));
        await Database.GivenAsync(village, yes, no);
        As(await Home.StaffAsync(Database, Role.CountyOffice, village));
        var page = Show<ExportRequestsPage>(_ => { });

        page.Change($"#opinion-{no.Id}", "Too much");
        page.ClickIn(".request", "fair", ".form-actions button", 1);
        page.WaitForAssertion(() => Assert.DoesNotContain("fair", page.Markup, StringComparison.Ordinal), Soon);
        page.ClickIn(".request", "meeting", ".form-actions button");
        page.WaitForAssertion(() => Assert.DoesNotContain("meeting", page.Markup, StringComparison.Ordinal), Soon);

        var decided = await Database.SeeAsync(village, db => db.ExportRequests.Where(r => r.VillageId == village).ToDictionaryAsync(r => r.Id));
        Assert.Equal((ExportStatus.Approved, ExportStatus.Refused, "Too much"), (decided[yes.Id].Status, decided[no.Id].Status, decided[no.Id].Opinion));
    }

    [Fact]
    public async Task What_was_not_allowed_says_why_and_is_not_downloaded()
    {
        var home = await Home.GivenAsync(Database);
        var village = (await home.LoadAsync()).VillageId;
        var request = Asked(home, village, "fair");
        request.Refuse(Guid.CreateVersion7(), "Too much", Clock.GetUtcNow());
        await Database.GivenAsync(village, request);
        As(home.Desk.Agent);
        var page = Show<ExportPage>(_ => { });

        Assert.Contains("Too much", page.WaitForElement(".own-request", Soon).TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".own-request button"));
    }

    private ExportRequest Asked(Home home, Guid village, string purpose) => new(Guid.CreateVersion7(), village, null,
        $$"""{"kind":"List","form":"Csv","villageId":null,"groupId":null,"search":null,"withEnded":false,"inClear":true,"purpose":"{{purpose}}"}""", purpose, 1_200, home.Desk.Agent.StaffId, Clock.GetUtcNow());
}
