using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Exchange;

namespace VillageInsurance.UseCases.Rosters;

/// <summary>Takes back all that a roster brought, until somebody has edited any of it.</summary>
public sealed class UndoRoster(AppDbGate gate)
{
    /// <summary>The roster as the page showed it.</summary>
    public sealed record Input(Guid BatchId, int SeenVersion);

    /// <summary>One is named.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules() => RuleFor(i => i.BatchId).NotEmpty();
    }

    /// <summary>Takes it back. Refused: something of it was edited, visited or insured since; while it is being stored; a second time.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(Permission.ImportRosters, async db =>
    {
        input.MustMeet(new InputRules());
        var batch = await db.RosterBatches.FindAsSeenAsync(input.BatchId, input.SeenVersion);
        if (!await db.TryLockAsync($"rosters of {batch.VillageId:N}")) throw new AnotherImportIsRunning();
        batch.Undo();
        if (batch.StoredAt is null) return;
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        if (await RosterUndo.IsEditedAsync(connection, batch.Id)) throw RosterRule.EditedRowsStay.Broken();
        await RosterUndo.CarryOutAsync(connection, batch.Id);
    });
}
