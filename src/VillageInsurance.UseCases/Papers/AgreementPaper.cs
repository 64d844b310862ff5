using VillageInsurance.Domain.Papers;
using static VillageInsurance.UseCases.Papers.PaperBook;

namespace VillageInsurance.UseCases.Papers;

/// <summary>创建合作协议: the parties, the term and the clauses of the scheme.</summary>
internal static class AgreementPaper
{
    /// <param name="Number">Null until one was given.</param>
    /// <param name="Copies">How many originals, in words.</param>
    public sealed record Values(string? Number, string Committee, string Insurer, DateOnly? SignedOn, DateOnly? From, DateOnly? To, IReadOnlyList<(string Title, string Text)> Clauses,
        string Copies, string? CommitteeSigner, string? InsurerSigner);

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
