using VillageInsurance.Domain.Households;
using VillageInsurance.Domain.Shared;

namespace VillageInsurance.Domain.Tests.Households;

public class VisitTests
{
    private static readonly DateOnly Today = new(2026, 3, 1);
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.FromHours(8));
    private static readonly Guid Agent = Guid.NewGuid();
    private static readonly VisitAnswers Answers = new("Yu", 20, [ExplainedTopic.Claims], [new(NeedKind.OldAge, NeedWish.WantsToKnow, null)], null, true, [], false, Today.AddDays(30), null);

    private readonly Household _household = new(Guid.NewGuid(), Guid.NewGuid(), null, "H1", HouseholdKind.Family, new(2020, 1, 1), null);

    [Fact]
    public void A_no_is_a_complete_visit_without_offers_and_without_a_next_one()
    {
        var no = new VisitAnswers("Yu", null, [], [], null, false, [], true, null, null);

        Assert.True(Record(no).Refused);
        Broken(VisitRule.ANoIsRespected, no with { NextOn = Today.AddDays(1) });
        Broken(VisitRule.ANoIsRespected, no with { Recommended = [new("P", "fits", OwnDecision.Declines)] });
    }

    [Fact]
    public void The_next_visit_comes_later_and_a_recommendation_has_its_reason()
    {
        Broken(VisitRule.TheNextVisitComesLater, Answers with { NextOn = Today });
        Broken(VisitRule.ARecommendationHasItsReason, Answers with { Recommended = [new("P", " ", OwnDecision.Buys)] });
    }

    [Fact]
    public void It_lies_between_the_households_first_day_and_today()
    {
        Assert.Equal(HouseholdRule.NothingLiesInTheFuture, Assert.Throws<RuleBroken>(() => Record(Answers with { NextOn = null }, Today.AddDays(1))).Rule);
        Assert.Equal(HouseholdRule.NothingEndsBeforeItBegins, Assert.Throws<RuleBroken>(() => Record(Answers, new(2019, 12, 31))).Rule);
        _household.End(Today, HouseholdEnd.Moved);
        Broken(HouseholdRule.OnlyALivingHouseholdChanges, Answers);
    }

    [Fact]
    public void The_supervisor_checks_it_once_and_says_what_does_not_match()
    {
        var visit = Record(Answers);

        Assert.Equal(VisitRule.NobodyChecksTheirOwn, Assert.Throws<RuleBroken>(() => visit.Check(Agent, Today, true, null)).Rule);
        Assert.Equal(VisitRule.AMismatchIsDescribed, Assert.Throws<RuleBroken>(() => visit.Check(Guid.NewGuid(), Today, false, " ")).Rule);
        visit.Check(Guid.NewGuid(), Today, true, null);
        Assert.Equal(VisitRule.AVisitIsCheckedOnce, Assert.Throws<RuleBroken>(() => visit.Check(Guid.NewGuid(), Today, true, null)).Rule);
    }

    private Visit Record(VisitAnswers answers, DateOnly? on = null) => Visit.Record(Guid.NewGuid(), _household, Agent, on ?? Today, answers, Today, Now);

    private void Broken(Enum rule, VisitAnswers answers) => Assert.Equal(rule, Assert.Throws<RuleBroken>(() => Record(answers)).Rule);
}
