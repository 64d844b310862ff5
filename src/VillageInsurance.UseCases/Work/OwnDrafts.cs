using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Work;

/// <summary>The forms that the actor has begun and not sent: several side by side, newest first.</summary>
public sealed class OwnDrafts(AppDbGate gate)
{
    /// <summary>At most this many are listed.</summary>
    public const int Most = 50;

    /// <summary>A draft; what is in it stays on the server until it is opened.</summary>
    public sealed record Row(Guid RecordId, DateTimeOffset SavedAt);

    /// <summary>Those of one form.</summary>
    public Task<IReadOnlyList<Row>> RunAsync(string form, CancellationToken cancel) => gate.ReadAsync<IReadOnlyList<Row>>(Permission.UseOwnQueue, async db =>
        await db.Drafts.AsNoTracking().Where(d => d.StaffId == db.Actor.StaffId && d.Form == form).OrderByDescending(d => d.SavedAt).Take(Most).Select(d => new Row(d.RecordId, d.SavedAt)).ToListAsync(cancel), cancel);
}
