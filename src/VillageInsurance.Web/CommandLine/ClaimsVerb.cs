using System.CommandLine;
using System.Text;
using VillageInsurance.UseCases.Claims;

namespace VillageInsurance.Web.CommandLine;

/// <summary>Writes the clocks of every claim as CSV.</summary>
internal static class ClaimsVerb
{
    public static Command Command()
    {
        var asOf = new Option<DateOnly>("--as-of") { Description = "The day on which the clocks are read; what happened later is unknown.", Required = true };
        var output = new Option<FileInfo>("--out") { Description = "The file to write. Without it stdout." };
        var claims = new Command("claims", "Write the clocks of claims as CSV.") { asOf, output };
        claims.Runs(async (parsed, services, _, cancel) =>
        {
            var table = await services.GetRequiredService<ClaimClockTable>().RunAsync(new(parsed.GetValue(asOf)), cancel);
            await using var writer = parsed.GetValue(output) is { } file
                ? new StreamWriter(file.FullName, append: false, new UTF8Encoding(false)) : new StreamWriter(Console.OpenStandardOutput());
            await ClaimClockCsv.WriteAsync(writer, table.Rows);
            return Verb.Done;
        });
        return claims;
    }
}
