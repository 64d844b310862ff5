using VillageInsurance.UseCases.Exchange;

namespace VillageInsurance.UseCases.Rosters;

/// <summary>Rows whose reader's refusals are told as those of a file.</summary>
internal sealed class ToldRows(TableRows rows) : TableRows(rows.File)
{
    public static ToldRows Of(Func<TableRows> open)
    {
        try { return new(open()); }
        catch (UnreadableFile no) { throw Told(no); }
    }

    public override int Count => rows.Count;

    public override ReadOnlySpan<char> this[int column] => rows[column];

    public override bool IsFormula(int column) => rows.IsFormula(column);

    public override void Dispose() => rows.Dispose();

    protected override bool ReadRow()
    {
        try
        {
            var read = rows.Read();
            Row = rows.Row;
            return read;
        }
        catch (UnreadableFile no)
        {
            throw Told(no);
        }
    }

    private static RefusedFile Told(UnreadableFile no) => new(FaultOf(no.Problem.Expected), no.Problem.Row);

    private static FileFault FaultOf(ImportExpectation expected) => expected switch
    {
        ImportExpectation.FewerRows => FileFault.TooManyRows,
        ImportExpectation.SmallEnough => FileFault.TooManyColumns,
        ImportExpectation.FewerEmptyCells => FileFault.TooManyEmptyCells,
        ImportExpectation.Utf8 => FileFault.UnknownEncoding,
        ImportExpectation.AsManyCellsAsColumns => FileFault.BrokenQuotes,
        _ => FileFault.Broken,
    };
}
