using VillageInsurance.Browser.Tests.Shared;
using static Microsoft.Playwright.Assertions;

namespace VillageInsurance.Browser.Tests.Journeys;

/// <summary>In a product of its own, because it pushes the clock ahead.</summary>
public sealed class ExpiredSessionJourney(DemoProduct product, Chromium chromium) : IClassFixture<DemoProduct>
{
    [Fact]
    public async Task An_expired_session_returns_to_the_same_place()
    {
        await using var window = await chromium.OpenAsync(product);
        await window.EnterAsync("office");
        await window.GoAsync("/applications?status=Submitted");

        await window.Page.GotoAsync("about:blank");
        product.Clock.Push(TimeSpan.FromMinutes(31));
        await window.Page.GotoAsync("/applications?status=Submitted");
        await window.SignInAsync("office");

        await window.Page.WaitForURLAsync("**/applications?status=Submitted");
        await Expect(window.Page.Locator("h1")).ToContainTextAsync("建设点申报");
    }
}
