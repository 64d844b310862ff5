using FluentValidation;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Work;

namespace VillageInsurance.UseCases.Acceptance;

/// <summary>The leader signs a forwarding list; never who prepared it.</summary>
public sealed class SignList(AppDbGate gate, TimeProvider clock)
{
    /// <summary>The list as it was seen.</summary>
    public sealed record Input(Guid ListId, int SeenVersion);

    /// <summary>An id is needed.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules() => RuleFor(i => i.ListId).NotEmpty();
    }

    /// <summary>Signs it; it waits for its preparer to send it.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(Permission.SignForwardingLists, async db =>
    {
        input.MustMeet(new InputRules());
        var list = await db.ListAsSeenAsync(input.ListId, input.SeenVersion);
        list.Sign(db.Actor, clock.GetUtcNow());
        await db.ClearQueueOfAsync(list.Id);
        db.Add(QueueItem.For(list.PreparedById, QueueKind.ListToSend, list.Id, clock.GetUtcNow()));
    });
}
