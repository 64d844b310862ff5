using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Agreements;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Schemes;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Organisation;

namespace VillageInsurance.UseCases.Agreements;

/// <summary>Agreement, supervisors, agents and committee of one village, as far as the actor may see each, and what the actor may do there.</summary>
public sealed class VillagePeople(AppDbGate gate, TimeProvider clock)
{
    /// <param name="Agreements">Null where the actor may not see them; so are the others.</param>
    public sealed record View(PlaceName Place, bool IsSite, AgentNumbers Agents, Role Assessor, IReadOnlyList<Group> Groups, IReadOnlyList<Agreed>? Agreements, IReadOnlyList<Supervisor>? Supervisors,
        IReadOnlyList<Agent>? AgentServices, IReadOnlyList<Member> Members, Actions May);

    /// <summary>What the actor may do in this village.</summary>
    public sealed record Actions(bool DraftAgreement, bool Nominate, bool Recommend, bool EditMembers, bool AsOffice);

    /// <summary>A group of the village.</summary>
    public sealed record Group(Guid Id, string Name, bool IsSite);

    /// <summary>An agreement.</summary>
    public sealed record Agreed(Guid Id, AgreementStatus Status, string? Number, DateOnly? From, DateOnly? To, bool Holds);

    /// <param name="Points">What was found about the person; null for who neither nominates nor appoints.</param>
    public sealed record Supervisor(Guid Id, int Version, string Name, string? Group, SupervisorStatus Status, SelectionPoints? Points, string NominatedBy, string? LetterNumber, DateOnly? From, DateOnly? To, string Reason,
        bool InOffice, IReadOnlyList<Assessment> Assessments, bool CanDecide, bool CanDismiss, bool CanAssess);

    /// <summary>The assessment of a year.</summary>
    public sealed record Assessment(int Year, bool Passed, AssessmentSheet Sheet);

    /// <summary>An agent who serves or served in the village.</summary>
    public sealed record Agent(Guid Id, string Name, string? Group, AgentStatus Status, AgentRegistration? Registration, bool FullTime, DateOnly? AssignedOn, IReadOnlyList<ReadinessRule> Missing);

    /// <summary>A member of the committee.</summary>
    public sealed record Member(Guid Id, int Version, string Name, string Post, bool InCharge, DateOnly? ResolvedOn, DateOnly From, DateOnly? To);

    /// <summary>Reads it. Outside the actor's area it is not found.</summary>
    public Task<View> RunAsync(Guid villageId, CancellationToken cancel) => gate.ReadAsync(Permission.ViewAreas, async db =>
    {
        var today = clock.Today();
        if (!db.Actor.May(Permission.ViewAreas, villageId)) throw new NotFound(nameof(Area), villageId);
        var place = (await db.PlaceNamesAsync([villageId], cancel)).GetValueOrDefault(villageId) ?? throw new NotFound(nameof(Area), villageId);
        var rules = await db.SchemeOfSiteAsync(villageId, null, today.Year, cancel);
        var sites = await db.Sites.Where(s => s.VillageId == villageId).Select(s => s.SiteGroupId).ToListAsync(cancel);
        var groups = await db.Areas.AsNoTracking().Where(g => g.ParentId == villageId && g.ValidTo == null).Select(g => new { g.Id, g.Name }).ToListAsync(cancel);
        var read = new VillagePeopleReader(db, villageId, today, rules.Chain.Assessor, groups.ToDictionary(g => g.Id, g => g.Name));
        var may = new Actions(db.Actor.May(Permission.DraftAgreements, villageId) && sites.Count > 0, db.Actor.May(Permission.NominateSupervisors, villageId), db.Actor.May(Permission.RecommendAgents, villageId),
            db.Actor.May(Permission.ReportLaunch, villageId) || db.Actor.May(Permission.ManageProgramme, villageId), !db.Actor.May(Permission.ReportLaunch, villageId));
        return new View(place, sites.Count > 0, rules.Agents, rules.Chain.Assessor,
            [.. groups.OrderBy(g => g.Name.Length).ThenBy(g => g.Name, StringComparer.Ordinal).Select(g => new Group(g.Id, g.Name, sites.Contains(g.Id)))],
            await read.AgreementsAsync(cancel), await read.SupervisorsAsync(cancel), await read.AgentsAsync(cancel), await read.MembersAsync(cancel), may);
    }, cancel);
}
