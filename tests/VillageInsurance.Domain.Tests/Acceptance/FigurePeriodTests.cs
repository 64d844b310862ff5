using System.Globalization;
using VillageInsurance.Domain.Acceptance;

namespace VillageInsurance.Domain.Tests.Acceptance;

public class FigurePeriodTests
{
    [Theory]
    [InlineData("2025-12-31", "2025-06-30")]
    [InlineData("2025-08-31", "2025-02-28")]
    [InlineData("2024-08-31", "2024-02-29")]
    [InlineData("2025-06-30", "2024-12-30")]
    public void Six_months_back_is_the_same_day_or_the_months_last(string asOf, string back) =>
        Assert.Equal(Day(back), FigurePeriod.Until(Day(asOf)).SixMonthsBack);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    [Fact]
    public void A_year_is_known_at_the_end_of_next_january()
    {
        var year = FigurePeriod.Of(2025);
        Assert.Equal((new DateOnly(2025, 1, 1), new DateOnly(2025, 12, 31), new DateOnly(2026, 1, 31)), (year.Start, year.AsOf, year.KnownAt));
    }
}
