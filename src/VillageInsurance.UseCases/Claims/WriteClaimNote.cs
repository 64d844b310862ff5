using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Claims;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Work;

namespace VillageInsurance.UseCases.Claims;

/// <summary>The supervisor notes something on a claim: by a phrase, in words, as seen on the spot; or reports a suspected fraud, which waits in the insurer's queue.</summary>
public sealed class WriteClaimNote(AppDbGate gate, TimeProvider clock)
{
    /// <param name="Id">Made by the page, so that a repeated request is recognised.</param>
    /// <param name="Text">May be empty where the kind says it all.</param>
    public sealed record Input(Guid Id, Guid ClaimId, ClaimNoteKind Kind, string Text);

    /// <summary>A note in words, and a suspicion, say something; ratings and objections go their own way.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules()
        {
            RuleFor(i => i.Id).NotEmpty();
            RuleFor(i => i.Kind).IsInEnum().NotEqual(ClaimNoteKind.Rating).NotEqual(ClaimNoteKind.Objection);
            RuleFor(i => i.Text).MaximumLength(500);
            RuleFor(i => i.Text).NotEmpty().When(i => i.Kind is ClaimNoteKind.Note or ClaimNoteKind.SuspectedFraud);
        }
    }

    /// <summary>Keeps it. Not found outside the supervisor's village.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(Permission.WatchClaims, async db =>
    {
        input.MustMeet(new InputRules());
        if (await db.ClaimNotes.AnyAsync(n => n.Id == input.Id)) return;
        var claim = await db.Claims.FindOrRefuseAsync(input.ClaimId);
        db.Add(new ClaimNote(input.Id, claim.VillageId, claim.GroupId, claim.Id, input.Kind, input.Text, db.Actor.StaffId, clock.GetUtcNow()));
        await db.ClearQueueOfAsync(claim.Id, QueueKind.ClaimPicked);
        if (input.Kind == ClaimNoteKind.SuspectedFraud)
            db.Add(QueueItem.ForWhoever(Role.InsurerReviewer, claim.VillageId, QueueKind.ClaimFraudSuspected, claim.Id, clock.GetUtcNow(), detail: $"{input.Id:N}"));
    });
}
