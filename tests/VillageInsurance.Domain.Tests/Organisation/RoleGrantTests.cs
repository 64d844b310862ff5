using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;

namespace VillageInsurance.Domain.Tests.Organisation;

public class RoleGrantTests
{
    private static readonly DateOnly Today = new(2026, 3, 1);
    private static readonly Area County = new(Guid.NewGuid(), null, AreaLevel.County, AreaKind.County, "999999", "County", new(2000, 1, 1));
    private static readonly Area Village = new(Guid.NewGuid(), County.Id, AreaLevel.Village, AreaKind.VillageCommittee, "999999101201", "Village", new(2000, 1, 1));

    private readonly Actor _giver = new(Guid.NewGuid(), "Zhao", [], Today);
    private readonly Guid _person = Guid.NewGuid();

    [Fact]
    public void Nobody_grants_to_themselves() =>
        AssertRefused(GrantRule.NobodyGrantsToThemselves, () => RoleGrant.Give(Guid.NewGuid(), _giver, _giver.StaffId, Role.Auditor, County, Today, null, "-", []));

    [Fact]
    public void A_county_role_needs_the_county() => AssertRefused(GrantRule.ACountyRoleNeedsTheCounty, () => Give(Role.CountyOffice, Village));

    [Fact]
    public void It_ends_after_it_starts() =>
        AssertRefused(GrantRule.AGrantEndsAfterItStarts, () => RoleGrant.Give(Guid.NewGuid(), _giver, _person, Role.Supervisor, Village, Today, Today.AddDays(-1), "-", []));

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Roles_that_exclude_each_other_are_not_held_together(Role one, Role other)
    {
        var held = Give(one, RolePermissions.IsCountyWide(one) ? County : Village);

        AssertRefused(GrantRule.TheseRolesExcludeEachOther, () => Give(other, RolePermissions.IsCountyWide(other) ? County : Village, held));
    }

    [Fact]
    public void A_role_that_excludes_another_may_follow_it()
    {
        var ended = RoleGrant.Give(Guid.NewGuid(), _giver, _person, Role.Supervisor, Village, Today.AddDays(-9), Today.AddDays(-1), "-", []);

        Assert.Equal(Role.ResidentAgent, Give(Role.ResidentAgent, Village, ended).Role);
    }

    /// <summary>The pairs of the authorisation matrix's hard rule 2, both ways round, and each administrator with everybody.</summary>
    public static TheoryData<Role, Role> Pairs()
    {
        Role[] administrators = [Role.SystemAdministrator, Role.SecurityAdministrator, Role.Auditor];
        Role[] editors = [Role.CountyOffice, Role.TownshipOfficial, Role.VillageCadre, Role.Supervisor, Role.ResidentAgent, Role.InsurerReviewer];
        var pairs = new List<(Role, Role)>
        {
            (Role.ResidentAgent, Role.Supervisor), (Role.ResidentAgent, Role.TownshipOfficial), (Role.ResidentAgent, Role.InsurerReviewer),
            (Role.Supervisor, Role.TownshipOfficial), (Role.Supervisor, Role.CountyOffice), (Role.Supervisor, Role.InsurerReviewer),
            (Role.CountyOffice, Role.InsurerReviewer), (Role.TownshipOfficial, Role.InsurerReviewer),
        };
        pairs.AddRange(editors.Select(e => (Role.CountyLeader, e)));
        pairs.AddRange(from a in administrators from r in Enum.GetValues<Role>() where r != a select (a, r));
        var data = new TheoryData<Role, Role>();
        foreach (var (one, other) in pairs.Concat(pairs.Select(p => (p.Item2, p.Item1))).Distinct()) data.Add(one, other);
        return data;
    }

    private RoleGrant Give(Role role, Area area, params RoleGrant[] held) =>
        RoleGrant.Give(Guid.NewGuid(), _giver, _person, role, area, Today, null, "appointed", held);

    private static void AssertRefused(GrantRule rule, Func<RoleGrant> give) => Assert.Equal(rule, Assert.Throws<RuleBroken>(give).Rule);
}
