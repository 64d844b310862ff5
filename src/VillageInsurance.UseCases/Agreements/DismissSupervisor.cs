using FluentValidation;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Work;

namespace VillageInsurance.UseCases.Agreements;

/// <summary>The office dismisses a supervisor with the reason. The role is taken back by the security administrator.</summary>
public sealed class DismissSupervisor(AppDbGate gate)
{
    /// <summary>The appointment as it was seen, the last day in office, and the reason.</summary>
    public sealed record Input(Guid AppointmentId, int SeenVersion, DateOnly LastDay, string Reason);

    /// <summary>A reason of at most 500 characters.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules() => RuleFor(i => i.Reason).NotEmpty().MaximumLength(500);
    }

    /// <summary>Dismisses.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(Permission.AppointSupervisors, async db =>
    {
        input.MustMeet(new InputRules());
        await db.LockAsync($"supervisor appointment {input.AppointmentId}");
        var appointment = await db.Supervisors.FindAsSeenAsync(input.AppointmentId, input.SeenVersion);
        appointment.Dismiss(input.LastDay, input.Reason);
        await db.ClearQueueOfAsync(appointment.Id);
    });
}
