using VillageInsurance.Domain.Cycles;
using VillageInsurance.UseCases.Organisation;

namespace VillageInsurance.Web.CommandLine.Demo;

/// <summary>A village, or one of its groups, on its way through the sample year, with the people who act there.</summary>
/// <param name="Until">How far it comes.</param>
internal sealed record DemoSite(string Code, Guid Village, Guid? Group, int Year, int Households, int People, string Agent, string Supervisor, string Official, string Resolution, CycleState Until)
{
    /// <summary>The cadre of the village.</summary>
    public string Cadre => $"c-{Code[6..]}";

    /// <summary>The site's own area.</summary>
    public Guid Place => Group ?? Village;

    /// <summary>The agent's service, once he is recommended.</summary>
    public Guid Service { get; } = Guid.CreateVersion7();

    /// <summary>The supervisor's term, once he is nominated.</summary>
    public Guid Term { get; } = Guid.CreateVersion7();

    /// <summary>The declaration, once it is begun.</summary>
    public Guid Declaration { get; } = Guid.CreateVersion7();

    public static async Task<IReadOnlyList<DemoSite>> ReadAsync(DemoStage stage)
    {
        var sites = new List<DemoSite>();
        foreach (var row in DemoStage.Rows("demo-year-sites.csv"))
            if (row is [var code, var group, var year, var households, var people, var agent, var supervisor, var official, var resolution, var until])
                sites.Add(new(code, stage.Area(code), await GroupAsync(stage, code, group), DemoStage.Number(year), DemoStage.Number(households), DemoStage.Number(people), agent, supervisor, official, resolution,
                    Enum.Parse<CycleState>(until)));
        return sites;
    }

    // A group is named by its number in the file; the import makes its name of it.
    private static async Task<Guid?> GroupAsync(DemoStage stage, string code, string number) => number.Length == 0 ? null
        : (await stage.Any<AreaList>().RunAsync(stage.Area(code), forGrants: false, default)).Single(g => new string([.. g.Name.Where(char.IsDigit)]) == number).Id;
}
