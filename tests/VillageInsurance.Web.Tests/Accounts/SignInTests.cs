using System.Net;
using VillageInsurance.Web.Tests.Shared;

namespace VillageInsurance.Web.Tests.Accounts;

public sealed class SignInTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task The_right_password_leads_to_the_page_that_was_asked_for()
    {
        var person = await site.GivenAsync();
        using var visitor = new Visitor(site.Address);

        Assert.Equal("/sign-in?ReturnUrl=%2F", (await visitor.GetAsync("/")).Headers.Location!.PathAndQuery);
        var answer = await visitor.SignInAsync(person.UserName, page: "/sign-in?ReturnUrl=%2Fsessions");

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.EndsWith("/sessions", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/")).StatusCode);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    public async Task An_address_elsewhere_leads_home(string elsewhere)
    {
        var person = await site.GivenAsync();
        using var visitor = new Visitor(site.Address);

        var answer = await visitor.SignInAsync(person.UserName, page: $"/sign-in?ReturnUrl={Uri.EscapeDataString(elsewhere)}");

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Equal(new Uri(site.Address, "/"), new Uri(site.Address, answer.Headers.Location!));
    }

    [Fact]
    public async Task Unknown_wrong_and_locked_are_told_in_the_same_words()
    {
        var person = await site.GivenAsync();
        using var visitor = new Visitor(site.Address);

        var unknown = await RefusalAsync(visitor, "nobody-here", Site.Password);
        var wrong = await RefusalAsync(visitor, person.UserName, "Wrong-password-1");
        for (var tries = 2; tries <= 5; tries++) await RefusalAsync(visitor, person.UserName, "Wrong-password-1");
        var locked = await RefusalAsync(visitor, person.UserName, Site.Password);

        Assert.NotEmpty(unknown);
        Assert.Equal([unknown, unknown], [wrong, locked]);
    }

    [Fact]
    public async Task The_eleventh_try_for_a_name_within_a_minute_is_put_off()
    {
        using var visitor = new Visitor(site.Address);
        var name = $"often-{Guid.NewGuid():N}"[..20];

        for (var tries = 1; tries <= 10; tries++) Assert.Equal(HttpStatusCode.OK, (await visitor.SignInAsync(name)).StatusCode);

        Assert.Equal(HttpStatusCode.TooManyRequests, (await visitor.SignInAsync(name.ToUpperInvariant())).StatusCode);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        var person = await site.GivenAsync();
        using var visitor = new Visitor(site.Address);

        var answer = await visitor.PostAsync("/sign-in", new() { ["_handler"] = "sign-in", ["Entry.UserName"] = person.UserName, ["Entry.Password"] = Site.Password });

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(HttpStatusCode.Found, (await visitor.GetAsync("/")).StatusCode);
    }

    private static async Task<string> RefusalAsync(Visitor visitor, string userName, string password)
    {
        var answer = await visitor.SignInAsync(userName, password);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var html = await answer.Content.ReadAsStringAsync();
        var start = html.IndexOf("role=\"alert\"", StringComparison.Ordinal);
        return start < 0 ? "" : html[start..html.IndexOf("</div>", start, StringComparison.Ordinal)];
    }
}
