using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;
using VillageInsurance.Domain.Awards;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Work;

namespace VillageInsurance.UseCases.Awards;

/// <summary>The leader approves a reward; it waits for the insurer's payment.</summary>
public sealed class ApproveReward(AppDbGate gate, TimeProvider clock)
{
    /// <summary>The line as it was seen.</summary>
    public sealed record Input(Guid LineId, int SeenVersion);

    /// <summary>An id is needed.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules() => RuleFor(i => i.LineId).NotEmpty();
    }

    /// <summary>Approves it. Refused for a title that was taken away meanwhile.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(Permission.ApproveRewards, async db =>
    {
        input.MustMeet(new InputRules());
        await db.LockAsync($"reward {input.LineId}");
        var line = await db.RewardLines.FindAsSeenAsync(input.LineId, input.SeenVersion);
        if (line.TitleId is { } title && await db.Titles.AnyAsync(t => t.Id == title && t.RevokedOn != null)) throw RewardRule.TheTitleIsHeld.Broken();
        line.Approve(db.Actor, await db.NoticeHasEndedAsync(line, clock.Today()), clock.Today());
        await db.ClearQueueOfAsync(line.Id);
        // A place on a study trip is no money: nothing is to be paid.
        if (line.Fen > 0) db.Add(QueueItem.ForWhoever(Role.InsurerReviewer, line.VillageId, QueueKind.RewardToPay, line.Id, clock.GetUtcNow()));
    });
}
