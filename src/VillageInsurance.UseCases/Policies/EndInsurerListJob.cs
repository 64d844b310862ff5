using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Work;

namespace VillageInsurance.UseCases.Policies;

/// <summary>The job on a list has ended; it waits in the queue of the person who asked for it.</summary>
public sealed class EndInsurerListJob(AppDbGate gate, TimeProvider clock)
{
    /// <summary>How it ended, and the reason where it did not succeed.</summary>
    public sealed record Input(Guid JobId, JobState State, string? Reason);

    /// <summary>An end is an end.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules()
        {
            RuleFor(i => i.JobId).NotEmpty();
            RuleFor(i => i.State).Must(s => s is JobState.Succeeded or JobState.Refused or JobState.Failed);
            RuleFor(i => i.Reason).MaximumLength(200);
        }
    }

    /// <summary>Keeps the end. Refused when it has ended before, and for somebody else's.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(Permission.BringInsurerLists, async db =>
    {
        input.MustMeet(new InputRules());
        var job = await db.OwnJobRequests().Where(j => j.Kind == JobKind.InsurerList).FindOrRefuseAsync(input.JobId);
        job.End(input.State, null, input.Reason, clock.GetUtcNow());
        var list = await db.InsurerLists.FindOrRefuseAsync(InsurerListJobs.TaskOf(job).ListId);
        if (input.State != JobState.Succeeded) list.BrokeOff();
        await db.ClearQueueOfAsync(list.Id, QueueKind.InsurerListReady);
        db.Add(QueueItem.For(job.StaffId, QueueKind.InsurerListReady, list.Id, clock.GetUtcNow()));
    });
}
