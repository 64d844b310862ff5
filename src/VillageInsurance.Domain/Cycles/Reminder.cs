namespace VillageInsurance.Domain.Cycles;

/// <summary>How many days before a last day people are reminded.</summary>
public static class Reminder
{
    /// <summary>A month, a fortnight, a week and a day before.</summary>
    public static readonly IReadOnlyList<int> DaysBefore = [30, 14, 7, 1];

    /// <summary>The reminder that stands on this day: the nearest one begun; null while the last day is farther off than all.
    /// After the last day the last reminder goes on standing, as overdue.</summary>
    public static int? Standing(DateOnly due, DateOnly today) =>
        DaysBefore.Where(days => today >= due.AddDays(-days)).Select(days => (int?)days).Min();
}
