using VillageInsurance.Domain.Acceptance;
using VillageInsurance.Domain.Organisation;

namespace VillageInsurance.Domain.Schemes;

/// <summary>Whether a scheme makes sense. The editor shows every fault beside its section; a scheme with one is not saved.</summary>
public static class SchemeChecks
{
    /// <summary>Every fault, in the order of the sections.</summary>
    public static IEnumerable<SchemeFault> Faults(Wording name, SchemeRules r) =>
        [.. Of(SchemeSection.Name, Texts(name)), .. Conditions(r), .. Standards(r), .. Course(r), .. Launch(r), .. Chain(r.Chain), .. Clauses(r), .. ScoreForm(r), .. Pack(r), .. Money(r), .. Of(SchemeSection.Basis, Basis(r))];

    private static IEnumerable<SchemeFault> Of(SchemeSection section, IEnumerable<SchemeRule> rules) => rules.Distinct().Select(rule => new SchemeFault(section, rule));

    private static IEnumerable<SchemeRule> Texts(params Wording[] texts)
    {
        if (texts.Any(t => string.IsNullOrWhiteSpace(t.Zh) || string.IsNullOrWhiteSpace(t.En))) yield return SchemeRule.EveryTextInBothLanguages;
    }

    private static IEnumerable<SchemeFault> Conditions(SchemeRules r) =>
    [
        .. Of(SchemeSection.Conditions,
            (r.Conditions.All(c => !string.IsNullOrWhiteSpace(c.Key)) && r.Conditions.Select(c => c.Key).Distinct().Count() == r.Conditions.Count, SchemeRule.EveryConditionOnce),
            (r.Size is null or { Households: > 0, People: > 0 }, SchemeRule.TheSizeIsPositive)),
        .. Of(SchemeSection.Conditions, Texts([.. r.Conditions.SelectMany(c => new[] { c.Name, c.Requirement })])),
    ];

    private static IEnumerable<SchemeFault> Of(SchemeSection section, params (bool Holds, SchemeRule Rule)[] checks) => Of(section, checks.Where(c => !c.Holds).Select(c => c.Rule));

    private static IEnumerable<SchemeFault> Standards(SchemeRules r) => Of(SchemeSection.Standards,
        (IsShare(r.Thresholds.StudentCoverage) && IsShare(r.Thresholds.HouseholdRate) && IsShare(r.Goals.VillageShare) && IsShare(r.Goals.AnyCoverRate), SchemeRule.AShareIsAboveZeroAndAtMostOne),
        (r.Thresholds.AccidentFenPerHead >= 0 && r.Thresholds.LifeFenPerHead >= 0, SchemeRule.MoneyIsNotNegative));

    private static IEnumerable<SchemeFault> Course(SchemeRules r)
    {
        MonthDay[] days = [r.Deadlines.Launch, r.Deadlines.Implementation, r.Deadlines.Declaration, r.Deadlines.Review];
        return Of(SchemeSection.Course,
            (days.All(IsDay), SchemeRule.ADayIsInTheCalendar),
            (Ordinal(r.Deadlines.Launch) <= Ordinal(r.Deadlines.Implementation) && Ordinal(r.Deadlines.Implementation) < Ordinal(r.Deadlines.Declaration), SchemeRule.DatesFollowEachOther),
            (r.Agents is { AtStart: >= 1, Least: >= 1 } && r.Agents.AtStart <= r.Agents.Most && r.Agents.Least <= r.Agents.Most, SchemeRule.AgentsFromLeastToMost));
    }

    private static IEnumerable<SchemeFault> Chain(DecidingChain c) =>
    [
        .. Of(SchemeSection.Chain,
            (c.SiteProposer != c.SiteDecider, SchemeRule.NobodyDecidesWhatTheyPropose),
            (c.Accepters.Count > 0 && c.Reviews.Count > 0, SchemeRule.TheChainIsComplete),
            (c.NoticeDays is >= 0 and <= 30, SchemeRule.NoticeOfAtMostThirtyDays)),
        .. Of(SchemeSection.Chain, Texts([c.Declares, c.Accepts, .. c.Reviews])),
    ];

