using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Households;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Papers;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Households;
using VillageInsurance.UseCases.Organisation;
using static VillageInsurance.UseCases.Papers.PaperBook;

namespace VillageInsurance.UseCases.Papers;

/// <summary>月度创建工作反馈表: counts, the plan and the talk. Final once it was given; a draft is its writer's alone.</summary>
internal static class CommitteeFeedbackPaper
{
    public sealed record Values(string Place, DateOnly Month, DateOnly? On, FeedbackFigures Figures, string Plan, DateOnly? TalkOn, string TalkWith, string Minutes, string Agent);

    public static async Task<IReadOnlyList<Guid>> OfVillageAsync(AppDb db, Guid villageId, CancellationToken cancel) => await db.CommitteeFeedback
        .Where(f => f.VillageId == villageId && f.Status == FeedbackStatus.Given).OrderBy(f => f.Month).Select(f => f.Id).Take(50).ToListAsync(cancel);

    public static async Task<PaperContent> ReadAsync(AppDb db, Guid id, CancellationToken cancel)
    {
        var f = await db.CommitteeFeedback.AsNoTracking().FindOrRefuseAsync(id, cancel);
        if (f.Status != FeedbackStatus.Given && !db.Actor.May(Permission.GiveFeedback, f)) throw new NotFound(nameof(CommitteeFeedback), id);
        var place = await PaperPlace.OfAsync(db, f.VillageId, null, cancel);
        var names = await db.StaffNamesAsync([f.ById], cancel);
        var figures = f.Figures ?? await FeedbackCounts.OfMonthAsync(db, f.VillageId, f.Month, db.Operation.At.LocalDay(), cancel);
        return Of(new(f.Id, f.VillageId, place.Code, f.Month.Year, f.Status == FeedbackStatus.Given ? PaperStanding.Final : PaperStanding.Draft),
            new(place.Township + place.Name, f.Month, f.GivenAt?.LocalDay(), figures, f.Plan, f.TalkOn, f.TalkWith, f.Minutes, names.GetValueOrDefault(f.ById, "")));
    }

    public static PaperContent Of(PaperOf of, Values v) => new PaperValues
    {
        ["year"] = $"{of.Year}",
        ["month"] = $"{v.Month.Month}",
        ["date"] = Words.Day(v.On),
        ["place"] = v.Place,
        ["households"] = PaperWords.With(Words.Households, PaperWords.Number(v.Figures.Households)),
        ["visits"] = PaperWords.Number(v.Figures.Visits),
        ["visited"] = PaperWords.With(Words.Households, PaperWords.Number(v.Figures.Visited)),
        ["refused"] = PaperWords.With(Words.Households, PaperWords.Number(v.Figures.Refused)),
        ["student"] = PaperWords.With(Words.Files, PaperWords.Number(v.Figures.Student)),
        ["accident"] = PaperWords.With(Words.Files, PaperWords.Number(v.Figures.Accident)),
        ["life"] = PaperWords.With(Words.Files, PaperWords.Number(v.Figures.Life)),
        ["other"] = PaperWords.With(Words.Files, PaperWords.Number(v.Figures.Other)),
        ["claimsReported"] = FilesOf(v.Figures.ClaimsReported),
        ["claimsDecided"] = FilesOf(v.Figures.ClaimsDecided),
        ["claimsPaid"] = FilesOf(v.Figures.ClaimsPaid),
        ["claimsLate"] = FilesOf(v.Figures.ClaimsLate),
        ["complaints"] = FilesOf(v.Figures.Complaints),
        ["plan"] = v.Plan,
        ["talkOn"] = Words.Day(v.TalkOn),
        ["talkWith"] = v.TalkWith,
        ["minutes"] = v.Minutes,
        ["agent"] = v.Agent,
    }.Content(PaperKind.CommitteeFeedback, of);

    // What was given before these were counted leaves them open.
    private static string FilesOf(long? count) => count is { } known ? PaperWords.With(Words.Files, PaperWords.Number(known)) : "";
}
