using Microsoft.Playwright;
using VillageInsurance.Browser.Tests.Shared;
using static Microsoft.Playwright.Assertions;

namespace VillageInsurance.Browser.Tests.Journeys;

/// <summary>The township proposes with a photo, the office returns with a marked field, the township corrects, the office approves.</summary>
public sealed class ApplicationJourney(DemoProduct product, Chromium chromium) : IClassFixture<DemoProduct>
{
    private static readonly byte[] Photo = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    [Fact]
    public async Task From_the_township_to_the_approval()
    {
        await using var township = await chromium.OpenAsync(product);
        await township.EnterAsync("township");
        await township.GoAsync("/applications/new");
        var id = await DraftAsync(township.Page);
        await FillAsync(township.Page, households: "299");
        await township.CheckAsync();
        await township.Page.ClickAsync(".form-actions button[type=submit]");
        await township.Page.WaitForURLAsync($"**/applications/{id}");
        await Expect(township.Page.Locator("h1 .mark", new() { HasText = "待审核" })).ToBeVisibleAsync();

        await using var office = await chromium.OpenAsync(product);
        await office.EnterAsync("office");
        await office.Page.Locator($"a.row-link[href='/applications/{id}']").ClickAsync();
        await Expect(office.Page.Locator(".decision")).ToContainTextAsync("有 1 项条件不满足，不能同意");
        await office.CheckAsync();
        await office.Page.FillAsync("#opinion", "户数不足 300，请核对户籍册。");
        await office.Page.Locator(".decision button[type=submit]").ClickAsync();
        await office.Page.WaitForURLAsync(url => !url.Contains(id, StringComparison.Ordinal));

        await township.GoAsync("/");
        await township.Page.Locator($"a.row-link[href='/applications/{id}/edit']").ClickAsync();
        await Expect(township.Page.Locator(".note.gap")).ToContainTextAsync("请核对户籍册");
        await Expect(township.Page.Locator(".field.wrong #households")).ToBeVisibleAsync();
        await township.Page.FillAsync("#households", "301");
        await township.Page.ClickAsync(".form-actions button[type=submit]");
        await township.Page.WaitForURLAsync($"**/applications/{id}");
        await Expect(township.Page.Locator("h1 .mark", new() { HasText = "待审核" })).ToBeVisibleAsync();

        await office.GoAsync($"/applications/{id}");
        await Expect(office.Page.Locator("h2", new() { HasText = "与上次比较" })).ToBeVisibleAsync();
        await office.Page.Locator("#opinion").PressAsync("Control+Enter");
        await office.Page.WaitForURLAsync(url => !url.Contains(id, StringComparison.Ordinal));
        await office.GoAsync($"/applications/{id}");
        await Expect(office.Page.Locator("h1 .mark", new() { HasText = "已同意" })).ToBeVisibleAsync();
        await Expect(office.Page.Locator(".note.met")).ToContainTextAsync("牌匾待挂");
    }

    [Fact]
    public async Task What_is_typed_survives_a_reload()
    {
        await using var township = await chromium.OpenAsync(product, phone: true);
        await township.EnterAsync("township");
        await township.GoAsync("/applications?status=Draft");
        await township.Page.Locator("a.row-link").First.ClickAsync();
        await township.Page.ClickAsync(".head a[href$='/edit']");
        await township.Page.Locator("#cadre").PressSequentiallyAsync("Dao");
        await Expect(township.Page.Locator(".mark.met >> text=已存草稿")).ToBeVisibleAsync();

        await township.Page.ReloadAsync();
        await township.LiveAsync();

        await Expect(township.Page.Locator("#cadre")).ToHaveValueAsync("Dao");
        await township.CheckAsync();
    }

    private static async Task<string> DraftAsync(IPage page)
    {
        var village = await page.Locator("#village option").Filter(new() { HasNotText = "本年已申报" }).Nth(1).GetAttributeAsync("value");
        await page.SelectOptionAsync("#village", village!);
        await page.ClickAsync("text=开始填写");
        await page.WaitForURLAsync("**/edit");
        return new Uri(page.Url).Segments[2].TrimEnd('/');
    }

    private static async Task FillAsync(IPage page, string households)
    {
        await page.FillAsync("#households", households);
        await page.FillAsync("#people", "1000");
        await page.FillAsync("#resolution-on", "2026-10-20");
        await page.FillAsync("#resolution-number", "3");
        await page.FillAsync("#cadre", "副主任 刀文明");
        foreach (var fact in await page.Locator("input[id^=fact-]").AllAsync()) await fact.FillAsync("属实");
        foreach (var met in await page.Locator("fieldset.choices label:first-of-type input[type=radio]").AllAsync()) await met.CheckAsync();
        await page.Locator("input[type=file]").Last.SetInputFilesAsync(new FilePayload { Name = "村委会.png", MimeType = "image/png", Buffer = Photo });
        await Expect(page.Locator(".files a.file")).ToHaveTextAsync("村委会.png");
    }
}
