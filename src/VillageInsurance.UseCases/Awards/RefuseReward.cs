using FluentValidation;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Work;

namespace VillageInsurance.UseCases.Awards;

/// <summary>The leader refuses a reward, with the reason; who prepared it is told.</summary>
public sealed class RefuseReward(AppDbGate gate, TimeProvider clock)
{
    /// <summary>The line as it was seen, and why.</summary>
    public sealed record Input(Guid LineId, int SeenVersion, string Opinion);

    /// <summary>A reason of at most 500 characters.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules() => RuleFor(i => i.Opinion).NotEmpty().MaximumLength(500);
    }

    /// <summary>Refuses it.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(Permission.ApproveRewards, async db =>
    {
        input.MustMeet(new InputRules());
        await db.LockAsync($"reward {input.LineId}");
        var line = await db.RewardLines.FindAsSeenAsync(input.LineId, input.SeenVersion);
        line.Refuse(db.Actor, input.Opinion, clock.Today());
        await db.ClearQueueOfAsync(line.Id);
        db.Add(QueueItem.For(line.PreparedById, QueueKind.RewardRefused, line.Id, clock.GetUtcNow(), line.VillageId));
    });
}
