using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Acceptance;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Schemes;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Documents;

namespace VillageInsurance.UseCases.Acceptance;

/// <summary>What changed since a declaration's figures were frozen: each figure then and now, how many counted records came and went, and which households, for who may see them.</summary>
public sealed class DeclarationDrift(AppDbGate gate, TimeProvider clock)
{
    /// <param name="KnownAt">What the count of now knows.</param>
    /// <param name="HouseholdsSeen">Whether the actor may see which households came and went.</param>
    public sealed record View(DateOnly KnownAt, bool IsNone, IReadOnlyList<FigureChange> Indicators, IReadOnlyList<Count> Records, bool HouseholdsSeen, IReadOnlyList<string> Came, IReadOnlyList<string> Went);

    /// <summary>How many records of a kind came and went.</summary>
    public sealed record Count(RecordSet Set, int Came, int Went);

    /// <summary>Counts anew and compares; null before the submission.</summary>
    public async Task<View?> RunAsync(Guid declarationId, CancellationToken cancel)
    {
        if (await IsDraftAsync(declarationId, cancel)) return null;
        var now = await gate.RecountAsync(Permission.ViewDeclarations, declarationId, null, clock, cancel);
        return await gate.ReadAsync(Permission.ViewDeclarations, async db =>
        {
            var then = await (from d in db.Declarations where d.Id == declarationId join s in db.Snapshots on d.SnapshotId equals s.Id select s).AsNoTracking().SingleAsync(cancel);
            var drift = FigureDrift.Between(then.Frozen, then.Records, FrozenFigures.Of(now.Records.Figures, now.Scheme.Rules), now.Records);
            var seen = db.Actor.May(Permission.ViewHouseholds, then.VillageId);
            var homes = drift.Records.Single(r => r.Set == RecordSet.Households);
            return new View(now.Period.KnownAt, drift.IsNone, drift.Indicators, [.. drift.Records.Select(r => new Count(r.Set, r.Came.Count, r.Went.Count))], seen,
                seen ? await NumbersAsync(db, homes.Came, cancel) : [], seen ? await NumbersAsync(db, homes.Went, cancel) : []);
        }, cancel);
    }

    private Task<bool> IsDraftAsync(Guid id, CancellationToken cancel) => gate.ReadAsync(Permission.ViewDeclarations, async db =>
        (await db.Declarations.AsNoTracking().FindOrRefuseAsync(id, cancel)).SnapshotId is null, cancel);

    private static async Task<IReadOnlyList<string>> NumbersAsync(AppDb db, IReadOnlyList<Guid> ids, CancellationToken cancel) =>
        await db.Households.AsNoTracking().Where(h => ids.Contains(h.Id)).OrderBy(h => h.Number).Take(50).Select(h => h.Number).ToListAsync(cancel);
}
