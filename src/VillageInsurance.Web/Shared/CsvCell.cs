namespace VillageInsurance.Web.Shared;

/// <summary>One cell of a CSV file that people open in a spreadsheet: quoted, and never taken for a formula.</summary>
public static class CsvCell
{
    private const string Formulas = "=+-@\t\r\0\uFF1D\uFF0B\uFF0D\uFF20";

    /// <summary>The text as a quoted cell; empty for null.</summary>
    public static string Of(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        var safe = Formulas.Contains(text[0]) ? $"'{text}" : text;
        return $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
