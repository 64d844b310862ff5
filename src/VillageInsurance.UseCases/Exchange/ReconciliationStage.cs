using Npgsql;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Reconciliations;

namespace VillageInsurance.UseCases.Exchange;

/// <summary>Keeps the lines of a reconciliation, sealed, in one go.</summary>
internal static class ReconciliationStage
{
    private static readonly Target Lines = new("reconciled_lines", "id, reconciliation_id, ordinal, verdict, sheet, row_no, policy_id, payment_id, cells, explanation", namesBatch: false);

    public static async Task WriteAsync(NpgsqlConnection connection, Vault vault, Guid run, IReadOnlyCollection<LineToKeep> lines)
    {
        if (lines.Count == 0) return;
        await using var stage = new Stage(connection, "id uuid, is_new boolean, reconciliation_id uuid, ordinal integer, verdict smallint, sheet smallint, row_no integer, policy_id uuid, payment_id uuid, cells bytea, explanation text");
        await stage.BeginAsync();
        foreach (var (at, (verdict, place, policy, payment, cells)) in lines.Index())
        {
            var id = RowId.Next();
            stage.Row(isNew: true).Put(id).Put(true).Put(run).Put(at + 1).Put((short)verdict).Put(place?.Sheet).Put(place?.Row).Put(policy).Put(payment).Put(cells.SealedFor(vault, id)).Put("");
        }
        await stage.CompleteAsync();
        await stage.MergeAsync(Lines, run);
    }
}
