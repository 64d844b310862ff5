using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Acceptance;
using VillageInsurance.Domain.Papers;
using VillageInsurance.Domain.Schemes;
using VillageInsurance.UseCases.Acceptance;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Organisation;
using static VillageInsurance.UseCases.Papers.PaperBook;

namespace VillageInsurance.UseCases.Papers;

/// <summary>初审意见 of a declaration that passed the first review: what was found, and the verdict. Its record is the declaration; one that came back has none.</summary>
internal static class ReviewOpinionPaper
{
    public sealed record Values(string? Number, string? Declaration, string Addressee, string Place, IReadOnlyList<string> Reviewers, DateOnly? ReviewedOn, Indicators Indicators, Thresholds Thresholds,
        string Scheme, string Snapshot, string Opinion, string Verdict, string Reviewer, DateOnly? On);

    public static async Task<IReadOnlyList<Guid>> OfVillageAsync(AppDb db, Guid villageId, CancellationToken cancel) =>
        await db.Declarations.Where(d => d.VillageId == villageId && d.ReviewSnapshotId != null && d.Status != DeclarationStatus.Returned).OrderBy(d => d.Id).Select(d => d.Id).Take(50).ToListAsync(cancel);

    public static async Task<PaperContent> ReadAsync(AppDb db, Guid id, CancellationToken cancel)
    {
        var d = await db.Declarations.AsNoTracking().Where(x => x.ReviewSnapshotId != null && x.Status != DeclarationStatus.Returned).FindOrRefuseAsync(id, cancel);
        var scheme = await db.SchemeAsync(d.SchemeId, cancel);
        var place = await PaperPlace.OfAsync(db, d.VillageId, d.SiteGroupId, cancel);
        var snapshot = (await db.SnapshotsAsync([d.ReviewSnapshotId!.Value], cancel)).Single();
        var sheets = await db.ReviewSheets.AsNoTracking().Where(s => s.DeclarationId == id && s.SignedAt != null).OrderBy(s => s.Id).ToListAsync(cancel);
        var names = await db.StaffNamesAsync(sheets.Select(s => s.ReviewerId), cancel);
        var (chain, asked) = (scheme.Rules.Chain, snapshot.Frozen.Thresholds);
        return Of(new(d.Id, d.VillageId, place.Code, d.Year, PaperStanding.Final), new(d.ReviewNumber, d.Number, chain.Accepts.Zh, place.Township + place.Name, [.. sheets.Select(s => names.GetValueOrDefault(s.ReviewerId, ""))],
            sheets.Max(s => s.VisitedOn), Indicators.Judge(snapshot.Frozen.Figures, asked), asked, scheme.Name.Zh, DeclarationReader.CodeOf(snapshot), d.Opinion, Words.Acts.Passed, chain.Reviews[0].Zh, d.DecidedAt?.LocalDay()));
    }

    public static PaperContent Of(PaperOf of, Values v) => new PaperValues
    {
        ["number"] = v.Number,
        ["declaration"] = v.Declaration,
        ["year"] = $"{of.Year}",
        ["addressee"] = v.Addressee,
        ["place"] = v.Place,
        ["reviewers"] = string.Join(Words.Separator, v.Reviewers),
        ["reviewedOn"] = Words.Day(v.ReviewedOn),
        ["opinion"] = v.Opinion,
        ["verdict"] = v.Verdict,
        ["scheme"] = v.Scheme,
        ["snapshot"] = v.Snapshot,
        ["reviewer"] = v.Reviewer,
        ["date"] = Words.Day(v.On),
    }.With("indicators", Words.Rows(v.Indicators, v.Thresholds)).Content(PaperKind.ReviewOpinion, of);
}
