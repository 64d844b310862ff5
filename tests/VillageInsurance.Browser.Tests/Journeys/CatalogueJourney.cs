using Microsoft.Playwright;
using VillageInsurance.Browser.Tests.Shared;
using static Microsoft.Playwright.Assertions;

namespace VillageInsurance.Browser.Tests.Journeys;

/// <summary>The office drafts what a product counts in, sees what that does to the villages' figures, and a colleague publishes it.</summary>
public sealed class CatalogueJourney(DemoProduct product, Chromium chromium) : IClassFixture<DemoProduct>
{
    private const string Code = "P02", Publish = "发布", Indicator = "意外险人均保费";

    [Fact]
    public async Task A_new_version_is_tried_out_on_the_figures_and_published_by_a_colleague()
    {
        var address = await DraftAsync();
        await using var colleague = await chromium.OpenAsync(product);
        await colleague.EnterAsync("office2");
        await colleague.Page.Locator($"main a[href='{address}']").ClickAsync();
        await SeeEffectAsync(colleague);
        await colleague.Page.GetByRole(AriaRole.Button, new() { Name = Publish, Exact = true }).ClickAsync();
        await colleague.Page.Locator(".confirm button").First.ClickAsync();
        await colleague.Page.WaitForURLAsync(url => !url.EndsWith("/publish", StringComparison.Ordinal));
        await Expect(colleague.Page.Locator("tr", new() { HasText = "第 2 版" })).ToContainTextAsync("计入指标");
        // Opened anew, without the message that fades in and out and is pale meanwhile.
        await colleague.GoAsync(colleague.Path);
        await Expect(colleague.Page.Locator("tr", new() { HasText = "第 2 版" })).ToBeVisibleAsync();
        await colleague.CheckAsync();

        await colleague.GoAsync("/products");
        await Expect(Row(colleague)).ToContainTextAsync("第 2 版");
        await Expect(Row(colleague)).ToContainTextAsync("不计入四项指标");
        await Expect(colleague.Page.Locator("main a[href$='/publish']")).ToHaveCountAsync(0);
        await colleague.CheckAsync();
    }

    // The address where the draft is published, but not by who drafted it.
    private async Task<string> DraftAsync()
    {
        await using var window = await chromium.OpenAsync(product);
        await window.EnterAsync("office");
        await window.GoAsync("/products");
        await Expect(Row(window)).ToContainTextAsync(Indicator);
        await window.CheckAsync();
        await Row(window).Locator("a.row-link").ClickAsync();
        await window.Page.Locator("main a[href$='/draft']").ClickAsync();
        await window.Page.Locator("#accident").UncheckAsync();
        await window.CheckAsync();
        await window.Page.Locator("#accident").PressAsync("Control+s");
        await window.Page.WaitForURLAsync("**/publish");
        await window.GoAsync(window.Path);
        await SeeEffectAsync(window);
        await Expect(window.Page.GetByRole(AriaRole.Button, new() { Name = Publish, Exact = true })).ToHaveCountAsync(0);

        var address = window.Path;
        await window.GoAsync("/products");
        await Expect(Row(window)).ToContainTextAsync(Indicator);
        await Expect(Row(window)).ToContainTextAsync("第 1 版");
        await Expect(window.Page.Locator($"main a[href='{address}']")).ToHaveCountAsync(1);
        return address;
    }

    private static async Task SeeEffectAsync(Window window)
    {
        await Expect(window.Page.Locator("tr.differs")).ToHaveCountAsync(1);
        await Expect(window.Page.Locator("tr.differs")).ToContainTextAsync(Indicator);
        var effects = window.Page.Locator("section[aria-label='对指标的影响'] tbody tr");
        await Expect(effects.First).ToContainTextAsync(Indicator, new() { Timeout = 60_000 });
        await window.CheckAsync();
    }

    private static ILocator Row(Window window) => window.Page.Locator("section[aria-label='险种目录'] tr", new() { Has = window.Page.GetByText(Code, new() { Exact = true }) });
}
