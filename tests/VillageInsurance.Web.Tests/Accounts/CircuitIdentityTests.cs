using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
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

    private async Task<ClaimsPrincipal> OpenedByAsync(Site.Person person)
    {
        var session = await site.Services.GetRequiredService<SessionBook>().StartAsync(person.AccountId, null);
        return SessionClaims.For(new Account { Id = person.AccountId, StaffId = person.StaffId, UserName = person.UserName, PasswordChangedAt = site.Clock.GetUtcNow() }, session, site.Clock.GetUtcNow());
    }

    private static void Enter(CircuitIdentity circuit, ClaimsPrincipal user) =>
        ((IHostEnvironmentAuthenticationStateProvider)circuit).SetAuthenticationState(Task.FromResult(new AuthenticationState(user)));
}
