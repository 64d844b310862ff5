namespace VillageInsurance.UseCases.Rosters;

/// <summary>A cell whose text is taken as it is, but for width and spaces.</summary>
internal static class PlainCell
{
    /// <summary>A number or code.</summary>
    public static CellReading ReadCode(string cell)
    {
        var (text, reason) = CellText.Plain(cell);
        return CellReading.Of(cell, text, reason);
    }

    /// <summary>Words; only the spaces around them go, which is nothing to speak of.</summary>
    public static CellReading ReadWords(string cell) => CellReading.Clean(CellText.Narrow(cell).Trim());
}
