using FluentValidation;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Work;

namespace VillageInsurance.UseCases.Agreements;

/// <summary>The insurer vets a recommended agent: accepts for training, or turns down with the reason.</summary>
public sealed class VetAgent(AppDbGate gate)
{
    /// <summary>The service as it was seen, the verdict, and what was found.</summary>
    public sealed record Input(Guid ServiceId, int SeenVersion, bool Accepted, string Finding);

    /// <summary>At most 500 characters.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules() => RuleFor(i => i.Finding).NotNull().MaximumLength(500);
    }

    /// <summary>Records the verdict.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(Permission.RegisterAgents, async db =>
    {
        input.MustMeet(new InputRules());
        var service = await db.ServiceAsSeenAsync(input.ServiceId, input.SeenVersion);
        service.Vet(db.Actor, input.Accepted, input.Finding);
        await db.ClearQueueOfAsync(service.Id);
    });
}
