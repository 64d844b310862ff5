using FluentValidation;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Work;

namespace VillageInsurance.UseCases.Agreements;

/// <summary>The office turns a nomination down with the reason; the village may nominate somebody else.</summary>
public sealed class TurnDownNomination(AppDbGate gate)
{
    /// <summary>The nomination as it was seen, and the reason.</summary>
    public sealed record Input(Guid AppointmentId, int SeenVersion, string Reason);

    /// <summary>A reason of at most 500 characters.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules() => RuleFor(i => i.Reason).NotEmpty().MaximumLength(500);
    }

    /// <summary>Turns it down.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(Permission.AppointSupervisors, async db =>
    {
        input.MustMeet(new InputRules());
        await db.LockAsync($"supervisor appointment {input.AppointmentId}");
        var nominated = await db.Supervisors.FindAsSeenAsync(input.AppointmentId, input.SeenVersion);
        nominated.TurnDown(db.Actor, input.Reason);
        await db.ClearQueueOfAsync(nominated.Id);
    });
}
