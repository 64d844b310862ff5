namespace VillageInsurance.UseCases.Rosters;

/// <summary>How a sheet is laid out: what it lists, where its header ends, and what each column holds.</summary>
/// <param name="Kind">What it is a list of.</param>
/// <param name="HeaderRow">The last row of the header, from 1.</param>
/// <param name="Columns">Its columns, also those that are not read.</param>
/// <param name="Title">What stands above the header.</param>
internal sealed record SheetShape(RosterKind Kind, long HeaderRow, IReadOnlyList<SheetColumn> Columns, string Title)
{
    /// <summary>Whether it is a list of people without a column for their ID numbers.</summary>
    public bool LacksNumbers => Columns.Any(c => c is { Field: RosterField.IdNumber, IsMissing: true });

    /// <summary>The same with a column for ID numbers beyond its last, of which every cell is empty.</summary>
    public SheetShape WithNumbers() => Has(RosterField.IdNumber) ? this : this with { Columns = [.. Columns, new(SheetColumn.Beyond, "", RosterField.IdNumber)] };

    public bool Has(RosterField field) => Columns.Any(c => c.Field == field);

    /// <summary>The header of the column that holds a field; empty when none does.</summary>
    public string HeaderOf(RosterField field) => Columns.FirstOrDefault(c => c.Field == field)?.Header ?? "";
}

/// <summary>A column: its place from 0, its header's text (of two rows the lower), and what it holds; null when it is not read.</summary>
internal sealed record SheetColumn(int Index, string Header, RosterField? Field)
{
    /// <summary>The place of a column that the sheet does not have; it reads as empty.</summary>
    public const int Beyond = int.MaxValue;

    public bool IsMissing => Index == Beyond;
}
