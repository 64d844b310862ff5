using VillageInsurance.Domain.Agreements;
using VillageInsurance.Domain.Organisation;

namespace VillageInsurance.Domain.Tests.Agreements;

/// <summary>People with one role in one village, and what was found about them.</summary>
internal static class People
{
    public static readonly DateOnly Today = new(2026, 3, 1);
    public static readonly SelectionPoints Points = new("Honest", "Well liked", "Able", "Secondary school");

    public static Actor Who(Role role, Guid village) => new(Guid.NewGuid(), $"{role}", [new(role, RolePermissions.Of(role), new([village]), Today)], Today);
}
