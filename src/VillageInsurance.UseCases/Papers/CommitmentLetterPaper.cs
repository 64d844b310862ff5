using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Papers;
using VillageInsurance.UseCases.Data;
using static VillageInsurance.UseCases.Papers.PaperBook;

namespace VillageInsurance.UseCases.Papers;

/// <summary>诚信承诺书 of a year: the text's version, each point ticked or not, the signature.</summary>
internal static class CommitmentLetterPaper
{
    /// <param name="Signature">The name as signed on screen; empty to be signed by hand.</param>
    public sealed record Values(string? Number, string Version, string Name, string Place, string? Registration, IReadOnlyList<(string Text, bool Ticked)> Points, string Signature, DateOnly? SignedOn);

    public static async Task<IReadOnlyList<Guid>> OfVillageAsync(AppDb db, Guid villageId, CancellationToken cancel) =>
        await db.CommitmentLetters.Where(l => l.VillageId == villageId).OrderBy(l => l.Id).Select(l => l.Id).Take(200).ToListAsync(cancel);

    // There is a letter only once every point was ticked and it was signed. One that was signed on paper keeps its line for the hand.
    public static async Task<PaperContent> ReadAsync(AppDb db, Guid id, CancellationToken cancel)
    {
        var l = await db.CommitmentLetters.AsNoTracking().FindOrRefuseAsync(id, cancel);
        var text = await db.ProgrammeTexts.AsNoTracking().SingleAsync(t => t.Id == l.TextId, cancel);
        var agent = await db.Staff.AsNoTracking().SingleAsync(p => p.Id == l.StaffId, cancel);
        var place = await PaperPlace.OfAsync(db, l.VillageId, l.GroupId, cancel);
        return Of(new(l.Id, l.VillageId, place.Code, l.Year, PaperStanding.Final), new(l.Number, PaperWords.With(Words.Acts.Version, text.Number), l.SignedName, place.Township + place.Name,
            agent.Registration?.Number, [.. text.Points.Select(p => (p.Text.Zh, true))], l.OnPaper ? "" : l.SignedName, l.SignedAt.LocalDay()));
    }

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
