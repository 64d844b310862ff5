using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Claims;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Claims;

/// <summary>The insurer answers an objection or a suspicion; the supervisor is told.</summary>
public sealed class AnswerClaimNote(AppDbGate gate, TimeProvider clock)
{
    /// <summary>The note as seen, and the answer.</summary>
    public sealed record Input(Guid NoteId, int SeenVersion, string Answer);

    /// <summary>An answer says something.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules() => RuleFor(i => i.Answer).NotEmpty().MaximumLength(500);
    }

    /// <summary>Answers. Refused to whoever recorded the step objected to, a second time, and from a stale page.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(Permission.AnswerClaimObjections, async db =>
    {
        input.MustMeet(new InputRules());
        var note = await db.ClaimNotes.FindAsSeenAsync(input.NoteId, input.SeenVersion);
        var steps = db.ClaimSteps.Where(s => s.ClaimId == note.ClaimId && s.Milestone == note.ObjectedTo);
        var stepBy = await steps.OrderByDescending(s => s.At).Select(s => (Guid?)s.RecordedById).FirstOrDefaultAsync();
        note.Reply(input.Answer, db.Actor.StaffId, clock.GetUtcNow(), stepBy);
        var detail = $"{note.Id:N}";
        foreach (var item in await db.QueueItems.Where(q => q.RecordId == note.ClaimId && q.Detail == detail && q.DoneAt == null).ToListAsync()) item.Finish(db.Actor.StaffId, db.Operation.At);
        db.Add(QueueItem.For(note.ById, QueueKind.ClaimAnswered, note.ClaimId, clock.GetUtcNow(), note.VillageId));
    });
}
