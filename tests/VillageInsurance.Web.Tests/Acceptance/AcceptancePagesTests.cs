using Bunit;
using Bunit.TestDoubles;
using Microsoft.AspNetCore.Components;
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

public sealed class AcceptancePagesTests : PageScreen, IClassFixture<TestDatabase>
{
    public AcceptancePagesTests(TestDatabase database) : base(database)
    {
        EveryTextIsNeeded();
        Context.Services.AddSingleton<IFileStore>(new DiskFileStore(Path.GetTempPath()));
    }

    [Fact]
    public async Task The_list_shows_what_waits_to_be_declared_and_what_was()
    {
        using var way = await Way.BeginAsync(Database);
        using var other = await Way.BeginAsync(Database);
        var submitted = await other.SubmittedAsync();

        var page = Show<DeclarationListPage>(way.Insurer);

        page.WaitForElement($"a[href='/villages/{way.Village}/declare']", Soon);
        page.WaitForElement($"a[href='/declarations/{submitted.Id}']", Soon);
    }

    [Fact]
    public async Task A_declaration_is_begun_on_the_villages_figures()
    {
        using var way = await Way.BeginAsync(Database);
        Clock.AdjustTime(way.Clock.GetUtcNow());
        var page = Show<DeclarePage>(way.Insurer, p => p.Add(x => x.Id, way.Village));

        await ClickAsync(page, ".form-actions button");

        page.WaitForAssertion(() => Assert.StartsWith("http://localhost/declarations/", Place.Uri, StringComparison.Ordinal), Soon);
        Assert.Equal(DeclarationStatus.Draft, await Database.SeeAsync(way.Village, db => db.Declarations.Where(d => d.CycleId == way.CycleId).Select(d => d.Status).SingleAsync()));
    }

    [Fact]
    public async Task The_office_prepares_a_list_in_its_ranking()
    {
        using var way = await Way.BeginAsync(Database);
        var passed = await way.PassedAsync();
        var page = Show<ForwardingPage>(way.Office);

        await ClickAsync(page, "section footer button");

        page.WaitForAssertion(() => Assert.StartsWith("http://localhost/forwarding/", Place.Uri, StringComparison.Ordinal), Soon);
        Assert.True(await Database.SeeAsync(way.Village, db => db.ForwardingLines.AnyAsync(l => l.DeclarationId == passed.Id)));
    }

    [Fact]
    public async Task The_leader_signs_the_list_that_he_sees()
    {
        using var way = await Way.BeginAsync(Database);
        var list = await way.ListedAsync(await way.PassedAsync());
        var page = Show<ForwardingListPage>(way.Leader, p => p.Add(x => x.Id, list));

        await ClickAsync(page, ".head button");
        await ClickAsync(page, ".confirm button");

        page.WaitForAssertion(() => Assert.Empty(page.FindAll("#remark")), Soon);
        Assert.Equal(ForwardingStatus.SignedOff, (await new ForwardingDetail(way.As(way.Office)).RunAsync(list, default)).Status);
    }

    [Fact]
    public async Task A_notice_is_published_where_the_village_hangs_it()
    {
        using var way = await Way.BeginAsync(Database);
        await way.ForwardedAsync();
        Clock.AdjustTime(way.Clock.GetUtcNow());
        var page = Show<NoticeListPage>(way.Office);
        page.Change("form .choices input[type=checkbox]", true);
        page.Change("form .choices input[maxlength]", "Village board");
        page.Change("#text", "These villages are to be named");

        page.Submit("form");

        page.WaitForAssertion(() => Assert.StartsWith("http://localhost/notices/", Place.Uri, StringComparison.Ordinal), Soon);
    }

    [Fact]
    public async Task An_objection_is_taken_down_and_another_person_answers()
    {
        using var way = await Way.BeginAsync(Database);
        await way.ForwardedAsync();
        Clock.AdjustTime(way.Clock.GetUtcNow());
        var id = await way.PublishedAsync();
        await new RecordObjection(way.As(way.Second), way.Clock).RunAsync(new(Guid.CreateVersion7(), id, way.Village, "The files are not true", ObjectionChannel.Phone));
        var page = Show<NoticePage>(way.Office, p => p.Add(x => x.Id, id));

        page.Change(".objection textarea", "Looked into it");
        page.Submit(".objection form");

        page.WaitForAssertion(() => Assert.Contains("Rejected", page.Find(".objection").TextContent, StringComparison.Ordinal), Soon);
    }

    [Fact]
    public async Task Both_tracks_of_signatures_are_read_side_by_side()
    {
        using var way = await Way.BeginAsync(Database);
        await way.AcceptedAsync();

        var page = Show<SignaturesPage>(way.Cadre, p => p.Add(x => x.Id, way.CycleId));

        page.WaitForAssertion(() => Assert.Equal(11, page.FindAll("tbody tr").Count), Soon);
    }

    [Fact]
    public async Task Minutes_are_recorded_beside_those_that_there_are()
    {
        using var way = await Way.BeginAsync(Database);
        var page = Show<MinutesPage>(way.Office);

        page.Change("#area", way.Village.ToString());
        page.Change("#held-on", "2025-12-01");
        page.Change("#resolution", "No. 1");
        page.Change("#subject", "Acceptance");
        page.Change("#decision", "Agreed");
        page.Submit("form");

        // Nobody was named, nothing was scanned: the form says so and stays.
        page.WaitForAssertion(() => Assert.NotNull(Notice), Soon);
        Assert.Equal("Acceptance", page.Find("#subject").GetAttribute("value"));
    }

    [Fact]
    public async Task The_villages_own_page_takes_the_section()
    {
        using var way = await Way.BeginAsync(Database);
        var submitted = await way.SubmittedAsync();
        var view = await way.As(way.Cadre).ReadAsync(Permission.ViewAreas, db => db.AcceptanceOfAsync(new(way.Village), new(2025, 12, 10), default), default);

        var section = Show<VillageAcceptance>(way.Cadre, p => p.Add(x => x.AreaId, way.Village).Add(x => x.View, view!));

        Assert.Equal($"/declarations/{submitted.Id}", section.Find("a.row-link").GetAttribute("href"));
    }

    private IRenderedComponent<T> Show<T>(Actor actor, Action<ComponentParameterCollectionBuilder<T>>? with = null) where T : IComponent
    {
        Context.AddAuthorization().SetAuthorized("x").SetPolicies([.. actor.Permissions.Select(p => p.ToString())]);
        As(actor);
        return Show(with ?? (_ => { }));
    }

    private static async Task ClickAsync<T>(IRenderedComponent<T> page, string button) where T : IComponent
    {
        page.WaitForElement(button, Soon);
        page.Click(button);
    }
}
