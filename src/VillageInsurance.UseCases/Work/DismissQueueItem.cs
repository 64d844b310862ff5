using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Work;

/// <summary>The actor has seen what his own queue told him; it leaves the queue. What others may do stays.</summary>
public sealed class DismissQueueItem(AppDbGate gate)
{
    /// <summary>One item of the actor's own.</summary>
    public sealed record Input(Guid ItemId);

    /// <summary>An id is needed.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules() => RuleFor(i => i.ItemId).NotEmpty();
    }

    /// <summary>Removes it. Refused when it is not the actor's own.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(Permission.UseOwnQueue, async db =>
    {
        input.MustMeet(new InputRules());
        var own = db.QueueItems.Where(q => q.StaffId == db.Actor.StaffId && q.DoneAt == null);
        (await own.FindOrRefuseAsync(input.ItemId)).Finish(db.Actor.StaffId, db.Operation.At);
    });
}
