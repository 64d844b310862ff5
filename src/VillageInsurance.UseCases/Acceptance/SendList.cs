using FluentValidation;
using VillageInsurance.Domain.Acceptance;
using VillageInsurance.Domain.Cycles;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Cycles;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Work;

namespace VillageInsurance.UseCases.Acceptance;

/// <summary>The office sends a signed list to the insurer's superior company: each of its villages is forwarded.</summary>
public sealed class SendList(AppDbGate gate, TimeProvider clock)
{
    /// <summary>The list as it was seen.</summary>
    public sealed record Input(Guid ListId, int SeenVersion);

    /// <summary>An id is needed.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules() => RuleFor(i => i.ListId).NotEmpty();
    }

    /// <summary>Sends it, all villages or none; the reply to each waits for the office's second person and the insurer.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(Permission.ForwardDeclarations, async db =>
    {
        input.MustMeet(new InputRules());
        var list = await db.ListAsSeenAsync(input.ListId, input.SeenVersion);
        list.Send(db.Actor, clock.GetUtcNow());
        await db.ClearQueueOfAsync(list.Id);
        foreach (var line in list.Lines) await ForwardAsync(db, line);
    });

    private async Task ForwardAsync(AppDb db, ForwardingLine line)
    {
        await db.LockAsync($"declaration {line.DeclarationId}");
        var declaration = await db.Declarations.FindOrRefuseAsync(line.DeclarationId);
        declaration.Forward();
        await db.MoveAsync(await db.CycleAsync(declaration.CycleId), CycleMove.Forward, clock, snapshotId: declaration.ReviewSnapshotId, proven: CycleRule.TheListIsSigned);
        foreach (var role in new[] { Role.CountyOffice, Role.InsurerReviewer })
            db.Add(QueueItem.ForWhoever(role, declaration.VillageId, QueueKind.ReplyToRecord, declaration.Id, clock.GetUtcNow()));
    }
}
