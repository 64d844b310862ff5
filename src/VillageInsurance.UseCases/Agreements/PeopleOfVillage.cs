using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Agreements;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Agreements;

/// <summary>Agreement and people of a site in short, for the village's file.</summary>
/// <param name="Lines">Agreement in force, supervisor, agents under way, cadre in charge.</param>
public sealed record PeopleOfVillage(Guid VillageId, IReadOnlyList<PeopleOfVillage.Line> Lines)
{
    /// <param name="Number">The letter's, the registration's or the agreement's number; a cadre's post.</param>
    /// <param name="From">In office, assigned, in force or resolved on.</param>
    /// <param name="To">The last day of the term or the registration.</param>
    /// <param name="Holds">Whether the person is in office, the agent may work, the agreement is in force today.</param>
    public sealed record Line(PeopleLine Kind, Guid Id, string Name, string? Number, DateOnly? From, DateOnly? To, bool Holds);
}

/// <summary>What a line is about.</summary>
public enum PeopleLine { Agreement, Supervisor, Agent, Cadre }

internal static class PeopleOfVillages
{
    /// <summary>Reads it in two queries. What the actor may not see is left out.</summary>
    public static async Task<PeopleOfVillage> PeopleOfAsync(this AppDb db, FigurePlace place, DateOnly today, CancellationToken cancel)
    {
        var (village, siteGroup, year) = (place.VillageId, place.GroupId, today.Year);
        var (agreements, supervisors, agents) = (db.Actor.May(Permission.ViewAgreements, place), db.Actor.May(Permission.ViewSupervisors, place), db.Actor.May(Permission.ViewAgents, place));
        var people = await (from staff in db.Staff.AsNoTracking()
                            join s in db.Supervisors.Where(s => supervisors && s.VillageId == village && s.GroupId == siteGroup && (s.Status == SupervisorStatus.Nominated || s.Status == SupervisorStatus.Appointed))
                                on staff.Id equals s.StaffId into offices
                            from s in offices.DefaultIfEmpty()
                            join a in db.AgentServices.Where(a => agents && a.VillageId == village && (siteGroup == null || a.GroupId == siteGroup) && a.Status != AgentStatus.Left && a.Status != AgentStatus.TurnedDown)
                                on staff.Id equals a.StaffId into services
                            from a in services.DefaultIfEmpty()
                            where s != null || a != null
                            select new { Staff = staff, Supervisor = s, Agent = a, IsSigned = a != null && db.CommitmentLetters.Any(l => l.ServiceId == a.Id && l.Year == year) }).Take(50).ToListAsync(cancel);
        var rest = await db.CommitteeMembers.Where(m => m.VillageId == village && m.InCharge && m.To == null)
            .Select(m => new { IsAgreement = false, m.Id, m.Name, Number = (string?)m.Post, From = m.ResolvedOn, To = (DateOnly?)null })
            .Concat(db.Agreements.Where(a => agreements && a.VillageId == village && a.Status == AgreementStatus.InForce)
                .Select(a => new { IsAgreement = true, a.Id, Name = "", a.Number, a.From, a.To })).Take(50).ToListAsync(cancel);
        return new(village,
        [
            .. rest.Where(r => r.IsAgreement).Select(r => new PeopleOfVillage.Line(PeopleLine.Agreement, r.Id, r.Name, r.Number, r.From, r.To, r.From <= today && today <= r.To)),
            .. people.Where(p => p.Supervisor is not null).Select(p => new PeopleOfVillage.Line(PeopleLine.Supervisor, p.Supervisor.Id, p.Staff.Name, p.Supervisor.LetterNumber, p.Supervisor.From, p.Supervisor.To, p.Supervisor.HoldsOn(today))),
            .. people.Where(p => p.Agent is not null).OrderBy(p => p.Agent.Id).Select(p => new PeopleOfVillage.Line(PeopleLine.Agent, p.Agent.Id, p.Staff.Name, p.Staff.Registration?.Number, p.Agent.AssignedOn, p.Staff.Registration?.To,
                AgentReadiness.On(today, p.Agent, p.Staff.Registration, p.IsSigned).IsReady)),
            .. rest.Where(r => !r.IsAgreement).Select(r => new PeopleOfVillage.Line(PeopleLine.Cadre, r.Id, r.Name, r.Number, r.From, r.To, true)),
        ]);
    }
}
