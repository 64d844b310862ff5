using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Documents;

/// <summary>Attaches a photo or scan to a record of a village or township, by who has the right for its kind there.</summary>
public sealed class AttachEvidence(AppDbGate gate, IFileStore store, TimeProvider clock)
{
    /// <param name="Id">Made by the page, so that a repeated request is recognised.</param>
    /// <param name="VillageId">The village or township that owns the record.</param>
    /// <param name="RecordId">The record; it may still be about to be saved.</param>
    /// <param name="Kind">What it proves.</param>
    /// <param name="Content">Can be read from the start again; at most 10 MB, photos 5 MB.</param>
    public sealed record Input(Guid Id, Guid VillageId, Guid RecordId, EvidenceKind Kind, string FileName, Stream Content);

    /// <summary>Ids and a name are needed; a site application's files are attached to its fields.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules()
        {
            RuleFor(i => i.Id).NotEmpty();
            RuleFor(i => i.VillageId).NotEmpty();
            RuleFor(i => i.RecordId).NotEmpty();
            RuleFor(i => i.Kind).IsInEnum().NotEqual(EvidenceKind.Application);
            RuleFor(i => i.FileName).NotEmpty().MaximumLength(200);
        }
    }

    /// <summary>Attaches it. Refused by content, size, number and day's total; outside the actor's areas.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(input.Kind.ToAttach(), async db =>
    {
        input.MustMeet(new InputRules());
        if (await db.Attachments.AnyAsync(f => f.Id == input.Id)) return;
        await db.KeepAsync(store, clock.GetUtcNow(), input.Id, input.VillageId, input.RecordId, input.Kind, "", input.FileName, input.Content);
    });
}
