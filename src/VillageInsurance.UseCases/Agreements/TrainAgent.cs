using FluentValidation;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Agreements;

/// <summary>The insurer records the training before an agent's work.</summary>
public sealed class TrainAgent(AppDbGate gate, TimeProvider clock)
{
    /// <summary>The service as it was seen, and the training's first and last day.</summary>
    public sealed record Input(Guid ServiceId, int SeenVersion, DateOnly From, DateOnly To);

    /// <summary>An id is needed.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules() => RuleFor(i => i.ServiceId).NotEmpty();
    }

    /// <summary>Records it. Refused before the last day is over.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(Permission.RegisterAgents, async db =>
    {
        input.MustMeet(new InputRules());
        (await db.ServiceAsSeenAsync(input.ServiceId, input.SeenVersion)).Train(input.From, input.To, clock.Today());
    });
}
