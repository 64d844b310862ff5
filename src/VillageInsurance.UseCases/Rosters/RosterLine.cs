namespace VillageInsurance.UseCases.Rosters;

/// <summary>What a row of a sheet is.</summary>
internal enum LineKind { Data, Totals, Other }

/// <summary>The row at hand: what its cells say, and what was made of them. One object serves a whole sheet.</summary>
internal sealed class RosterLine
{
    private const int Fields = (int)RosterField.InterimAmount + 1;

    private readonly string[] _said = new string[Fields];
    private readonly CellReading[] _read = new CellReading[Fields];

    /// <summary>The row in the sheet, from 1.</summary>
    public long Row { get; set; }

    public LineKind Kind { get; set; }

    /// <summary>Whether the row was listed before, so that it is left out.</summary>
    public bool IsRepeated { get; set; }

    /// <summary>What was made of the cell; a clean nothing where the sheet has no such column.</summary>
    public ref CellReading this[RosterField field] => ref _read[(int)field];

    /// <summary>What the cell says.</summary>
    public string Said(RosterField field) => _said[(int)field];

    public bool IsKnown(RosterField field) => this[field].IsKnown;

    /// <summary>The clean value; null when it is missing or in doubt.</summary>
    public string? Known(RosterField field) => this[field] is { IsKnown: true } reading ? reading.Value : null;

    public void Begin(long row)
    {
        (Row, Kind, IsRepeated) = (row, LineKind.Data, false);
        Array.Fill(_said, "");
        Array.Fill(_read, CellReading.Clean(""));
    }

    public void Say(RosterField field, string cell) => _said[(int)field] = cell;

    /// <summary>How many cells hold anything.</summary>
    public int Filled => _said.Count(cell => cell.AsSpan().Trim(" \u3000").Length > 0);
}
