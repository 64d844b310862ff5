using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Deliveries;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Deliveries;

/// <summary>Makes a key for the insurer's system. The whole key is given back this once and kept nowhere.</summary>
public sealed class CreateDeliveryKey(AppDbGate gate, TimeProvider clock)
{
    /// <param name="Id">Made by the page; a repeat is refused, because the key of the first time cannot be shown again.</param>
    /// <param name="Name">Which system delivers with it.</param>
    public sealed record Input(Guid Id, string Name, DeliveryKinds Kinds, DateOnly ExpiresOn);

    /// <summary>A name.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules()
        {
            RuleFor(i => i.Id).NotEmpty();
            RuleFor(i => i.Name).NotEmpty().MaximumLength(100);
        }
    }

    /// <summary>Makes it, and gives the whole key.</summary>
    public Task<string> RunAsync(Input input) => gate.ChangeAsync(Permission.ManageDeliveryKeys, async db =>
    {
        input.MustMeet(new InputRules());
        if (await db.DeliveryKeys.AnyAsync(k => k.Id == input.Id)) throw new AlreadyCreated(input.Id);
        var secret = DeliverySecret.Make();
        var system = new StaffMember(Guid.CreateVersion7(), $"key-{secret.Prefix}", input.Name.Trim(), null);
        db.AddRange(system, DeliveryKey.Create(input.Id, system.Id, secret, input.Kinds, input.ExpiresOn, db.Actor.StaffId, clock.GetUtcNow(), clock.Today()));
        return secret.Token;
    });
}
