using VillageInsurance.Domain.Papers;
using static VillageInsurance.UseCases.Papers.PaperBook;

namespace VillageInsurance.UseCases.Papers;

/// <summary>诚信承诺书 of a year: the text's version, each point ticked or not, the signature.</summary>
internal static class CommitmentLetterPaper
{
    /// <param name="Signature">The name as signed on screen; empty to be signed by hand.</param>
    public sealed record Values(string? Number, string Version, string Name, string Place, string? Registration, IReadOnlyList<(string Text, bool Ticked)> Points, string Signature, DateOnly? SignedOn);

    public static PaperContent Of(PaperOf of, Values v) => new PaperValues
    {
        ["number"] = v.Number,
        ["year"] = $"{of.Year}",
        ["version"] = v.Version,
        ["name"] = v.Name,
        ["place"] = v.Place,
        ["registration"] = v.Registration,
        ["signature"] = v.Signature,
        ["signedOn"] = Words.Day(v.SignedOn),
    }.With("points", v.Points.Select((p, i) => PaperValues.Row(("no", $"{i + 1}"), ("text", p.Text), ("ticked", p.Ticked ? Words.Ticked : Words.Unticked)))).Content(PaperKind.CommitmentLetter, of);
}
