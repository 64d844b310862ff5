using System.Globalization;
using VillageInsurance.Domain.Shared;

namespace VillageInsurance.UseCases.Rosters;

/// <summary>A day, however people write it: 2009-01-05, 2009.1.5, 2009年1月5日, 20090105, or the number that table programs count days by.</summary>
internal static class DateCell
{
    private const int FirstYear = 1900, LastYear = 2100, MostNumbers = 4;

    // Table programs count days from here; before March 1900 they are off by one, which no date of ours is.
    private static readonly DateOnly DayZero = new(1899, 12, 30);

    private static readonly char[] Signs = ['-', '/', '.', '\\', '\u5E74', '\u6708', '\u65E5', '\u53F7', ' ', ','];

    public static CellReading Read(string cell)
    {
        var narrow = CellText.Narrow(cell);
        var text = WithoutTime(CellText.WithoutApostrophe(narrow).Trim());
        if (text.Length == 0) return CellReading.Ask(RosterReason.DateMissing);
        if (!text.AsSpan().ContainsAnyExceptInRange('0', '9')) return OfDigits(cell, text);
        var numbers = text.Split(Signs, MostNumbers, StringSplitOptions.RemoveEmptyEntries);
        if (numbers.Any(n => n.Length > 5 || n.AsSpan().ContainsAnyExceptInRange('0', '9'))) return CellReading.Ask(RosterReason.DateUnreadable);
        return numbers switch
        {
            [{ Length: 5 } serial, _] when text.Contains('.', StringComparison.Ordinal) => OfSerial(serial),
            [{ Length: 4 } year, var month, var day] => Day(year, month, day) is { } known ? Of(cell, narrow, known) : CellReading.Ask(RosterReason.DateUnreadable),
            [{ Length: 4 } year, var month] => Day(year, month, "1") is null ? CellReading.Ask(RosterReason.DateUnreadable) : CellReading.Ask(RosterReason.DateNoDay),
            [{ Length: 4 } year] => CellReading.Ask(Day(year, "1", "1") is null ? RosterReason.DateUnreadable : RosterReason.DateYearOnly),
            [{ Length: <= 2 }, { Length: <= 2 }, { Length: 4 }] => CellReading.Ask(RosterReason.DateOrder),
            [{ Length: 2 }, { Length: <= 2 }, { Length: <= 2 }] => CellReading.Ask(RosterReason.DateShortYear),
            _ => CellReading.Ask(RosterReason.DateUnreadable),
        };
    }

    /// <summary>The day of a value that <see cref="Read"/> gave; null when it gave none.</summary>
    public static DateOnly? DayOf(string value) => DayText.TryParse(value, out var day) ? day : null;

    /// <summary>Year and month of a cell that names no day; null when it names neither.</summary>
    public static (int Year, int Month)? Month(string cell)
    {
        var numbers = CellText.WithoutApostrophe(CellText.Narrow(cell)).Trim().Split(Signs, MostNumbers, StringSplitOptions.RemoveEmptyEntries);
        if (numbers is [{ Length: 6 } both]) numbers = [both[..4], both[4..]];
        return numbers is [var year, var month] && Day(year, month, "1") is { } first ? (first.Year, first.Month) : null;
    }

    public static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A day of the calendar, of our time; null when there is none.</summary>
    public static DateOnly? Day(ReadOnlySpan<char> year, ReadOnlySpan<char> month, ReadOnlySpan<char> day) =>
        int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var y) && int.TryParse(month, NumberStyles.None, CultureInfo.InvariantCulture, out var m)
        && int.TryParse(day, NumberStyles.None, CultureInfo.InvariantCulture, out var d)
        && y is >= FirstYear and <= LastYear && m is >= 1 and <= 12 && d >= 1 && d <= DateTime.DaysInMonth(y, m) ? new(y, m, d) : null;

    private static CellReading Of(string cell, string narrow, DateOnly day) => CellReading.Of(cell, Text(day), narrow != cell ? RosterReason.FullWidth : RosterReason.DateForm);

    private static CellReading OfDigits(string cell, string text) => text.Length switch
    {
        8 when Day(text.AsSpan(0, 4), text.AsSpan(4, 2), text.AsSpan(6, 2)) is { } day => Of(cell, CellText.Narrow(cell), day),
        6 when Day(text.AsSpan(0, 4), text.AsSpan(4, 2), "1") is not null => CellReading.Ask(RosterReason.DateNoDay),
        6 => CellReading.Ask(RosterReason.DateShortYear),
        4 when Day(text, "1", "1") is not null => CellReading.Ask(RosterReason.DateYearOnly),
        4 or 5 => OfSerial(text),
        _ => CellReading.Ask(RosterReason.DateUnreadable),
    };

    private static CellReading OfSerial(string text)
    {
        var day = DayZero.AddDays(int.Parse(text, CultureInfo.InvariantCulture));
        return day.Year is >= FirstYear and <= LastYear ? CellReading.Fix(Text(day), RosterReason.DateSerial) : CellReading.Ask(RosterReason.DateUnreadable);
    }

    // Midnight, as some programs write it.
    private static string WithoutTime(string text) => text.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon && text.LastIndexOfAny([' ', 'T'], colon) is > 0 and var gap ? text[..gap] : text;
}
