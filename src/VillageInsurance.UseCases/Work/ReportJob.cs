using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Work;

/// <summary>A job says how far it is, so that a page can show it and a sweep can see that it lives.</summary>
public sealed class ReportJob(AppDbGate gate, TimeProvider clock)
{
    /// <summary>The step as a text key, units done and in all, and the kind of the job.</summary>
    public sealed record Input(Guid JobId, string Step, long Done, long Total, JobKind Kind = JobKind.ImportCounty);

    /// <summary>Counts are not negative.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules()
        {
            RuleFor(i => i.JobId).NotEmpty();
            RuleFor(i => i.Kind).IsInEnum();
            RuleFor(i => i.Step).NotEmpty().MaximumLength(60);
            RuleFor(i => i.Done).GreaterThanOrEqualTo(0);
            RuleFor(i => i.Total).GreaterThanOrEqualTo(0);
        }
    }

    /// <summary>Keeps the report. Refused once the job has ended, and for somebody else's.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(input.Kind.ToRun(), async db =>
    {
        input.MustMeet(new InputRules());
        (await db.OwnJobRequests().Where(j => j.Kind == input.Kind).FindOrRefuseAsync(input.JobId)).Report(input.Step, input.Done, input.Total, clock.GetUtcNow());
    });
}
