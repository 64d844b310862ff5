using System.Globalization;
using VillageInsurance.Domain.Acceptance;

namespace VillageInsurance.UseCases.Acceptance;

/// <summary>Writes the indicators as CSV, for other programs to read: money in fen, flags 1, 0 and "na", shown values cut.</summary>
public static class IndicatorCsv
{
    /// <summary>The columns in their order.</summary>
    public const string Header =
        "village_code,village_name,population,households,students,students_covered,student_households,student_households_covered,accident_fen,life_new_regular_fen,"
        + "households_regular,households_any,student_cover_pct,accident_per_head,life_per_head,household_pct,i1,i1_by_household,i2,i3,i4,all_pass,size_ok";

    /// <summary>Writes the header and a line for each row.</summary>
    public static async Task WriteAsync(TextWriter writer, IEnumerable<IndicatorTable.Row> rows)
    {
        await writer.WriteAsync($"{Header}\n");
        foreach (var row in rows) await writer.WriteAsync($"{Line(row)}\n");
    }

    private static string Line(IndicatorTable.Row row)
    {
        var (f, i) = (row.Figures, row.Indicators);
        IFormattable[] numbers =
        [
            f.Population, f.Households, f.Students, f.StudentsCovered, f.StudentHouseholds, f.StudentHouseholdsCovered, f.AccidentFen, f.LifeNewRegularFen, f.HouseholdsRegular, f.HouseholdsAny,
        ];
        return string.Join(',', (string[])
        [
            row.Code, Text(row.Name), .. numbers.Select(n => n.ToString(null, CultureInfo.InvariantCulture)), .. i.All.Select(r => r.Shown),
            Flag(i.StudentCoverage), Flag(row.StudentsByHousehold), Flag(i.AccidentPerHead), Flag(i.LifePerHead), Flag(i.HouseholdRate), Flag(i.AllPass), Flag(row.SizeIsMet),
        ]);
    }

    private static string Flag(IndicatorResult result) => result.Outcome == IndicatorOutcome.NotApplicable ? "na" : Flag(result.Outcome == IndicatorOutcome.Passed);

    private static string Flag(bool holds) => holds ? "1" : "0";

    // A name that a spreadsheet would take for a formula is led by an apostrophe.
    private static string Text(string name)
    {
        var safe = name.Length > 0 && "=+-@\t\r\uFF1D\uFF0B\uFF0D\uFF20".Contains(name[0]) ? $"'{name}" : name;
        return safe.AsSpan().ContainsAny(",\"\r\n") ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
