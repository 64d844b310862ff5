using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Exchange;

namespace VillageInsurance.UseCases.Rosters;

/// <summary>How the questions of a roster were decided, by sheet, row and column. Only decided ones are opened.</summary>
internal sealed class RosterDecisions
{
    private readonly Dictionary<(short Sheet, int Row, RosterField? Field), (RosterDecision Decision, string Value)> _decided = [];

    public static async Task<RosterDecisions> LoadAsync(AppDb db, Vault vault, RosterBatch batch, IReadOnlyList<RosterFinding> notYetSaved)
    {
        var decisions = new RosterDecisions();
        await foreach (var f in db.RosterFindings.AsNoTracking().Where(f => f.BatchId == batch.Id && f.Round == batch.Round && (f.Decision == RosterDecision.Value || f.Decision == RosterDecision.Temporary)).AsAsyncEnumerable())
            decisions.Take(vault, f);
        foreach (var f in notYetSaved) decisions.Take(vault, f);
        return decisions;
    }

    private void Take(Vault vault, RosterFinding f) => _decided[(f.Sheet, f.Row, f.Field)] = (f.Decision, f.Decision == RosterDecision.Value ? ValueOf(vault, f) : "");

    /// <summary>Writes the decided values into the row. False while anything of it is open.</summary>
    public bool Apply(short sheet, RosterLine line, SheetShape shape)
    {
        foreach (var field in shape.Columns.Select(c => c.Field).OfType<RosterField>())
            if (_decided.TryGetValue((sheet, (int)line.Row, field), out var decided)) line[field] = CellReading.Clean(decided.Value);
            else if (line[field].Handling >= RosterHandling.Ask) return false;
        return true;
    }

    /// <summary>A value that was decided for a question of the register; null for none.</summary>
    public string? Of(short sheet, long row, RosterField? field) => _decided.TryGetValue((sheet, (int)row, field), out var decided) ? decided.Value : null;

    /// <summary>A question that only storing could find: the register has changed since the check, or has somebody where the actor does not see.</summary>
    public static RosterFinding Asking(Vault vault, RosterBatch batch, short sheet, int row, RosterField? field, RosterReason reason)
    {
        var id = Guid.CreateVersion7();
        return new(id, batch.VillageId, batch.GroupId, batch.Id, batch.Round, sheet, row, field, batch.Columns.FirstOrDefault(c => c.Field == field)?.Header ?? "", RosterHandling.Ask, reason, false,
            vault.SealBytes(FindingStage.CellsName, id, JsonSerializer.SerializeToUtf8Bytes(new RosterCells("", "", [], ""), JsonColumn.Format)));
    }

    /// <summary>The typed value, else the likeliest answer.</summary>
    public static string ValueOf(Vault vault, RosterFinding finding) => finding.Typed is { } typed
        ? Encoding.UTF8.GetString(vault.OpenBytes(FindingStage.TypedName, finding.Id, typed)) : CellsOf(vault, finding).Candidates.FirstOrDefault("");

    public static RosterCells CellsOf(Vault vault, RosterFinding finding) =>
        JsonSerializer.Deserialize<RosterCells>(vault.OpenBytes(FindingStage.CellsName, finding.Id, finding.Cells), JsonColumn.Format)!;
}
