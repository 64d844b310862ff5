using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Households;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Exchange;
using VillageInsurance.UseCases.Organisation;

namespace VillageInsurance.UseCases.Households;

/// <summary>Long lists in clear that somebody asks for, longest waiting first. What was searched for is not shown, only that the list is narrowed.</summary>
public sealed class ExportRequestList(AppDbGate gate)
{
    /// <summary>At most one hundred at a time.</summary>
    public const int Most = 100;

    /// <param name="OfAll">All villages of who asks, not the one alone.</param>
    /// <param name="CanDecide">Somebody else asked.</param>
    public sealed record Row(Guid Id, int Version, ExportKind Kind, SheetForm Form, PlaceName? Place, bool OfAll, bool IsNarrowed, bool WithEnded, int Rows, string Purpose, string By, DateTimeOffset At, bool CanDecide);

    /// <summary>Reads those that are open.</summary>
    public Task<IReadOnlyList<Row>> RunAsync(CancellationToken cancel) => gate.ReadAsync<IReadOnlyList<Row>>(Permission.DecideExports, async db =>
    {
        var open = await db.ExportRequests.AsNoTracking().Where(r => r.Status == ExportStatus.Asked).OrderBy(r => r.AskedAt)
            .Select(r => new { Request = r, By = db.Staff.Where(s => s.Id == r.AskedById).Select(s => s.Name).FirstOrDefault() }).Take(Most).ToListAsync(cancel);
        var places = await db.PlaceNamesAsync(open.Select(o => (Guid?)o.Request.VillageId), cancel);
        return [.. open.Select(o =>
        {
            var (r, order) = (o.Request, RequestExport.OrderOf(o.Request));
            return new Row(r.Id, r.Version, order.Kind, order.Form, places.GetValueOrDefault(r.VillageId), order.VillageId is null, order.Search is not null, order.WithEnded, r.Rows, r.UsedFor,
                o.By ?? "", r.AskedAt, r.AskedById != db.Actor.StaffId);
        })];
    }, cancel);
}
