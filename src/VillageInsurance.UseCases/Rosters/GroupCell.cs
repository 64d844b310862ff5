using System.Globalization;

namespace VillageInsurance.UseCases.Rosters;

/// <summary>The number of a village group: 3, 3组, 第三组. Reading it changes nothing that anybody would have to know.</summary>
internal static class GroupCell
{
    private const string Digits = "\u96F6\u4E00\u4E8C\u4E09\u56DB\u4E94\u516D\u4E03\u516B\u4E5D", Ten = "\u5341";
    private const char Order = '\u7B2C';

    public static CellReading Read(string cell)
    {
        var text = CellText.Plain(cell).Text;
        while (CellText.Without(text, RosterWords.Own.GroupEnds) is var shorter && shorter != text) text = shorter;
        text = text.TrimStart(Order, '\'', '\u2018', '\u2019', '`');
        return CellReading.Clean(Number(text)?.ToString(CultureInfo.InvariantCulture) ?? text);
    }

    // Up to 99, which no village exceeds; anything else is a group's name.
    private static int? Number(string text)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return number;
        if (text.Length is 0 or > 3) return null;
        var parts = text.Split(Ten);
        if (parts.Length > 2) return null;
        if (parts.Length == 1) return text.Length == 1 ? Digit(text) : null;
        var (tens, ones) = (parts[0].Length == 0 ? 1 : Digit(parts[0]), parts[1].Length == 0 ? 0 : Digit(parts[1]));
        return tens * 10 + ones;
    }

    private static int? Digit(string text) => text.Length == 1 && Digits.IndexOf(text[0], StringComparison.Ordinal) is >= 0 and var digit ? digit : null;
}
