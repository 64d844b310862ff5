using Bunit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Policies;
using VillageInsurance.Domain.Products;
using VillageInsurance.UseCases.Tests.Products;
using VillageInsurance.UseCases.Tests.Shared;
using VillageInsurance.Web.Products;
using VillageInsurance.Web.Tests.Shared;
using VillageInsurance.Web.Texts;

namespace VillageInsurance.Web.Tests.Products;

public sealed class ProductPagesTests : PageScreen, IClassFixture<TestDatabase>
{
    public ProductPagesTests(TestDatabase database) : base(database) => EveryTextIsNeeded();

    [Fact]
    public async Task The_catalogue_says_what_each_product_counts_in_and_which_drafts_wait()
    {
        var (clerk, product) = (await Database.GivenClerkAsync(), await Database.GivenProductAsync(GivenCatalogue.Terms with { ValidTo = new(2026, 2, 28) }));
        await Database.DraftAsync(clerk, product, GivenCatalogue.Terms with { Name = "Renamed" });
        As(Someone.InTheCounty(Role.InsurerReviewer));

        var page = Show<ProductListPage>(_ => { });

        page.WaitForAssertion(() => Assert.Contains(product.Code, page.Markup, StringComparison.Ordinal), Soon);
        var rows = page.FindAll("tbody tr").Where(r => r.TextContent.Contains(product.Code, StringComparison.Ordinal)).Select(r => r.TextContent).ToList();
        Assert.Contains("Renamed", rows[0], StringComparison.Ordinal);
        Assert.Contains(Text("NotSold"), rows[1], StringComparison.Ordinal);
        Assert.Contains($"{Text("I3")}{Text("Separator")}{Text("I4")}", rows[1], StringComparison.Ordinal);
        Assert.DoesNotContain(Text("NewProduct"), page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_is_written_and_its_drafter_sees_the_effect_and_asks_a_colleague()
    {
        var (clerk, product) = (await Database.GivenClerkAsync(), await Database.GivenProductAsync(GivenCatalogue.Terms));
        As(clerk);
        var form = Show<EditProductPage>(p => p.Add(x => x.Id, product.Id));
        await form.ChangeAsync("#life", false);
        await form.ChangeAsync("#to", "2026-12-31");
        await form.SubmitAsync("#name");
        form.WaitForAssertion(() => Assert.EndsWith($"/products/{product.Id}/publish", Place.Uri, StringComparison.Ordinal), Soon);
        var own = Show<PublishProductPage>(p => p.Add(x => x.Id, product.Id));
        own.WaitForAssertion(() => Assert.Contains("ask a colleague", own.Markup, StringComparison.Ordinal), Soon);
        Assert.Equal(2, own.FindAll("tr.differs").Count);
        Assert.DoesNotContain(own.FindAll("button"), b => b.TextContent.Trim() == Text("Publish"));
    }

    [Fact]
    public async Task A_colleague_sees_the_effect_and_publishes()
    {
        var (clerk, colleague, product) = (await Database.GivenClerkAsync(), await Database.GivenClerkAsync(), await Database.GivenProductAsync(GivenCatalogue.Terms));
        await Database.DraftAsync(clerk, product, GivenCatalogue.Terms with { CountsLifeRegular = false, ValidTo = new(2026, 12, 31) });
        As(colleague);
        var page = Show<PublishProductPage>(p => p.Add(x => x.Id, product.Id));
        page.WaitForAssertion(() => Assert.Contains(Text("NoEffect"), page.Markup, StringComparison.Ordinal), Soon);
        page.ClickText(Text("Publish"));
        page.ClickText(Text("Publish"));

        page.WaitForAssertion(() => Assert.EndsWith($"/products/{product.Id}", Place.Uri, StringComparison.Ordinal), Soon);
        var held = await Database.SeeAsync(Places.Village, db => db.Products.AsNoTracking().SingleAsync(p => p.Id == product.Id));
        Assert.Equal((false, new DateOnly(2026, 12, 31)), (held.CountsLifeRegular, held.ValidTo!.Value));
        var shown = Show<ProductPage>(p => p.Add(x => x.Id, product.Id));
        shown.WaitForAssertion(() => Assert.Contains(colleague.Name, shown.Markup, StringComparison.Ordinal), Soon);
    }

    [Fact]
    public async Task A_new_product_is_drafted_and_discarded_again()
    {
        var (clerk, code) = (await Database.GivenClerkAsync(), GivenCatalogue.Code());
        As(clerk);
        var form = Show<EditProductPage>(_ => { });
        await form.ChangeAsync("#code", code);
        await form.ChangeAsync("#name", "Village cover");
        await form.ChangeAsync("#kind", "ACCIDENT");
        await form.ChangeAsync("#accident", true);
        await form.ChangeAsync(".choices input", true);
        await form.SubmitAsync("#name");
        form.WaitForAssertion(() => Assert.EndsWith("/publish", Place.Uri, StringComparison.Ordinal), Soon);
        var draft = await Database.SeeAsync(Places.Village, db => db.ProductVersions.AsNoTracking().SingleAsync(v => v.Code == code));
        Assert.Equal(("Village cover", true, PayMode.Once), (draft.Terms.Name, draft.Terms.CountsAccident, draft.Terms.PayModes.Single()));

        var page = Show<PublishProductPage>(p => p.Add(x => x.Id, draft.ProductId));
        page.ClickText(Text("Discard"));
        page.ClickText(Text("Discard"));

        page.WaitForAssertion(() => Assert.EndsWith("/products", Place.Uri, StringComparison.Ordinal), Soon);
        Assert.Equal(ProductVersionStatus.Discarded, await Database.SeeAsync(Places.Village, db => db.ProductVersions.Where(v => v.Id == draft.Id).Select(v => v.Status).SingleAsync()));
    }

    [Fact]
    public async Task Somebody_elses_draft_is_not_written_in()
    {
        var (clerk, product) = (await Database.GivenClerkAsync(), await Database.GivenProductAsync(GivenCatalogue.Terms));
        await Database.DraftAsync(clerk, product, GivenCatalogue.Terms with { Name = "Renamed" });
        As(await Database.GivenClerkAsync());

        var form = Show<EditProductPage>(p => p.Add(x => x.Id, product.Id));

        form.WaitForAssertion(() => Assert.Contains("Only its drafter", form.Markup, StringComparison.Ordinal), Soon);
        Assert.Empty(form.FindAll("form"));
    }

    private string Text(string key) => Context.Services.GetRequiredService<IStringLocalizer<ProductTexts>>()[key];
}
