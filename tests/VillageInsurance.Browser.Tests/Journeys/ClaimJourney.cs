using VillageInsurance.Browser.Tests.Shared;
using static Microsoft.Playwright.Assertions;

namespace VillageInsurance.Browser.Tests.Journeys;

/// <summary>A claim in the hands of the insurer's reviewer, in the supervisor's book on a phone, and on the office's board.</summary>
public sealed class ClaimJourney(DemoProduct product, Chromium chromium) : IClassFixture<DemoProduct>
{
    private static readonly string? Shots = Environment.GetEnvironmentVariable("JOURNEY_SHOTS");

    [Fact]
    public async Task The_reviewer_records_the_next_step()
    {
        await using var window = await chromium.OpenAsync(product);
        await window.EnterAsync("insurer");
        await window.GoAsync("/claims");
        await window.CheckAsync();
        await ShotAsync(window, "claims");
        await window.Page.Locator("tr", new() { HasText = "\u5F85\u8865\u6750\u6599" }).Locator("a.row-link").First.ClickAsync();
        await Expect(window.Page.Locator("#claim-step")).ToBeVisibleAsync();
        await window.CheckAsync();
        await window.Page.Locator(".fields button[type=submit]").First.ClickAsync();
        await Expect(window.Page.Locator(".trail b").First).ToContainTextAsync("\u6536\u5230\u8865\u5145\u6750\u6599");
        await Expect(window.Page.Locator(".claim-clock .due-line").First).ToBeVisibleAsync();
        await ShotAsync(window, "claim");
    }

    [Fact]
    public async Task The_supervisor_reads_his_book_and_prints_the_notice()
    {
        await using var window = await chromium.OpenAsync(product, phone: true);
        await window.EnterAsync("supervisor");
        await window.GoAsync("/book");
        await Expect(window.Page.Locator(".book-card").First).ToBeVisibleAsync();
        await window.CheckAsync();
        await ShotAsync(window, "book");
        var names = await window.Page.Locator(".book-card h2 a").AllTextContentsAsync();
        Assert.DoesNotContain("policies", await window.Page.ContentAsync(), StringComparison.Ordinal);

        await window.Page.GotoAsync((await window.Page.Locator("a[href^='/book/notice/']").First.GetAttributeAsync("href"))!);
        var notice = await window.Page.Locator(".claim-notice").TextContentAsync();
        await ShotAsync(window, "notice");
        Assert.All(names, name => Assert.DoesNotContain(name, notice, StringComparison.Ordinal));
        Assert.DoesNotContain("\u5143", notice, StringComparison.Ordinal);

        await window.GoAsync("/book");
        await window.Page.Locator(".book-card h2 a").First.ClickAsync();
        await Expect(window.Page.Locator("#watch-kind")).ToBeVisibleAsync();
        await Expect(window.Page.Locator("#claim-step")).ToHaveCountAsync(0);
        await window.CheckAsync();
        await ShotAsync(window, "claim-supervisor");
    }

    [Fact]
    public async Task The_office_sees_counts_and_no_person()
    {
        await using var window = await chromium.OpenAsync(product);
        await window.EnterAsync("office");
        await window.GoAsync("/claim-board");
        await Expect(window.Page.Locator("table.rows").First).ToBeVisibleAsync();
        await window.CheckAsync();
        await ShotAsync(window, "claim-board");
        await Expect(window.Page.Locator("main a[href^='/claims/']")).ToHaveCountAsync(0);
        await window.Page.GotoAsync("/claims");
        Assert.Equal(0, await window.Page.Locator(".row-link").CountAsync());
    }

    private static async Task ShotAsync(Window window, string name)
    {
        if (Shots is not null) await window.Page.ScreenshotAsync(new() { Path = Path.Combine(Shots, $"{name}.png"), FullPage = true });
    }
}
