using VillageInsurance.Domain.Acceptance;
using VillageInsurance.Web.Shared;

namespace VillageInsurance.Web.Tests.Shared;

public class BarWidthTests
{
    private static readonly Fraction FourFifths = new(80, 100);

    [Theory]
    [InlineData(80, 100, 75)]
    [InlineData(123, 177, 65.1)]
    [InlineData(0, 177, 0)]
    [InlineData(177, 177, 93.7)]
    [InlineData(3, 1, 100)]
    [InlineData(799_999, 1_000_000, 71)]
    [InlineData(0, 0, 0)]
    public void The_standard_is_the_line_at_75_and_a_short_bar_never_touches_it(long part, long whole, decimal width) =>
        Assert.Equal(width, BarWidth.Of(new(part, whole), FourFifths));

    [Fact]
    public void Fen_of_a_whole_county_do_not_overflow() =>
        Assert.Equal(75, BarWidth.Of(new(50_000_000_000_00, 1_000_000_000), new(50_000_00, 1_000)));
}
