using System.Text.Json;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Households;

/// <summary>How lists say who somebody is to the head, from a data file: a roster stands in the order head, spouse, children, others.</summary>
internal static class Relations
{
    private static readonly Words Known = Read();

    /// <summary>Whether the word names the head.</summary>
    public static bool IsHead(string? relation) => relation is not null && Known.Head.Contains(relation);

    /// <summary>The word that names the head.</summary>
    public static string Head => Known.Head[0];

    /// <summary>0 for the head, 1 for the spouse, 2 for children, 3 for others.</summary>
    public static int RankOf(string? relation) => relation is null ? 3 : Known.Head.Contains(relation) ? 0 : Known.Spouse.Contains(relation) ? 1 : Known.Child.Contains(relation) ? 2 : 3;

    private static Words Read()
    {
        using var file = typeof(Relations).Assembly.GetManifestResourceStream("relations.json")!;
        return JsonSerializer.Deserialize<Words>(file, JsonColumn.Format)!;
    }

    private sealed record Words(IReadOnlyList<string> Head, IReadOnlyList<string> Spouse, IReadOnlyList<string> Child);
}
