using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Organisation;

/// <summary>Who holds which role where, as the security administrator sees it.</summary>
public sealed class GrantList(AppDbGate gate, TimeProvider clock)
{
    /// <summary>One grant; <paramref name="Holds"/> says whether it holds today.</summary>
    /// <param name="Within">What the area lies in, and <paramref name="Beyond"/> what that lies in: names repeat in a county.</param>
    public sealed record Row(Guid Id, int Version, Guid StaffId, string StaffCode, string StaffName, Role Role, string Area, AreaLevel Level,
        string? Within, string? Beyond, DateOnly From, DateOnly? To, string Reason, string GrantedBy, bool Holds);

    /// <summary>By person; ended ones only when asked for.</summary>
    public Task<IReadOnlyList<Row>> RunAsync(bool withEnded, CancellationToken cancel) => gate.ReadAsync<IReadOnlyList<Row>>(Permission.ManageGrants, async db =>
    {
        var today = clock.Today();
        return await (from grant in db.RoleGrants.AsNoTracking()
                      where withEnded || grant.To == null || grant.To >= today
                      join staff in db.Staff on grant.StaffId equals staff.Id
                      join giver in db.Staff on grant.GrantedById equals giver.Id
                      join area in db.Areas on grant.AreaId equals area.Id
                      join outer in db.Areas on area.ParentId equals outer.Id into outers
                      from outer in outers.DefaultIfEmpty()
                      join outmost in db.Areas on outer.ParentId equals outmost.Id into outmosts
                      from outmost in outmosts.DefaultIfEmpty()
                      orderby staff.Code, grant.From
                      select new Row(grant.Id, grant.Version, staff.Id, staff.Code, staff.Name, grant.Role, area.Name, area.Level,
                          outer.Name, outmost.Name, grant.From, grant.To, grant.Reason, giver.Name, grant.From <= today && (grant.To == null || grant.To >= today))).ToListAsync(cancel);
    }, cancel);
}
