using Microsoft.Extensions.Localization;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Schemes;
using VillageInsurance.Web.Shared;
using VillageInsurance.Web.Texts;

namespace VillageInsurance.Web.Schemes;

/// <summary>One thing that a scheme says: its section, what tells it from others, what it is called, what it says.</summary>
public sealed record SchemeLine(string Section, string Key, string Label, string Text);

/// <summary>A scheme as lines, to be laid beside another one. A new section adds its lines here.</summary>
internal static class SchemeLines
{
    public static IReadOnlyList<SchemeLine> Of(SchemeRules r, IStringLocalizer<SchemeTexts> t, IStringLocalizer<ShellTexts> shell)
    {
        string Role(Role role) => shell[$"Role.{role}"];
        string Day(MonthDay day) => t["MonthDay", day.Month, day.Day];
        return
        [
            .. r.Conditions.Select(c => new SchemeLine(t["Conditions"], $"condition {c.Key}", c.Name.Shown(), $"{c.Requirement.Shown()} · {t[c.Binds ? "Binds" : "NotBinding"].Value}")),
            new(t["Conditions"], "size", t["Size"], r.Size is { } size ? $"{t["SizeRule", size.Households.Grouped(), size.People.Grouped()].Value} · {Bound(size, t)}" : t["NoSize"]),
            new(t["Thresholds"], "i1", t["I1"], $"{t["AtLeastPercent", Wordings.Percent(r.Thresholds.StudentCoverage)].Value} · {t[$"Base.{r.Thresholds.StudentBase}"].Value}"),
            new(t["Thresholds"], "i2", t["I2"], t["AtLeastYuan", Numbers.Yuan(r.Thresholds.AccidentFenPerHead)]),
            new(t["Thresholds"], "i3", t["I3"], t["AtLeastYuan", Numbers.Yuan(r.Thresholds.LifeFenPerHead)]),
            new(t["Thresholds"], "i4", t["I4"], t["AtLeastPercent", Wordings.Percent(r.Thresholds.HouseholdRate)]),
            new(t["Goals"], "share", t["GoalShare"], $"{Wordings.Percent(r.Goals.VillageShare)} · {t[$"GoalBase.{r.Goals.Base}"].Value}"),
            new(t["Goals"], "any", t["GoalAnyCover"], Wordings.Percent(r.Goals.AnyCoverRate)),
            new(t["Deadlines"], "launch", t["LaunchDay"], Day(r.Deadlines.Launch)),
            new(t["Deadlines"], "implementation", t["ImplementationDay"], Day(r.Deadlines.Implementation)),
            new(t["Deadlines"], "declaration", t["DeclarationDay"], Day(r.Deadlines.Declaration)),
            new(t["Deadlines"], "irregular", t["Irregular"], t[r.Deadlines.IrregularDeclaration ? "Yes" : "No"]),
            new(t["Deadlines"], "review", t["ReviewDay"], Day(r.Deadlines.Review)),
            new(t["Agents"], "agents", t["Agents"], t["AgentNumbers", r.Agents.AtStart, r.Agents.Least, r.Agents.Most]),
            new(t["Chain"], "proposer", t["SiteProposer"], Role(r.Chain.SiteProposer)),
            new(t["Chain"], "decider", t["SiteDecider"], Role(r.Chain.SiteDecider)),
            new(t["Chain"], "declarer", t["Declarer"], $"{r.Chain.Declares.Shown()} · {Role(r.Chain.Declarer)}"),
            new(t["Chain"], "reviewer", t["Reviewer"], $"{Joined(r.Chain.Reviews.Select(b => b.Shown()), t)} · {Role(r.Chain.Reviewer)}"),
            new(t["Chain"], "accepters", t["Accepters"], $"{r.Chain.Accepts.Shown()} · {Joined(r.Chain.Accepters.Select(Role), t)}"),
            new(t["Chain"], "assessor", t["Assessor"], Role(r.Chain.Assessor)),
            new(t["Chain"], "forwarded", t["Forwarding"], t[r.Chain.Forwarded ? "Forwarded" : "NotForwarded"]),
            new(t["Chain"], "notice", t["NoticeDays"], r.Chain.NoticeDays.Grouped()),
            new(t["Policies"], "policies", t["Policies"], $"{t["OwnInsurer", r.Policies.OwnInsurer].Value} · {t[r.Policies.OthersCount ? "OthersCount" : "OthersDoNot"].Value}"),
            .. SchemeWorkLines.Of(r, t),
            .. r.LegalBasis.Select((d, i) => new SchemeLine(t["Basis"], $"document {d.Title} {r.LegalBasis.Take(i).Count(o => o.Title == d.Title)}", d.Title,
                string.Join(" · ", new[] { t[$"Kind.{d.Kind}"].Value, d.Number, d.Date?.Day(), d.Issuer }.OfType<string>()))),
        ];
    }

    private static string Bound(SizeRule size, IStringLocalizer<SchemeTexts> t) => size is { BindsVillages: false, BindsGroups: false } ? t["NotBinding"]
        : Joined(new[] { size.BindsVillages ? t["SizeVillages"].Value : null, size.BindsGroups ? t["SizeGroups"].Value : null }.OfType<string>(), t);

    private static string Joined(IEnumerable<string> parts, IStringLocalizer<SchemeTexts> t) => string.Join(t["Separator"], parts);
}
