using VillageInsurance.Domain.Papers;
using static VillageInsurance.UseCases.Papers.PaperBook;

namespace VillageInsurance.UseCases.Papers;

/// <summary>奖励发放表: who gets what for which use, in figures and in characters that cannot be altered.</summary>
internal static class RewardSheetPaper
{
    public sealed record Values(string? Number, DateOnly? On, string Place, string Certificate, string Payer, string Basis, string Resolution, string Notice,
        IReadOnlyList<Line> Lines, string PreparedBy, string ApprovedBy, DateOnly? ApprovedOn, DateOnly? PaidOn);

    /// <param name="Fen">In fen.</param>
    public sealed record Line(string Payee, string Reward, string Use, long Fen);

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
    }.With("lines", v.Lines.Select((l, i) => PaperValues.Row(("no", $"{i + 1}"), ("payee", l.Payee), ("reward", l.Reward), ("use", l.Use), ("amount", PaperWords.Money(l.Fen)), ("receipt", ""))))
        .Content(PaperKind.RewardSheet, of);
}
