using VillageInsurance.Domain.Acceptance;
using VillageInsurance.Domain.Papers;
using static VillageInsurance.UseCases.Papers.PaperBook;

namespace VillageInsurance.UseCases.Papers;

/// <summary>上报名单: the villages that passed the first review, in their ranking, with the reply once it is there.</summary>
internal static class ForwardingListPaper
{
    public sealed record Values(string? Number, DateOnly? On, string Addressee, IReadOnlyList<Village> Villages, string Office, string PreparedBy, string SignedBy, DateOnly? SignedOn);

    public sealed record Village(string Place, string Township, Indicators Indicators, string Verdict, string Reply);

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
