using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Agreements;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Organisation;

namespace VillageInsurance.UseCases.Agreements;

/// <summary>Reads each kind of people of a village for whoever may see that kind.</summary>
internal sealed class VillagePeopleReader(AppDb db, Guid villageId, DateOnly today, Role assessor, IReadOnlyDictionary<Guid, string> groups)
{
    public async Task<IReadOnlyList<VillagePeople.Agreed>?> AgreementsAsync(CancellationToken cancel) => !db.Actor.May(Permission.ViewAgreements, villageId) ? null
        : [.. (await db.Agreements.AsNoTracking().Where(a => a.VillageId == villageId).OrderByDescending(a => a.Id).Take(50).ToListAsync(cancel))
            .Select(a => new VillagePeople.Agreed(a.Id, a.Status, a.Number, a.From, a.EndedOn ?? a.To, a.HoldsOn(today)))];

    public async Task<IReadOnlyList<VillagePeople.Supervisor>?> SupervisorsAsync(CancellationToken cancel)
    {
        if (!db.Actor.May(Permission.ViewSupervisors, villageId)) return null;
        var all = await db.Supervisors.AsNoTracking().Where(s => s.VillageId == villageId).OrderByDescending(s => s.Id).Take(50).ToListAsync(cancel);
        var ids = all.ConvertAll(s => s.Id);
        var sheets = (await db.SupervisorAssessments.AsNoTracking().Where(a => ids.Contains(a.AppointmentId)).OrderByDescending(a => a.Year).ToListAsync(cancel)).ToLookup(a => a.AppointmentId);
        var names = await db.StaffNamesAsync(all.SelectMany(s => new[] { s.StaffId, s.NominatedById }), cancel);
        return [.. all.Select(s =>
        {
            var mayAppoint = db.Actor.May(Permission.AppointSupervisors, s);
            var seesPoints = mayAppoint || db.Actor.May(Permission.NominateSupervisors, s);
            return new VillagePeople.Supervisor(s.Id, s.Version, names[s.StaffId], GroupOf(s.GroupId), s.Status, seesPoints ? s.Points : null, names[s.NominatedById], s.LetterNumber, s.From, s.EndedOn ?? s.To,
                seesPoints ? s.Reason : "", s.HoldsOn(today), [.. sheets[s.Id].Select(a => new VillagePeople.Assessment(a.Year, a.Passed, a.Sheet))],
                s.CanBeDecidedBy(db.Actor), mayAppoint && s.Status == SupervisorStatus.Appointed,
                s.LetterNumber is not null && db.Actor.RolesFor(Permission.AssessSupervisors, s).Contains(assessor) && db.Actor.StaffId != s.NominatedById && db.Actor.StaffId != s.StaffId);
        })];
    }

    public async Task<IReadOnlyList<VillagePeople.Agent>?> AgentsAsync(CancellationToken cancel)
    {
        if (!db.Actor.May(Permission.ViewAgents, villageId)) return null;
        var all = await (from service in db.AgentServices.AsNoTracking()
                         where service.VillageId == villageId
                         join staff in db.Staff on service.StaffId equals staff.Id
                         orderby service.Id descending
                         select new { Service = service, Staff = staff, IsSigned = db.CommitmentLetters.Any(l => l.ServiceId == service.Id && l.Year == today.Year) }).Take(100).ToListAsync(cancel);
        return [.. all.OrderByDescending(a => a.Service.IsOpen).Select(a => new VillagePeople.Agent(a.Service.Id, a.Staff.Name, GroupOf(a.Service.GroupId), a.Service.Status, a.Staff.Registration,
            a.Service.FullTime, a.Service.AssignedOn, AgentReadiness.On(today, a.Service, a.Staff.Registration, a.IsSigned).Missing))];
    }

    public async Task<IReadOnlyList<VillagePeople.Member>> MembersAsync(CancellationToken cancel) =>
        await db.CommitteeMembers.AsNoTracking().Where(m => m.VillageId == villageId).OrderBy(m => m.To != null).ThenByDescending(m => m.InCharge).ThenBy(m => m.Id).Take(100)
            .Select(m => new VillagePeople.Member(m.Id, m.Version, m.Name, m.Post, m.InCharge, m.ResolvedOn, m.From, m.To)).ToListAsync(cancel);

    private string? GroupOf(Guid? groupId) => groupId is { } id ? groups.GetValueOrDefault(id) : null;
}
