using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Acceptance;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Organisation;

namespace VillageInsurance.UseCases.Acceptance;

/// <summary>The declarations that passed and stand on no list, with the points that rank them, best first.</summary>
public sealed class ForwardingCandidates(AppDbGate gate)
{
    /// <param name="Points">The mean of the signed forms' points, cut.</param>
    public sealed record Row(Guid DeclarationId, PlaceName Place, int Year, string? Number, int Points, DateTimeOffset? PassedAt);

    /// <summary>At most 200.</summary>
    public Task<IReadOnlyList<Row>> RunAsync(CancellationToken cancel) => gate.ReadAsync<IReadOnlyList<Row>>(Permission.ForwardDeclarations, async db =>
    {
        var found = await db.Declarations.AsNoTracking().Where(d => d.Status == DeclarationStatus.Passed
                && !db.ForwardingLines.Any(l => l.DeclarationId == d.Id && db.ForwardingLists.Any(f => f.Id == l.ListId && f.Status != ForwardingStatus.GivenUp)))
            .OrderBy(d => d.DecidedAt).Take(200).ToListAsync(cancel);
        var rules = await db.Schemes.AsNoTracking().ToDictionaryAsync(s => s.Id, s => s.Rules, cancel);
        var ids = found.Select(d => d.Id).ToList();
        var sheets = (await db.ReviewSheets.AsNoTracking().Where(s => ids.Contains(s.DeclarationId) && s.SignedAt != null).ToListAsync(cancel)).ToLookup(s => s.DeclarationId);
        var places = await db.PlaceNamesAsync(found.Select(d => (Guid?)d.VillageId), cancel);
        return [.. found.Where(d => rules[d.SchemeId].Chain.Forwarded)
            .Select(d => new Row(d.Id, places[d.VillageId], d.Year, d.Number, sheets[d.Id].Any() ? sheets[d.Id].Sum(s => s.Total) / sheets[d.Id].Count() : 0, d.DecidedAt))
            .OrderByDescending(r => r.Points).ThenBy(r => r.PassedAt)];
    }, cancel);
}
