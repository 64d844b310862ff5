using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using VillageInsurance.UseCases.Data;
using VillageInsurance.Web.Accounts;
using VillageInsurance.Web.Work;

namespace VillageInsurance.Web.Tests.Accounts;

/// <summary>While the database is away an open page stays as it is; what needs the data is refused with a reason.</summary>
public sealed class WithoutDatabaseTests : IDisposable
{
    private readonly CircuitIdentity _identity;
    private readonly SessionBook _sessions = new(new Away(), new CircuitRegistry(), TimeProvider.System);

    public WithoutDatabaseTests()
    {
        _identity = new(NullLoggerFactory.Instance, _sessions, new CircuitRegistry());
        var session = new AccountSession(Guid.CreateVersion7(), Guid.CreateVersion7(), DateTimeOffset.UnixEpoch, null);
        var user = SessionClaims.For(new Account { StaffId = Guid.CreateVersion7(), UserName = "someone" }, session, DateTimeOffset.UnixEpoch);
        ((IHostEnvironmentAuthenticationStateProvider)_identity).SetAuthenticationState(Task.FromResult(new AuthenticationState(user)));
    }

    [Fact]
    public async Task What_a_person_does_still_reaches_the_page_and_nobody_is_signed_out()
    {
        var reached = false;

        await new CircuitActivity(_identity, _sessions).CreateInboundActivityHandler(_ =>
        {
            reached = true;
            return Task.CompletedTask;
        })(null!);

        Assert.True(reached);
        Assert.NotNull(_identity.User?.SessionId());
    }

    [Fact]
    public async Task Nobody_acts()
    {
        var actor = new CurrentActor(_identity, new HttpContextAccessor(), _sessions, null!, new JobIdentity());

        await Assert.ThrowsAsync<OutOfReach>(() => actor.GetAsync(CancellationToken.None));
    }

    public void Dispose() => ((IDisposable)_identity).Dispose();

    private sealed class Away : IDbContextFactory<AccountDb>
    {
        public AccountDb CreateDbContext() => throw new NpgsqlException("Connection refused");
    }
}
