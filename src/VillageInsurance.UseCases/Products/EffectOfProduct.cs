using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Acceptance;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Schemes;
using VillageInsurance.UseCases.Acceptance;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Organisation;
using VillageInsurance.UseCases.Schemes;

namespace VillageInsurance.UseCases.Products;

/// <summary>What publishing a product's draft would do to the figures of the county's villages, this year until today and last year. It is carried out, counted and thrown away.</summary>
public sealed class EffectOfProduct(AppDbGate gate, TimeProvider clock)
{
    private const int Most = 200;

    /// <param name="Places">How many villages were counted.</param>
    /// <param name="Periods">How many pass every indicator before and after, for each period.</param>
    /// <param name="Lines">Indicators that would show another value, changed verdicts first, at most 200.</param>
    /// <param name="LineCount">How many there are.</param>
    /// <param name="VerdictCount">How many of them change their verdict.</param>
    public sealed record View(int Places, IReadOnlyList<Period> Periods, IReadOnlyList<Line> Lines, int LineCount, int VerdictCount);

    /// <summary>Villages that pass every indicator.</summary>
    public sealed record Period(DateOnly AsOf, int PassBefore, int PassAfter);

    /// <summary>A village's indicator, from 1, before and after.</summary>
    public sealed record Line(PlaceName Place, DateOnly AsOf, int Indicator, string ShownBefore, IndicatorOutcome Before, string ShownAfter, IndicatorOutcome After)
    {
        /// <summary>Whether the verdict changes.</summary>
        public bool IsOtherVerdict => Before != After;
    }

    private sealed record Judged(FigurePlace Place, DateOnly AsOf, Indicators Before, Indicators After);

    /// <summary>Counts and judges, each year by its own scheme. Not found once it is no draft.</summary>
    public async Task<View> RunAsync(Guid draftId, CancellationToken cancel)
    {
        var today = clock.Today();
        Dictionary<Guid, PlaceName> names = [];
        Dictionary<int, Thresholds> thresholds = [];
        var effects = await gate.ForeseeAsync(Permission.EditProducts, [FigurePeriod.Until(today), FigurePeriod.Of(today.Year - 1)], async db =>
        {
            var draft = await db.ProductVersions.AsNoTracking().FindOrRefuseAsync(draftId, cancel);
            await db.HoldAsync(draft);
            var (now, before) = (await db.SchemeOfAsync(today.Year, cancel), await db.SchemeOfAsync(today.Year - 1, cancel));
            thresholds = new() { [today.Year] = now.Rules.Thresholds, [today.Year - 1] = before.Rules.Thresholds };
            var villages = await db.FigureVillages(today).OrderBy(v => v.Code).Select(v => v.Id).ToListAsync(cancel);
            names = await db.PlaceNamesAsync(villages.Select(v => (Guid?)v), cancel);
            return new([.. villages.Select(v => new FigurePlace(v))], now.Rules.Policies);
        }, cancel);
        return Shown([.. effects.Select(e => new Judged(e.Place, e.Period.AsOf, Indicators.Judge(e.Before, thresholds[e.Period.AsOf.Year]), Indicators.Judge(e.After, thresholds[e.Period.AsOf.Year])))], names);
    }

    private static View Shown(IReadOnlyList<Judged> judged, Dictionary<Guid, PlaceName> names)
    {
        var lines = (from j in judged
                     from pair in j.Before.All.Zip(j.After.All).Index()
                     let line = new Line(names[j.Place.VillageId], j.AsOf, pair.Index + 1, pair.Item.First.Shown, pair.Item.First.Outcome, pair.Item.Second.Shown, pair.Item.Second.Outcome)
                     where line.ShownBefore != line.ShownAfter || line.IsOtherVerdict
                     select line).OrderByDescending(l => l.IsOtherVerdict).ToList();
        return new(judged.Select(j => j.Place).Distinct().Count(), [.. judged.GroupBy(j => j.AsOf).Select(p => new Period(p.Key, p.Count(j => j.Before.AllPass), p.Count(j => j.After.AllPass)))],
            [.. lines.Take(Most)], lines.Count, lines.Count(l => l.IsOtherVerdict));
    }
}
