using VillageInsurance.Domain.Agreements;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;

namespace VillageInsurance.Domain.Tests.Organisation;

public class DepartmentTests
{
    private readonly Department _agriculture = new(Guid.NewGuid(), "AGR");

    public DepartmentTests()
    {
        _agriculture.Name("Agriculture", new(1950, 1, 1));
        _agriculture.Name("Agriculture and rural affairs", new(2019, 3, 1));
    }

    [Theory]
    [InlineData("1949-12-31", "Agriculture")]
    [InlineData("2019-02-28", "Agriculture")]
    [InlineData("2019-03-01", "Agriculture and rural affairs")]
    public void A_department_is_called_by_the_name_of_the_day(string day, string name) =>
        Assert.Equal(name, _agriculture.NameOn(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void A_new_name_follows_the_last_one()
    {
        Assert.Equal(SeatRule.ANameIsNewToTheDepartment, Assert.Throws<RuleBroken>(() => _agriculture.Name("Farming", new(2019, 3, 1))).Rule);
        Assert.Equal(SeatRule.ANameIsNewToTheDepartment, Assert.Throws<RuleBroken>(() => _agriculture.Name("Agriculture and rural affairs", new(2020, 3, 1))).Rule);
    }

    [Fact]
    public void A_seat_ends_once_and_not_before_it_began()
    {
        var seat = new LeadershipSeat(Guid.NewGuid(), Guid.NewGuid(), null, "Dao", "Deputy mayor", LeadershipPost.Head, new(2026, 1, 5), Guid.NewGuid());

        Assert.Equal(SeatRule.ASeatEndsAfterItStarts, Assert.Throws<RuleBroken>(() => seat.End(new(2026, 1, 3))).Rule);
        seat.End(new(2026, 6, 30));
        Assert.Equal(SeatRule.ASeatEndsAfterItStarts, Assert.Throws<RuleBroken>(() => seat.End(new(2026, 7, 30))).Rule);
    }
}
