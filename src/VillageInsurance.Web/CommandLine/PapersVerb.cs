using System.CommandLine;
using VillageInsurance.Domain.Papers;
using VillageInsurance.UseCases.Papers;

namespace VillageInsurance.Web.CommandLine;

/// <summary>Writes all papers that a village has so far as Word files. Each stands in the print log; no name of a file says anything about a person.</summary>
internal static class PapersVerb
{
    public static Command Command()
    {
        var village = new Option<string>("--village") { Description = "The 12-digit code of the village.", Required = true };
        var output = new Option<DirectoryInfo>("--out") { Description = "The folder to write to; made when it is missing.", Required = true };
        var papers = new Command("papers", "Write all papers that a village has so far as .docx.") { village, output };
        papers.Runs(async (parsed, services, _, cancel) =>
        {
            var folder = parsed.GetRequiredValue(output);
            var found = await services.GetRequiredService<VillagePapers>().RunAsync(parsed.GetRequiredValue(village), cancel);
            folder.Create();
            foreach (var paper in found) await WriteAsync(services, folder, paper, cancel);
            return Verb.Say($"{found.Count} papers written.", Verb.Done);
        });
        return papers;
    }

    private static async Task WriteAsync(IServiceProvider services, DirectoryInfo folder, VillagePapers.Row paper, CancellationToken cancel)
    {
        var printed = await services.GetRequiredService<PrintPaper>().RunAsync(new(Guid.CreateVersion7(), paper.Kind, paper.RecordId, PaperForm.Docx));
        // Of several of one kind and year, such as commitment letters, the later ones are counted.
        var (name, copy) = (printed.FileName, 1);
        while (File.Exists(Path.Combine(folder.FullName, name))) name = $"{Path.GetFileNameWithoutExtension(printed.FileName)}-{++copy}.docx";
        await File.WriteAllBytesAsync(Path.Combine(folder.FullName, name), printed.Docx!, cancel);
        Console.Error.WriteLine($"{name}: {printed.Number}");
    }
}
