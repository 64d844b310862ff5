using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Acceptance;

/// <summary>The people on duty who can be named as reviewers or participants: who holds an official's, cadre's or the insurer's role today.</summary>
public sealed class DutyStaff(AppDbGate gate, TimeProvider clock)
{
    private static readonly Role[] OnDuty = [Role.CountyLeader, Role.CountyOffice, Role.TownshipOfficial, Role.VillageCadre, Role.InsurerReviewer];

    /// <summary>A person with the office that he works for.</summary>
    public sealed record Row(Guid Id, string Name, string? Unit);

    /// <summary>By name, at most 200.</summary>
    public Task<IReadOnlyList<Row>> RunAsync(CancellationToken cancel) => gate.ReadAsync<IReadOnlyList<Row>>(Permission.ReviewDeclarations, async db =>
    {
        var today = clock.Today();
        return await db.Staff.AsNoTracking().Where(s => db.RoleGrants.Any(g => g.StaffId == s.Id && OnDuty.Contains(g.Role) && g.From <= today && (g.To == null || g.To >= today)))
            .OrderBy(s => s.Name).Take(200).Select(s => new Row(s.Id, s.Name, s.Unit)).ToListAsync(cancel);
    }, cancel);
}
