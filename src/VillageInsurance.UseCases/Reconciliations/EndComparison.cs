using FluentValidation;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Work;

namespace VillageInsurance.UseCases.Reconciliations;

/// <summary>A comparison broke off or was refused; who asked is told why.</summary>
public sealed class EndComparison(AppDbGate gate, TimeProvider clock)
{
    /// <summary>The job, and the refusal's text key; null for a failure.</summary>
    public sealed record Input(Guid JobId, JobState State, string? Reason);

    /// <summary>It did not succeed.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules()
        {
            RuleFor(i => i.JobId).NotEmpty();
            RuleFor(i => i.State).Must(s => s is JobState.Refused or JobState.Failed);
            RuleFor(i => i.Reason).MaximumLength(80);
        }
    }

    /// <summary>Keeps the end. Refused when it has ended before, and for somebody else's.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(Permission.ReconcilePremiums, async db =>
    {
        input.MustMeet(new InputRules());
        var job = await db.OwnJobRequests().Where(j => j.Kind == JobKind.Reconciliation).FindOrRefuseAsync(input.JobId);
        job.End(input.State, null, input.Reason, clock.GetUtcNow());
        (await db.Reconciliations.FindOrRefuseAsync(input.JobId)).RefusedFor(input.Reason);
        db.Add(QueueItem.For(job.StaffId, QueueKind.ReconciliationReady, job.Id, clock.GetUtcNow()));
    });
}
