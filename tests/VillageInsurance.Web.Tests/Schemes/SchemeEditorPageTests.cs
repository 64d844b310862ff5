using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Schemes;
using VillageInsurance.UseCases.Documents;
using VillageInsurance.UseCases.Schemes;
using VillageInsurance.UseCases.Tests.Shared;
using VillageInsurance.Web.Schemes;
using VillageInsurance.Web.Tests.Shared;

namespace VillageInsurance.Web.Tests.Schemes;

public sealed class SchemeEditorPageTests : PageScreen, IClassFixture<TestDatabase>
{
    private static readonly Actor Drafter = Someone.InTheCounty(Role.CountyOffice), Colleague = Someone.InTheCounty(Role.CountyOffice);
    private static int _year = 2180;

    public SchemeEditorPageTests(TestDatabase database) : base(database)
    {
        Context.Services.AddSingleton<IFileStore>(new DiskFileStore(Directory.CreateTempSubdirectory("scans").FullName));
        EveryTextIsNeeded();
    }

    [Fact]
    public async Task What_is_typed_into_the_sections_is_saved_together()
    {
        var id = await DraftAsync();
        As(Drafter);
        var page = Show<EditSchemePage>(p => p.Add(x => x.Id, id));
        page.WaitForElement(".row-fields", Soon);

        TypeFirstShare(page, "82.5");
        page.ClickText("Save the draft");

        page.WaitForAssertion(() => Assert.EndsWith($"/schemes/{id}", Place.Uri, StringComparison.Ordinal), Soon);
        var rules = (await new SchemeDetail(Database.GateFor(Drafter)).RunAsync(id, default)).Rules;
        Assert.Equal((8250, 10_000), (rules.Thresholds.StudentCoverage.Part, rules.Thresholds.StudentCoverage.Whole));
        Assert.Equal(7, rules.Conditions.Count);
    }

    [Theory]
    [InlineData("101")]
    [InlineData("-1")]
    [InlineData("80.001")]
    [InlineData("a")]
    public async Task A_share_that_is_none_is_said_in_place_and_cannot_be_saved(string typed)
    {
        var id = await DraftAsync();
        As(Drafter);
        var page = Show<EditSchemePage>(p => p.Add(x => x.Id, id));
        page.WaitForElement(".row-fields", Soon);

        TypeFirstShare(page, typed);

        page.WaitForAssertion(() => Assert.Contains("Enter per cent", page.Markup, StringComparison.Ordinal), Soon);
        Assert.Contains("A share is above zero", page.Markup, StringComparison.Ordinal);
        Assert.True(Button(page, "Save the draft").HasAttribute("disabled"));
        TypeFirstShare(page, "80");
        page.WaitForAssertion(() => Assert.False(Button(page, "Save the draft").HasAttribute("disabled")), Soon);
    }

    [Fact]
    public void The_two_templates_lie_side_by_side_with_their_differences_marked()
    {
        As(Someone.Who(Role.VillageCadre, Places.Village));
        var page = Show<CompareSchemesPage>(_ => { });
        page.WaitForElement(".differs", Soon);

        var size = page.FindAll("tr").Single(r => r.QuerySelector("td")?.TextContent == "Size");
        Assert.Contains("300", size.TextContent, StringComparison.Ordinal);
        Assert.Contains("differs", size.ClassName, StringComparison.Ordinal);
        var all = page.FindAll("tbody tr:not(.group)").Count;
        page.Change(".actions input[type=checkbox]", true);
        page.WaitForAssertion(() => Assert.InRange(page.FindAll("tbody tr:not(.group)").Count, 1, all - 1), Soon);
        Assert.All(page.FindAll("tbody tr:not(.group)"), row => Assert.Contains("differs", row.ClassName, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_second_person_sees_the_consequence_and_publishes()
    {
        var id = await DraftAsync(withApproval: true);
        As(Colleague);
        var page = Show<PublishSchemePage>(p => p.Add(x => x.Id, id));
        page.WaitForElement(".card", Soon);
        Assert.Contains("What publishing changes", page.Markup, StringComparison.Ordinal);

        page.ClickText("Publish");
        page.ClickText("Publish");

        page.WaitForAssertion(() => Assert.EndsWith($"/schemes/{id}", Place.Uri, StringComparison.Ordinal), Soon);
        Assert.Equal(SchemeStatus.Published, await Database.SeeAsync(Places.Village, db => db.Schemes.Where(s => s.Id == id).Select(s => s.Status).SingleAsync()));
    }

    [Fact]
    public async Task Who_drafted_it_is_told_to_ask_a_colleague()
    {
        var id = await DraftAsync(withApproval: true);
        As(Drafter);
        var page = Show<PublishSchemePage>(p => p.Add(x => x.Id, id));
        page.WaitForElement(".card", Soon);

        Assert.Contains("ask a colleague", page.Markup, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("input[type=date]"));
    }

    private async Task<Guid> DraftAsync(bool withApproval = false)
    {
        var (id, gate) = (Guid.CreateVersion7(), Database.GateFor(Drafter));
        await new DraftScheme(gate).RunAsync(new(id, Scheme.CityTemplateId, Interlocked.Increment(ref _year)));
        if (!withApproval) return id;
        var seen = await new SchemeDetail(gate).RunAsync(id, default);
        await new SaveScheme(gate).RunAsync(new(id, 0, seen.Name, seen.Rules with { LegalBasis = [new(LegalDocumentKind.Approval, "Approval", null, null, null, null)] }));
        return id;
    }

    // It is that of indicator 1.
    private static void TypeFirstShare(IRenderedComponent<EditSchemePage> page, string text)
    {
        var share = page.FindComponents<ShareField>()[0];
        share.Change("input", text);
    }

    private static AngleSharp.Dom.IElement Button<T>(IRenderedComponent<T> page, string text) where T : IComponent =>
        page.FindAll("button").Single(b => b.TextContent.Trim() == text);
}
