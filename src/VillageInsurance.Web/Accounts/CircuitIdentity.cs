using System.Security.Claims;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.Web.Accounts;

/// <summary>
/// Who a circuit belongs to: the account and session it was opened with, for as long as that session lives. A browser that reconnects with the cookie of
/// another session does not become the other person: the circuit then belongs to nobody, and its page leads to the sign-in.
/// </summary>
internal sealed class CircuitIdentity(ILoggerFactory log, SessionBook sessions, CircuitRegistry circuits)
    : RevalidatingServerAuthenticationStateProvider(log), IHostEnvironmentAuthenticationStateProvider
{
    private static readonly AuthenticationState Nobody = new(new ClaimsPrincipal(new ClaimsIdentity()));

    /// <summary>Null until a page or circuit has said who opened it.</summary>
    public ClaimsPrincipal? User { get; private set; }

    protected override TimeSpan RevalidationInterval => TimeSpan.FromSeconds(60);

    void IHostEnvironmentAuthenticationStateProvider.SetAuthenticationState(Task<AuthenticationState> state) => SetAuthenticationState(PinAsync(state));

    /// <summary>Takes the identity away; what runs on says "signed out".</summary>
    public void Forget()
    {
        User = Nobody.User;
        SetAuthenticationState(Task.FromResult(Nobody));
    }

    protected override async Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken)
    {
        try
        {
            if (authenticationState.User.SessionId() is { } session && await sessions.IsLiveAsync(session, cancellationToken)) return true;
        }
        // Asked again in a minute; until then the gate refuses what needs the data.
        catch (Exception cause) when (ServerFailures.IsOutOfReach(cause)) { return true; }
        User = Nobody.User;
        return false;
    }

    private async Task<AuthenticationState> PinAsync(Task<AuthenticationState> asked)
    {
        var state = await asked;
        if (User is null || User.SessionId() == state.User.SessionId())
        {
            User = state.User;
            return state;
        }
        if (User.SessionId() is { } pinned) circuits.Close(pinned);
        User = Nobody.User;
        return Nobody;
    }
}
