using System.Net;
using VillageInsurance.Web.Tests.Shared;

namespace VillageInsurance.Web.Tests.Shell;

public sealed class PreferencesTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task Language_and_text_size_are_remembered_and_lead_back()
    {
        using var visitor = new Visitor(site.Address);
        Assert.Contains("<html lang=\"zh-CN\"", await PageAsync(visitor), StringComparison.Ordinal);

        var answer = await visitor.SubmitAsync("/sign-in", "/preferences", new() { ["culture"] = "en", ["returnUrl"] = "/sign-in?x=1" });
        Assert.Equal("/sign-in?x=1", answer.Headers.Location!.OriginalString);
        await visitor.SubmitAsync("/sign-in", "/preferences", new() { ["size"] = "large" });

        Assert.Contains("<html lang=\"en\" class=\"large-text\"", await PageAsync(visitor), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Neither_another_host_nor_an_unknown_language_is_taken()
    {
        using var visitor = new Visitor(site.Address);
        var answer = await visitor.SubmitAsync("/sign-in", "/preferences", new() { ["culture"] = "xx", ["returnUrl"] = "//evil.example" });

        Assert.Equal((HttpStatusCode.Found, "/"), (answer.StatusCode, answer.Headers.Location!.OriginalString));
        Assert.Contains("<html lang=\"zh-CN\"", await PageAsync(visitor), StringComparison.Ordinal);
    }

    private static async Task<string> PageAsync(Visitor visitor) => await (await visitor.GetAsync("/sign-in")).Content.ReadAsStringAsync();
}
