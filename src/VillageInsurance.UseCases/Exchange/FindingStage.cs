using System.Text.Json;
using Npgsql;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Rosters;

namespace VillageInsurance.UseCases.Exchange;

/// <summary>Writes what was found in a roster, sealed, as the rows go by.</summary>
internal sealed class FindingStage(NpgsqlConnection connection, Vault vault, RosterBatch batch) : IAsyncDisposable
{
    /// <summary>The names of the sealed cells; they never change.</summary>
    public const string CellsName = "roster_findings.cells", TypedName = "roster_findings.typed";

    private static readonly Target Findings = new("roster_findings",
        "id, village_id, group_id, batch_id, round, sheet, row_no, field, header, handling, reason, has_answer, cells, decision", namesBatch: false);

    private readonly Stage _stage = new(connection, """
        id uuid, is_new boolean, village_id uuid, group_id uuid, batch_id uuid, round integer, sheet smallint, row_no integer, field smallint, header text, handling smallint, reason smallint,
        has_answer boolean, cells bytea, decision smallint
        """);

    public Task BeginAsync() => _stage.BeginAsync();

    public void Put(short sheet, Finding finding, RosterCells cells)
    {
        var id = RowId.Next();
        _stage.Row(isNew: true).Put(id).Put(true).Put(batch.VillageId).Put(batch.GroupId).Put(batch.Id).Put(batch.Round + 1).Put(sheet).Put((int)finding.Row).Put((short?)finding.Field).Put(Header(finding.Column))
            .Put((short)finding.Handling).Put((short)finding.Reason).Put(cells.Candidates.Count > 0).Put(vault.SealBytes(CellsName, id, JsonSerializer.SerializeToUtf8Bytes(cells, JsonColumn.Format))).Put((short)0);
    }

    public async Task EndAsync()
    {
        await _stage.CompleteAsync();
        await _stage.MergeAsync(Findings, batch.Id);
    }

    /// <summary>Ends without keeping anything. A copy that breaks off would take the whole operation with it.</summary>
    public Task GiveUpAsync() => _stage.CompleteAsync();

    public ValueTask DisposeAsync() => _stage.DisposeAsync();

    private static string Header(string column) => column.Length <= 200 ? column : column[..200];
}
