using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VillageInsurance.Web.Accounts;
using VillageInsurance.Web.Tests.Shared;

namespace VillageInsurance.Web.Tests.Accounts;

public sealed class SessionTests(Site site) : IClassFixture<Site>
{
    private SessionBook Sessions => site.Services.GetRequiredService<SessionBook>();

    [Fact]
    public async Task Half_an_hour_without_action_ends_it_and_returns_to_the_same_place_afterwards()
    {
        using var visitor = await SignedInAsync();

        site.Clock.Advance(TimeSpan.FromMinutes(29));
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/")).StatusCode);
        site.Clock.Advance(TimeSpan.FromMinutes(31));
        var answer = await visitor.GetAsync("/sessions?page=2");

        Assert.Equal("/sign-in?ReturnUrl=%2Fsessions%3Fpage%3D2", answer.Headers.Location!.PathAndQuery);
    }

    [Fact]
    public async Task Eight_hours_end_it_whatever_is_done()
    {
        using var visitor = await SignedInAsync();

        for (var minutes = 20; minutes < 480; minutes += 20)
        {
            site.Clock.Advance(TimeSpan.FromMinutes(20));
            Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/")).StatusCode);
        }
        site.Clock.Advance(TimeSpan.FromMinutes(20));

        Assert.Equal(HttpStatusCode.Found, (await visitor.GetAsync("/")).StatusCode);
    }

    [Fact]
    public async Task A_disabled_account_is_out_at_the_next_request()
    {
        var person = await site.GivenAsync();
        using var visitor = await SignedInAsync(person);

        await using (var db = await site.Services.GetRequiredService<IDbContextFactory<AccountDb>>().CreateDbContextAsync())
        {
            (await db.Users.SingleAsync(a => a.Id == person.AccountId)).Disabled = true;
            await db.SaveChangesAsync();
        }
        site.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(HttpStatusCode.Found, (await visitor.GetAsync("/")).StatusCode);
    }

    [Fact]
    public async Task Signing_out_ends_it_for_a_copied_cookie_too()
    {
        using var visitor = await SignedInAsync();
        var copy = visitor.Cookies.GetCookies(site.Address)["session"]!.Value;

        var answer = await visitor.SubmitAsync("/", "/sign-out", []);

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Contains("storage", answer.Headers.GetValues("Clear-Site-Data").Single(), StringComparison.Ordinal);
        using var thief = new Visitor(site.Address);
        thief.Cookies.Add(site.Address, new Cookie("session", copy));
        Assert.Equal(HttpStatusCode.Found, (await thief.GetAsync("/")).StatusCode);
    }

    [Fact]
    public async Task Signing_out_without_the_token_changes_nothing()
    {
        using var visitor = await SignedInAsync();

        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.PostAsync("/sign-out", [])).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/")).StatusCode);
    }

    [Fact]
    public async Task The_browsers_question_does_not_keep_it_alive()
    {
        using var visitor = await SignedInAsync();

        for (var asked = 0; asked < 3; asked++)
        {
            site.Clock.Advance(TimeSpan.FromMinutes(9));
            Assert.Equal(HttpStatusCode.NoContent, (await visitor.GetAsync("/session")).StatusCode);
        }
        site.Clock.Advance(TimeSpan.FromMinutes(9));

        Assert.Equal(HttpStatusCode.Unauthorized, (await visitor.GetAsync("/session")).StatusCode);
    }

    [Fact]
    public async Task What_is_done_within_a_minute_counts_although_it_is_not_written()
    {
        var person = await site.GivenAsync();
        var session = await Sessions.StartAsync(person.AccountId, null);
        Assert.True(await Sessions.SeenAsync(session.Id));
        site.Clock.Advance(TimeSpan.FromSeconds(50));
        Assert.True(await Sessions.SeenAsync(session.Id));

        site.Clock.Advance(AccountSession.Idle - TimeSpan.FromSeconds(20));

        Assert.True(await Sessions.IsLiveAsync(session.Id));
    }

    private async Task<Visitor> SignedInAsync(Site.Person? person = null)
    {
        var visitor = new Visitor(site.Address);
        await visitor.SignInAsync((person ?? await site.GivenAsync()).UserName);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/")).StatusCode);
        return visitor;
    }
}
