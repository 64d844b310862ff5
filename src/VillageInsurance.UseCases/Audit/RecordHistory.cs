using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Audit;

/// <summary>Who did what to one site application and when, for whoever may see the application.</summary>
public sealed class RecordHistory(AppDbGate gate)
{
    /// <summary>One change.</summary>
    public sealed record Row(DateTimeOffset At, string Actor, Permission Permission, string Change);

    /// <summary>Newest first. Not found outside the actor's villages.</summary>
    public Task<IReadOnlyList<Row>> RunAsync(Guid applicationId, CancellationToken cancel) => gate.ReadAsync<IReadOnlyList<Row>>(Permission.ViewApplications, async db =>
    {
        var application = await db.Applications.AsNoTracking().FindOrRefuseAsync(applicationId, cancel);
        return await (from change in db.AuditChanges.AsNoTracking()
                      where change.RecordId == application.Id
                      join e in db.AuditEvents on change.EventId equals e.Id
                      orderby e.Sequence descending
                      select new Row(e.At, e.ActorName, e.Permission, change.Change)).Take(200).ToListAsync(cancel);
    }, cancel);
}
