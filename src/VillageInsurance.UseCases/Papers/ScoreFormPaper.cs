using VillageInsurance.Domain.Papers;
using static VillageInsurance.UseCases.Papers.PaperBook;

namespace VillageInsurance.UseCases.Papers;

/// <summary>考核验收评分表: item by item with points, the sum and verdict, site visits, and who reviewed.</summary>
internal static class ScoreFormPaper
{
    /// <param name="Verdict">The outcome in words; empty while there is none.</param>
    public sealed record Values(string? Number, string? Declaration, DateOnly? On, string Place, string Township, string Reviewer, IReadOnlyList<Item> Items, int Needed, string Verdict, string Reasons,
        IReadOnlyList<string> Visits, IReadOnlyList<(string Name, string Unit, DateOnly? On)> Reviewers);

    /// <param name="Most">The points that it can give.</param>
    /// <param name="Points">The points given; null while it is open.</param>
    public sealed record Item(string Name, string Standard, string Evidence, int Most, int? Points, string Remark);

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
