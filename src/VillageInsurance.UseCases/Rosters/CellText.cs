namespace VillageInsurance.UseCases.Rosters;

/// <summary>Rewrites that no cell's meaning depends on.</summary>
internal static class CellText
{
    private const char FirstWide = '\uFF01', LastWide = '\uFF5E', WideSpace = '\u3000';

    private static readonly char[] Apostrophes = ['\'', '\u2018', '\u2019', '`', ' '];

    /// <summary>Full-width letters, digits and signs in their usual width; any white space is a blank, and what has no width is left out.</summary>
    public static string Narrow(string cell)
    {
        if (!cell.AsSpan().ContainsAnyExceptInRange(' ', '~')) return cell;
        Span<char> text = cell.Length <= 256 ? stackalloc char[cell.Length] : new char[cell.Length];
        var length = 0;
        foreach (var c in cell)
            if (!IsInvisible(c)) text[length++] = c switch { >= FirstWide and <= LastWide => (char)(c - FirstWide + '!'), WideSpace => ' ', _ => char.IsWhiteSpace(c) ? ' ' : c };
        return text[..length].SequenceEqual(cell) ? cell : new(text[..length]);
    }

    /// <summary>Without the apostrophe by which people keep a number from being counted with.</summary>
    public static string WithoutApostrophe(string cell) => cell.TrimStart(' ') is ['\'' or '\u2018' or '\u2019' or '`', ..] text ? text.TrimStart(Apostrophes) : cell;

    public static string WithoutSpaces(string cell) => cell.Contains(' ', StringComparison.Ordinal) ? cell.Replace(" ", "", StringComparison.Ordinal) : cell;

    /// <summary>What is left when width, apostrophe and spaces are put right, and the first of them that was wrong.</summary>
    public static (string Text, RosterReason Reason) Plain(string cell)
    {
        var narrow = Narrow(cell);
        var bare = WithoutApostrophe(narrow);
        var text = WithoutSpaces(bare);
        return (text, bare != narrow ? RosterReason.Apostrophe : text != bare ? RosterReason.Spaces : RosterReason.FullWidth);
    }

    /// <summary>The text without the first of these endings that it has; the text itself when it has none.</summary>
    public static string Without(string text, IEnumerable<string> endings)
    {
        foreach (var end in endings)
            if (text.EndsWith(end, StringComparison.Ordinal)) return text[..^end.Length];
        return text;
    }

    private static bool IsInvisible(char c) => c is '\uFEFF' or (>= '\u200B' and <= '\u200F') or '\u2060' or '\u00AD' or (>= '\u202A' and <= '\u202E');
}
