using VillageInsurance.Domain.Households;
using VillageInsurance.Domain.Shared;

namespace VillageInsurance.Domain.Tests.Households;

public class DatedTests
{
    private static readonly DateOnly First = new(2024, 5, 1), Entered = new(2026, 3, 1);
    private static readonly Guid Village = Guid.NewGuid();

    [Fact]
    public void A_member_leaves_once_and_not_before_joining()
    {
        var membership = new Membership(Guid.NewGuid(), Village, null, "M1", Guid.NewGuid(), Guid.NewGuid(), ResidenceKind.Local, First, JoinReason.Initial, First, null);

        Broken(HouseholdRule.NothingEndsBeforeItBegins, () => membership.Leave(First.AddDays(-1), LeaveReason.Death, Entered));
        membership.Leave(First.AddDays(9), LeaveReason.Death, Entered);

        Assert.Equal((true, false, Entered), (membership.Holds(First.AddDays(8)), membership.Holds(First.AddDays(9)), membership.LeftKnownOn));
        Broken(HouseholdRule.OnlyAMemberLeaves, () => membership.Leave(First.AddDays(10), LeaveReason.MoveOut, Entered));
        membership.Stay();
        Assert.Equal((null, null, null), (membership.LeftOn, membership.LeftReason, membership.LeftKnownOn));
    }

    [Fact]
    public void A_household_ends_once_and_its_place_with_a_day_of_its_own_of_knowing()
    {
        var household = new Household(Guid.NewGuid(), Village, null, "H1", HouseholdKind.Family, First, null);
        var place = new HouseholdPlace(Guid.NewGuid(), household.Id, Village, null, true, First, null, First, null);

        Broken(HouseholdRule.NothingEndsBeforeItBegins, () => household.End(First.AddDays(-1), HouseholdEnd.Moved));
        household.End(First, HouseholdEnd.Moved);
        place.End(First, Entered);

        Broken(HouseholdRule.OnlyALivingHouseholdEnds, () => household.End(First, HouseholdEnd.Moved));
        Assert.Equal((First, Entered), (place.To, place.ToKnownOn));
        household.Reopen();
        place.Reopen();
        Assert.Equal((null, null, null), (household.LeftOn, place.To, place.ToKnownOn));
    }

    [Fact]
    public void A_no_rests_and_a_yes_holds_until_it_is_taken_back()
    {
        var yes = new Consent(Guid.NewGuid(), Village, null, Guid.NewGuid(), null, ConsentKind.Money, true, Guid.NewGuid(), "Yu", ConsentForm.Mark, First, Guid.NewGuid(), DateTimeOffset.UnixEpoch);

        Assert.Equal((false, true), (yes.Holds(First.AddDays(-1)), yes.Holds(First)));
        Broken(HouseholdRule.NothingEndsBeforeItBegins, () => yes.Withdraw(First.AddDays(-1)));
        yes.Withdraw(First.AddDays(3));
        Assert.Equal((true, false), (yes.Holds(First.AddDays(2)), yes.Holds(First.AddDays(3))));
        Broken(ConsentRule.OnlyAGivenOneIsWithdrawn, () => yes.Withdraw(First.AddDays(4)));
    }

    [Fact]
    public void A_signature_stands_where_it_is_given_by_signature_and_nowhere_else()
    {
        static Consent By(ConsentForm form) => new(Guid.NewGuid(), Village, null, Guid.NewGuid(), null, ConsentKind.Money, true, Guid.NewGuid(), "Yu", form, First, Guid.NewGuid(), DateTimeOffset.UnixEpoch);

        Assert.Equal([7], By(ConsentForm.Signature).SignedWith([7]).Signature);
        Assert.Null(By(ConsentForm.Mark).SignedWith(null).Signature);
        Broken(ConsentRule.ASignatureIsDrawn, () => By(ConsentForm.Signature).SignedWith(null));
        Broken(ConsentRule.ASignatureIsDrawn, () => By(ConsentForm.Paper).SignedWith([7]));
    }

    private static void Broken(Enum rule, Action act) => Assert.Equal(rule, Assert.Throws<RuleBroken>(act).Rule);
}
