using System.CommandLine;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Exchange;

namespace VillageInsurance.Web.CommandLine;

/// <summary>Imports a county's data from a folder, a zip or a workbook.</summary>
internal static class ImportVerb
{
    public static Command Command()
    {
        var path = new Argument<string>("path") { Description = "A folder of CSV files, a zip of them, or one workbook (.xlsx)." };
        var source = new Option<string>("--source") { Description = "Where the data comes from.", DefaultValueFactory = _ => "command line" };
        var basis = new Option<string>("--basis") { Description = "The legal basis of holding it (PIPL art. 13).", DefaultValueFactory = _ => "public duty" };
        var notice = new Option<DateOnly?>("--notice") { Description = "The day on which the persons were told. Without it today." };
        var import = new Command("import", "Import a county's data: all of it, or nothing with a list of what is wrong.") { path, source, basis, notice };
        import.Runs(async (parsed, services, installation, cancel) =>
        {
            var told = parsed.GetValue(notice) ?? services.GetRequiredService<TimeProvider>().Today();
            return await RunAsync(services, installation, new(Path.GetFullPath(parsed.GetRequiredValue(path)), parsed.GetRequiredValue(source), parsed.GetRequiredValue(basis), told), cancel);
        });
        return import;
    }

    public static async Task<int> RunAsync(IServiceProvider services, Installation installation, ImportCounty.Input input, CancellationToken cancel)
    {
        var result = await services.GetRequiredService<ImportCounty>().RunAsync(input, progress => Console.Error.WriteLineAsync($"{progress.Step}: {progress.Done} of about {progress.Total}"));
        foreach (var file in result.Ignored) Console.Error.WriteLine($"Ignored: {file}");
        if (result.Outcome == ImportOutcome.Refused) return Explain(result);
        if (result.Outcome == ImportOutcome.AlreadyStored) return Verb.Say("These files were imported before; nothing has changed.", Verb.Done);
        foreach (var table in result.Counts!.Tables) Console.Error.WriteLine($"{table.Table}: {table.Read} read, {table.Added} added, {table.Changed} changed");
        if (result.Counts.NothingChanged) return Verb.Say("Every row was there before; nothing has changed.", Verb.Done);
        if (installation.Migrator != installation.App) await Maintenance.VacuumAsync(ConnectionSettings.ForMigrator(installation.Migrator), cancel);
        return Verb.Done;
    }

    private static int Explain(ImportCounty.View result)
    {
        foreach (var p in result.Problems) Console.Error.WriteLine($"{p.File}{(p.Row is { } row ? $", row {row}" : "")}{(p.Column is { } column ? $", {column}" : "")}: '{p.Value}', expected {p.Expected} {p.Detail}");
        return Verb.Say($"{result.ProblemCount} problems; nothing was stored.", Verb.Refused);
    }
}
