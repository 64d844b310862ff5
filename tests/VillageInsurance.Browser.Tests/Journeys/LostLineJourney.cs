using Microsoft.Playwright;
using VillageInsurance.Browser.Tests.Shared;
using static Microsoft.Playwright.Assertions;

namespace VillageInsurance.Browser.Tests.Journeys;

/// <summary>What an agent enters while the line is down reaches the server once it is back. A product of its own: its draft is nobody else's.</summary>
public sealed class LostLineJourney(DemoProduct product, Chromium chromium) : IClassFixture<DemoProduct>
{
    private const string Kept = "\u5DF2\u5B58\u8349\u7A3F";

    [Fact]
    public async Task What_is_entered_while_the_line_is_down_is_told_once_it_is_back()
    {
        await using var agent = await chromium.OpenAsync(product);
        await agent.EnterAsync("agent");
        await agent.GoAsync("/households/new");
        await TypeAsync(agent, 1, "\u5CA9\u4E09");

        agent.LosesItsLine = true;
        await agent.Page.Context.SetOfflineAsync(true);
        await agent.Page.EvaluateAsync("Blazor._internal.forceCloseConnection()");
        await Expect(agent.Page.Locator("#components-reconnect-modal[data-state]")).ToBeVisibleAsync();
        await agent.Page.FillAsync("#name-2", "\u7389\u56DB");
        await agent.Page.Locator("#name-2").BlurAsync();
        await agent.Page.SelectOptionAsync("#group", new SelectOptionValue { Index = 1 });
        var group = await agent.Page.InputValueAsync("#group");
        await agent.Page.Context.SetOfflineAsync(false);
        await Expect(agent.Page.Locator("#components-reconnect-modal[data-state]")).ToHaveCountAsync(0, new() { Timeout = 30_000 });

        await Expect(agent.Page.Locator("#name-2")).ToHaveValueAsync("\u7389\u56DB");
        await Task.Delay(TimeSpan.FromSeconds(4), TestContext.Current.CancellationToken);
        await agent.GoAsync(agent.Path);
        await Expect(agent.Page.Locator("#name-1")).ToHaveValueAsync("\u5CA9\u4E09");
        await Expect(agent.Page.Locator("#name-2")).ToHaveValueAsync("\u7389\u56DB");
        await Expect(agent.Page.Locator("#group")).ToHaveValueAsync(group);
    }

    private static async Task TypeAsync(Window agent, int row, string name)
    {
        await agent.Page.FillAsync($"#name-{row}", name);
        await agent.Page.Locator($"#name-{row}").BlurAsync();
        await Expect(agent.Page.Locator("h1")).ToContainTextAsync(Kept);
    }
}
