using VillageInsurance.Domain.Acceptance;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Schemes;
using VillageInsurance.Domain.Shared;
using VillageInsurance.Domain.Tests.Applications;

namespace VillageInsurance.Domain.Tests.Schemes;

public class SchemeEditTests
{
    private static readonly DateOnly Today = new(2026, 1, 5);
    private static readonly Guid Drafter = Guid.NewGuid(), Editor = Guid.NewGuid(), Publisher = Guid.NewGuid();
    private static readonly Wording Name = new("-", "-");

    private readonly SchemeRules _rules = Programmes.City().Rules with { LegalBasis = [new(LegalDocumentKind.Approval, "Approval", null, null, null, null)] };

    [Fact]
    public void A_draft_says_what_its_basis_says_until_it_is_edited()
    {
        var draft = Draft();

        Assert.Equal((SchemeStatus.Draft, 2026, 3), (draft.Status, draft.Year, draft.Number));
        draft.Edit(Name, _rules with { Agents = new(1, 1, 2) }, Editor);
        Assert.Equal(2, draft.Rules.Agents.Most);
        Assert.Equal([Drafter, Editor], draft.EditorIds);
    }

    [Fact]
    public void Neither_who_drafted_nor_who_edited_publishes()
    {
        var draft = Draft();
        draft.Edit(Name, _rules, Editor);

        foreach (var own in new[] { Drafter, Editor })
            Assert.Equal(SchemeRule.NobodyPublishesTheirOwn, Assert.Throws<RuleBroken>(() => draft.Publish(own, Today, Today)).Rule);
        draft.Publish(Publisher, Today, Today);
        Assert.Equal((SchemeStatus.Published, Publisher), (draft.Status, draft.PublishedById));
    }

    [Fact]
    public void A_published_scheme_never_changes_again()
    {
        var draft = Draft();
        draft.Publish(Publisher, Today, Today);

        Assert.Equal(SchemeRule.OnlyADraftIsEdited, Assert.Throws<RuleBroken>(() => draft.Edit(Name, _rules, Editor)).Rule);
        Assert.Equal(SchemeRule.OnlyADraftIsPublished, Assert.Throws<RuleBroken>(() => draft.Publish(Publisher, Today, Today)).Rule);
    }

    [Theory]
    [InlineData("2026-01-04")]
    [InlineData("2027-01-01")]
    public void It_holds_from_today_or_later_at_the_latest_in_its_year(string from) =>
        Assert.Equal(SchemeRule.ItHoldsFromTodayOrLaterInItsYear, Assert.Throws<RuleBroken>(() => Draft().Publish(Publisher, DateOnly.Parse(from, null), Today)).Rule);

    public static TheoryData<SchemeRule, Func<SchemeRules, SchemeRules>> Nonsense => new()
    {
        { SchemeRule.EveryConditionOnce, r => r with { Conditions = [r.Conditions[0], r.Conditions[0]] } },
        { SchemeRule.EveryTextInBothLanguages, r => r with { Conditions = [r.Conditions[0] with { Name = new("-", " ") }] } },
        { SchemeRule.TheSizeIsPositive, r => r with { Size = new(0, 800, true, true) } },
        { SchemeRule.AShareIsAboveZeroAndAtMostOne, r => r with { Thresholds = r.Thresholds with { StudentCoverage = new(101, 100) } } },
        { SchemeRule.AShareIsAboveZeroAndAtMostOne, r => r with { Goals = r.Goals with { VillageShare = new(1, 0) } } },
        { SchemeRule.MoneyIsNotNegative, r => r with { Thresholds = r.Thresholds with { LifeFenPerHead = -1 } } },
        { SchemeRule.ADayIsInTheCalendar, r => r with { Deadlines = r.Deadlines with { Review = new(2, 30) } } },
        { SchemeRule.DatesFollowEachOther, r => r with { Deadlines = r.Deadlines with { Declaration = new(1, 15) } } },
        { SchemeRule.AgentsFromLeastToMost, r => r with { Agents = new(1, 4, 3) } },
        { SchemeRule.NobodyDecidesWhatTheyPropose, r => r with { Chain = r.Chain with { SiteDecider = r.Chain.SiteProposer } } },
        { SchemeRule.TheChainIsComplete, r => r with { Chain = r.Chain with { Accepters = [] } } },
        { SchemeRule.NoticeOfAtMostThirtyDays, r => r with { Chain = r.Chain with { NoticeDays = 31 } } },
        { SchemeRule.TheInsurerIsNamed, r => r with { Policies = new("", false) } },
        { SchemeRule.ARewardIsAboveZero, r => r with { Rewards = [new(RewardKind.Village, Name, 0, false, 0, RewardRhythm.Once, Name)] } },
        { SchemeRule.EveryKeyOnce, r => r with { Launch = [r.Launch[0], r.Launch[0]] } },
        { SchemeRule.EveryKeyOnce, r => r with { AgreementClauses = [r.AgreementClauses[0], r.AgreementClauses[0]] } },
        { SchemeRule.EveryKeyOnce, r => r with { ScoreForm = r.ScoreForm with { Items = [r.ScoreForm.Items[0] with { Points = 100 }, r.ScoreForm.Items[0]] } } },
        { SchemeRule.EveryKeyOnce, r => r with { Pack = [new("", Name)] } },
        { SchemeRule.EveryKeyOnce, r => r with { Pack = [new(r.ScoreForm.Items[0].Key, Name)] } },
        { SchemeRule.ATaskIsATownshipsOrAVillages, r => r with { Launch = [r.Launch[0] with { Level = AreaLevel.Group }] } },
        { SchemeRule.AtLeastTwoReviewers, r => r with { ScoreForm = r.ScoreForm with { Reviewers = 1 } } },
        { SchemeRule.AnItemHasPoints, r => r with { ScoreForm = r.ScoreForm with { Items = [.. r.ScoreForm.Items, new("Own", Name, Name, 0)] } } },
        { SchemeRule.ThePassIsReachable, r => r with { ScoreForm = r.ScoreForm with { PassPoints = r.ScoreForm.Items.Sum(i => i.Points) + 1 } } },
        { SchemeRule.ThePassIsReachable, r => r with { ScoreForm = r.ScoreForm with { Items = [] } } },
        { SchemeRule.EachIndicatorOnce, r => r with { ScoreForm = r.ScoreForm with { Items = [.. r.ScoreForm.Items, new("Own", Name, Name, 5, IndicatorKey.Life)] } } },
        { SchemeRule.EveryTextInBothLanguages, r => r with { AgreementClauses = [r.AgreementClauses[0] with { Text = new("-", "") }] } },
        { SchemeRule.EveryTextInBothLanguages, r => r with { RewardTerms = r.RewardTerms with { Payer = new("", "-") } } },
        { SchemeRule.ADocumentHasATitle, r => r with { LegalBasis = [new(LegalDocumentKind.Basis, "", null, null, null, null)] } },
    };

    [Theory, MemberData(nameof(Nonsense))]
    public void What_makes_no_sense_is_not_saved(SchemeRule rule, Func<SchemeRules, SchemeRules> change)
    {
        var draft = Draft();

        Assert.Equal(rule, Assert.Throws<RuleBroken>(() => draft.Edit(Name, change(_rules), Editor)).Rule);
        Assert.Equal([Drafter], draft.EditorIds);
    }

    private Scheme Draft() => Scheme.DraftFrom(Guid.NewGuid(), new(Guid.NewGuid(), Programme.City, 0, 1, Name, _rules, SchemeStatus.Template), 2026, 3, Drafter);
}
