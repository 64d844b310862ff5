using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Agreements;

/// <summary>Who is put forward: somebody known, or somebody new by name under an id that the page made.</summary>
public sealed record PersonToTake(Guid StaffId, string? NewName = null);

internal sealed class PersonRules : AbstractValidator<PersonToTake>
{
    public PersonRules()
    {
        RuleFor(p => p.StaffId).NotEmpty();
        RuleFor(p => p.NewName).MaximumLength(100).Must(n => n is null || n.Trim().Length > 0);
    }
}

internal sealed class PointsRules : AbstractValidator<Domain.Agreements.SelectionPoints>
{
    public PointsRules()
    {
        RuleFor(p => p.Character).NotNull().MaximumLength(200);
        RuleFor(p => p.Relations).NotNull().MaximumLength(200);
        RuleFor(p => p.Ability).NotNull().MaximumLength(200);
        RuleFor(p => p.Schooling).NotNull().MaximumLength(200);
    }
}

internal static class People
{
    /// <summary>The staff member; somebody new is entered, without any right. The code is made of the id.</summary>
    public static async Task<StaffMember> TakeAsync(this AppDb db, PersonToTake person)
    {
        var known = await db.Staff.SingleOrDefaultAsync(s => s.Id == person.StaffId && s.Id != StaffMember.CommandLineId);
        if (known is not null) return known;
        if (person.NewName is not { } name) throw new NotFound(nameof(StaffMember), person.StaffId);
        return db.Add(new StaffMember(person.StaffId, $"p-{person.StaffId.ToString("N")[20..]}", name.Trim(), null)).Entity;
    }

    /// <summary>Whether the person is an agent in any village that the operation sees, by a service or by the role. Who puts the same person forward waits here.</summary>
    public static async Task<bool> IsAgentAsync(this AppDb db, Guid staffId, DateOnly today)
    {
        await db.LockAsync($"offices of {staffId}");
        return await db.HoldsAsync(staffId, Role.ResidentAgent, today)
            || await db.AgentServices.AnyAsync(s => s.StaffId == staffId && s.Status != Domain.Agreements.AgentStatus.Left && s.Status != Domain.Agreements.AgentStatus.TurnedDown);
    }

    /// <summary>The same for a supervisor: nominated, in office, or with the role.</summary>
    public static async Task<bool> IsSupervisorAsync(this AppDb db, Guid staffId, DateOnly today)
    {
        await db.LockAsync($"offices of {staffId}");
        return await db.HoldsAsync(staffId, Role.Supervisor, today)
            || await db.Supervisors.AnyAsync(s => s.StaffId == staffId && (s.Status == Domain.Agreements.SupervisorStatus.Nominated || (s.Status == Domain.Agreements.SupervisorStatus.Appointed && s.To >= today)));
    }

    private static Task<bool> HoldsAsync(this AppDb db, Guid staffId, Role role, DateOnly today) =>
        db.RoleGrants.AnyAsync(g => g.StaffId == staffId && g.Role == role && (g.To == null || g.To >= today));
}
