namespace VillageInsurance.UseCases.Rosters;

/// <summary>Knows columns by the words in their header.</summary>
internal static class ColumnWords
{
    private static readonly Dictionary<string, RosterField> Exact =
        RosterWords.Own.Columns.SelectMany(c => c.Value.Select(word => (Word: Plain(word), Field: c.Key))).DistinctBy(w => w.Word).ToDictionary(w => w.Word, w => w.Field);

    private static readonly (string Word, RosterField Field)[] Endings = [.. Exact.Where(w => w.Key.Length > 1).OrderByDescending(w => w.Key.Length).Select(w => (w.Key, w.Value))];

    /// <summary>What a column with this header holds; null when no word tells.</summary>
    public static RosterField? FieldOf(string header)
    {
        var text = Plain(header);
        if (text.Length == 0) return null;
        if (Exact.TryGetValue(text, out var field)) return field;
        if (RosterWords.Own.Others.Any(other => text.Contains(other, StringComparison.Ordinal))) return null;
        foreach (var (word, known) in Endings)
            if (text.EndsWith(word, StringComparison.Ordinal)) return known;
        return null;
    }

    // Without spaces, stars and what stands in brackets.
    private static string Plain(string header)
    {
        var text = CellText.WithoutSpaces(CellText.Narrow(header)).Trim('*', ':', '.');
        return text.IndexOf('(', StringComparison.Ordinal) is > 0 and var bracket ? text[..bracket] : text;
    }
}
