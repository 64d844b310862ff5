using System.CommandLine;
using System.Text;
using VillageInsurance.Domain.Shared;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Exchange;
using VillageInsurance.UseCases.Rosters;

namespace VillageInsurance.Web.CommandLine;

/// <summary>Checks village rosters and policy lists as people keep them, and writes what was fixed, what asks and what is refused. Nothing is stored.</summary>
internal static class CheckRostersVerb
{
    public static Command Command()
    {
        var folder = new Argument<DirectoryInfo>("dir") { Description = "A folder of workbooks (.xlsx) and CSV files." };
        var output = new Option<FileInfo>("--out") { Description = "The file to write. Without it stdout." };
        var check = new Command("check-rosters", "Check village rosters and policy lists without storing anything; write a line for each cell that was fixed, asks or is refused.") { folder, output };
        folder.AcceptExistingOnly();
        check.SetAction(async (parsed, cancel) =>
        {
            var issues = await CheckAsync(parsed.GetRequiredValue(folder).FullName, cancel);
            await WriteAsync(issues, parsed.GetValue(output));
            var counts = issues.CountBy(i => i.Handling).OrderBy(c => c.Key).Select(c => $"{c.Value} {c.Key.ToString().ToLowerInvariant()}");
            return Verb.Say(issues.Count == 0 ? "Nothing to say." : string.Join(", ", counts), Verb.Done);
        });
        return check;
    }

    // A register is asked where there is one; nobody has to start a database to check a list.
    private static async Task<IReadOnlyList<RosterIssue>> CheckAsync(string folder, CancellationToken cancel)
    {
        var configured = WebHost.Configure([]);
        var rules = new ImportRules(configured.Configuration.GetValue<bool>("Import:TestRegionAllowed"));
        if (HasRegister(configured))
            try
            {
                await using var installation = await Installation.OpenAsync([], alone: false);
                await installation.MigrateIfBehindAsync(cancel);
                await using var host = Verb.Host(installation);
                await using var scope = host.Services.CreateAsyncScope();
                return await scope.ServiceProvider.GetRequiredService<CheckRosters>().RunAsync(new(folder), cancel);
            }
            catch (Exception no) when (no is InvalidOperationException or System.Data.Common.DbException or Refusal)
            {
                Console.Error.WriteLine($"The register is out of reach ({no.Message}); the lists are checked against each other alone.");
            }
        return LoneFolder.Check(folder, rules, TimeProvider.System.Today());
    }

    private static bool HasRegister(WebApplicationBuilder configured) =>
        configured.Configuration.GetConnectionString("Main") is { Length: > 0 }
        || configured.Environment.IsDevelopment() && Directory.Exists(Path.Combine(LocalFolder.Find(configured.Configuration), "postgres"));

    private static async Task WriteAsync(IEnumerable<RosterIssue> issues, FileInfo? file)
    {
        await using var writer = file is null ? new StreamWriter(Console.OpenStandardOutput()) : new StreamWriter(file.FullName, append: false, new UTF8Encoding(false));
        await RosterIssueCsv.WriteAsync(writer, issues);
    }
}
