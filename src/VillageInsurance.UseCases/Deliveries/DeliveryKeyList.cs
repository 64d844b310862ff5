using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Deliveries;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Deliveries;

/// <summary>All keys, those that hold first; never a secret.</summary>
public sealed class DeliveryKeyList(AppDbGate gate, TimeProvider clock)
{
    /// <param name="LastUsedAt">The last delivery that was taken or refused; null for none.</param>
    public sealed record Row(Guid Id, int Version, string Name, string Prefix, DeliveryKinds Kinds, DateOnly ExpiresOn, bool Holds, DateTimeOffset? EndedAt, DateTimeOffset? LastUsedAt);

    /// <summary>Reads them, at most 200.</summary>
    public Task<IReadOnlyList<Row>> RunAsync(CancellationToken cancel) => gate.ReadAsync<IReadOnlyList<Row>>(Permission.ManageDeliveryKeys, async db =>
    {
        var today = clock.Today();
        var found = await db.DeliveryKeys.AsNoTracking().OrderByDescending(k => k.Id).Take(200).Select(k => new
        {
            Key = k,
            Name = db.Staff.Where(s => s.Id == k.StaffId).Select(s => s.Name).First(),
            Last = db.AuditEvents.Where(e => e.StaffId == k.StaffId).Max(e => (DateTimeOffset?)e.At),
        }).ToListAsync(cancel);
        return [.. found.OrderByDescending(f => f.Key.HoldsOn(today)).Select(f => new Row(f.Key.Id, f.Key.Version, f.Name, f.Key.Prefix, f.Key.Kinds, f.Key.ExpiresOn, f.Key.HoldsOn(today), f.Key.EndedAt, f.Last))];
    }, cancel);
}
