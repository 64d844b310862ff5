using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Organisation;

/// <summary>The security administrator gives a person a role in an area for some time. The only door to a right.</summary>
public sealed class GiveRole(AppDbGate gate)
{
    /// <param name="Id">Made by the page, so that a repeated request is recognised.</param>
    public sealed record Input(Guid Id, Guid StaffId, Role Role, Guid AreaId, DateOnly From, DateOnly? To, string Reason);

    /// <summary>A reason is needed.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules()
        {
            RuleFor(i => i.Id).NotEmpty();
            RuleFor(i => i.StaffId).NotEmpty();
            RuleFor(i => i.AreaId).NotEmpty();
            RuleFor(i => i.Role).IsInEnum();
            RuleFor(i => i.Reason).NotEmpty().MaximumLength(500);
        }
    }

    /// <summary>Gives it. Refused to oneself and beside a role that excludes it.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(Permission.ManageGrants, async db =>
    {
        input.MustMeet(new InputRules());
        // Two grants that exclude each other must not pass each other by.
        await db.LockAsync($"grants {input.StaffId}");
        if (await db.RoleGrants.AnyAsync(g => g.Id == input.Id)) return;
        var staff = await db.Staff.FindOrRefuseAsync(input.StaffId);
        var held = await db.RoleGrants.Where(g => g.StaffId == staff.Id).ToListAsync();
        db.Add(RoleGrant.Give(input.Id, db.Actor, staff.Id, input.Role, await db.Areas.FindOrRefuseAsync(input.AreaId), input.From, input.To, input.Reason, held));
    });
}
