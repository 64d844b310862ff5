using VillageInsurance.Domain.Organisation;

namespace VillageInsurance.UseCases.Tests.Shared;

/// <summary>A county that every test database holds: two townships, three villages, a group.</summary>
internal static class Places
{
    private static readonly DateOnly Long = new(2000, 1, 1);

    public static readonly Guid County = Id(1), Township = Id(2), OtherTownship = Id(3), Village = Id(4), Sibling = Id(5), OtherVillage = Id(6), Group = Id(7);

    /// <summary>Somebody who gives rights; holds none himself.</summary>
    public static readonly StaffMember Giver = new(Id(9), "giver", "Giver", null);

    public static IEnumerable<object> All =>
    [
        new Area(County, null, AreaLevel.County, AreaKind.County, "999999", "County", Long),
        new Area(Township, County, AreaLevel.Township, AreaKind.Town, "999999101", "Town", Long),
        new Area(OtherTownship, County, AreaLevel.Township, AreaKind.Street, "999999102", "Street", Long),
        new Area(Village, Township, AreaLevel.Village, AreaKind.VillageCommittee, "999999101201", "Village", Long),
        new Area(Sibling, Township, AreaLevel.Village, AreaKind.VillageCommittee, "999999101202", "Sibling", Long),
        new Area(OtherVillage, OtherTownship, AreaLevel.Village, AreaKind.VillageCommittee, "999999102201", "Village", Long),
        new Area(Group, Village, AreaLevel.Group, AreaKind.VillageGroup, null, "1", Long),
        Giver,
    ];

    private static Guid Id(int number) => new($"00000000-0000-7000-9000-{number:D12}");
}
