using VillageInsurance.Domain.Households;
using VillageInsurance.Domain.LifeEvents;
using VillageInsurance.Domain.Shared;

namespace VillageInsurance.Domain.Tests.LifeEvents;

public class LifeEventFactsTests
{
    private static readonly DateOnly Began = new(2020, 1, 1), Day = new(2026, 2, 10), Today = new(2026, 3, 1);
    private static readonly Guid Village = Guid.NewGuid();
    private readonly Household _household = new(Guid.NewGuid(), Village, null, "1", HouseholdKind.Family, Began, null);
    private readonly Membership _head, _child;

    public LifeEventFactsTests()
    {
        (_head, _child) = (Member(), Member(new DateOnly(2026, 1, 10)));
        _head.Describe(Membership.HeadRelation, ResidenceKind.Local);
    }

    [Fact]
    public void What_can_have_happened_is_taken()
    {
        Check(new(LifeEventKind.Died, Day, [_child.PersonId]));
        Check(new(LifeEventKind.Died, Day, [_head.PersonId], HeadId: _child.PersonId));
        Check(new(LifeEventKind.Merged, Day, [], Guid.NewGuid()));
        Check(new(LifeEventKind.EnteredInError, Began, [_child.PersonId]));
    }

    [Theory]
    [InlineData(LifeEventKind.Died, LifeEventRule.ItConcernsOnePerson)]
    [InlineData(LifeEventKind.Split, LifeEventRule.ItConcernsSomebody)]
    [InlineData(LifeEventKind.Merged, LifeEventRule.ItNamesAnotherHousehold)]
    [InlineData(LifeEventKind.MovedWithin, LifeEventRule.ItNamesAPlace)]
    [InlineData(LifeEventKind.HeadChanged, LifeEventRule.OnlyAnotherMemberBecomesHead)]
    public void What_lacks_something_is_refused_by_its_rule(LifeEventKind kind, LifeEventRule rule) => Assert.Equal(rule, Refused(new(kind, Day, [])));

    [Theory]
    [InlineData(LifeEventKind.Married, LifeEventRule.ItNamesAnotherHousehold)]
    [InlineData(LifeEventKind.CameBack, LifeEventRule.OnlyWhoIsAwayComesBack)]
    [InlineData(LifeEventKind.Enrolled, LifeEventRule.ASchoolHasNameAndStage)]
    public void What_does_not_fit_the_member_is_refused_by_its_rule(LifeEventKind kind, LifeEventRule rule) => Assert.Equal(rule, Refused(new(kind, Day, [_child.PersonId])));

    [Fact]
    public void Nothing_happens_tomorrow_or_before_the_membership_began()
    {
        Assert.Equal(HouseholdRule.NothingLiesInTheFuture, Refused(new(LifeEventKind.Died, Today.AddDays(1), [_child.PersonId])));
        Assert.Equal(HouseholdRule.NothingEndsBeforeItBegins, Refused(new(LifeEventKind.Died, new(2026, 1, 9), [_child.PersonId])));
        Assert.Equal(LifeEventRule.EverybodyNamedIsAMember, Refused(new(LifeEventKind.Died, Day, [Guid.NewGuid()])));
    }

    [Fact]
    public void A_household_keeps_a_head_and_somebody_stays()
    {
        Assert.Equal(LifeEventRule.TheHouseholdNeedsANewHead, Refused(new(LifeEventKind.Died, Day, [_head.PersonId])));
        Assert.Equal(LifeEventRule.SomebodyStays, Refused(new(LifeEventKind.MovedAway, Day, [_head.PersonId, _child.PersonId])));
        Assert.Equal(LifeEventRule.TheHouseholdNeedsANewHead, Refused(new(LifeEventKind.Split, Day, [_head.PersonId], HeadId: _head.PersonId)));
        Assert.Equal(HouseholdRule.AHouseholdHasOneHead, Refused(new(LifeEventKind.Split, Day, [_child.PersonId])));
    }

    [Fact]
    public void Nothing_happens_in_a_household_that_has_ended()
    {
        _household.End(Day, HouseholdEnd.Dissolved);

        Assert.Equal(HouseholdRule.OnlyALivingHouseholdChanges, Refused(new(LifeEventKind.Died, Day, [_child.PersonId])));
    }

    [Fact]
    public void An_event_is_taken_back_once_on_its_day_by_who_entered_it()
    {
        var (me, at) = (Guid.NewGuid(), new DateTimeOffset(2026, 3, 1, 4, 0, 0, TimeSpan.Zero));
        var life = new LifeEvent(Guid.NewGuid(), Village, null, _household.Id, LifeEventKind.Died, Day, Today, me, at);

        Assert.Equal(LifeEventRule.OnlyTheSamePersonUndoesWithinTheDay, Assert.Throws<RuleBroken>(() => life.Undo(me, Today.AddDays(1), at)).Rule);
        Assert.Equal(LifeEventRule.OnlyTheSamePersonUndoesWithinTheDay, Assert.Throws<RuleBroken>(() => life.Undo(Guid.NewGuid(), Today, at)).Rule);
        life.Undo(me, Today, at);
        Assert.Equal(LifeEventRule.OnlyAStandingEventIsUndone, Assert.Throws<RuleBroken>(() => life.Correct(Guid.NewGuid(), at)).Rule);
    }

    private void Check(LifeEventFacts facts) => facts.Check(_household, [_head, _child], Today);

    private Enum Refused(LifeEventFacts facts) => Assert.Throws<RuleBroken>(() => Check(facts)).Rule;

    private Membership Member(DateOnly? joined = null) =>
        new(Guid.NewGuid(), Village, null, "M", Guid.NewGuid(), _household.Id, ResidenceKind.Local, joined ?? Began, JoinReason.Initial, joined ?? Began, null);
}
