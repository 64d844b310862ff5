using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Organisation;

/// <summary>Everybody who works in the programme and the roles held today, for whoever looks after accounts and sessions.</summary>
public sealed class StaffWithRoles(AppDbGate gate, TimeProvider clock)
{
    /// <summary>One staff member.</summary>
    public sealed record View(Guid Id, string Code, string Name, string? Unit, IReadOnlyList<Role> Roles);

    /// <summary>By code. The person that stands for the command line is left out.</summary>
    public Task<IReadOnlyList<View>> RunAsync(CancellationToken cancel) => gate.ReadAsync<IReadOnlyList<View>>(Permission.EndSessions, async db =>
    {
        var today = clock.Today();
        var held = (await db.RoleGrants.AsNoTracking().Where(g => g.From <= today && (g.To == null || g.To >= today))
            .Select(g => new { g.StaffId, g.Role }).Distinct().ToListAsync(cancel)).ToLookup(g => g.StaffId, g => g.Role);
        var staff = await db.Staff.AsNoTracking().Where(s => s.Id != StaffMember.CommandLineId)
            .OrderBy(s => s.Code).Select(s => new { s.Id, s.Code, s.Name, s.Unit }).ToListAsync(cancel);
        return [.. staff.Select(s => new View(s.Id, s.Code, s.Name, s.Unit, [.. held[s.Id]]))];
    }, cancel);
}
