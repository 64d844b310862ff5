using VillageInsurance.Domain.Work;

namespace VillageInsurance.Domain.Tests.Work;

public class WorkingDaysTests
{
    // National Day of 2026: off from Thursday the 1st to Wednesday the 7th, Sunday 20 September and Saturday 10 October worked instead.
    private static readonly WorkingDays Days = new(
    [
        .. Enumerable.Range(1, 7).Select(d => new CalendarDay(Guid.NewGuid(), new(2026, 10, d), CalendarDayKind.Holiday, "National Day")),
        new CalendarDay(Guid.NewGuid(), new(2026, 9, 20), CalendarDayKind.MakeUpDay, "National Day"),
        new CalendarDay(Guid.NewGuid(), new(2026, 10, 10), CalendarDayKind.MakeUpDay, "National Day"),
    ]);

    [Theory]
    [InlineData("2026-09-30", true)]
    [InlineData("2026-10-01", false)]
    [InlineData("2026-10-08", true)]
    [InlineData("2026-10-10", true)]
    [InlineData("2026-10-11", false)]
    [InlineData("2026-09-20", true)]
    [InlineData("2026-09-19", false)]
    public void A_day_is_worked_by_its_weekday_unless_the_table_says_otherwise(string day, bool worked) => Assert.Equal(worked, Days.IsWorked(DateOnly.Parse(day, null)));

    [Theory]
    [InlineData("2026-10-01", "2026-10-08")]
    [InlineData("2026-10-11", "2026-10-12")]
    [InlineData("2026-10-10", "2026-10-10")]
    public void A_last_day_on_a_rest_day_moves_to_the_next_worked_one(string day, string moved) => Assert.Equal(DateOnly.Parse(moved, null), Days.OnOrAfter(DateOnly.Parse(day, null)));

    [Theory]
    [InlineData("2026-09-29", 1, "2026-09-30")]
    [InlineData("2026-09-29", 2, "2026-10-08")]
    [InlineData("2026-09-29", 5, "2026-10-12")]
    [InlineData("2026-09-29", 0, "2026-09-29")]
    public void So_many_working_days_are_counted_without_the_first_day(string from, int days, string last) => Assert.Equal(DateOnly.Parse(last, null), Days.After(DateOnly.Parse(from, null), days));
}
