using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Organisation;

/// <summary>With whom the actor shares his queue, and with whom he could: people who hold one of his roles.</summary>
public sealed class OwnSharing(AppDbGate gate, TimeProvider clock)
{
    /// <summary>What is shared now or later, and who may stand in.</summary>
    public sealed record View(IReadOnlyList<Row> Shared, IReadOnlyList<Person> StandIns);

    /// <summary>One delegation.</summary>
    public sealed record Row(Guid Id, string To, DateOnly From, DateOnly Until);

    /// <summary>Somebody of the same role.</summary>
    public sealed record Person(Guid Id, string Name);

    /// <summary>Reads both.</summary>
    public Task<View> RunAsync(CancellationToken cancel) => gate.ReadAsync(Permission.UseOwnQueue, async db =>
    {
        var (today, roles) = (clock.Today(), db.Actor.Roles.ToList());
        var shared = await (from d in db.Delegations.AsNoTracking()
                            where d.FromStaffId == db.Actor.StaffId && d.To >= today
                            join s in db.Staff on d.ToStaffId equals s.Id
                            orderby d.From
                            select new Row(d.Id, s.Name, d.From, d.To)).ToListAsync(cancel);
        var standIns = await (from g in db.RoleGrants.AsNoTracking()
                              where roles.Contains(g.Role) && g.StaffId != db.Actor.StaffId && g.From <= today && (g.To == null || g.To >= today)
                              join s in db.Staff on g.StaffId equals s.Id
                              select new Person(s.Id, s.Name)).Distinct().ToListAsync(cancel);
        return new View(shared, standIns);
    }, cancel);
}