    private static IEnumerable<SchemeFault> Launch(SchemeRules r) =>
    [
        .. Of(SchemeSection.Launch, (AreDistinct(r.Launch.Select(x => x.Key)), SchemeRule.EveryKeyOnce), (r.Launch.All(x => x.Level is AreaLevel.Township or AreaLevel.Village), SchemeRule.ATaskIsATownshipsOrAVillages)),
        .. Of(SchemeSection.Launch, Texts([.. r.Launch.Select(x => x.Name)])),
    ];

    private static IEnumerable<SchemeFault> Clauses(SchemeRules r) =>
    [
        .. Of(SchemeSection.Clauses, (AreDistinct(r.AgreementClauses.Select(x => x.Key)), SchemeRule.EveryKeyOnce)),
        .. Of(SchemeSection.Clauses, Texts([.. r.AgreementClauses.SelectMany(x => new[] { x.Heading, x.Text })])),
    ];

    private static IEnumerable<SchemeFault> ScoreForm(SchemeRules r)
    {
        var (form, items) = (r.ScoreForm, r.ScoreForm.Items);
        var indicators = items.Select(x => x.Indicator).OfType<IndicatorKey>().ToList();
        return
        [
            .. Of(SchemeSection.ScoreForm,
                (AreDistinct(items.Select(x => x.Key)), SchemeRule.EveryKeyOnce), (form.Reviewers >= 2, SchemeRule.AtLeastTwoReviewers), (items.All(x => x.Points is > 0 and <= 100), SchemeRule.AnItemHasPoints),
                (form.PassPoints > 0 && form.PassPoints <= items.Sum(x => x.Points), SchemeRule.ThePassIsReachable), (indicators.Distinct().Count() == indicators.Count, SchemeRule.EachIndicatorOnce)),
            .. Of(SchemeSection.ScoreForm, Texts([.. items.SelectMany(x => new[] { x.Name, x.Standard })])),
        ];
    }

    // What a return asks to put right is named by these keys and the form's alike.
    private static IEnumerable<SchemeFault> Pack(SchemeRules r) =>
    [
        .. Of(SchemeSection.Pack, (AreDistinct(r.Pack.Select(x => x.Key)) && !r.Pack.Any(x => r.ScoreForm.Items.Any(i => i.Key == x.Key)), SchemeRule.EveryKeyOnce)),
        .. Of(SchemeSection.Pack, Texts([.. r.Pack.Select(x => x.Name)])),
    ];

    private static IEnumerable<SchemeFault> Money(SchemeRules r) =>
    [
        .. Of(SchemeSection.Money, (!string.IsNullOrWhiteSpace(r.Policies.OwnInsurer), SchemeRule.TheInsurerIsNamed), (r.Rewards.All(x => x.Fen > 0 || x.Places > 0), SchemeRule.ARewardIsAboveZero)),
        .. Of(SchemeSection.Money, Texts([r.RewardTerms.Payer, .. r.Rewards.SelectMany(x => new[] { x.Recipient, x.Use })])),
    ];

    private static IEnumerable<SchemeRule> Basis(SchemeRules r)
    {
        if (r.LegalBasis.Any(d => string.IsNullOrWhiteSpace(d.Title))) yield return SchemeRule.ADocumentHasATitle;
    }

    private static bool AreDistinct(IEnumerable<string> keys)
    {
        var all = keys.ToList();
        return all.All(k => !string.IsNullOrWhiteSpace(k)) && all.Distinct().Count() == all.Count;
    }

    private static bool IsShare(Fraction share) => share is { Part: > 0, Whole: > 0 } && share.Part <= share.Whole;

    private static bool IsDay(MonthDay day) => day is { Month: >= 1 and <= 12, Day: >= 1 } && day.Day <= DateTime.DaysInMonth(2024, day.Month);

    private static int Ordinal(MonthDay day) => day.Month * 100 + day.Day;
}

/// <summary>What is wrong, and in which section of the scheme.</summary>
public readonly record struct SchemeFault(SchemeSection Section, SchemeRule Rule);

/// <summary>The sections in which a scheme is edited and compared.</summary>
public enum SchemeSection { Name, Conditions, Standards, Course, Launch, Chain, Clauses, ScoreForm, Pack, Money, Basis }
