using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Organisation;

/// <summary>Somebody who is back takes his queue back.</summary>
public sealed class EndSharing(AppDbGate gate, TimeProvider clock)
{
    /// <summary>One of the actor's own delegations.</summary>
    public sealed record Input(Guid DelegationId);

    /// <summary>An id is needed.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules() => RuleFor(i => i.DelegationId).NotEmpty();
    }

    /// <summary>Ends it. Not found when it is somebody else's.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(Permission.UseOwnQueue, async db =>
    {
        input.MustMeet(new InputRules());
        (await db.Delegations.Where(d => d.FromStaffId == db.Actor.StaffId).FindOrRefuseAsync(input.DelegationId)).End(clock.Today());
    });
}
