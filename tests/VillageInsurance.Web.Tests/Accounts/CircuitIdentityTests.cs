using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VillageInsurance.UseCases.Data;
using VillageInsurance.Web.Accounts;
using VillageInsurance.Web.Tests.Shared;

namespace VillageInsurance.Web.Tests.Accounts;

public sealed class CircuitIdentityTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task A_browser_that_comes_back_as_somebody_else_finds_a_circuit_of_nobody()
    {
        await using var scope = site.Services.CreateAsyncScope();
        var (circuit, actors) = (scope.ServiceProvider.GetRequiredService<CircuitIdentity>(), scope.ServiceProvider.GetRequiredService<ICurrentActor>());
        var (one, other) = (await OpenedByAsync(await site.GivenAsync()), await OpenedByAsync(await site.GivenAsync()));

        Enter(circuit, one);
        Assert.Equal(one.StaffId(), (await actors.GetAsync(CancellationToken.None)).StaffId);
        Enter(circuit, other);

        Assert.False((await circuit.GetAuthenticationStateAsync()).User.Identity?.IsAuthenticated);
        await Assert.ThrowsAsync<NotSignedIn>(() => actors.GetAsync(CancellationToken.None));
    }

    [Fact]
    public async Task The_same_session_comes_back_as_itself()
    {
        await using var scope = site.Services.CreateAsyncScope();
        var circuit = scope.ServiceProvider.GetRequiredService<CircuitIdentity>();
        var user = await OpenedByAsync(await site.GivenAsync());

        Enter(circuit, user);
        Enter(circuit, user);

        Assert.True((await circuit.GetAuthenticationStateAsync()).User.Identity?.IsAuthenticated);
    }

    [Theory]
    [InlineData(31, 1)]
    [InlineData(10, 49)]
    public async Task In_a_session_that_is_idle_or_too_old_nothing_is_done_any_more(int minutesBetween, int times)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var circuit = scope.ServiceProvider.GetRequiredService<CircuitIdentity>();
        Enter(circuit, await OpenedByAsync(await site.GivenAsync()));
        var done = 0;
        var activity = new CircuitActivity(circuit, site.Services.GetRequiredService<SessionBook>())
            .CreateInboundActivityHandler(_ => { done++; return Task.CompletedTask; });

        await activity(null!);
        for (var time = 0; time < times; time++)
        {
            site.Clock.Advance(TimeSpan.FromMinutes(minutesBetween));
            await activity(null!);
        }

        Assert.Equal(minutesBetween > 30 ? 1 : 48, done);
        Assert.False((await circuit.GetAuthenticationStateAsync()).User.Identity?.IsAuthenticated);
    }

    [Fact]
    public async Task What_is_done_while_the_session_is_asked_about_keeps_its_order()
    {
        await using var scope = site.Services.CreateAsyncScope();
        var circuit = scope.ServiceProvider.GetRequiredService<CircuitIdentity>();
        Enter(circuit, await OpenedByAsync(await site.GivenAsync()));
        var slow = new SlowDatabase(site.Services.GetRequiredService<IDbContextFactory<AccountDb>>());
        var done = new List<int>();
        var activity = new CircuitActivity(circuit, new(slow, site.Services.GetRequiredService<CircuitRegistry>(), site.Clock));

        var keys = Enumerable.Range(1, 4).Select(key => activity.CreateInboundActivityHandler(_ => { done.Add(key); return Task.CompletedTask; })(null!)).ToList();
        Assert.Empty(done);
        // The last question is answered first.
        foreach (var question in slow.Questions.Reverse<TaskCompletionSource>()) question.SetResult();
        await Task.WhenAll(keys);

        Assert.Equal([1, 2, 3, 4], done);
    }

    [Fact]
    public async Task An_action_that_waits_for_the_browser_does_not_keep_its_answer_out()
    {
        await using var scope = site.Services.CreateAsyncScope();
        var circuit = scope.ServiceProvider.GetRequiredService<CircuitIdentity>();
        Enter(circuit, await OpenedByAsync(await site.GivenAsync()));
        var activity = new CircuitActivity(circuit, site.Services.GetRequiredService<SessionBook>());
        var answer = new TaskCompletionSource();

        var click = activity.CreateInboundActivityHandler(_ => answer.Task)(null!);
        await activity.CreateInboundActivityHandler(_ => { answer.SetResult(); return Task.CompletedTask; })(null!);

        await click;
    }

    [Fact]
    public async Task An_action_that_fails_lets_the_next_one_pass()
    {
        await using var scope = site.Services.CreateAsyncScope();
        var circuit = scope.ServiceProvider.GetRequiredService<CircuitIdentity>();
        Enter(circuit, await OpenedByAsync(await site.GivenAsync()));
        var activity = new CircuitActivity(circuit, site.Services.GetRequiredService<SessionBook>());
        var done = false;

        await Assert.ThrowsAsync<InvalidOperationException>(() => activity.CreateInboundActivityHandler(_ => throw new InvalidOperationException())(null!));
        await activity.CreateInboundActivityHandler(_ => { done = true; return Task.CompletedTask; })(null!);

        Assert.True(done);
    }

    private async Task<ClaimsPrincipal> OpenedByAsync(Site.Person person)
    {
        var session = await site.Services.GetRequiredService<SessionBook>().StartAsync(person.AccountId, null);
        return SessionClaims.For(new Account { Id = person.AccountId, StaffId = person.StaffId, UserName = person.UserName, PasswordChangedAt = site.Clock.GetUtcNow() }, session, site.Clock.GetUtcNow());
    }

    private static void Enter(CircuitIdentity circuit, ClaimsPrincipal user) =>
        ((IHostEnvironmentAuthenticationStateProvider)circuit).SetAuthenticationState(Task.FromResult(new AuthenticationState(user)));

    /// <summary>Answers when the test says so.</summary>
    private sealed class SlowDatabase(IDbContextFactory<AccountDb> dbs) : IDbContextFactory<AccountDb>
    {
        public List<TaskCompletionSource> Questions { get; } = [];

        public AccountDb CreateDbContext() => dbs.CreateDbContext();

        public async Task<AccountDb> CreateDbContextAsync(CancellationToken cancellationToken)
        {
            var question = new TaskCompletionSource();
            Questions.Add(question);
            await question.Task;
            return await dbs.CreateDbContextAsync(cancellationToken);
        }
    }
}
