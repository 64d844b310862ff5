using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Acceptance;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Schemes;
using VillageInsurance.UseCases.Acceptance;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Organisation;

namespace VillageInsurance.UseCases.Schemes;

/// <summary>What publishing a draft would change: the year's villages are counted once and judged by the rules of now and by the draft's.</summary>
public sealed class SchemeConsequence(AppDbGate gate, TimeProvider clock)
{
    /// <param name="Now">The scheme that holds for the year.</param>
    /// <param name="TakingPart">Whether the places are those that take part this year; else every village was judged.</param>
    /// <param name="PassNow">How many pass all indicators now.</param>
    /// <param name="PassThen">How many would.</param>
    /// <param name="SizeNow">How many reach the size that binds them now; all of them when none does.</param>
    /// <param name="SizeThen">How many would.</param>
    /// <param name="Changes">Every verdict that would change, at most 200.</param>
    /// <param name="ChangeCount">How many there are.</param>
    public sealed record View(Guid NowId, Wording Now, DateOnly AsOf, bool TakingPart, int Places, int PassNow, int PassThen, int SizeNow, int SizeThen, IReadOnlyList<Change> Changes, int ChangeCount);

    /// <summary>One village's indicator, from 1, with its value and what it would be.</summary>
    public sealed record Change(PlaceName Place, int Indicator, string ShownNow, IndicatorOutcome Now, string ShownThen, IndicatorOutcome Then);

    private sealed record Loaded(Scheme Draft, Scheme Now, bool TakingPart, IReadOnlyDictionary<FigurePlace, PlaceName> Places);

    /// <summary>Counts and judges. Figures as of today, or of the year's end once it is past.</summary>
    public async Task<View> RunAsync(Guid schemeId, CancellationToken cancel)
    {
        var loaded = await LoadAsync(schemeId, cancel);
        var (today, end) = (clock.Today(), new DateOnly(loaded.Draft.Year, 12, 31));
        var period = FigurePeriod.Until(today < end ? today : end);
        var (draft, now) = (loaded.Draft.Rules, loaded.Now.Rules);
        var places = loaded.Places.Keys.ToList();
        var counted = (await gate.CountAsync(places, period, now.Policies, cancel)).ToDictionary(c => c.Place, c => c.Figures);
        // Only when other policies count are the figures themselves others.
        var recounted = draft.Policies == now.Policies ? counted : (await gate.CountAsync(places, period, draft.Policies, cancel)).ToDictionary(c => c.Place, c => c.Figures);
        var judged = places.Select(p => new Judged(p, counted[p], Indicators.Judge(counted[p], now.Thresholds), Indicators.Judge(recounted[p], draft.Thresholds))).ToList();
        var changes = judged.SelectMany(j => ChangesOf(j, loaded.Places[j.Place])).ToList();
        return new(loaded.Now.Id, loaded.Now.Name, period.AsOf, loaded.TakingPart, places.Count, judged.Count(j => j.Now.AllPass), judged.Count(j => j.Then.AllPass),
            judged.Count(j => MeetsSize(j, now)), judged.Count(j => MeetsSize(j, draft)), [.. changes.Take(200)], changes.Count);
    }

    private sealed record Judged(FigurePlace Place, IndicatorFigures Figures, Indicators Now, Indicators Then);

    private static IEnumerable<Change> ChangesOf(Judged j, PlaceName name) =>
        from pair in j.Now.All.Zip(j.Then.All).Index()
        where pair.Item.First.Outcome != pair.Item.Second.Outcome
        select new Change(name, pair.Index + 1, pair.Item.First.Shown, pair.Item.First.Outcome, pair.Item.Second.Shown, pair.Item.Second.Outcome);

    private static bool MeetsSize(Judged j, SchemeRules rules) =>
        !rules.SizeBinds(j.Place.GroupId is not null) || rules.Size!.IsMetBy((int)j.Figures.Households, (int)j.Figures.Population);

    private Task<Loaded> LoadAsync(Guid schemeId, CancellationToken cancel) => gate.ReadAsync(Permission.EditSchemes, async db =>
    {
        var draft = await db.Schemes.AsNoTracking().FindOrRefuseAsync(schemeId, cancel);
        var now = await db.SchemeOfAsync(draft.Year, cancel);
        var cycles = await db.Cycles.AsNoTracking().Where(c => c.Year == draft.Year).Select(c => new { c.VillageId, c.SiteGroupId }).Distinct().ToListAsync(cancel);
        var places = cycles.Select(c => new FigurePlace(c.VillageId, c.SiteGroupId)).ToList();
        if (places.Count == 0) places = [.. (await db.FigureVillages(clock.Today()).OrderBy(v => v.Code).Select(v => v.Id).ToListAsync(cancel)).Select(id => new FigurePlace(id))];
        var names = await db.PlaceNamesAsync(places.Select(p => (Guid?)p.VillageId), cancel);
        var groupIds = places.Select(p => p.GroupId).OfType<Guid>().ToList();
        var groups = await db.Areas.Where(a => groupIds.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Name, cancel);
        return new Loaded(draft, now, cycles.Count > 0, places.Where(p => names.ContainsKey(p.VillageId)).ToDictionary(p => p,
            p => names[p.VillageId] with { Group = p.GroupId is { } g ? groups.GetValueOrDefault(g) : null }));
    }, cancel);
}
