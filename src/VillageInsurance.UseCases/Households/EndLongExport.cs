using FluentValidation;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Documents;
using VillageInsurance.UseCases.Work;

namespace VillageInsurance.UseCases.Households;

/// <summary>A long export was not written; who asked is told why. What lies in the store of it goes.</summary>
public sealed class EndLongExport(AppDbGate gate, IFileStore store, TimeProvider clock)
{
    /// <summary>The job, and the refusal's text key or the failure's kind.</summary>
    public sealed record Input(Guid JobId, JobState State, string Reason);

    /// <summary>It did not succeed, and there is a reason.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules()
        {
            RuleFor(i => i.JobId).NotEmpty();
            RuleFor(i => i.State).Must(s => s is JobState.Refused or JobState.Failed);
            RuleFor(i => i.Reason).NotEmpty().MaximumLength(200);
        }
    }

    /// <summary>Keeps the end. Refused when it has ended before, and for somebody else's.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(Permission.ExportHouseholds, async db =>
    {
        input.MustMeet(new InputRules());
        var job = await db.OwnJobRequests().Where(j => j.Kind == JobKind.Export).FindOrRefuseAsync(input.JobId);
        job.End(input.State, null, input.Reason, clock.GetUtcNow());
        await store.DeleteAsync(LongExports.KeyOf(job.Id), CancellationToken.None);
        db.Add(QueueItem.For(job.StaffId, QueueKind.ExportReady, job.Id, clock.GetUtcNow()));
    });
}
