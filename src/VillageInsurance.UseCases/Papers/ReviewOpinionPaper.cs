using VillageInsurance.Domain.Acceptance;
using VillageInsurance.Domain.Papers;
using VillageInsurance.Domain.Schemes;
using static VillageInsurance.UseCases.Papers.PaperBook;

namespace VillageInsurance.UseCases.Papers;

/// <summary>初审意见: what the first review found, and its verdict.</summary>
internal static class ReviewOpinionPaper
{
    public sealed record Values(string? Number, string? Declaration, string Addressee, string Place, IReadOnlyList<string> Reviewers, DateOnly? ReviewedOn, Indicators Indicators, Thresholds Thresholds,
        string Scheme, string Snapshot, string Opinion, string Verdict, string Reviewer, DateOnly? On);

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
