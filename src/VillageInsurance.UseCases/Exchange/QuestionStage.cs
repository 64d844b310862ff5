using System.Text.Json;
using Npgsql;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Policies;

namespace VillageInsurance.UseCases.Exchange;

/// <summary>Writes which rows of a list ask or are refused, sealed.</summary>
internal static class QuestionStage
{
    /// <summary>The name of the sealed cells; it never changes.</summary>
    public const string CellsName = "insurer_list_questions.cells";

    private static readonly Target Questions = new("insurer_list_questions", "id, list_id, round, sheet, row_no, outcome, field, why, cells, chosen_id", namesBatch: false);

    public static async Task WriteAsync(NpgsqlConnection connection, Vault vault, InsurerList list, IReadOnlyCollection<(ListedRow<RowResult> Row, Guid? Chosen)> rows)
    {
        if (rows.Count == 0) return;
        await using var stage = new Stage(connection, "id uuid, is_new boolean, list_id uuid, round integer, sheet smallint, row_no integer, outcome smallint, field smallint, why text, cells bytea, chosen_id uuid");
        await stage.BeginAsync();
        foreach (var ((sheet, number, result), chosen) in rows)
        {
            var id = RowId.Next();
            var cells = JsonSerializer.SerializeToUtf8Bytes(new QuestionCells(number, result.Candidates ?? []), JsonColumn.Format);
            stage.Row(isNew: true).Put(id).Put(true).Put(list.Id).Put(list.Round + 1).Put(sheet).Put(result.Row).Put((short)result.Outcome).Put((short?)result.Field).Put(result.Why ?? "")
                .Put(vault.SealBytes(CellsName, id, cells)).Put(chosen);
        }
        await stage.CompleteAsync();
        await stage.MergeAsync(Questions, list.Id);
    }
}
