using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Acceptance;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Organisation;

namespace VillageInsurance.UseCases.Acceptance;

/// <summary>The villages that await their title and have no notice that runs or has ended, for who may publish one; at most 200.</summary>
public sealed class NoticeCandidates(AppDbGate gate)
{
    /// <summary>A village with its declaration's state and the working days that its scheme asks for.</summary>
    public sealed record Row(Guid CycleId, PlaceName Place, int Year, DeclarationStatus Status, int Days);

    /// <summary>By year and place.</summary>
    public Task<IReadOnlyList<Row>> RunAsync(CancellationToken cancel) => gate.ReadAsync<IReadOnlyList<Row>>(Permission.PublishNotices, async db =>
    {
        DeclarationStatus[] waiting = [DeclarationStatus.Passed, DeclarationStatus.Forwarded, DeclarationStatus.Accepted];
        var found = await db.Declarations.AsNoTracking()
            .Where(d => waiting.Contains(d.Status) && !db.Notices.Any(n => n.Kind == NoticeKind.Titles && n.Places.Any(p => p.CycleId == d.CycleId) && !n.Objections.Any(o => o.VillageId == d.VillageId && o.Outcome == ObjectionOutcome.Upheld)))
            .OrderBy(d => d.Id).Take(200).Select(d => new { d.CycleId, d.VillageId, d.Year, d.Status, d.SchemeId }).ToListAsync(cancel);
        var chains = (await db.Schemes.AsNoTracking().ToListAsync(cancel)).ToDictionary(s => s.Id, s => s.Rules.Chain);
        var places = await db.PlaceNamesAsync(found.Select(d => (Guid?)d.VillageId), cancel);
        return [.. found.Where(d => chains[d.SchemeId].NoticeDays > 0 && (d.Status != DeclarationStatus.Passed || !chains[d.SchemeId].Forwarded))
            .Select(d => new Row(d.CycleId, places[d.VillageId], d.Year, d.Status, chains[d.SchemeId].NoticeDays))
            .OrderBy(r => r.Year).ThenBy(r => r.Place.Township, StringComparer.Ordinal).ThenBy(r => r.Place.Village, StringComparer.Ordinal)];
    }, cancel);
}
