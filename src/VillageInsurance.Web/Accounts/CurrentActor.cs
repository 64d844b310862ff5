using System.Security.Claims;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;
using VillageInsurance.Web.Work;

namespace VillageInsurance.Web.Accounts;

/// <summary>The person of this circuit or request, with the rights of this moment. Refused when the session is over, whatever is still open.</summary>
internal sealed class CurrentActor(CircuitIdentity circuit, IHttpContextAccessor request, SessionBook sessions, ActorLoader actors, JobIdentity job) : ICurrentActor
{
    public async Task<Actor> GetAsync(CancellationToken cancel)
    {
        if (job.Actor is { } inWhoseName) return inWhoseName;
        // In a circuit the request is a stale one; the circuit's own identity comes first.
        ClaimsPrincipal? user = circuit.User ?? request.HttpContext?.User;
        try
        {
            if (user?.SessionId() is not { } session || user.StaffId() is not { } staff || !await sessions.IsLiveAsync(session, cancel)) throw new NotSignedIn();
            return await actors.LoadAsync(staff, cancel);
        }
        catch (Exception cause) when (ServerFailures.IsOutOfReach(cause)) { throw new OutOfReach(cause); }
    }
}
