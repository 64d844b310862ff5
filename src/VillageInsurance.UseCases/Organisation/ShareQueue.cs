using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Organisation;

/// <summary>Somebody who is away shares his queue with a person of the same role. Rights are not shared.</summary>
public sealed class ShareQueue(AppDbGate gate, TimeProvider clock)
{
    /// <summary>With whom and for which days, both included.</summary>
    public sealed record Input(Guid Id, Guid ToStaffId, DateOnly From, DateOnly To);

    /// <summary>A person is needed.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules()
        {
            RuleFor(i => i.Id).NotEmpty();
            RuleFor(i => i.ToStaffId).NotEmpty();
        }
    }

    /// <summary>Shares it. Refused with oneself and with somebody whose role or area does not cover one's own.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(Permission.UseOwnQueue, async db =>
    {
        input.MustMeet(new InputRules());
        if (await db.Delegations.AnyAsync(d => d.Id == input.Id)) return;
        var standIn = await ActorLoader.ReadAsync(db, input.ToStaffId, clock.Today(), default) ?? throw new NotFound(nameof(StaffMember), input.ToStaffId);
        db.Add(Delegation.Share(input.Id, db.Actor, standIn, input.From, input.To));
    });
}
