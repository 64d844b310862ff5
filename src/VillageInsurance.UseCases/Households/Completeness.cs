using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Organisation;

namespace VillageInsurance.UseCases.Households;

/// <summary>How complete the household archive of the viewer's area is, village by village in the order of the register: counts and no households. Nobody is ranked.</summary>
public sealed class Completeness(AppDbGate gate, TimeProvider clock)
{
    /// <param name="Agents">The same by who is in charge; a household in nobody's charge is in none.</param>
    /// <param name="MayList">Whether the households behind the counts open.</param>
    public sealed record Village(PlaceName Place, Counts Counts, IReadOnlyList<Agent> Agents, bool MayList);

    /// <summary>An agent's part of a village.</summary>
    public sealed record Agent(Guid StaffId, string Name, Counts Counts);

    /// <summary>Families; visited this year; with a general consent that holds; with a whole file.</summary>
    public sealed record Counts(long Households, long Visited, long Consented, long Complete);

    /// <summary>Reads it as of today.</summary>
    public Task<IReadOnlyList<Village>> RunAsync(CancellationToken cancel) => gate.ReadAsync<IReadOnlyList<Village>>(Permission.ViewFigures, async db =>
    {
        var counted = await CompletenessQuery.CountAsync(db, db.Actor.ScopeOf(Permission.ViewFigures)!, clock.Today(), cancel);
        var places = await db.PlaceNamesAsync(counted.Select(c => (Guid?)c.VillageId), cancel);
        var order = await db.Areas.Where(a => places.Keys.Contains(a.Id)).OrderBy(a => a.Code).Select(a => a.Id).ToListAsync(cancel);
        var names = await db.StaffNamesAsync(counted.Select(c => c.AgentId).OfType<Guid>(), cancel);
        var villages = counted.ToLookup(c => c.VillageId);
        return [.. order.Select(id => new Village(places[id], Sum(villages[id]),
            [.. villages[id].Where(c => c.AgentId is not null).Select(c => new Agent(c.AgentId!.Value, names.GetValueOrDefault(c.AgentId.Value, ""), Sum([c]))).OrderBy(a => a.Name, StringComparer.Ordinal)],
            db.Actor.May(Permission.ViewHouseholds, id)))];
    }, cancel);

    private static Counts Sum(IEnumerable<CompletenessQuery.Counted> parts) => parts.Aggregate(new Counts(0, 0, 0, 0),
        (sum, c) => new(sum.Households + c.Households, sum.Visited + c.Visited, sum.Consented + c.Consented, sum.Complete + c.Complete));
}
