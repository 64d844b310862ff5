using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.HouseholdChecks;
using VillageInsurance.Domain.Households;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Households;
using VillageInsurance.UseCases.Organisation;

namespace VillageInsurance.UseCases.LifeEvents;

/// <summary>What the form of a life event begins with: the household, its present members, and where they may move to.</summary>
public sealed class LifeEventStart(AppDbGate gate, TimeProvider clock)
{
    /// <summary>The household. Villages, and the groups of each, are those of the whole county: a move to another agent's is asked for.</summary>
    public sealed record View(Guid Id, int Version, string Number, string Head, PlaceName? Place, Guid VillageId, DateOnly JoinedOn, FileStatus Status, IReadOnlyList<Member> Members, IReadOnlyList<PlaceName> Villages, ILookup<Guid, Group> Groups);

    /// <summary>A present member.</summary>
    public sealed record Member(Guid PersonId, string Name, string? Relation, bool IsHead, int Age, ResidenceKind Residence);

    /// <summary>A village group.</summary>
    public sealed record Group(Guid Id, string Name);

    /// <summary>Reads it. Only who keeps the household finds it.</summary>
    public Task<View> RunAsync(Guid householdId, CancellationToken cancel) => gate.ReadAsync(Permission.KeepHouseholds, async db =>
    {
        var h = await db.Households.AsNoTracking().FindOrRefuseAsync(householdId, cancel);
        var members = await (from m in db.Memberships.AsNoTracking()
                             where m.HouseholdId == householdId && m.LeftOn == null
                             join p in db.Persons on m.PersonId equals p.Id
                             orderby m.Relation == Membership.HeadRelation descending, m.Number
                             select new { m, p }).ToListAsync(cancel);
        var villages = await db.Areas.AsNoTracking().Where(a => a.Level == AreaLevel.Village && a.ValidTo == null).OrderBy(a => a.Code).Select(a => (Guid?)a.Id).ToListAsync(cancel);
        var groups = await db.Areas.AsNoTracking().Where(a => a.Level == AreaLevel.Group && a.ValidTo == null).Select(a => new { Village = a.ParentId!.Value, a.Id, a.Name }).ToListAsync(cancel);
        var places = await db.PlaceNamesAsync(villages.Append(h.VillageId), cancel);
        var status = await db.HouseholdFiles.Where(f => f.Id == householdId).Select(f => (FileStatus?)f.Status).SingleOrDefaultAsync(cancel);
        return new View(h.Id, h.Version, h.Number, NamesInClear.Shown(db.Actor, h, h.HeadName), places.GetValueOrDefault(h.VillageId), h.VillageId, h.JoinedOn, status ?? FileStatus.New,
            [.. members.Select(x => new Member(x.p.Id, NamesInClear.Shown(db.Actor, h, x.p.Name), x.m.Relation, x.m.IsHead, x.p.AgeOn(clock.Today()), x.m.Residence))],
            [.. villages.OfType<Guid>().Where(places.ContainsKey).Select(v => places[v])],
            groups.OrderBy(g => g.Name.Length).ThenBy(g => g.Name, StringComparer.Ordinal).ToLookup(g => g.Village, g => new Group(g.Id, g.Name)));
    }, cancel);
}
