using FluentValidation;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Documents;
using VillageInsurance.UseCases.Exchange;

namespace VillageInsurance.UseCases.Rosters;

/// <summary>Stores what is clean, fixed or decided of a roster, all of it or nothing. Rows with open questions stay and are stored once they are decided.</summary>
public sealed class StoreRoster(AppDbGate gate, Vault vault, IFileStore store, TimeProvider clock, ImportRules imports)
{
    /// <summary>The roster.</summary>
    public sealed record Input(Guid BatchId);

    /// <summary>One is named.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules() => RuleFor(i => i.BatchId).NotEmpty();
    }

    /// <summary>Stores. Started twice it changes nothing more. Refused while another roster of the village is being stored.</summary>
    public Task RunAsync(Input input, Func<long, Task>? progress = null) => gate.ChangeAsync(Permission.ImportRosters, async db =>
    {
        input.MustMeet(new InputRules());
        var batch = await db.RosterBatches.FindOrRefuseAsync(input.BatchId);
        if (batch.State != RosterState.Storing) return;
        await new RosterStoring(db, vault, store, clock, imports, batch).RunAsync(progress);
    });
}
