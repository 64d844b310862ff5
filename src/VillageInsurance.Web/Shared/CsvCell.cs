using VillageInsurance.UseCases.Exchange;

namespace VillageInsurance.Web.Shared;

/// <summary>One cell of a CSV file that people open in a spreadsheet: quoted, and never taken for a formula.</summary>
public static class CsvCell
{
    /// <summary>The text as a quoted cell; empty for null.</summary>
    public static string Of(string? text) => SheetText.CsvCell(text);
}
