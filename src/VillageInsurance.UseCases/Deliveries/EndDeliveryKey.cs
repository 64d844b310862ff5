using FluentValidation;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Deliveries;

/// <summary>Ends a key at once; the next delivery with it is refused.</summary>
public sealed class EndDeliveryKey(AppDbGate gate, TimeProvider clock)
{
    /// <summary>As it was seen.</summary>
    public sealed record Input(Guid Id, int SeenVersion);

    /// <summary>An id.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules() => RuleFor(i => i.Id).NotEmpty();
    }

    /// <summary>Ends it.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(Permission.ManageDeliveryKeys, async db =>
    {
        input.MustMeet(new InputRules());
        (await db.DeliveryKeys.FindAsSeenAsync(input.Id, input.SeenVersion)).End(db.Actor.StaffId, clock.GetUtcNow());
    });
}
