namespace VillageInsurance.UseCases.Rosters;

/// <summary>A cell or row that was fixed, asks or is refused, and what is proposed.</summary>
internal sealed class Finding(long row, RosterField? about, string column, RosterHandling handling, string value, RosterReason reason)
{
    /// <summary>The weight of an answer that stands in the row itself.</summary>
    public const int FromOwnRow = 1_000;

    private const int MostCandidates = 3;

    private readonly List<(string Value, int Weight)> _candidates = [];

    /// <summary>The row in the sheet, from 1.</summary>
    public long Row => row;

    /// <summary>What the cell holds; null when it is about the whole row.</summary>
    public RosterField? Field => about;

    /// <summary>The column's header; empty when it is about the whole row.</summary>
    public string Column => column;

    public RosterHandling Handling => handling;

    public RosterReason Reason => reason;

    /// <summary>Answers that something speaks for, the likeliest first.</summary>
    public IReadOnlyList<string> Candidates => [.. _candidates.OrderByDescending(c => c.Weight).Take(MostCandidates).Select(c => c.Value)];

    /// <summary>Whether the row itself has an answer, which comes before all others.</summary>
    public bool IsAnswered => _candidates.Exists(c => c.Weight >= FromOwnRow);

    /// <summary>The clean value, or the likeliest answer; empty when there is none.</summary>
    public string Value => handling == RosterHandling.Ask ? Candidates.FirstOrDefault("") : value;

    /// <summary>Proposes an answer, by how much speaks for it.</summary>
    public void Propose(string answer, int weight)
    {
        if (answer.Length == 0) return;
        var at = _candidates.FindIndex(c => c.Value == answer);
        if (at < 0) _candidates.Add((answer, weight));
        else _candidates[at] = (answer, Math.Max(_candidates[at].Weight, weight));
    }
}
