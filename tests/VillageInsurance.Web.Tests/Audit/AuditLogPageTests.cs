using Bunit;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;
using VillageInsurance.UseCases.Audit;
using VillageInsurance.UseCases.Tests.Shared;
using VillageInsurance.Web.Audit;
using VillageInsurance.Web.Tests.Shared;
using VillageInsurance.Web.Texts;

namespace VillageInsurance.Web.Tests.Audit;

public sealed class AuditLogPageTests(TestDatabase database) : PageScreen(database), IClassFixture<TestDatabase>
{
    private readonly Actor _auditor = Named($"Auditor {Guid.NewGuid():N}", Permission.ViewAudit);

    [Fact]
    public async Task A_record_shows_what_was_done_to_it_field_by_field()
    {
        As(_auditor);
        var staff = await GivenStaffAsync();
        var other = await GivenStaffAsync();

        var page = Look($"/audit?person=&record={staff.Id}&from=&to=&result=");

        page.WaitForElement("details", Soon);
        Assert.Single(page.FindAll(".rows tbody tr"));
        Assert.Contains("Added staff member", page.Find("details").TextContent, StringComparison.Ordinal);
        Assert.Contains(page.FindAll("details li"), line => line.TextContent == $"Code: {staff.Code}");
        Assert.DoesNotContain(other.Id.ToString(), page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_asked_for_stands_in_the_form_again()
    {
        As(_auditor);
        await DoneAsync("Somebody", times: 1);

        var page = Look("/audit?person=Somebody&from=2026-03-01&to=2026-03-02&result=Refused");

        page.WaitForElement(".empty-state", Soon);
        Assert.Equal(("Somebody", "2026-03-01", "2026-03-02"), (page.Find("#person").GetAttribute("value"), page.Find("#from").GetAttribute("value"), page.Find("#to").GetAttribute("value")));
        Assert.Equal("Refused", page.Find("#result option[selected]").GetAttribute("value"));
    }

    [Fact]
    public async Task A_record_that_is_no_id_shows_nothing_and_is_not_read()
    {
        As(_auditor);

        var page = Look("/audit?record=42");

        Assert.Contains("no record's number", page.Find("#record-help").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".rows"));
        Assert.Equal(0, await ReadingsAsync());
    }

    [Fact]
    public async Task Older_events_follow_from_the_last_one_shown()
    {
        As(_auditor);
        var name = $"Busy {Guid.NewGuid():N}";
        await DoneAsync(name, times: 101);

        var page = Look($"/audit?person={Uri.EscapeDataString(name)}");
        var older = page.WaitForElement("footer a", Soon).GetAttribute("href")!;
        Assert.Equal(100, page.FindAll(".rows tbody tr").Count);
        Place.NavigateTo(older);

        page.WaitForState(() => page.FindAll(".rows tbody tr").Count == 1, Soon);
        Assert.Contains(name, page.Find(".rows tbody tr").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("footer a"));
        Assert.Equal(2, await ReadingsAsync());
    }

    [Fact]
    public async Task One_look_leaves_one_event_however_often_the_page_is_drawn()
    {
        As(_auditor);
        var page = Look("/audit");
        page.WaitForElement(".rows", Soon);

        page.Render();
        Place.NavigateTo("/audit");

        Assert.Equal(1, await ReadingsAsync());
    }

    [Fact]
    public async Task Preparing_the_page_for_the_browser_reads_nothing()
    {
        As(_auditor, interactive: false);

        Assert.Empty(Look("/audit").FindAll(".rows"));
        Assert.Equal(0, await ReadingsAsync());
    }

    [Fact]
    public void Every_kind_of_record_and_permission_has_its_word()
    {
        var texts = new System.Resources.ResourceManager(typeof(AuditTexts));
        var records = typeof(Entity).Assembly.GetTypes().Concat(typeof(AuditLog).Assembly.GetTypes()).Where(t => t.IsSubclassOf(typeof(Entity))).Select(t => $"Record.{t.Name}").ToList();

        Assert.NotEmpty(records);
        Assert.DoesNotContain(records.Concat(Enum.GetNames<Permission>().Select(p => $"Permission.{p}")), key => texts.GetString(key, System.Globalization.CultureInfo.InvariantCulture) is null);
    }

    private IRenderedComponent<AuditLogPage> Look(string address)
    {
        Place.NavigateTo(address);
        return Show<AuditLogPage>(_ => { });
    }

    private async Task DoneAsync(string name, int times)
    {
        var gate = Database.GateFor(Named(name, Permission.DraftApplications), Clock);
        for (var i = 0; i < times; i++) await gate.ChangeAsync(Permission.DraftApplications, _ => Task.CompletedTask);
    }

    private static Actor Named(string name, Permission permission) => new(Guid.CreateVersion7(), name, [Someone.GrantOf(Places.Village, permission)], Someone.Today);

    private Task<int> ReadingsAsync() => Database.SeeAsync(Places.Village, db => db.AuditEvents.CountAsync(e => e.StaffId == _auditor.StaffId));
}
