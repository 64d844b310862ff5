using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Deliveries;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Deliveries;

/// <summary>Turns a key that was sent into an actor who may deliver what it is for, and nothing else. Reads before the gate, as the loader of actors does.</summary>
public sealed class DeliveryKeyReader
{
    private readonly DbContextOptions<AppDb> _options;
    private readonly TimeProvider _clock;

    internal DeliveryKeyReader(DbContextOptions<AppDb> options, TimeProvider clock) => (_options, _clock) = (options, clock);

    /// <summary>Who delivers; null for a key that is unknown, wrong, ended or past its last day: which of them is not said.</summary>
    public async Task<Actor?> FindAsync(string? token, CancellationToken cancel)
    {
        if (DeliverySecret.Read(token) is not { } secret) return null;
        await using var db = new AppDb(_options, Actor.Nobody, DataScope.None, AuditEvent.Begin(Actor.Nobody, Permission.UseOwnQueue, default, null));
        var found = await (from k in db.DeliveryKeys.AsNoTracking() where k.Prefix == secret.Prefix join s in db.Staff on k.StaffId equals s.Id select new { Key = k, s.Name }).SingleOrDefaultAsync(cancel);
        var today = _clock.Today();
        if (found is null || !secret.Matches(found.Key.SecretHash) || !found.Key.HoldsOn(today)) return null;
        return new(found.Key.StaffId, found.Name, [new(Role.InsurerReviewer, RightsOf(found.Key.Kinds), DataScope.WholeCounty, today)], today);
    }

    private static Permission[] RightsOf(DeliveryKinds kinds) =>
    [
        .. kinds.HasFlag(DeliveryKinds.Policies) ? [Permission.DeliverPolicies] : Array.Empty<Permission>(),
        .. kinds.HasFlag(DeliveryKinds.Premiums) ? [Permission.DeliverPremiums] : Array.Empty<Permission>(),
        .. kinds.HasFlag(DeliveryKinds.Claims) ? [Permission.DeliverClaims] : Array.Empty<Permission>(),
    ];
}
