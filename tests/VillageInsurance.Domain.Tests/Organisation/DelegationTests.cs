using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;

namespace VillageInsurance.Domain.Tests.Organisation;

public class DelegationTests
{
    private static readonly DateOnly Today = new(2026, 3, 1);

    private readonly Actor _away = WhoIs(Role.TownshipOfficial);

    [Fact]
    public void A_colleague_of_the_same_role_stands_in_for_the_days_named()
    {
        var shared = Delegation.Share(Guid.NewGuid(), _away, WhoIs(Role.TownshipOfficial), Today, Today.AddDays(7));

        Assert.Equal([false, true, true, false], new[] { -1, 0, 7, 8 }.Select(d => shared.HoldsOn(Today.AddDays(d))));
    }

    [Fact]
    public void Somebody_of_another_role_does_not_stand_in() => AssertRefused(DelegationRule.OnlyTheSameRoleStandsIn, WhoIs(Role.CountyOffice), Today);

    [Fact]
    public void Nobody_stands_in_for_themselves() => AssertRefused(DelegationRule.AnotherPersonStandsIn, _away, Today);

    [Fact]
    public void It_ends_after_it_starts() => AssertRefused(DelegationRule.ADelegationEndsAfterItStarts, WhoIs(Role.TownshipOfficial), Today.AddDays(-1));

    private void AssertRefused(DelegationRule rule, Actor standIn, DateOnly to) =>
        Assert.Equal(rule, Assert.Throws<RuleBroken>(() => Delegation.Share(Guid.NewGuid(), _away, standIn, Today, to)).Rule);

    private static Actor WhoIs(Role role) => new(Guid.NewGuid(), "Li", [new(role, RolePermissions.Of(role), new([Guid.NewGuid()]), Today)], Today);
}
