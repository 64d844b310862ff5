using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Papers;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Papers;

/// <summary>Every paper that a village has so far, by its code.</summary>
public sealed class VillagePapers(AppDbGate gate)
{
    /// <summary>One paper.</summary>
    public sealed record Row(PaperKind Kind, Guid RecordId);

    /// <summary>Finds them. Not found for an unknown code, and outside the actor's villages.</summary>
    public Task<IReadOnlyList<Row>> RunAsync(string code, CancellationToken cancel) => gate.ReadAsync<IReadOnlyList<Row>>(Permission.ViewCycles, async db =>
    {
        var village = await db.Areas.SingleOrDefaultAsync(a => a.Code == code && a.Level == AreaLevel.Village, cancel);
        if (village is null || !db.Actor.May(Permission.ViewCycles, village.Id)) throw new NotFound(nameof(Area), village?.Id ?? Guid.Empty);
        var found = new List<Row>();
        foreach (var kind in Enum.GetValues<PaperKind>().Where(kind => db.Actor.May(kind.ToSee(), village.Id)))
            found.AddRange((await db.PapersOfAsync(kind, village.Id, cancel)).Select(id => new Row(kind, id)));
        return found;
    }, cancel);
}
