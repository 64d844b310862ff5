namespace VillageInsurance.Domain.Shared;

/// <summary>A day in digits, the one form in which lists and numbers hold it. The framework reads it by the rules of a culture, which took a third of the reading of a list.</summary>
public static class DayText
{
    /// <summary>Year, month and day with hyphens, 2009-01-05. Refused: anything else, and a day that the calendar lacks.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out DateOnly day)
    {
        day = default;
        return text.Length == 10 && text[4] == '-' && text[7] == '-' && TryParse(text[..4], text[5..7], text[8..], out day);
    }

    /// <summary>The eight digits 20090105. Refused: anything else, and a day that the calendar lacks.</summary>
    public static bool TryParseDigits(ReadOnlySpan<char> text, out DateOnly day)
    {
        day = default;
        return text.Length == 8 && TryParse(text[..4], text[4..6], text[6..], out day);
    }

    private static bool TryParse(ReadOnlySpan<char> year, ReadOnlySpan<char> month, ReadOnlySpan<char> day, out DateOnly found)
    {
        found = default;
        if (NumberOf(year) is not (>= 1 and var y) || NumberOf(month) is not (>= 1 and <= 12 and var m) || NumberOf(day) is not (>= 1 and var d) || d > DateTime.DaysInMonth(y, m)) return false;
        found = new(y, m, d);
        return true;
    }

    private static int NumberOf(ReadOnlySpan<char> digits)
    {
        if (digits.ContainsAnyExceptInRange('0', '9')) return -1;
        var number = 0;
        foreach (var digit in digits) number = number * 10 + digit - '0';
        return number;
    }
}
