using System.Net;
using VillageInsurance.Web.Tests.Shared;

namespace VillageInsurance.Web.Tests.Shell;

public sealed class SecurityHeadersTests(Site site) : IClassFixture<Site>
{
    [Theory]
    [InlineData("/sign-in", HttpStatusCode.OK)]
    [InlineData("/base.css", HttpStatusCode.OK)]
    [InlineData("/health/live", HttpStatusCode.OK)]
    [InlineData("/", HttpStatusCode.Found)]
    [InlineData("/session", HttpStatusCode.Unauthorized)]
    [InlineData("/_blazor", HttpStatusCode.Forbidden)]
    [InlineData("/error/404", HttpStatusCode.OK)]
    [InlineData("/broken", HttpStatusCode.InternalServerError)]
    public async Task Every_answer_carries_them(string path, HttpStatusCode status)
    {
        using var visitor = new Visitor(site.Address);
        Check(await visitor.GetAsync(path), status);
    }

    [Fact]
    public async Task Refused_forms_and_pages_that_are_not_there_carry_them_too()
    {
        using var visitor = new Visitor(site.Address);
        Check(await visitor.PostAsync("/sign-in", new() { ["_handler"] = "sign-in" }), HttpStatusCode.BadRequest);
        Check(await visitor.PostAsync("/preferences", []), HttpStatusCode.BadRequest);
        await visitor.SignInAsync((await site.GivenAsync()).UserName);
        Check(await visitor.GetAsync("/nowhere"), HttpStatusCode.NotFound);
        Check(await visitor.GetAsync("/accounts"), HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task The_policy_has_another_nonce_each_time_and_lets_no_foreign_or_inline_script_run()
    {
        using var visitor = new Visitor(site.Address);
        var first = Policy(await visitor.GetAsync("/sign-in"));
        var second = Policy(await visitor.GetAsync("/sign-in"));

        Assert.NotEqual(first, second);
        Assert.Matches("script-src 'self' 'nonce-[A-Za-z0-9+/]{22}=='", first);
        Assert.DoesNotContain("script-src 'self' 'unsafe", first, StringComparison.Ordinal);
        foreach (var rule in new[] { "default-src 'self'", "object-src 'none'", "base-uri 'self'", "frame-ancestors 'none'", "form-action 'self'" })
            Assert.Contains(rule, first, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_says_a_number_and_nothing_of_the_inside()
    {
        using var visitor = new Visitor(site.Address);
        var page = await (await visitor.GetAsync("/broken")).Content.ReadAsStringAsync();

        Assert.Matches("<code>[0-9a-f]{32}</code>", page);
        Assert.DoesNotContain("secret", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Exception", page, StringComparison.Ordinal);
    }

    private static void Check(HttpResponseMessage answer, HttpStatusCode status)
    {
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("same-origin", answer.Headers.GetValues("Referrer-Policy").Single());
        Assert.Equal("same-origin", answer.Headers.GetValues("Cross-Origin-Opener-Policy").Single());
        Assert.Contains("camera=()", answer.Headers.GetValues("Permissions-Policy").Single(), StringComparison.Ordinal);
        Assert.NotEmpty(Policy(answer));
        Assert.NotNull(answer.Headers.CacheControl);
        Assert.False(answer.Headers.Contains("Server"));
    }

    private static string Policy(HttpResponseMessage answer) => answer.Headers.GetValues("Content-Security-Policy").Single();
}
