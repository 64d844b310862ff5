using Microsoft.Playwright;
using VillageInsurance.Browser.Tests.Shared;
using static Microsoft.Playwright.Assertions;

namespace VillageInsurance.Browser.Tests.Journeys;

/// <summary>What an agent types is never lost: not by a reload, not by a lost line, not by a server that starts anew; and several households wait side by side.</summary>
public sealed class DraftJourney(DemoProduct product, Chromium chromium) : IClassFixture<DemoProduct>
{
    private const string Kept = "\u5DF2\u5B58\u8349\u7A3F";

    [Fact]
    public async Task Typed_names_come_back_after_reload_lost_line_and_restart()
    {
        await using var agent = await chromium.OpenAsync(product);
        await agent.EnterAsync("agent");
        await agent.GoAsync("/households/new");
        await TypeAsync(agent, 1, "\u5CA9\u6E29\u4E00");

        // Another household beside it.
        await agent.GoAsync("/households/new");
        await Expect(agent.Page.Locator("#name-1")).ToHaveValueAsync("");
        await TypeAsync(agent, 1, "\u7389\u7F55\u4E00");
        await agent.GoAsync("/households");
        var drafts = agent.Page.Locator(".note a.chip");
        await Expect(drafts).ToHaveCountAsync(2);

        // Newest first. A reload is a new circuit.
        await drafts.First.ClickAsync();
        await Expect(agent.Page.Locator("#name-1")).ToHaveValueAsync("\u7389\u7F55\u4E00");
        await agent.Page.ReloadAsync();
        await agent.LiveAsync();
        await Expect(agent.Page.Locator("#name-1")).ToHaveValueAsync("\u7389\u7F55\u4E00");

        await TypeAsync(agent, 2, "\u7389\u7F55\u4E8C");
        await Task.Delay(TimeSpan.FromSeconds(4), TestContext.Current.CancellationToken);

        // The circuit is killed under the page.
        agent.LosesItsLine = true;
        await agent.Page.EvaluateAsync("Blazor._internal.forceCloseConnection()");
        await agent.GoAsync(agent.Path);
        await Expect(agent.Page.Locator("#name-2")).ToHaveValueAsync("\u7389\u7F55\u4E8C");

        // The server starts anew: the circuit is gone, the draft is not.
        await product.RestartAsync();
        await agent.GoAsync(agent.Path);
        await Expect(agent.Page.Locator("#name-1")).ToHaveValueAsync("\u7389\u7F55\u4E00");
        await Expect(agent.Page.Locator("#name-2")).ToHaveValueAsync("\u7389\u7F55\u4E8C");
    }

    private static async Task TypeAsync(Window agent, int row, string name)
    {
        await agent.Page.FillAsync($"#name-{row}", name);
        await agent.Page.Locator($"#name-{row}").BlurAsync();
        await Expect(agent.Page.Locator("h1")).ToContainTextAsync(Kept);
    }
}
