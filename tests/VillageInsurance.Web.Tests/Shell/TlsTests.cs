using Microsoft.AspNetCore.Builder;
using VillageInsurance.Web.Tests.Shared;

namespace VillageInsurance.Web.Tests.Shell;

/// <summary>As in production behind a proxy that ends TLS, which says so in a header.</summary>
public sealed class TlsTests(Site site) : IClassFixture<Site>, IAsyncLifetime
{
    private WebApplication _app = null!;

    [Fact]
    public async Task Cookies_are_tied_to_this_host_and_to_https_and_hsts_is_said()
    {
        using var answer = await AskAsync("https");

        var cookies = answer.Headers.GetValues("Set-Cookie").ToList();
        Assert.NotEmpty(cookies);
        Assert.All(cookies, cookie => Assert.Matches("^__Host-.*; path=/; secure; samesite=strict; httponly$", cookie));
        Assert.Equal("max-age=31536000; includeSubDomains", answer.Headers.GetValues("Strict-Transport-Security").Single());
    }

    [Fact]
    public async Task The_cookie_of_the_session_says_so_too()
    {
        var person = await site.GivenAsync();
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false });
        using var page = await AskAsync("https");
        var token = System.Text.RegularExpressions.Regex.Match(await page.Content.ReadAsStringAsync(), "__RequestVerificationToken\" value=\"([^\"]+)").Groups[1].Value;
        using var request = new HttpRequestMessage(HttpMethod.Post, _app.Urls.First() + "/sign-in")
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["_handler"] = "sign-in",
                ["__RequestVerificationToken"] = token,
                ["Entry.UserName"] = person.UserName,
                ["Entry.Password"] = Site.Password,
            }),
        };
        request.Headers.Add("X-Forwarded-Proto", "https");
        request.Headers.Add("Cookie", page.Headers.GetValues("Set-Cookie").First().Split(';')[0]);
        using var answer = await client.SendAsync(request);

        Assert.Contains(answer.Headers.GetValues("Set-Cookie"), c => System.Text.RegularExpressions.Regex.IsMatch(c, "^__Host-session=.*; path=/; secure; samesite=strict; httponly$"));
    }

    public async ValueTask InitializeAsync()
    {
        _app = site.Build("--Web:PlainHttp=false", "--Proxy:KnownAddresses:0=127.0.0.1");
        await _app.StartAsync();
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task<HttpResponseMessage> AskAsync(string scheme)
    {
        using var client = new HttpClient(new HttpClientHandler { UseCookies = false });
        using var request = new HttpRequestMessage(HttpMethod.Get, _app.Urls.First() + "/sign-in");
        request.Headers.Add("X-Forwarded-Proto", scheme);
        return await client.SendAsync(request);
    }
}
