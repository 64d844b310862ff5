namespace VillageInsurance.UseCases.Rosters;

/// <summary>Finds policies that a list names twice. A group's policy may insure many: only the same person under the same number is a second time.</summary>
internal sealed class PolicyRows
{
    private readonly SeenBefore _lines = new(), _policies = new();

    /// <summary>A line as one before, or another line for the same policy and person; null for a new one.</summary>
    public RosterReason? Take(RosterLine line, SheetShape shape)
    {
        if (line.Known(RosterField.PolicyNo) is not { } number) return null;
        if (!_lines.Add([.. shape.Columns.Where(c => c.Field is not (null or RosterField.Ordinal)).Select(c => line.Said(c.Field!.Value))])) return RosterReason.RepeatedLine;
        return _policies.Add(number, line.Known(RosterField.IdNumber) ?? line[RosterField.Name].Value) ? null : RosterReason.PolicyNoTwice;
    }
}
