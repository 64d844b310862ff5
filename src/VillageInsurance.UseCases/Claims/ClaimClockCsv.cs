using System.Globalization;
using VillageInsurance.Domain.Claims;

namespace VillageInsurance.UseCases.Claims;

/// <summary>Writes the clocks as CSV, for other programs to read: days, and the limits passed by the law's names.</summary>
public static class ClaimClockCsv
{
    /// <summary>The columns in their order.</summary>
    public const string Header = "claim_no,days_to_determine,days_waiting,broken";

    /// <summary>Writes the header and a line for each claim.</summary>
    public static async Task WriteAsync(TextWriter writer, IEnumerable<ClaimClockTable.Row> rows)
    {
        await writer.WriteAsync($"{Header}\n");
        foreach (var (number, clock) in rows)
            await writer.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"{number},{clock.ToDetermine},{clock.Waiting},{string.Join(' ', clock.Broken.Select(Name))}\n"));
    }

    private static string Name(ClaimLimit limit) => limit switch
    {
        ClaimLimit.Determine => "determine-30",
        ClaimLimit.Pay => "pay-10",
        ClaimLimit.Interim => "interim-60",
        _ => "refusal-3",
    };
}
