using VillageInsurance.Browser.Tests.Shared;
using static Microsoft.Playwright.Assertions;

namespace VillageInsurance.Browser.Tests.Journeys;

/// <summary>Wrong passwords lock, an expired session leads back to the same place, each role sees its own menu.</summary>
public sealed class SignInJourney(DemoProduct product, Chromium chromium) : IClassFixture<DemoProduct>
{
    [Fact]
    public async Task After_five_wrong_passwords_the_right_one_is_refused_with_the_same_words()
    {
        await using var window = await chromium.OpenAsync(product);
        for (var tries = 0; tries < 5; tries++) await window.SignInAsync("leader", "Not-The-Password-1");
        var words = await window.Page.Locator(".note").TextContentAsync();

        await window.SignInAsync("leader");

        Assert.Contains("/sign-in", window.Path, StringComparison.Ordinal);
        Assert.Equal(words, await window.Page.Locator(".note").TextContentAsync());
        await window.CheckAsync();
    }

    [Fact]
    public async Task An_expired_session_returns_to_the_same_place()
    {
        await using var window = await chromium.OpenAsync(product);
        await window.EnterAsync("office");
        await window.GoAsync("/applications?status=Submitted");

        product.Clock.Push(TimeSpan.FromMinutes(31));
        await window.Page.GotoAsync("/applications?status=Submitted");
        await window.SignInAsync("office");

        await window.Page.WaitForURLAsync("**/applications?status=Submitted");
        await Expect(window.Page.Locator("h1")).ToContainTextAsync("建设点申报");
    }

    [Theory]
    [InlineData("office", "首页 全市看板 建设点申报 离岗委托 方案 数据导入")]
    [InlineData("leader", "首页 全市看板 方案")]
    [InlineData("township", "首页 全市看板 建设点申报 离岗委托 方案")]
    [InlineData("cadre", "首页 全市看板 建设点申报 离岗委托 方案")]
    [InlineData("supervisor", "首页 全市看板 离岗委托 方案")]
    [InlineData("agent", "首页 全市看板 离岗委托 方案")]
    [InlineData("insurer", "首页 全市看板 离岗委托 方案")]
    [InlineData("sysadmin", "首页 账号 会话")]
    [InlineData("secadmin", "首页 会话 授权")]
    [InlineData("auditor", "首页 审计日志")]
    public async Task Each_role_has_its_menu(string user, string menu)
    {
        await using var window = await chromium.OpenAsync(product);
        await window.EnterAsync(user);

        Assert.Equal(menu, string.Join(' ', await window.Page.Locator(".nav a span").AllTextContentsAsync()));
        await window.CheckAsync();
    }
}
