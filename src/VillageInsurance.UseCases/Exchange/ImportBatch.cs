using VillageInsurance.Domain.Shared;

namespace VillageInsurance.UseCases.Exchange;

/// <summary>One import that was stored: what came, on which legal basis, who brought it and when. Every row that it brought names it.</summary>
internal sealed class ImportBatch(Guid id, string contentHash, string source, string basis, DateOnly noticeOn, Guid staffId, DateTimeOffset at) : Entity(id)
{
    /// <summary>SHA-256 of the tables' names and content, in hexadecimal.</summary>
    public string ContentHash { get; private init; } = contentHash;

    /// <summary>Where the data comes from (PIPL art. 13).</summary>
    public string Source { get; private init; } = source;

    /// <summary>The legal basis of holding it.</summary>
    public string Basis { get; private init; } = basis;

    /// <summary>When the persons were told.</summary>
    public DateOnly NoticeOn { get; private init; } = noticeOn;

    /// <summary>Who brought it.</summary>
    public Guid StaffId { get; private init; } = staffId;

    /// <summary>When it was stored.</summary>
    public DateTimeOffset At { get; private init; } = at;

    /// <summary>Rows read, added, changed and unchanged, of each table.</summary>
    public ImportCounts Counts { get; private set; } = new([], 0, 0);

    public void Brought(ImportCounts counts) => Counts = counts;
}

/// <summary>What an import did, table by table, and what it stored with a flag.</summary>
/// <param name="Tables">In the order in which they were read.</param>
/// <param name="RivalPolicies">Policies of other insurers: in the file, in no sum.</param>
/// <param name="UnregisteredAgentPolicies">Policies sold by somebody who was not registered on the day of issue.</param>
/// <param name="ProductsToDecide">Products of which the list says something new: drafts that somebody else publishes or discards.</param>
public sealed record ImportCounts(IReadOnlyList<TableCount> Tables, long RivalPolicies, long UnregisteredAgentPolicies, long ProductsToDecide = 0)
{
    /// <summary>Whether everything was there before.</summary>
    public bool NothingChanged => Tables.All(t => t.Added == 0 && t.Changed == 0);
}

/// <summary>Rows of one table: in the file, new, changed, and there before.</summary>
public sealed record TableCount(string Table, long Read, long Added, long Changed)
{
    /// <summary>Rows that were there as they are.</summary>
    public long Unchanged => Read - Added - Changed;
}
