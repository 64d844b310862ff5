namespace VillageInsurance.UseCases.Rosters;

/// <summary>What was made of a cell: its clean value (empty when nobody can know it), what becomes of it, and why.</summary>
internal readonly record struct CellReading(RosterHandling Handling, string Value, RosterReason Reason)
{
    public static CellReading Clean(string value) => new(RosterHandling.Clean, value, default);

    public static CellReading Fix(string value, RosterReason reason) => new(RosterHandling.Fix, value, reason);

    public static CellReading Ask(RosterReason reason) => new(RosterHandling.Ask, "", reason);

    public static CellReading Reject(RosterReason reason) => new(RosterHandling.Reject, "", reason);

    /// <summary>Whether the value can be relied on.</summary>
    public bool IsKnown => Handling <= RosterHandling.Fix && Value.Length > 0;

    /// <summary>Clean when the cell said just this, else fixed.</summary>
    public static CellReading Of(string cell, string value, RosterReason reason) => cell == value ? Clean(value) : Fix(value, reason);
}
