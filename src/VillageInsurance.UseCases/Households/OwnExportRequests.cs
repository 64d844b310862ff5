using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Households;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Households;

/// <summary>The long lists in clear that the actor asked for in the last seven days, newest first.</summary>
public sealed class OwnExportRequests(AppDbGate gate, TimeProvider clock)
{
    /// <param name="Order">What was ordered, with the request by which it is taken out.</param>
    /// <param name="Until">Until when it can be taken out; null when it cannot.</param>
    public sealed record Row(Guid Id, ExportHouseholds.Input Order, int Rows, DateTimeOffset At, ExportStatus Status, string? Opinion, DateTimeOffset? Until);

    /// <summary>Reads them.</summary>
    public Task<IReadOnlyList<Row>> RunAsync(CancellationToken cancel) => gate.ReadAsync<IReadOnlyList<Row>>(Permission.ExportHouseholds, async db =>
    {
        var (me, now) = (db.Actor.StaffId, clock.GetUtcNow());
        var since = now.AddDays(-7);
        var own = await db.ExportRequests.AsNoTracking().Where(r => r.AskedById == me && r.AskedAt > since).OrderByDescending(r => r.AskedAt).ToListAsync(cancel);
        return [.. own.Select(r => new Row(r.Id, RequestExport.OrderOf(r) with { RequestId = r.Id }, r.Rows, r.AskedAt, r.Status, r.Opinion, r.Allows(me, now) ? r.Until : null))];
    }, cancel);
}
