using System.Text.Json;
using VillageInsurance.Domain.Papers;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Papers;

/// <summary>The layouts of all papers and their words, as the data files say.</summary>
internal static class PaperBook
{
    /// <summary>What every paper may name beside its own places: the print.</summary>
    public const string PrintNumber = "printNumber", CheckCode = "checkCode", PrintedBy = "printedBy", PrintedAt = "printedAt";

    private static readonly Dictionary<PaperKind, PaperLayout> Layouts = Enum.GetValues<PaperKind>().ToDictionary(kind => kind, kind => Read<PaperLayout>($"paper-{kind}.json"));

    /// <summary>The words.</summary>
    public static PaperWords Words { get; } = Read<PaperWords>("paper-words.json");

    /// <summary>The layout of a paper.</summary>
    public static PaperLayout LayoutOf(PaperKind kind) => Layouts[kind];

    /// <summary>Every place that a template of this paper may hold.</summary>
    public static IReadOnlySet<string> PlacesOf(PaperKind kind) => Layouts[kind].Places().Union([PrintNumber, CheckCode, PrintedBy, PrintedAt]).ToHashSet();

    private static T Read<T>(string name)
    {
        using var file = typeof(PaperBook).Assembly.GetManifestResourceStream(name)!;
        return JsonSerializer.Deserialize<T>(file, JsonColumn.Format)!;
    }
}
