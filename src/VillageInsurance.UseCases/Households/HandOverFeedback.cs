using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Households;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Households;

/// <summary>The agent gives the month's feedback to the committee: its figures are frozen, and it waits in the queue of the village's cadres.</summary>
public sealed class HandOverFeedback(AppDbGate gate, TimeProvider clock)
{
    /// <summary>The feedback as it was seen.</summary>
    public sealed record Input(Guid FeedbackId, int SeenVersion);

    /// <summary>An id is needed.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules() => RuleFor(i => i.FeedbackId).NotEmpty();
    }

    /// <summary>Gives it. Refused without plan and talk, and for a second time.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(Permission.GiveFeedback, async db =>
    {
        input.MustMeet(new InputRules());
        var feedback = await db.CommitteeFeedback.FindAsSeenAsync(input.FeedbackId, input.SeenVersion);
        var (today, now) = (clock.Today(), clock.GetUtcNow());
        feedback.Give(await FeedbackCounts.OfMonthAsync(db, feedback.VillageId, feedback.Month, today, CancellationToken.None), db.Actor.StaffId, now);
        var cadres = await db.RoleGrants.Where(g => g.Role == Role.VillageCadre && g.AreaId == feedback.VillageId && g.From <= today && (g.To == null || g.To >= today)).Select(g => g.StaffId).Distinct().ToListAsync();
        foreach (var cadre in cadres) db.Add(QueueItem.For(cadre, QueueKind.FeedbackGiven, feedback.Id, now, feedback.VillageId, detail: $"{feedback.Month:yyyy-MM}"));
    });
}
