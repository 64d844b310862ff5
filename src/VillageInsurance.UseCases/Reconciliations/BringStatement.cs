using System.Security.Cryptography;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Reconciliations;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Documents;
using VillageInsurance.UseCases.Rosters;

namespace VillageInsurance.UseCases.Reconciliations;

/// <summary>Takes a bank's or insurer's file in and asks for its comparison with what is recorded in a period. Nothing recorded is changed.</summary>
public sealed class BringStatement(AppDbGate gate, Vault vault, IFileStore store, TimeProvider clock)
{
    /// <param name="Id">The reconciliation's id, made by whoever received the file; the job's id as well.</param>
    public sealed record Input(Guid Id, string FileName, DateOnly From, DateOnly To, ReadOnlyMemory<byte> Content);

    /// <summary>A file with a name.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules()
        {
            RuleFor(i => i.Id).NotEmpty();
            RuleFor(i => i.FileName).NotEmpty().MaximumLength(200);
        }
    }

    /// <param name="Id">This one, or the open one of the same file and period.</param>
    /// <param name="WasThere">Whether it is the one before.</param>
    public sealed record View(Guid Id, bool WasThere, Guid StaffId);

    /// <summary>Takes it in. Refused: a period that cannot be meant, a file that no reader should touch.</summary>
    public Task<View> RunAsync(Input input) => gate.ChangeAsync(Permission.ReconcilePremiums, async db =>
    {
        input.MustMeet(new InputRules());
        if (input.Content.Length > UploadRoster.MostBytes) throw new RosterRefused(FileFault.TooBig);
        var content = input.Content.ToArray();
        var hash = Convert.ToHexStringLower(SHA256.HashData(content));
        // What is closed or was refused may be compared anew: the records may have grown since.
        if (await db.Reconciliations.FirstOrDefaultAsync(r => r.Id == input.Id
            || r.FileHash == hash && r.From == input.From && r.To == input.To && (r.State == ReconciliationState.Reading || r.State == ReconciliationState.Open)) is { } first) return new View(first.Id, true, db.Actor.StaffId);
        var run = Reconciliation.Begin(input.Id, input.FileName, hash, input.From, input.To, db.Actor.StaffId, clock.GetUtcNow(), clock.Today());
        RosterFile.Refuse(content);
        await RosterFile.PutAsync(store, vault, input.Id, content);
        db.Add(run);
        db.Add(new JobRequest(input.Id, JobKind.Reconciliation, db.Actor.StaffId, "{}", clock.GetUtcNow()));
        return new View(run.Id, false, db.Actor.StaffId);
    });
}
