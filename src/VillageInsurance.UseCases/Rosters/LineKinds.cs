namespace VillageInsurance.UseCases.Rosters;

/// <summary>Tells a household's or policy's row from the rows around the list: totals, signatures, notes, a header printed once more.</summary>
internal static class LineKinds
{
    private const int LongestTotal = 12;

    public static LineKind Of(RosterLine line, IReadOnlyList<string> cells, SheetShape shape, bool hasIdNumber)
    {
        if (hasIdNumber) return LineKind.Data;
        var filled = cells.Where(cell => cell.Length > 0).ToList();
        if (filled.Take(2).Any(IsTotal) && filled.Count * 2 <= Math.Max(cells.Count, shape.Columns.Count)) return LineKind.Totals;
        if (filled.Any(IsSignature) || IsNote(filled[0]) || IsHeader(line, shape)) return LineKind.Other;
        // A text that stands alone, and is nobody's name or number.
        return filled.Count == 1 && shape.Columns.Count > 2 && !line.Said(RosterField.Name).Contains(filled[0], StringComparison.Ordinal) && line.Said(RosterField.PolicyNo).Length == 0
            && line.Said(RosterField.IdNumber).Length == 0 ? LineKind.Other : LineKind.Data;
    }

    private static bool IsTotal(string cell) => cell.Length <= LongestTotal && RosterWords.Own.Totals.Any(word => CellText.WithoutSpaces(cell).Contains(word, StringComparison.Ordinal));

    private static bool IsSignature(string cell) => RosterWords.Own.Signatures.Any(word => CellText.WithoutSpaces(cell).StartsWith(word, StringComparison.Ordinal)) && (cell.Contains(':', StringComparison.Ordinal) || cell.Contains('(', StringComparison.Ordinal));

    private static bool IsNote(string cell) => RosterWords.Own.Notes.Any(word => cell.StartsWith(CellText.Narrow(word), StringComparison.Ordinal));

    private static bool IsHeader(RosterLine line, SheetShape shape)
    {
        var read = shape.Columns.Where(c => c.Field is not null).ToList();
        return read.Count(c => line.Said(c.Field!.Value) == c.Header) * 2 > read.Count;
    }
}
