using System.Text.Json;
using VillageInsurance.Domain.Households;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Households;

/// <summary>The words by which lists say how a member stands to the head, from a data file; the first word of a role is the one that we write.</summary>
public static class RelationWords
{
    private static readonly Dictionary<FamilyRole, string[]> Words = Read();

    private static readonly Dictionary<string, FamilyRole> Roles =
        Words.SelectMany(w => w.Value.Select(word => (word, Role: w.Key))).ToDictionary(w => w.word, w => w.Role);

    /// <summary>The role; <see cref="FamilyRole.Other"/> for a word that nobody knows.</summary>
    public static FamilyRole RoleOf(string? word) => word is not null && Roles.TryGetValue(word.Trim(), out var role) ? role : FamilyRole.Other;

    /// <summary>Whether lists use this word.</summary>
    public static bool IsKnown(string word) => Roles.ContainsKey(word.Trim());

    /// <summary>The word that we write.</summary>
    public static string Of(FamilyRole role) => Words[role][0];

    /// <summary>Members as a household book lists them: head, spouse, children by age, parents, others.</summary>
    public static IOrderedEnumerable<T> InBookOrder<T>(this IEnumerable<T> members, Func<T, string?> relation, Func<T, DateOnly> birthDate) =>
        members.OrderBy(m => RoleOf(relation(m))).ThenBy(birthDate);

    private static Dictionary<FamilyRole, string[]> Read()
    {
        using var file = typeof(RelationWords).Assembly.GetManifestResourceStream("relations.json")!;
        return JsonSerializer.Deserialize<Dictionary<FamilyRole, string[]>>(file, JsonColumn.Format)!;
    }
}
