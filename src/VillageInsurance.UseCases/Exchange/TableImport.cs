namespace VillageInsurance.UseCases.Exchange;

/// <summary>How one table is read, staged and merged.</summary>
internal abstract class TableImport(string table, string stage, params string[] columns)
{
    public async Task<TableCount> RunAsync(ImportRun run, TableRows rows)
    {
        await run.ReportAsync(table);
        await using var staged = new Stage(run.Connection, stage);
        await staged.BeginAsync();
        var read = 0L;
        try
        {
            var row = new RowReader(rows, run.Problems, columns);
            while (row.Read())
            {
                read++;
                Take(run, row, staged);
                await run.TickAsync(table);
            }
        }
        catch (UnreadableFile no)
        {
            run.Problems.Add(no.Problem);
        }
        await staged.CompleteAsync();
        await run.ReportAsync(table);
        if (run.Problems.Count > 0) return new(table, read, 0, 0);
        var (added, changed) = await MergeAsync(run, staged);
        return new(table, read, added, changed);
    }

    /// <summary>Checks a row and stages it when it is sound.</summary>
    protected abstract void Take(ImportRun run, RowReader row, Stage stage);

    /// <summary>Merges what is staged. Gives the rows of the file that were added and changed.</summary>
    protected abstract Task<(long Added, long Changed)> MergeAsync(ImportRun run, Stage stage);
}
