using System.CommandLine;
using System.Text;
using VillageInsurance.UseCases.Acceptance;

namespace VillageInsurance.Web.CommandLine;

/// <summary>Writes the four indicators of every village, or of one, as CSV.</summary>
internal static class IndicatorsVerb
{
    private const int MonthAfter = 31;

    public static Command Command()
    {
        var year = new Option<int?>("--year") { Description = "The programme year; gives --as-of its 31 December." };
        var asOf = new Option<DateOnly?>("--as-of") { Description = "The day on which people and policies are counted." };
        var knownAt = new Option<DateOnly?>("--known-at") { Description = "Later facts are unknown. Without it 31 days after --as-of." };
        var village = new Option<string>("--village") { Description = "The 12-digit code of one village." };
        var output = new Option<FileInfo>("--out") { Description = "The file to write. Without it stdout." };
        var indicators = new Command("indicators", "Write the acceptance indicators as CSV.") { year, asOf, knownAt, village, output };
        indicators.Validators.Add(parsed =>
        {
            if (parsed.GetValue(year) is null && parsed.GetValue(asOf) is null) parsed.AddError("Give --year or --as-of.");
            if (parsed.GetValue(year) is { } y && parsed.GetValue(asOf) is { } day && day.Year != y) parsed.AddError("--as-of lies in another year than --year.");
        });
        indicators.Runs(async (parsed, services, _, cancel) =>
        {
            var day = parsed.GetValue(asOf) ?? new DateOnly(parsed.GetValue(year)!.Value, 12, 31);
            var table = await services.GetRequiredService<IndicatorTable>().RunAsync(new(day, parsed.GetValue(knownAt) ?? day.AddDays(MonthAfter), parsed.GetValue(village)), cancel);
            await WriteAsync(table, parsed.GetValue(output));
            foreach (var twice in table.Errors) Console.Error.WriteLine($"{twice.Person} is a member of two households: {string.Join(", ", twice.Households)}");
            return table.Errors.Count == 0 ? Verb.Done : Verb.Say("The figures are not final: correct the register first.", Verb.Refused);
        });
        return indicators;
    }

    private static async Task WriteAsync(IndicatorTable.View table, FileInfo? file)
    {
        await using var writer = file is null ? new StreamWriter(Console.OpenStandardOutput()) : new StreamWriter(file.FullName, append: false, new UTF8Encoding(false));
        await IndicatorCsv.WriteAsync(writer, table.Rows);
    }
}
