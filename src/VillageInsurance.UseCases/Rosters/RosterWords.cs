using System.Text.Json;

namespace VillageInsurance.UseCases.Rosters;

/// <summary>The words by which rosters are understood, as the data file holds them.</summary>
internal sealed record RosterWords(
    Dictionary<RosterField, string[]> Columns, string[] Others, string[] Totals, string[] Signatures, string[] Notes, string[] Men, string[] Women, string[] Heads, string[] GroupEnds, string[] Currency,
    string TenThousand, Dictionary<string, string> VillageEnds, string[] VillageFull, string[] VillageBare, string[] TownshipEnds)
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web);

    /// <summary>Those that come with the product.</summary>
    public static RosterWords Own { get; } = Read();

    private static RosterWords Read()
    {
        using var file = typeof(RosterWords).Assembly.GetManifestResourceStream("roster-words.json")!;
        return JsonSerializer.Deserialize<RosterWords>(file, Format)!;
    }
}
