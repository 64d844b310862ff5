namespace VillageInsurance.UseCases.Exchange;

/// <summary>The rows of one table, one after the other, from a CSV file or a sheet of a workbook.</summary>
internal abstract class TableRows(string file) : IDisposable
{
    /// <summary>More than 150 villages never need (a first load's limits).</summary>
    public const int MostRows = 500_000, MostColumns = 200;

    /// <summary>How much it may hold.</summary>
    public TableLimits Limits { get; init; } = TableLimits.FirstLoad;

    public string File => file;

    /// <summary>The row in the file, from 1 with the header.</summary>
    public long Row { get; protected set; }

    /// <summary>How many cells the row has.</summary>
    public abstract int Count { get; }

    /// <summary>A cell of the row; empty beyond its end.</summary>
    public abstract ReadOnlySpan<char> this[int column] { get; }

    /// <summary>Whether the cell holds a formula, whose value nobody can rely on.</summary>
    public virtual bool IsFormula(int column) => false;

    /// <summary>Goes to the next row that is not blank.</summary>
    public bool Read()
    {
        if (!ReadRow()) return false;
        if (Row > Limits.Rows + 1) throw new UnreadableFile(new(file, null, null, null, ImportExpectation.FewerRows, $"{Limits.Rows}"));
        return true;
    }

    /// <summary>Reads the header's names.</summary>
    public string[] ReadHeader()
    {
        if (!Read()) throw new UnreadableFile(new(file, null, null, null, ImportExpectation.FileNotEmpty));
        var names = new string[Math.Min(Count, MostColumns)];
        for (var i = 0; i < names.Length; i++) names[i] = this[i].Trim().Trim('\uFEFF').ToString();
        return names;
    }

    public abstract void Dispose();

    protected abstract bool ReadRow();
}

/// <summary>How much a table may hold, with the header; more is refused.</summary>
internal readonly record struct TableLimits(int Rows, int Columns, int EmptyCells)
{
    public static readonly TableLimits FirstLoad = new(TableRows.MostRows, TableRows.MostColumns, int.MaxValue);
}
