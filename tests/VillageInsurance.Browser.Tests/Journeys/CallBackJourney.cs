using VillageInsurance.Browser.Tests.Shared;
using VillageInsurance.Domain.Complaints;
using static Microsoft.Playwright.Assertions;

namespace VillageInsurance.Browser.Tests.Journeys;

/// <summary>The insurer's reviewer calls a holder; what he hears becomes a case that somebody else decides.</summary>
public sealed class CallBackJourney(DemoProduct product, Chromium chromium) : IClassFixture<DemoProduct>
{
    [Fact]
    public async Task A_no_becomes_a_case_that_a_colleague_decides()
    {
        var address = await CallAsync();
        await using var colleague = await chromium.OpenAsync(product);
        await colleague.EnterAsync("insurer2");
        await colleague.GoAsync(address);
        await colleague.CheckAsync();
        await colleague.Page.SelectOptionAsync("#outcome", nameof(ComplaintOutcome.Founded));
        await colleague.Page.FillAsync("#result", "The holder was visited and the receipt was sent.");
        await colleague.Page.Locator("#result").PressAsync("Control+s");
        await Expect(colleague.Page.Locator("#told-on")).ToBeVisibleAsync();
        await colleague.Page.Locator("form:has(#told-on) button[type=submit]").ClickAsync();
        await Expect(colleague.Page.Locator("main form")).ToHaveCountAsync(0);
    }

    // The address of the case, which its caller cannot decide.
    private async Task<string> CallAsync()
    {
        await using var window = await chromium.OpenAsync(product);
        await window.EnterAsync("insurer");
        await window.GoAsync("/call-backs");
        await window.CheckAsync();
        await window.Page.Locator("a.row-link").First.ClickAsync();
        var questions = window.Page.Locator("fieldset.choices");
        await Expect(questions.First).ToBeVisibleAsync();
        await window.CheckAsync();
        var count = await questions.CountAsync();
        for (var i = 0; i < count; i++) await questions.Nth(i).Locator("input").Nth(i == count - 1 ? 1 : 0).CheckAsync();
        await window.Page.SelectOptionAsync("#case-kind", nameof(ComplaintKind.SoldAsDeposit));
        await window.Page.FillAsync("#note", "Was told it is a deposit.");
        await window.Page.Locator("#note").PressAsync("Control+s");
        var opened = window.Page.Locator("a[href^='/complaints/']");
        var address = (await opened.GetAttributeAsync("href"))!;
        await opened.ClickAsync();
        await Expect(window.Page.Locator("h1")).ToBeVisibleAsync();
        await Expect(window.Page.Locator("#outcome")).ToHaveCountAsync(0);
        return address;
    }
}
