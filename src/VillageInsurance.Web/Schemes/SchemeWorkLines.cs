using Microsoft.Extensions.Localization;
using VillageInsurance.Domain.Schemes;
using VillageInsurance.Web.Shared;
using VillageInsurance.Web.Texts;

namespace VillageInsurance.Web.Schemes;

/// <summary>What a scheme says about launch, agreement, score form, pack and rewards, in words: for its page and to be laid beside another one.</summary>
internal static class SchemeWorkLines
{
    public static IEnumerable<SchemeLine> Of(SchemeRules r, IStringLocalizer<SchemeTexts> t) =>
    [
        .. r.Launch.Select(x => new SchemeLine(t["LaunchTasks"], $"task {x.Key}", x.Name.Shown(), TextOf(x, t))),
        .. r.AgreementClauses.Select(x => new SchemeLine(t["Clauses"], $"clause {x.Key}", x.Heading.Shown(), x.Fixed ? $"{x.Text.Shown()} · {t["ClauseFixed"].Value}" : x.Text.Shown())),
        new(t["ScoreForm"], "reviewers", t["Reviewers"], r.ScoreForm.Reviewers.Grouped()),
        new(t["ScoreForm"], "pass points", t["PassPoints"], t["PointsOf", r.ScoreForm.PassPoints, r.ScoreForm.Items.Sum(x => x.Points)]),
        .. r.ScoreForm.Items.Select(x => new SchemeLine(t["ScoreForm"], $"item {x.Key}", x.Name.Shown(), $"{x.Standard.Shown()} · {PointsOf(x, t)}")),
        .. r.Pack.Select(x => new SchemeLine(t["Pack"], $"paper {x.Key}", x.Name.Shown(), t["IsAttached"])),
        .. r.Rewards.Select((x, i) => new SchemeLine(t["Rewards"], $"reward {x.Kind} {r.Rewards.Take(i).Count(o => o.Kind == x.Kind)}", t[$"RewardKind.{x.Kind}"], TextOf(x, t))),
        new(t["Rewards"], "payer", t["PayerOf"], r.RewardTerms.Payer.Shown()),
        new(t["Rewards"], "persons", t["PersonsOf"], t[$"Persons.{r.RewardTerms.Persons}"]),
        new(t["Rewards"], "monument", t["Monument"], t[r.RewardTerms.Monument ? "HasMonument" : "NoMonument"]),
    ];

    /// <summary>Who reports the task, and whether with a paper.</summary>
    public static string TextOf(LaunchTask task, IStringLocalizer<SchemeTexts> t) => $"{t[$"TaskLevel.{task.Level}"].Value} · {t[task.NeedsPaper ? "NeedsPaper" : "NeedsNoPaper"].Value}";

    /// <summary>The points of an item, and whether they follow from the figures.</summary>
    public static string PointsOf(ScoreItem item, IStringLocalizer<SchemeTexts> t) =>
        item.Indicator is { } key ? $"{t["Points", item.Points].Value} · {t["ByFigures", t[$"I{(int)key + 1}"].Value].Value}" : t["Points", item.Points];

    /// <summary>To whom it goes, how much, how often, for what.</summary>
    public static string TextOf(Reward reward, IStringLocalizer<SchemeTexts> t)
    {
        var amount = reward.Places > 0 ? t["PlacesAYear", reward.Places].Value : t[reward.AtLeast ? "YuanAtLeast" : "YuanFlat", Numbers.Yuan(reward.Fen)].Value;
        return string.Join(" · ", new[] { reward.Recipient.Shown(), amount, reward.Places > 0 ? "" : t[$"Rhythm.{reward.Rhythm}"].Value, reward.Use.Shown() }.Where(part => part.Length > 0));
    }
}
