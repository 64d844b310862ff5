using System.Globalization;
using VillageInsurance.Web.Shared;

namespace VillageInsurance.Web.Acceptance;

/// <summary>The days of a page of figures, as its address carries them, so that whatever is opened from it counts for the same days.</summary>
public readonly record struct FigureDays(DateOnly AsOf, DateOnly KnownAt)
{
    private static readonly DateOnly First = new(2000, 1, 1), Last = new(2100, 12, 31);

    /// <summary>For the end of an address.</summary>
    public string Query => $"asOf={AsOf.Day()}&knownAt={KnownAt.Day()}";

    /// <summary>The days asked for; else the latest whole year. What is known comes a month later, but not after today, and never before the day itself.</summary>
    public static FigureDays Read(string? year, string? asOf, string? knownAt, DateOnly today)
    {
        var day = Day(asOf) ?? (int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var whole) && whole >= First.Year && whole <= Last.Year
            ? Earlier(new(whole, 12, 31), today) : LastYearEnd(today));
        var known = Day(knownAt) ?? Earlier(day.AddDays(31), today);
        return new(day, known < day ? day : known);
    }

    private static DateOnly LastYearEnd(DateOnly today) => today is { Month: 12, Day: 31 } ? today : new(today.Year - 1, 12, 31);

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day >= First && day <= Last ? day : null;
}
