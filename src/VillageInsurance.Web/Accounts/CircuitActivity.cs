using Microsoft.AspNetCore.Components.Server.Circuits;

namespace VillageInsurance.Web.Accounts;

/// <summary>What a person does in a circuit keeps the session alive; in a session that is over nothing is done any more.</summary>
internal sealed class CircuitActivity(CircuitIdentity identity, SessionBook sessions) : CircuitHandler
{
    public override Func<CircuitInboundActivityContext, Task> CreateInboundActivityHandler(Func<CircuitInboundActivityContext, Task> next) => async context =>
    {
        if (identity.User?.SessionId() is { } session && await sessions.SeenAsync(session)) await next(context);
        else identity.Forget();
    };
}
