using System.Text.RegularExpressions;
using Microsoft.Playwright;
using VillageInsurance.Browser.Tests.Shared;
using static Microsoft.Playwright.Assertions;

namespace VillageInsurance.Browser.Tests.Journeys;

/// <summary>A family signs on the screen: what the finger drew outlives a reload, is saved with the answer, and is shown for a reason only.</summary>
public sealed class SignatureJourney(DemoProduct product, Chromium chromium) : IClassFixture<DemoProduct>
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Signed_kept_saved_and_shown(bool phone)
    {
        await using var agent = await chromium.OpenAsync(product, phone);
        var page = agent.Page;
        await agent.EnterAsync("agent");
        await agent.GoAsync("/households");
        await page.Locator("a.row-link[href^='/households/']").Nth(phone ? 1 : 0).ClickAsync();
        await page.WaitForURLAsync(new Regex("/households/[0-9a-f-]{36}$"));
        var file = agent.Path;
        await agent.GoAsync($"{file}/edit?Visit=true");

        await page.Locator("input[name='c-Health-']").First.CheckAsync();
        await page.Locator(".consents select").SelectOptionAsync("Signature");
        await Expect(page.Locator(".signature-pad svg")).ToBeVisibleAsync();

        // Without a signature the form does not go.
        await page.Locator("form.desk button[type=submit]").ClickAsync();
        await Expect(page.Locator(".note li")).ToHaveCountAsync(1);

        // The first attempt is taken back.
        await DrawAsync(page, [(0.2, 0.5), (0.8, 0.5)]);
        await Expect(Heard(page)).ToHaveAttributeAsync("d", new Regex("^M[^M]+$"));
        await page.Locator(".signature-pad button").ClickAsync();
        await Expect(Heard(page)).Not.ToHaveAttributeAsync("d", new Regex("M"));

        await DrawAsync(page, [(0.1, 0.3), (0.3, 0.8), (0.5, 0.2)]);
        await DrawAsync(page, [(0.6, 0.2), (0.62, 0.7), (0.9, 0.6)]);
        await Expect(Heard(page)).ToHaveAttributeAsync("d", new Regex("^M[^M]+M[^M]+$"));
        await agent.CheckAsync();
        // The mark of the draft comes when it is kept.
        await Expect(page.Locator("h1")).ToContainTextAsync("\u5DF2\u5B58\u8349\u7A3F");
        var drawn = await Heard(page).GetAttributeAsync("d");

        await agent.GoAsync($"{file}/edit?Visit=true");
        await Expect(Heard(page)).ToHaveAttributeAsync("d", drawn!);
        await page.Locator("form.desk button[type=submit]").ClickAsync();
        await page.WaitForURLAsync($"**{file}");

        var consents = page.Locator(".masked", new() { Has = page.Locator("button") }).Filter(new() { HasText = "\u5DF2\u5C4F\u5E55\u7B7E\u540D" });
        await Expect(page.Locator(".masked svg.signature")).ToHaveCountAsync(0);
        await consents.Locator("button").ClickAsync();
        await page.Locator("form.reason input").FillAsync("\u6838\u5BF9");
        await page.Locator("form.reason button:not([type=button])").ClickAsync();
        await Expect(page.Locator(".masked svg.signature path")).ToHaveAttributeAsync("d", drawn!);
        await agent.CheckAsync();
    }

    private static ILocator Heard(IPage page) => page.Locator(".signature-pad path:not(.line):not(.fresh)");

    private static async Task DrawAsync(IPage page, (double X, double Y)[] points)
    {
        await page.Locator(".signature-pad svg").ScrollIntoViewIfNeededAsync();
        var frame = (await page.Locator(".signature-pad svg").BoundingBoxAsync())!;
        (float, float) At((double X, double Y) p) => ((float)(frame.X + p.X * frame.Width), (float)(frame.Y + p.Y * frame.Height));
        var (x, y) = At(points[0]);
        await page.Mouse.MoveAsync(x, y);
        await page.Mouse.DownAsync();
        foreach (var point in points[1..])
        {
            (x, y) = At(point);
            await page.Mouse.MoveAsync(x, y, new() { Steps = 8 });
        }
        await page.Mouse.UpAsync();
    }
}
