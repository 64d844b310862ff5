using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Awards;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Documents;
using VillageInsurance.UseCases.Organisation;

namespace VillageInsurance.UseCases.Awards;

/// <summary>One title with its honours, checks and rewards, and what the actor may do.</summary>
public sealed class TitleDetail(AppDbGate gate, TimeProvider clock)
{
    /// <param name="HasMonument">Whether the scheme sets a stone monument.</param>
    /// <param name="HasSheet">Whether the actor sees its reward sheet.</param>
    /// <param name="CheckIsDue">Whether this year's check is still to be made.</param>
    public sealed record View(Guid Id, int Version, Guid VillageId, Guid CycleId, PlaceName Place, int Year, string Certificate, DateOnly AwardedOn, DateOnly? CeremonyOn, string? PlaqueNumber, DateOnly? PlaqueHungOn,
        DateOnly? MonumentSetOn, string MonumentPlace, DateOnly? RevokedOn, bool HasMonument, IReadOnlyList<FileView> Photos, IReadOnlyList<Check> Checks, IReadOnlyList<RewardLedger.Row> Rewards,
        bool MayPrepare, bool MayCheck, bool CheckIsDue, bool HasSheet);

    /// <summary>One year's check.</summary>
    public sealed record Check(int Year, bool Kept, IReadOnlyList<RevocationGround> Grounds, string Finding, string By, DateTimeOffset At);

    /// <summary>Reads it. Not found outside the actor's villages.</summary>
    public Task<View> RunAsync(Guid id, CancellationToken cancel) => gate.ReadAsync(Permission.ViewRewards, async db =>
    {
        var t = await db.Titles.AsNoTracking().FindOrRefuseAsync(id, cancel);
        var place = (await db.PlaceNamesAsync([t.VillageId], cancel))[t.VillageId];
        if (t.SiteGroupId is { } group) place = place with { Group = await db.Areas.Where(a => a.Id == group).Select(a => a.Name).SingleAsync(cancel) };
        var checks = await db.TitleChecks.AsNoTracking().Where(c => c.TitleId == id).OrderByDescending(c => c.At).ToListAsync(cancel);
        var people = await db.StaffNamesAsync(checks.Select(c => c.ById), cancel);
        var (held, year) = (t.RevokedOn is null, clock.Today().Year);
        var rewards = await RewardLedger.RowsAsync(db, db.RewardLines.Where(l => l.TitleId == id), cancel);
        return new View(t.Id, t.Version, t.VillageId, t.CycleId, place, t.Year, t.Certificate, t.AwardedOn, t.CeremonyOn, t.PlaqueNumber, t.PlaqueHungOn, t.MonumentSetOn, t.MonumentPlace, t.RevokedOn,
            (await db.RulesOfTitleAsync(t, cancel)).RewardTerms.Monument, await db.FilesOfAsync(t.Id, cancel),
            [.. checks.Select(c => new Check(c.Year, c.Kept, c.Grounds, c.Finding, people.GetValueOrDefault(c.ById, ""), c.At))],
            rewards,
            held && db.Actor.May(Permission.PrepareRewards, t), held && db.Actor.May(Permission.KeepTitles, t), held && t.Year < year && !checks.Any(c => c.Year == year), !RewardLedger.OwnOnly(db.Actor) && rewards.Any(r => r.Status != RewardStatus.Refused));
    }, cancel);
}
