using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Acceptance;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Papers;
using VillageInsurance.UseCases.Acceptance;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Organisation;
using static VillageInsurance.UseCases.Papers.PaperBook;

namespace VillageInsurance.UseCases.Papers;

/// <summary>上报名单: the villages that passed the first review, in their ranking, with the reply once it is there. It belongs to the county: who sees some of its villages only does not see the paper. Final once signed.</summary>
internal static class ForwardingListPaper
{
    public sealed record Values(string? Number, DateOnly? On, string Addressee, IReadOnlyList<Village> Villages, string Office, string PreparedBy, string SignedBy, DateOnly? SignedOn);

    public sealed record Village(string Place, string Township, Indicators Indicators, string Verdict, string Reply);

    public static async Task<IReadOnlyList<Guid>> OfVillageAsync(AppDb db, Guid villageId, CancellationToken cancel) => !SeesAll(db.Actor) ? []
        : await db.ForwardingLists.Where(l => l.Status != ForwardingStatus.GivenUp && l.Lines.Any(x => x.VillageId == villageId)).OrderBy(l => l.Id).Select(l => l.Id).Take(50).ToListAsync(cancel);

    public static async Task<PaperContent> ReadAsync(AppDb db, Guid id, CancellationToken cancel)
    {
        if (!SeesAll(db.Actor)) throw new NotFound(nameof(ForwardingList), id);
        var l = await db.ForwardingLists.AsNoTracking().Include(x => x.Lines.OrderBy(y => y.Rank)).FindOrRefuseAsync(id, cancel);
        var county = await db.Areas.AsNoTracking().FirstAsync(a => a.Level == AreaLevel.County, cancel);
        var first = l.Lines.Select(x => x.DeclarationId).First();
        var scheme = await db.SchemeAsync(await db.Declarations.Where(d => d.Id == first).Select(d => d.SchemeId).SingleAsync(cancel), cancel);
        var names = await db.StaffNamesAsync([l.PreparedById, l.SignedById ?? l.PreparedById], cancel);
        var standing = l.Status switch { ForwardingStatus.SignedOff or ForwardingStatus.Sent => PaperStanding.Final, ForwardingStatus.GivenUp => PaperStanding.Void, _ => PaperStanding.Draft };
        return Of(new(l.Id, county.Id, county.Code ?? "", l.Year, standing), new(l.Number, (l.SentAt ?? l.SignedAt)?.LocalDay(), scheme.Rules.Chain.Accepts.Zh, await VillagesAsync(db, l, cancel),
            (county.Name == county.Code ? "" : county.Name) + Words.Office, names.GetValueOrDefault(l.PreparedById, ""), l.SignedById is { } signer ? names.GetValueOrDefault(signer, "") : "", l.SignedAt?.LocalDay()));
    }

    /// <summary>Whether the actor sees the declarations of the whole county.</summary>
    internal static bool SeesAll(Actor actor) => actor.ScopeOf(Permission.ViewDeclarations) is { IsWholeCounty: true };

    private static async Task<IReadOnlyList<Village>> VillagesAsync(AppDb db, ForwardingList list, CancellationToken cancel)
    {
        var ids = list.Lines.Select(x => x.DeclarationId).ToList();
        var found = await db.Declarations.AsNoTracking().Where(d => ids.Contains(d.Id)).Select(d => new
        {
            d.Id,
            Group = db.Areas.Where(g => g.Id == d.SiteGroupId).Select(g => g.Name).FirstOrDefault(),
            Figures = db.Snapshots.Where(s => s.Id == d.ReviewSnapshotId).Select(s => s.Frozen).First(),
            Reply = db.Replies.Where(r => r.DeclarationId == d.Id).Select(r => (bool?)r.Approved).FirstOrDefault(),
        }).ToDictionaryAsync(d => d.Id, cancel);
        var places = await db.PlaceNamesAsync(list.Lines.Select(x => (Guid?)x.VillageId), cancel);
        return [.. list.Lines.Select(x => (Line: x, Of: found[x.DeclarationId])).Select(x => new Village(places[x.Line.VillageId].Village + x.Of.Group, places[x.Line.VillageId].Township,
            Indicators.Judge(x.Of.Figures.Figures, x.Of.Figures.Thresholds), Words.Acts.Passed, x.Of.Reply switch { true => Words.Acts.Agrees, false => Words.Acts.Disagrees, _ => "" }))];
    }

    public static PaperContent Of(PaperOf of, Values v) => new PaperValues
    {
        ["number"] = v.Number,
        ["year"] = $"{of.Year}",
        ["date"] = Words.Day(v.On),
        ["addressee"] = v.Addressee,
        ["count"] = $"{v.Villages.Count}",
        ["office"] = v.Office,
        ["preparedBy"] = v.PreparedBy,
        ["signedBy"] = v.SignedBy,
        ["signedOn"] = Words.Day(v.SignedOn),
    }.With("villages", v.Villages.Select((x, i) => PaperValues.Row(("rank", $"{i + 1}"), ("place", x.Place), ("township", x.Township),
        ("i1", Shown(x.Indicators.StudentCoverage, Words.Percent)), ("i2", Shown(x.Indicators.AccidentPerHead, "{0}")), ("i3", Shown(x.Indicators.LifePerHead, "{0}")),
        ("i4", Shown(x.Indicators.HouseholdRate, Words.Percent)), ("verdict", x.Verdict), ("reply", x.Reply)))).Content(PaperKind.ForwardingList, of);

    private static string Shown(IndicatorResult result, string unit) => result.Shown.Length == 0 ? Words.Outcomes[result.Outcome] : PaperWords.With(unit, result.Shown);
}
