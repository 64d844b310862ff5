using FluentValidation;
using VillageInsurance.Domain.Acceptance;
using VillageInsurance.Domain.Cycles;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Cycles;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Work;

namespace VillageInsurance.UseCases.Acceptance;

/// <summary>The office or the reviewing body sends a declaration back with the reason and what is to be put right. It waits in the sender's queue.</summary>
public sealed class ReturnDeclaration(AppDbGate gate, TimeProvider clock)
{
    /// <summary>The declaration as it was seen, the reason, and the keys of what is to be put right.</summary>
    public sealed record Input(Guid DeclarationId, int SeenVersion, string Reason, IReadOnlyList<string> ToPutRight);

    /// <summary>A reason of at most 500 characters and at least one item.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules()
        {
            RuleFor(i => i.Reason).NotEmpty().MaximumLength(500);
            RuleFor(i => i.ToPutRight).NotEmpty();
        }
    }

    /// <summary>Returns it; until the scheme's last day the village builds on and may declare again.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(Permission.ReviewDeclarations, async db =>
    {
        input.MustMeet(new InputRules());
        var (declaration, rules) = await db.DeclarationAsSeenAsync(input.DeclarationId, input.SeenVersion);
        var upheld = await db.NoticeResultAsync(declaration.CycleId, declaration.VillageId, NoticeKind.Titles, null, clock.Today()) == NoticeResult.Upheld;
        declaration.Return(db.Actor, input.Reason, input.ToPutRight, rules, upheld, clock.GetUtcNow());
        await db.MoveAsync(await db.CycleAsync(declaration.CycleId), CycleMove.Return, clock, input.Reason, declaration.SnapshotId);
        await db.ClearQueueOfAsync(declaration.Id);
        db.Add(QueueItem.For(declaration.SubmittedById!.Value, QueueKind.DeclarationReturned, declaration.Id, clock.GetUtcNow(), declaration.VillageId));
    });
}
