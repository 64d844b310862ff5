using VillageInsurance.Browser.Tests.Shared;
using VillageInsurance.Web.CommandLine;
using static Microsoft.Playwright.Assertions;

namespace VillageInsurance.Browser.Tests.Journeys;

/// <summary>An agent sees his village only: by list, by address, by an id changed in place.</summary>
public sealed class AgentJourney(DemoProduct product, Chromium chromium) : IClassFixture<DemoProduct>
{
    [Fact]
    public async Task Only_his_own_village_is_there()
    {
        var place = await product.AtTheCommandLineAsync(services => DemoPlace.ChooseAsync(services, default));
        var (own, foreign) = (place.Villages[0], place.Villages[1]);
        await using var agent = await chromium.OpenAsync(product);
        await agent.EnterAsync("agent");

        await agent.GoAsync("/board");
        await Expect(agent.Page.Locator($"a[href^='/villages/{own}']").First).ToBeVisibleAsync();
        Assert.Equal(0, await agent.Page.Locator($"a[href^='/villages/{foreign}']").CountAsync());

        await agent.GoAsync($"/villages/{own}/households");
        await Expect(agent.Page.Locator("a[href^='/households/']").First).ToBeVisibleAsync();

        foreach (var address in new[] { $"/villages/{foreign}", $"/villages/{foreign}/households" })
        {
            await agent.Page.GotoAsync(address);
            await Expect(agent.Page.Locator("main .note")).ToContainTextAsync("没有找到，或不在您的工作范围内");
            Assert.Equal(0, await agent.Page.Locator("main a[href^='/households/']").CountAsync());
        }

        // The same circuit, another id in the address.
        await agent.GoAsync($"/villages/{own}/households");
        await agent.Page.EvaluateAsync($"Blazor.navigateTo('/villages/{foreign}/households')");
        await Expect(agent.Page.Locator("main .note")).ToContainTextAsync("没有找到，或不在您的工作范围内");
        Assert.Equal(0, await agent.Page.Locator("main a[href^='/households/']").CountAsync());
    }
}
