using System.Security.Cryptography;
using System.Text;

namespace VillageInsurance.Domain.Papers;

/// <summary>What one paper says: the values for the places of its layout.</summary>
/// <param name="Kind">Which paper.</param>
/// <param name="RecordId">The record that it shows.</param>
/// <param name="VillageId">The village, township or county that the record belongs to.</param>
/// <param name="PlaceCode">Its code, for the names of files: never a person's name.</param>
/// <param name="Year">The programme year.</param>
/// <param name="Standing">Whether it is final.</param>
/// <param name="Values">The values that stand once.</param>
/// <param name="Lists">The rows of its lists.</param>
public sealed record PaperContent(
    PaperKind Kind, Guid RecordId, Guid VillageId, string PlaceCode, int Year, PaperStanding Standing,
    IReadOnlyDictionary<string, string> Values, IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyDictionary<string, string>>> Lists)
{
    /// <summary>The rows of a list; none when there is no such list.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, string>> RowsOf(string list) => Lists.GetValueOrDefault(list) ?? [];

    /// <summary>Eight hexadecimal digits that change with anything the paper says: whoever holds a print can compare it with the record.</summary>
    public string CheckCode()
    {
        var text = new StringBuilder($"{Kind} {RecordId} {Standing}\n");
        Write(text, Values);
        foreach (var (name, rows) in Lists.OrderBy(l => l.Key, StringComparer.Ordinal))
        {
            text.Append(name).Append('\n');
            foreach (var row in rows) Write(text, row);
        }
        var hash = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())).AsSpan(0, 4));
        return $"{hash[..4]} {hash[4..]}";
    }

    private static void Write(StringBuilder text, IReadOnlyDictionary<string, string> values)
    {
        foreach (var (name, value) in values.OrderBy(v => v.Key, StringComparer.Ordinal)) text.Append(name).Append('\u0001').Append(value).Append('\u0002');
        text.Append('\n');
    }
}
