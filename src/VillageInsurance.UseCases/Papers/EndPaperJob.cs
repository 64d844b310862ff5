using System.Text.Json;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Work;

namespace VillageInsurance.UseCases.Papers;

/// <summary>A job that prints certificates has ended; its result waits in the queue of the person who asked for it.</summary>
public sealed class EndPaperJob(AppDbGate gate)
{
    /// <summary>How it ended, with its result or the reason why there is none.</summary>
    public sealed record Input(Guid JobId, JobState State, CertificateFile? Result, string? Reason);

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
    public Task RunAsync(Input input) => gate.ChangeAsync(Permission.ManagePapers, async db =>
    {
        input.MustMeet(new InputRules());
        var job = await db.OwnJobRequests().Where(j => j.Kind == JobKind.PrintCertificates).FindOrRefuseAsync(input.JobId);
        job.End(input.State, input.Result is null ? null : JsonSerializer.Serialize(input.Result, JsonColumn.Format), input.Reason, db.Operation.At);
        db.Add(QueueItem.For(job.StaffId, QueueKind.CertificatesReady, job.Id, db.Operation.At));
    });
}
