using System.Text.Json;
using VillageInsurance.UseCases.Audit;

namespace VillageInsurance.Web.Audit;

/// <summary>The values of an audited change as lines to read.</summary>
public static class ChangeLines
{
    /// <summary>Field by field, without the record's own name before each. Lists and the like stay as they were stored.</summary>
    public static IReadOnlyList<(string Field, string Value)> Of(AuditLog.ChangeView change)
    {
        using var values = JsonDocument.Parse(change.Values);
        var own = change.Record + ".";
        return [.. values.RootElement.EnumerateObject().Select(v =>
            (v.Name.StartsWith(own, StringComparison.Ordinal) ? v.Name[own.Length..] : v.Name, v.Value.ValueKind == JsonValueKind.Null ? "–" : v.Value.ToString()))];
    }
}
