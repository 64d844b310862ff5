using AngleSharp.Dom;
using Bunit;
using Bunit.TestDoubles;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VillageInsurance.Domain.Acceptance;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Acceptance;
using VillageInsurance.UseCases.Documents;
using VillageInsurance.UseCases.Tests.Acceptance;
using VillageInsurance.UseCases.Tests.Shared;
using VillageInsurance.Web.Acceptance;
using VillageInsurance.Web.Tests.Shared;

namespace VillageInsurance.Web.Tests.Acceptance;

public sealed class DeclarationPageTests : PageScreen, IClassFixture<TestDatabase>
{
    public DeclarationPageTests(TestDatabase database) : base(database)
    {
        EveryTextIsNeeded();
        Context.Services.AddSingleton<IFileStore>(new DiskFileStore(Path.GetTempPath()));
    }

    [Fact]
    public async Task The_insurer_writes_and_submits_and_the_figures_stand_frozen()
    {
        using var way = await Way.BeginAsync(Database);
        Clock.AdjustTime(way.Clock.GetUtcNow());
        var draft = await way.DraftedAsync();
        var page = Show(draft.Id, way.Insurer);

        page.Input("#statement", "Another year of work");
        Confirm(page, "Submit");

        page.WaitForAssertion(() => Assert.Contains(page.FindAll("code.hash"), h => h.TextContent.Length == 64), Soon);
        var saved = await way.SeeAsync(draft.Id);
        Assert.Equal((DeclarationStatus.Submitted, "Another year of work"), (saved.Status, saved.Statement));
        Assert.Empty(page.FindAll("#statement"));
    }

    [Fact]
    public async Task The_office_takes_in_on_the_panel_and_then_begins_a_form()
    {
        using var way = await Way.BeginAsync(Database);
        Clock.AdjustTime(way.Clock.GetUtcNow());
        var submitted = await way.SubmittedAsync();
        var page = Show(submitted.Id, way.Office);

        page.Submit(".decision form");

        page.WaitForAssertion(() => Assert.Contains(page.FindAll("button"), b => b.TextContent.Contains("Fill in my form", StringComparison.Ordinal)), Soon);
        Assert.Equal(DeclarationStatus.TakenIn, (await way.SeeAsync(submitted.Id)).Status);
        page.ClickBeginning("Fill in my form");
        page.WaitForElement("form.sheet", Soon);
    }

    [Fact]
    public async Task A_reviewer_fills_in_and_signs_his_form()
    {
        using var way = await Way.BeginAsync(Database);
        Clock.AdjustTime(way.Clock.GetUtcNow());
        var taken = await way.TakenInAsync();
        await way.SheetAsync(taken.Id, way.Office, sign: false);
        var page = Show(taken.Id, way.Office);

        page.Change("form.sheet input.short", "9");
        Confirm(page, "Sign");

        page.WaitForAssertion(() => Assert.Empty(page.FindAll("form.sheet")), Soon);
        var sheet = await Database.SeeAsync(way.Village, db => db.ReviewSheets.SingleAsync(s => s.DeclarationId == taken.Id));
        Assert.Equal((99, true), (sheet.Total, sheet.SignedAt is not null));
    }

    [Fact]
    public async Task Returned_on_the_panel_with_what_is_to_be_put_right()
    {
        using var way = await Way.BeginAsync(Database);
        var taken = await way.TakenInAsync();
        var page = Show(taken.Id, way.Second);

        page.WaitForElement(".decision #opinion", Soon);
        page.Input(".decision #opinion", "Files are missing");
        page.Change(".decision input[type=checkbox]", true, 4);
        page.Submit(".decision form");

        page.WaitForAssertion(() => Assert.True(page.Find(".note").TextContent.Contains("Files are missing", StringComparison.Ordinal), Notice), Soon);
        var saved = await way.SeeAsync(taken.Id);
        Assert.Equal((DeclarationStatus.Returned, "Files"), (saved.Status, Assert.Single(saved.ToPutRight)));
    }

    [Fact]
    public async Task Who_may_only_look_sees_figures_and_pack_and_nothing_to_decide()
    {
        using var way = await Way.BeginAsync(Database);
        var passed = await way.PassedAsync();

        var page = Show(passed.Id, way.Cadre);

        page.WaitForAssertion(() => Assert.Contains("Nothing changed", page.Markup, StringComparison.Ordinal), Soon);
        Assert.Empty(page.FindAll(".decision, form"));
        Assert.Contains(page.FindAll("td"), c => c.TextContent.Contains("500.00", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_reply_form_waits_for_its_scan()
    {
        using var way = await Way.BeginAsync(Database);
        var forwarded = await way.ForwardedAsync();
        var page = Show(forwarded.Id, way.SecondInsurer);

        page.Change("#letter-number", "No. 9");
        page.Change("#letter-on", "2025-12-10");
        page.Submit("form");

        page.WaitForAssertion(() => Assert.Contains("Attach the scan", Notice, StringComparison.Ordinal), Soon);
        Assert.Equal(DeclarationStatus.Forwarded, (await way.SeeAsync(forwarded.Id)).Status);
    }

    private IRenderedComponent<DeclarationPage> Show(Guid id, Actor actor)
    {
        Context.AddAuthorization().SetAuthorized("x").SetPolicies([.. actor.Permissions.Select(p => p.ToString())]);
        As(actor);
        return Show<DeclarationPage>(p => p.Add(x => x.Id, id));
    }

    private static void Confirm(IRenderedComponent<DeclarationPage> page, string text)
    {
        page.ClickBeginning(text);
        page.Click(".confirm button");
    }
}
