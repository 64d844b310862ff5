using FluentValidation;
using VillageInsurance.Domain.Claims;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Work;

namespace VillageInsurance.UseCases.Claims;

/// <summary>The insurer's reviewer records the next step of a claim. When papers are asked for, the agent who registered it is told.</summary>
public sealed class RecordClaimStep(AppDbGate gate, TimeProvider clock)
{
    /// <param name="AmountFen">Granted, paid or paid in advance, in fen; null for other steps.</param>
    /// <param name="Text">The complete list of missing papers, or the reasons of a refusal.</param>
    public sealed record Input(Guid ClaimId, int SeenVersion, ClaimMilestone Step, DateOnly On, long? AmountFen = null, ClaimDecision? Decision = null, string? Text = null);

    /// <summary>Known steps; sums not below nothing.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules()
        {
            RuleFor(i => i.Step).IsInEnum().NotEqual(ClaimMilestone.Reported);
            RuleFor(i => i.AmountFen).GreaterThanOrEqualTo(0);
            RuleFor(i => i.Decision).IsInEnum();
            RuleFor(i => i.Text).MaximumLength(500);
        }
    }

    /// <summary>Records it. Refused out of order, of a day to come, and from a stale page.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(Permission.UpdateClaims, async db =>
    {
        input.MustMeet(new InputRules());
        var claim = await db.Claims.FindAsSeenAsync(input.ClaimId, input.SeenVersion);
        db.Add(claim.Record(input.Step, input.On, new(input.AmountFen, input.Decision, input.Text), db.Actor.StaffId, clock.GetUtcNow(), clock.Today()));
        await db.ClearQueueOfAsync(claim.Id, QueueKind.ClaimReported);
        await db.ClearQueueOfAsync(claim.Id, QueueKind.ClaimDue);
        await db.ClearQueueOfAsync(claim.Id, QueueKind.ClaimPapersAsked);
        if (input.Step == ClaimMilestone.SupplementAsked && claim.RegisteredById is { } agent)
            db.Add(QueueItem.For(agent, QueueKind.ClaimPapersAsked, claim.Id, clock.GetUtcNow(), claim.VillageId));
    });
}
