using System.Globalization;

namespace VillageInsurance.UseCases.Rosters;

/// <summary>Writes issues as CSV, for other programs to read.</summary>
public static class RosterIssueCsv
{
    /// <summary>The columns in their order.</summary>
    public const string Header = "file,row,column,handling,value,reason";

    /// <summary>Writes the header and a line for each issue.</summary>
    public static async Task WriteAsync(TextWriter writer, IEnumerable<RosterIssue> issues)
    {
        await writer.WriteAsync($"{Header}\n");
        foreach (var i in issues)
            await writer.WriteAsync($"{Text(i.File)},{i.Row?.ToString(CultureInfo.InvariantCulture)},{Text(i.Column)},{i.Handling.Code()},{Text(i.Value)},{i.Reason}\n");
    }

    // A text that a spreadsheet would take for a formula is led by an apostrophe.
    private static string Text(string text)
    {
        var safe = text.Length > 0 && "=+-@\t\r\uFF1D\uFF0B\uFF0D\uFF20".Contains(text[0]) ? $"'{text}" : text;
        return safe.AsSpan().ContainsAny(",\"\r\n") ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
