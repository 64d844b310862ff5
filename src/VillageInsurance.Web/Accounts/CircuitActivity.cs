using Microsoft.AspNetCore.Components.Server.Circuits;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.Web.Accounts;

/// <summary>What a person does in a circuit keeps the session alive; in a session that is over nothing is done any more.</summary>
internal sealed class CircuitActivity(CircuitIdentity identity, SessionBook sessions) : CircuitHandler
{
    public override Func<CircuitInboundActivityContext, Task> CreateInboundActivityHandler(Func<CircuitInboundActivityContext, Task> next) => async context =>
    {
        if (identity.User?.SessionId() is { } session && await MayGoOnAsync(session)) await next(context);
        else identity.Forget();
    };

    // Without its database nobody knows; what needs the data is refused by the gate, and what was typed stays.
    private async Task<bool> MayGoOnAsync(Guid session)
    {
        try { return await sessions.SeenAsync(session); }
        catch (Exception cause) when (ServerFailures.IsOutOfReach(cause)) { return true; }
    }
}
