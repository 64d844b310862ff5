using System.Globalization;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Documents;
using VillageInsurance.UseCases.Organisation;

namespace VillageInsurance.Web.CommandLine.Demo;

/// <summary>What the chapters of the sample year share: its clock, the county's places by their codes, its people by theirs, and the use cases in somebody's name.</summary>
internal sealed class DemoStage(IServiceProvider services, DemoClock clock, IReadOnlyDictionary<string, Guid> areas, DemoWords words)
{
    private readonly CommandLineActor _actor = services.GetRequiredService<CommandLineActor>();
    private readonly Dictionary<string, Guid> _people = [];

    public DemoClock Clock => clock;
    public DemoWords Words => words;
    public DateOnly Today => clock.Today();
    public IEnumerable<string> Townships => areas.Keys.Where(code => code.Length == 9).Order(StringComparer.Ordinal);
    public Guid County => areas.Single(a => a.Key.Length == 6).Value;

    public static async Task<DemoStage> OpenAsync(IServiceProvider services, DemoClock clock)
    {
        var list = services.GetRequiredService<AreaList>();
        var areas = new Dictionary<string, Guid>();
        foreach (var county in await list.RunAsync(null, forGrants: false, default))
        {
            areas[county.Code!] = county.Id;
            foreach (var township in await list.RunAsync(county.Id, forGrants: false, default))
            {
                areas[township.Code!] = township.Id;
                foreach (var village in await list.RunAsync(township.Id, forGrants: false, default)) areas[village.Code!] = village.Id;
            }
        }
        return new(services, clock, areas, DemoWords.Read());
    }

    /// <summary>The rows of a file of the demo, split at commas, without the heading.</summary>
    public static IEnumerable<string[]> Rows(string file) => File.ReadLines(DemoFiles.Path(file)).Skip(1).Where(line => line.Length > 0).Select(line => line.Split(','));

    public Guid Area(string code) => areas[code];

    public Guid Person(string code) => _people[code];

    public void Enter(string code, Guid staffId) => _people[code] = staffId;

    /// <summary>A use case in the name of this person, to be run at once: nobody else may act before, not even for its arguments.</summary>
    public T As<T>(string person) where T : notnull
    {
        _actor.InNameOf = _people[person];
        return services.GetRequiredService<T>();
    }

    /// <summary>A use case of the command line, which may do everything.</summary>
    public T Any<T>() where T : notnull
    {
        _actor.InNameOf = null;
        return services.GetRequiredService<T>();
    }

    /// <summary>Attaches the sample scan, or the sample photo of a plaque.</summary>
    public async Task AttachAsync(string person, Guid areaId, Guid recordId, EvidenceKind kind)
    {
        var name = kind is EvidenceKind.SitePlaque or EvidenceKind.Award ? "photo.png" : "scan.pdf";
        await using var file = File.OpenRead(DemoFiles.Path(name));
        await As<AttachEvidence>(person).RunAsync(new(Guid.CreateVersion7(), areaId, recordId, kind, name, file));
    }

    public static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
