using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;

namespace VillageInsurance.UseCases.Data;

/// <summary>Turns a staff member into an actor with the grants of today. The one reader that runs before the gate.</summary>
public sealed class ActorLoader
{
    private readonly DbContextOptions<AppDb> _options;
    private readonly TimeProvider _clock;

    internal ActorLoader(DbContextOptions<AppDb> options, TimeProvider clock) => (_options, _clock) = (options, clock);

    /// <summary>The person's rights as they stand at this moment; somebody unknown may do nothing.</summary>
    public async Task<Actor> LoadAsync(Guid staffId, CancellationToken cancel)
    {
        await using var db = new AppDb(_options, Actor.Nobody, DataScope.None, AuditEvent.Begin(Actor.Nobody, Permission.UseOwnQueue, default, null));
        return await ReadAsync(db, staffId, _clock.Today(), cancel) ?? Actor.Nobody;
    }

    /// <summary>The same for another person, inside an operation.</summary>
    internal static async Task<Actor?> ReadAsync(AppDb db, Guid staffId, DateOnly today, CancellationToken cancel)
    {
        var held = await (from staff in db.Staff
                          where staff.Id == staffId
                          join grant in db.RoleGrants on staff.Id equals grant.StaffId into grants
                          from grant in grants.Where(g => g.From <= today && (g.To == null || g.To >= today)).DefaultIfEmpty()
                          join area in db.Areas on grant.AreaId equals area.Id into areas
                          from area in areas.DefaultIfEmpty()
                          select new { staff.Name, Grant = grant, Level = (AreaLevel?)area.Level }).AsNoTracking().ToListAsync(cancel);
        if (held.Count == 0) return null;

        var townships = held.Where(h => h.Level == AreaLevel.Township).Select(h => h.Grant!.AreaId).ToList();
        var villages = townships.Count == 0 ? [] : await db.Areas.AsNoTracking()
            .Where(a => a.Level == AreaLevel.Village && townships.Contains(a.ParentId!.Value))
            .Select(a => new { a.Id, TownshipId = a.ParentId!.Value }).ToListAsync(cancel);
        var villagesOf = villages.ToLookup(v => v.TownshipId, v => v.Id);

        return new Actor(staffId, held[0].Name, held.Where(h => h.Grant is not null).Select(h => new Grant(
            h.Grant!.Role, RolePermissions.Of(h.Grant.Role), ScopeOf(h.Grant, h.Level!.Value, villagesOf), h.Grant.From, h.Grant.To)), today);
    }

    // The three administrators hold their role for the whole county and see no village's record in it.
    private static DataScope ScopeOf(RoleGrant grant, AreaLevel level, ILookup<Guid, Guid> villagesOf) =>
        grant.Role is Role.SystemAdministrator or Role.SecurityAdministrator or Role.Auditor ? DataScope.None : level switch
        {
            AreaLevel.County => DataScope.WholeCounty,
            // With the township itself, which owns what concerns none of its villages alone: its plan, checklist, leading group.
            AreaLevel.Township => new DataScope([.. villagesOf[grant.AreaId], grant.AreaId]),
            AreaLevel.Village => new DataScope([grant.AreaId]),
            _ => new DataScope([], [grant.AreaId]),
        };
}
