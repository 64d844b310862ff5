using VillageInsurance.Web.Acceptance;

namespace VillageInsurance.Web.Tests.Acceptance;

public class FigureDaysTests
{
    [Theory]
    [InlineData(null, null, null, "2026-11-24", "2025-12-31", "2026-01-31")]
    [InlineData(null, null, null, "2026-01-10", "2025-12-31", "2026-01-10")]
    [InlineData(null, null, null, "2025-12-31", "2025-12-31", "2025-12-31")]
    [InlineData("2024", null, null, "2026-11-24", "2024-12-31", "2025-01-31")]
    [InlineData("2026", null, null, "2026-11-24", "2026-11-24", "2026-11-24")]
    [InlineData(null, "2025-06-30", "2025-07-01", "2026-11-24", "2025-06-30", "2025-07-01")]
    [InlineData(null, "2025-06-30", "2025-06-01", "2026-11-24", "2025-06-30", "2025-06-30")]
    [InlineData("x", "0001-01-01", "soon", "2026-11-24", "2025-12-31", "2026-01-31")]
    public void The_latest_whole_year_holds_unless_the_address_says_otherwise(string? year, string? asOf, string? knownAt, string today, string expected, string known)
    {
        var days = FigureDays.Read(year, asOf, knownAt, DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal($"asOf={expected}&knownAt={known}", days.Query);
    }
}
