using System.Security;
using System.Xml;

namespace VillageInsurance.UseCases.Exchange;

/// <summary>Cells that stay text, whatever they look like.</summary>
public static class SheetText
{
    private const string Formulas = "=+-@\t\r\n\0\uFF1D\uFF0B\uFF0D\uFF20";

    /// <summary>A quoted CSV cell, never taken for a formula; empty for nothing.</summary>
    public static string CsvCell(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        var safe = Formulas.Contains(text[0]) ? $"'{text}" : text;
        return $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    /// <summary>Text inside XML; characters that XML does not know are left out.</summary>
    public static string Xml(string text) => SecurityElement.Escape(string.Concat(Kept(text)));

    private static IEnumerable<string> Kept(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i])) yield return text[i..(++i + 1)];
            else if (XmlConvert.IsXmlChar(text[i])) yield return text[i].ToString();
        }
    }
}
