using FluentValidation;
using VillageInsurance.Domain.Acceptance;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Papers;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Work;

namespace VillageInsurance.UseCases.Acceptance;

/// <summary>The office lays its list before the leader; it gets its number.</summary>
public sealed class LayListBefore(AppDbGate gate, TimeProvider clock)
{
    /// <summary>The list as it was seen.</summary>
    public sealed record Input(Guid ListId, int SeenVersion);

    /// <summary>An id is needed.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules() => RuleFor(i => i.ListId).NotEmpty();
    }

    /// <summary>Lays it before.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(Permission.ForwardDeclarations, async db =>
    {
        input.MustMeet(new InputRules());
        var list = await db.ListAsSeenAsync(input.ListId, input.SeenVersion);
        list.LayBefore(db.Actor, list.Number ?? await db.TakeNumberAsync(NumberKind.ForwardingList, list.Year));
        await db.ClearQueueOfAsync(list.Id);
        db.Add(QueueItem.ForWhoever(Role.CountyLeader, await db.CountyAsync(), QueueKind.ListToSign, list.Id, clock.GetUtcNow()));
    });
}
