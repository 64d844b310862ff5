using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Organisation;

namespace VillageInsurance.UseCases.CheckSlips;

/// <summary>A household's check slip: before it has a number, and as it was given out. What has changed since is never shown under an old number.</summary>
public sealed class SlipPreview(AppDbGate gate, SlipProof proof, TimeProvider clock)
{
    /// <param name="Number">Null before it was given out.</param>
    /// <param name="Proof">What the code on it proves; null before.</param>
    /// <param name="Changed">The slip was given out and something has changed since: a new one is needed.</param>
    public sealed record View(Guid HouseholdId, string HouseholdNumber, string Head, PlaceName? Place, DateOnly On, string? Number, string? Proof, bool Changed, IReadOnlyList<SlipLine> Lines);

    /// <summary>Reads the slip that was given out, or without one how it would look today.</summary>
    public Task<View> RunAsync(Guid householdId, Guid? slipId, CancellationToken cancel) => gate.ReadAsync(Permission.PrintSlips, async db =>
    {
        var household = await db.Households.AsNoTracking().FindOrRefuseAsync(householdId, cancel);
        var slip = slipId is { } id ? await db.CheckSlips.AsNoTracking().Where(s => s.HouseholdId == household.Id).FindOrRefuseAsync(id, cancel) : null;
        var on = slip?.On ?? clock.Today();
        var lines = await SlipLines.OfAsync(db, household, on, cancel);
        var changed = slip is not null && slip.Hash != SlipLines.HashOf(lines);
        var places = await db.PlaceNamesAsync([household.VillageId], cancel);
        return new View(household.Id, household.Number, household.HeadName, places.GetValueOrDefault(household.VillageId), on, changed ? null : slip?.Number,
            slip is null || changed ? null : proof.Of(slip.Number, slip.On), changed, changed ? [] : lines);
    }, cancel);
}
