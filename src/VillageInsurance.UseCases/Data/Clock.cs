namespace VillageInsurance.UseCases.Data;

/// <summary>The county's calendar: China has one time zone, eight hours ahead of UTC, and no summer time.</summary>
public static class Clock
{
    /// <summary>China Standard Time.</summary>
    public static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    /// <summary>Today in the county.</summary>
    public static DateOnly Today(this TimeProvider clock) => clock.GetUtcNow().LocalDay();

    /// <summary>The day in the county on which this moment lies.</summary>
    public static DateOnly LocalDay(this DateTimeOffset moment) => DateOnly.FromDateTime(moment.ToOffset(Offset).DateTime);
}
