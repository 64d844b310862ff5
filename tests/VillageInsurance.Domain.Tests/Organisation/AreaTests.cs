using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;

namespace VillageInsurance.Domain.Tests.Organisation;

public class AreaTests
{
    private readonly Area _village = new(Guid.NewGuid(), Guid.NewGuid(), AreaLevel.Village, AreaKind.VillageCommittee, "999999101201", "Old name", new(2000, 1, 1));

    [Fact]
    public void A_renamed_village_keeps_its_former_name_until_the_day_before()
    {
        _village.Rename("New name", new(2024, 7, 1));

        Assert.Equal(("Old name", "New name", "New name"), (_village.NameOn(new(2024, 6, 30)), _village.NameOn(new(2024, 7, 1)), _village.Name));
    }

    [Fact]
    public void Two_renames_follow_each_other()
    {
        _village.Rename("Second", new(2010, 1, 1));
        _village.Rename("Third", new(2020, 1, 1));

        Assert.Equal(["Old name", "Second", "Third"], new[] { 2005, 2015, 2025 }.Select(y => _village.NameOn(new(y, 1, 1))));
        Assert.Throws<RuleBroken>(() => _village.Rename("Fourth", new(2015, 1, 1)));
    }

    [Fact]
    public void A_merged_village_exists_until_its_last_day()
    {
        var successor = Guid.NewGuid();
        _village.MergeInto(successor, new(2023, 12, 31));

        Assert.True(_village.ExistsOn(new(2023, 12, 31)));
        Assert.False(_village.ExistsOn(new(2024, 1, 1)));
        Assert.Equal(successor, _village.SuccessorId);
        Assert.Throws<RuleBroken>(() => _village.MergeInto(successor, new(2024, 12, 31)));
    }
}
