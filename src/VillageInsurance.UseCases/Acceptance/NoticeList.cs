using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Acceptance;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Acceptance;

/// <summary>The notices about villages of the actor, newest first, at most 100.</summary>
public sealed class NoticeList(AppDbGate gate, TimeProvider clock)
{
    /// <param name="Villages">How many of its villages the actor sees.</param>
    /// <param name="Open">Objections that wait for an answer.</param>
    public sealed record Row(Guid Id, NoticeKind Kind, int Year, string Number, DateOnly From, DateOnly LastDay, int Villages, int Open, bool Runs);

    /// <summary>Reads them.</summary>
    public Task<IReadOnlyList<Row>> RunAsync(CancellationToken cancel) => gate.ReadAsync<IReadOnlyList<Row>>(Permission.ViewDeclarations, async db =>
    {
        var today = clock.Today();
        return await db.Notices.AsNoTracking().Where(n => n.Places.Count > 0).OrderByDescending(n => n.Id).Take(100)
            .Select(n => new Row(n.Id, n.Kind, n.Year, n.Number, n.From, n.LastDay, n.Places.Count, n.Objections.Count(o => o.Outcome == null), today <= n.LastDay)).ToListAsync(cancel);
    }, cancel);
}
