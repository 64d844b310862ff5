using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Agreements;
using VillageInsurance.Domain.Papers;
using VillageInsurance.UseCases.Acceptance;
using VillageInsurance.UseCases.Data;
using static VillageInsurance.UseCases.Papers.PaperBook;

namespace VillageInsurance.UseCases.Papers;

/// <summary>创建合作协议: the parties, the term and the clauses of the scheme. It is signed on paper before it is in force, so what was submitted is printed without a watermark.</summary>
internal static class AgreementPaper
{
    /// <param name="Number">Null until one was given.</param>
    /// <param name="Copies">How many originals, in words.</param>
    public sealed record Values(string? Number, string Committee, string Insurer, DateOnly? SignedOn, DateOnly? From, DateOnly? To, IReadOnlyList<(string Title, string Text)> Clauses,
        string Copies, string? CommitteeSigner, string? InsurerSigner);

    public static async Task<IReadOnlyList<Guid>> OfVillageAsync(AppDb db, Guid villageId, CancellationToken cancel) =>
        await db.Agreements.Where(a => a.VillageId == villageId).OrderBy(a => a.Id).Select(a => a.Id).Take(50).ToListAsync(cancel);

    public static async Task<PaperContent> ReadAsync(AppDb db, Guid id, CancellationToken cancel)
    {
        var a = await db.Agreements.AsNoTracking().FindOrRefuseAsync(id, cancel);
        var clauses = (await db.SchemeAsync(a.SchemeId, cancel)).Rules.AgreementClauses;
        var place = await PaperPlace.OfAsync(db, a.VillageId, null, cancel);
        var t = a.Terms;
        return Of(new(a.Id, a.VillageId, place.Code, (a.From ?? db.Operation.At.LocalDay()).Year, a.Status is AgreementStatus.Draft or AgreementStatus.Returned ? PaperStanding.Draft : PaperStanding.Final),
            new(a.Number, t.Committee, t.Branch, t.SignedOn, t.From, t.To, [.. clauses.Select(c => (c.Heading.Zh, t.TextOf(c.Key) ?? ""))], Words.Acts.Copies, t.CommitteeSigner, t.BranchSigner));
    }

    public static PaperContent Of(PaperOf of, Values v) => new PaperValues
    {
        ["number"] = v.Number,
        ["year"] = $"{of.Year}",
        ["signedOn"] = Words.Day(v.SignedOn),
        ["committee"] = v.Committee,
        ["insurer"] = v.Insurer,
        ["term"] = v is { From: { } from, To: { } to } ? Words.Days(from, to) : Words.Days(Words.BlankDay, Words.BlankDay),
        ["copies"] = v.Copies,
        ["committeeSigner"] = v.CommitteeSigner,
        ["insurerSigner"] = v.InsurerSigner,
        ["committeeDate"] = Words.Day(v.SignedOn),
        ["insurerDate"] = Words.Day(v.SignedOn),
    }.With("clauses", v.Clauses.Select((c, i) => PaperValues.Row(("no", $"{i + 1}"), ("title", c.Title), ("text", c.Text)))).Content(PaperKind.Agreement, of);
}
