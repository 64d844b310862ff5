using FluentValidation;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Agreements;

/// <summary>The insurer lets an agent's service rest, with the reason. From that day nothing is recorded.</summary>
public sealed class SuspendAgent(AppDbGate gate)
{
    /// <summary>The service as it was seen, the first day of rest, and why.</summary>
    public sealed record Input(Guid ServiceId, int SeenVersion, DateOnly From, string Reason);

    /// <summary>A reason of at most 500 characters.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules() => RuleFor(i => i.Reason).NotEmpty().MaximumLength(500);
    }

    /// <summary>Suspends.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(Permission.RegisterAgents, async db =>
    {
        input.MustMeet(new InputRules());
        (await db.ServiceAsSeenAsync(input.ServiceId, input.SeenVersion)).Suspend(input.From, input.Reason);
    });
}
