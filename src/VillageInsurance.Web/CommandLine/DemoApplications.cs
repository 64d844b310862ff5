using System.Text.Json;
using VillageInsurance.Domain.Applications;
using VillageInsurance.UseCases.Applications;

namespace VillageInsurance.Web.CommandLine;

/// <summary>Some site applications by the demo's township official: submitted, one of them a household short, and one just begun.</summary>
internal static class DemoApplications
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web);

    public static async Task CreateAsync(IServiceProvider services, DemoPlace place, Guid official)
    {
        services.GetRequiredService<CommandLineActor>().InNameOf = official;
        await using var file = File.OpenRead(DemoFiles.Path("demo-applications.json"));
        foreach (var demo in (await JsonSerializer.DeserializeAsync<List<Demo>>(file, Format))!.Where(d => d.Village < place.Villages.Count))
        {
            var id = Guid.CreateVersion7();
            await services.GetRequiredService<DraftApplication>().RunAsync(new(id, place.Villages[demo.Village], null));
            if (demo.Submit) await services.GetRequiredService<SubmitApplication>().RunAsync(new(id, 0, demo.Form));
        }
    }

    private sealed record Demo(int Village, bool Submit, ApplicationForm Form);
}
