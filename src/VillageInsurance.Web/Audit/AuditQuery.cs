using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using VillageInsurance.UseCases.Audit;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.Web.Audit;

/// <summary>What the address of the audit log asks for, as it was written.</summary>
public sealed record AuditQuery(string? Person, string? Record, string? From, string? To, string? Result, string? Before)
{
    /// <summary>Whether the record is left out or is an id.</summary>
    public bool RecordIsId => string.IsNullOrWhiteSpace(Record) || Guid.TryParse(Record, out _);

    /// <summary>The filter; null while the record is not an id, which must not show every event instead. Other parts that cannot be read are left out.</summary>
    public AuditLog.Filter? Filter => !RecordIsId ? null : new(
        string.IsNullOrWhiteSpace(Person) ? null : Person.Trim(), Guid.TryParse(Record, out var record) ? record : null,
        DayOf(From), DayOf(To), Chosen, long.TryParse(Before, CultureInfo.InvariantCulture, out var before) ? before : null);

    /// <summary>How the events ended; null for all.</summary>
    public AuditResult? Chosen => Enum.TryParse<AuditResult>(Result, out var result) && Enum.IsDefined(result) ? result : null;

    /// <summary>The address that asks for this.</summary>
    public string Address => QueryHelpers.AddQueryString("/audit", new Dictionary<string, string?>
    {
        ["person"] = Full(Person),
        ["record"] = Full(Record),
        ["from"] = Full(From),
        ["to"] = Full(To),
        ["result"] = Full(Result),
        ["before"] = Full(Before),
    });

    private static string? Full(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    private static DateOnly? DayOf(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day < DateOnly.MaxValue ? day : null;
}
