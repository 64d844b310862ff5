using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Acceptance;
using VillageInsurance.Domain.Papers;
using VillageInsurance.UseCases.Acceptance;
using VillageInsurance.UseCases.Data;
using static VillageInsurance.UseCases.Papers.PaperBook;

namespace VillageInsurance.UseCases.Papers;

/// <summary>考核验收评分表 of one reviewer: item by item with points, the sum and verdict, the site visit. Its number is the declaration's with its place among the forms. Final once signed.</summary>
internal static class ScoreFormPaper
{
    /// <param name="Verdict">The outcome in words; empty while there is none.</param>
    public sealed record Values(string? Number, string? Declaration, DateOnly? On, string Place, string Township, string Reviewer, IReadOnlyList<Item> Items, int Needed, string Verdict, string Reasons,
        IReadOnlyList<string> Visits, IReadOnlyList<(string Name, string Unit, DateOnly? On)> Reviewers);

    /// <param name="Most">The points that it can give.</param>
    /// <param name="Points">The points given; null while it is open.</param>
    public sealed record Item(string Name, string Standard, string Evidence, int Most, int? Points, string Remark);

    public static async Task<IReadOnlyList<Guid>> OfVillageAsync(AppDb db, Guid villageId, CancellationToken cancel) =>
        await db.ReviewSheets.Where(s => s.VillageId == villageId).OrderBy(s => s.Id).Select(s => s.Id).Take(100).ToListAsync(cancel);

    public static async Task<PaperContent> ReadAsync(AppDb db, Guid id, CancellationToken cancel)
    {
        var s = await db.ReviewSheets.AsNoTracking().FindOrRefuseAsync(id, cancel);
        var d = await db.Declarations.AsNoTracking().SingleAsync(x => x.Id == s.DeclarationId, cancel);
        var rules = (await db.SchemeAsync(d.SchemeId, cancel)).Rules;
        var place = await PaperPlace.OfAsync(db, d.VillageId, d.SiteGroupId, cancel);
        var reviewer = await db.Staff.AsNoTracking().SingleAsync(p => p.Id == s.ReviewerId, cancel);
        var number = (await db.ReviewSheets.Where(x => x.DeclarationId == d.Id).OrderBy(x => x.Id).Select(x => x.Id).ToListAsync(cancel)).IndexOf(id) + 1;
        var given = s.Scores.ToDictionary(x => x.Key);
        return Of(new(s.Id, s.VillageId, place.Code, d.Year, s.SignedAt is null ? PaperStanding.Draft : PaperStanding.Final), new($"{d.Number}-{number}", d.Number, s.SignedAt?.LocalDay(), place.Name, place.Township,
            s.Track == ReviewTrack.Township ? place.Township : place.County + Words.Office,
            [.. rules.ScoreForm.Items.Select(i => new Item(i.Name.Zh, i.Standard.Zh, given.GetValueOrDefault(i.Key)?.Evidence ?? "", i.Points, given.GetValueOrDefault(i.Key)?.Points, ""))], rules.ScoreForm.PassPoints,
            s.Verdict switch { ReviewVerdict.Pass => Words.Acts.Passed, ReviewVerdict.Return => Words.Acts.SentBack, _ => "" }, s.Opinion,
            s.VisitedOn is { } on ? [PaperWords.With(Words.Acts.Visit, Words.Day(on), s.VisitNote)] : [], [(reviewer.Name, reviewer.Unit ?? "", s.SignedAt?.LocalDay())]));
    }

    public static PaperContent Of(PaperOf of, Values v) => new PaperValues
    {
        ["number"] = v.Number,
        ["declaration"] = v.Declaration,
        ["date"] = Words.Day(v.On),
        ["place"] = v.Place,
        ["township"] = v.Township,
        ["year"] = $"{of.Year}",
        ["reviewer"] = v.Reviewer,
        ["total"] = v.Items.All(i => i.Points is not null) ? $"{v.Items.Sum(i => i.Points)}" : "",
        ["needed"] = $"{v.Needed}",
        ["verdict"] = v.Verdict,
        ["reasons"] = v.Reasons,
    }
        .With("items", v.Items.Select((x, i) => PaperValues.Row(("no", $"{i + 1}"), ("name", x.Name), ("standard", x.Standard), ("evidence", x.Evidence), ("most", $"{x.Most}"), ("points", $"{x.Points}"), ("remark", x.Remark))))
        .With("visits", v.Visits.Select(text => PaperValues.Row(("text", text))))
        .With("reviewers", v.Reviewers.Select(r => PaperValues.Row(("name", r.Name), ("unit", r.Unit), ("signature", ""), ("date", Words.Day(r.On))))).Content(PaperKind.ScoreForm, of);
}
