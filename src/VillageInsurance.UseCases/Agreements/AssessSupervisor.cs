using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Agreements;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Schemes;
using VillageInsurance.UseCases.Work;

namespace VillageInsurance.UseCases.Agreements;

/// <summary>Whom the scheme names assesses a supervisor for a year: the office in the city's scheme, the insurer's branch in the town's.</summary>
public sealed class AssessSupervisor(AppDbGate gate, TimeProvider clock)
{
    /// <param name="Id">Made by the page, so that a repeated request is recognised.</param>
    public sealed record Input(Guid Id, Guid AppointmentId, int Year, AssessmentSheet Sheet, bool Passed);

    /// <summary>No item depends on premium; numbers are small and not negative.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules(TimeProvider clock)
        {
            RuleFor(i => i.Id).NotEmpty();
            RuleFor(i => i.Year).InclusiveBetween(2000, clock.Today().Year);
            RuleFor(i => i.Sheet.TrainingDays).InclusiveBetween(0, 366);
            RuleFor(i => i.Sheet.ChecksMade).InclusiveBetween(0, 10_000);
            RuleFor(i => i.Sheet.ComplaintsHandled).InclusiveBetween(0, 10_000);
            RuleFor(i => i.Sheet.Remark).NotNull().MaximumLength(500);
        }
    }

    /// <summary>Records the assessment. Refused to another role, a second time for the same year, and for a year not in office.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(Permission.AssessSupervisors, async db =>
    {
        input.MustMeet(new InputRules(clock));
        await db.LockAsync($"assessment {input.AppointmentId} {input.Year}");
        var appointment = await db.Supervisors.AsNoTracking().FindOrRefuseAsync(input.AppointmentId);
        if (await db.SupervisorAssessments.SingleOrDefaultAsync(a => a.AppointmentId == input.AppointmentId && a.Year == input.Year) is { } first)
        {
            if (first.Id != input.Id) throw SupervisorRule.OneAssessmentAYear.Broken();
            if ((first.Sheet, first.Passed, first.AssessedById) != (input.Sheet, input.Passed, db.Actor.StaffId)) throw new AlreadyCreated(input.Id);
            return;
        }
        var scheme = await db.SchemeOfSiteAsync(appointment.VillageId, appointment.GroupId, input.Year);
        db.Add(SupervisorAssessment.Assess(input.Id, appointment, input.Year, input.Sheet, input.Passed, db.Actor, scheme.Chain, clock.GetUtcNow()));
        await db.ClearQueueOfAsync(appointment.Id, QueueKind.AssessmentDue);
    });
}
