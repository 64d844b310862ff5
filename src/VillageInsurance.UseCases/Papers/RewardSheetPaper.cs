using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Awards;
using VillageInsurance.Domain.Papers;
using VillageInsurance.UseCases.Awards;
using VillageInsurance.UseCases.Data;
using static VillageInsurance.UseCases.Papers.PaperBook;

namespace VillageInsurance.UseCases.Papers;

/// <summary>奖励发放表, one sheet of each title: who gets what for which use, in figures and in characters that cannot be altered. Its number is given with its first line. Final once every line is decided;
/// refused ones are left out. Who sees no more than his own rewards does not see the sheet.</summary>
internal static class RewardSheetPaper
{
    public sealed record Values(string? Number, DateOnly? On, string Place, string Certificate, string Payer, string Basis, string Resolution, string Notice,
        IReadOnlyList<Line> Lines, string PreparedBy, string ApprovedBy, DateOnly? ApprovedOn, DateOnly? PaidOn);

    /// <param name="Fen">In fen; zero for a place on a study trip.</param>
    public sealed record Line(string Payee, string Reward, string Use, long Fen);

    public static async Task<IReadOnlyList<Guid>> OfVillageAsync(AppDb db, Guid villageId, CancellationToken cancel) => RewardLedger.OwnOnly(db.Actor) ? []
        : await db.Titles.Where(t => t.VillageId == villageId && db.RewardLines.Any(l => l.TitleId == t.Id && l.Status != RewardStatus.Refused)).OrderBy(t => t.Id).Select(t => t.Id).Take(50).ToListAsync(cancel);

    public static async Task<PaperContent> ReadAsync(AppDb db, Guid id, CancellationToken cancel) => RewardLedger.OwnOnly(db.Actor) ? throw new NotFound(nameof(Title), id)
        : await RewardSheetReader.ReadAsync(db, await db.Titles.AsNoTracking().FindOrRefuseAsync(id, cancel), cancel);

    public static PaperContent Of(PaperOf of, Values v) => new PaperValues
    {
        ["number"] = v.Number,
        ["year"] = $"{of.Year}",
        ["date"] = Words.Day(v.On),
        ["place"] = v.Place,
        ["certificate"] = v.Certificate,
        ["payer"] = v.Payer,
        ["basis"] = v.Basis,
        ["resolution"] = v.Resolution,
        ["notice"] = v.Notice,
        ["total"] = PaperWords.With(Words.YuanAmount, PaperWords.Money(v.Lines.Sum(l => l.Fen))),
        ["totalInWords"] = Words.Amount(v.Lines.Sum(l => l.Fen)),
        ["preparedBy"] = v.PreparedBy,
        ["approvedBy"] = v.ApprovedBy,
        ["approvedOn"] = Words.Day(v.ApprovedOn),
        ["paidOn"] = Words.Day(v.PaidOn),
    }.With("lines", v.Lines.Select((l, i) => PaperValues.Row(("no", $"{i + 1}"), ("payee", l.Payee), ("reward", l.Reward), ("use", l.Use), ("amount", l.Fen == 0 ? PaperWords.With(Words.Acts.Places, 1) : PaperWords.Money(l.Fen)), ("receipt", ""))))
        .Content(PaperKind.RewardSheet, of);
}
