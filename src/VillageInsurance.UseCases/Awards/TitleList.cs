using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Organisation;

namespace VillageInsurance.UseCases.Awards;

/// <summary>The titles of the actor's villages, held and taken away, with what is still to be done for each.</summary>
public sealed class TitleList(AppDbGate gate, TimeProvider clock)
{
    /// <param name="CheckedIn">The last year in which the title was checked; null for never.</param>
    /// <param name="CheckIsDue">Whether this year's check is still to be made.</param>
    public sealed record Row(Guid Id, PlaceName Place, int Year, string Certificate, DateOnly AwardedOn, DateOnly? CeremonyOn, DateOnly? PlaqueHungOn, DateOnly? MonumentSetOn,
        DateOnly? RevokedOn, int? CheckedIn, bool CheckIsDue);

    /// <summary>Newest first, at most 200.</summary>
    public Task<IReadOnlyList<Row>> RunAsync(CancellationToken cancel) => gate.ReadAsync<IReadOnlyList<Row>>(Permission.ViewRewards, async db =>
    {
        var year = clock.Today().Year;
        var titles = await db.Titles.AsNoTracking().OrderByDescending(t => t.AwardedOn).ThenBy(t => t.Certificate).Take(200).ToListAsync(cancel);
        var ids = titles.Select(t => t.Id).ToList();
        var checks = (await db.TitleChecks.AsNoTracking().Where(c => ids.Contains(c.TitleId)).Select(c => new { c.TitleId, c.Year }).ToListAsync(cancel)).ToLookup(c => c.TitleId, c => c.Year);
        var places = await db.PlaceNamesAsync(titles.Select(t => (Guid?)t.VillageId), cancel);
        var groups = titles.Select(t => t.SiteGroupId).OfType<Guid>().ToList();
        var names = await db.Areas.Where(a => groups.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Name, cancel);
        return [.. titles.Select(t => new Row(t.Id, places[t.VillageId] with { Group = t.SiteGroupId is { } g ? names[g] : null }, t.Year, t.Certificate, t.AwardedOn, t.CeremonyOn, t.PlaqueHungOn,
            t.MonumentSetOn, t.RevokedOn, checks[t.Id].Cast<int?>().Max(), t.RevokedOn is null && t.Year < year && !checks[t.Id].Contains(year)))];
    }, cancel);
}
