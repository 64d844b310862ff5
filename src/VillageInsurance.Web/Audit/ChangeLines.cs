using System.Text.Json;
using VillageInsurance.UseCases.Audit;

namespace VillageInsurance.Web.Audit;

/// <summary>The values of an audited change as lines to read.</summary>
public static class ChangeLines
{
    /// <summary>Field by field, without the record's own name before each; a list stays as it was stored.</summary>
    public static IReadOnlyList<(string Field, string Value)> Of(AuditLog.ChangeView change)
    {
        using var values = JsonDocument.Parse(change.Values);
        var own = change.Record + ".";
        return [.. values.RootElement.EnumerateObject()
            .SelectMany(v => Lines(v.Name.StartsWith(own, StringComparison.Ordinal) ? v.Name[own.Length..] : v.Name, v.Value))];
    }

    private static IEnumerable<(string Field, string Value)> Lines(string field, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(inner => Lines($"{field}.{inner.Name}", inner.Value)),
        JsonValueKind.Null => [(field, "–")],
        _ => [(field, value.ToString())],
    };
}
