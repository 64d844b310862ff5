using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Agreements;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Agreements;

internal static class AgentFacts
{
    /// <summary>The service that the user saw; who comes second at the same moment waits here.</summary>
    public static async Task<AgentService> ServiceAsSeenAsync(this AppDb db, Guid id, int seenVersion)
    {
        await db.LockAsync($"agent service {id}");
        return await db.AgentServices.FindAsSeenAsync(id, seenVersion);
    }

    /// <summary>Whether the service's agent may work on this day, and if not why.</summary>
    public static async Task<AgentReadiness> ReadinessAsync(this AppDb db, AgentService service, DateOnly day, CancellationToken cancel = default)
    {
        var agent = await db.Staff.SingleAsync(s => s.Id == service.StaffId, cancel);
        return AgentReadiness.On(day, service, agent.Registration, await db.CommitmentLetters.AnyAsync(l => l.ServiceId == service.Id && l.Year == day.Year, cancel));
    }

    /// <summary>Refuses an agent's visit or policy in a place on a day on which he may not work there: by the first thing that is missing.</summary>
    public static async Task RequireReadyAgentAsync(this AppDb db, Guid staffId, Guid villageId, Guid? groupId, DateOnly day)
    {
        var services = await db.AgentServices.AsNoTracking().Where(s => s.StaffId == staffId && s.VillageId == villageId && (s.GroupId == null || s.GroupId == groupId)).ToListAsync();
        var service = services.OrderByDescending(s => s.IsOpen).ThenByDescending(s => s.Id).FirstOrDefault();
        var agent = await db.Staff.AsNoTracking().SingleAsync(s => s.Id == staffId);
        var isSigned = service is not null && await db.CommitmentLetters.AnyAsync(l => l.ServiceId == service.Id && l.Year == day.Year);
        AgentReadiness.On(day, service, agent.Registration, isSigned).Require();
    }

    /// <summary>The open services that count for a site: those of its village, or of the group that is a site of its own.</summary>
    public static async Task<List<AgentService>> ServicesOfSiteAsync(this AppDb db, Guid villageId, Guid? groupId)
    {
        var sites = await db.GroupSitesAsync(villageId);
        var site = groupId is { } id && sites.Contains(id) ? groupId : null;
        var open = await db.AgentServices.Where(s => s.VillageId == villageId && (s.Status == AgentStatus.Assigned || s.Status == AgentStatus.Suspended)).ToListAsync();
        return [.. open.Where(s => (s.GroupId is { } g && sites.Contains(g) ? g : (Guid?)null) == site)];
    }
}
