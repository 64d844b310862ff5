using FluentValidation;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Work;

namespace VillageInsurance.UseCases.Acceptance;

/// <summary>The leader sends a forwarding list back to its preparer, with the reason.</summary>
public sealed class SendBackList(AppDbGate gate, TimeProvider clock)
{
    /// <summary>The list as it was seen, and why.</summary>
    public sealed record Input(Guid ListId, int SeenVersion, string Remark);

    /// <summary>A reason of at most 500 characters.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules() => RuleFor(i => i.Remark).NotEmpty().MaximumLength(500);
    }

    /// <summary>Sends it back; it waits in the preparer's queue.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(Permission.SignForwardingLists, async db =>
    {
        input.MustMeet(new InputRules());
        var list = await db.ListAsSeenAsync(input.ListId, input.SeenVersion);
        list.SendBack(db.Actor, input.Remark);
        await db.ClearQueueOfAsync(list.Id);
        db.Add(QueueItem.For(list.PreparedById, QueueKind.ListToSend, list.Id, clock.GetUtcNow()));
    });
}
