using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Agreements;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Households;

namespace VillageInsurance.UseCases.Agreements;

/// <summary>What hangs on an agent's service: letters, violations, households by group, customers to be told, and who else serves there.</summary>
public sealed record AgentWork(IReadOnlyList<AgentWork.Letter> Letters, IReadOnlyList<AgentWork.Violation> Violations, IReadOnlyList<AgentWork.GroupCount> Groups,
    IReadOnlyList<AgentWork.Customer> Customers, IReadOnlyList<AgentWork.Colleague> Colleagues)
{
    /// <summary>A signed letter of a year.</summary>
    public sealed record Letter(Guid Id, int Year, string Number, bool OnPaper, DateTimeOffset SignedAt);

    /// <summary>What was done against the rules; the facts are for insurer, office and the agent.</summary>
    public sealed record Violation(DateOnly HappenedOn, string Facts, string Measure);

    /// <summary>A group's households, how many of them this agent has in charge, and how many nobody.</summary>
    public sealed record GroupCount(Guid? GroupId, string? Name, int Households, int Own, int Nobodys);

    /// <param name="Name">In clear for agent and supervisor of the village, masked for others.</param>
    /// <param name="Numbers">The policies' numbers, for the insurer alone, whose policies they are.</param>
    public sealed record Customer(Guid Id, int Version, string Name, int Policies, IReadOnlyList<string> Numbers, DateOnly Due, DateOnly? ToldOn, ToldBy? How);

    /// <summary>Another agent who serves in the village.</summary>
    public sealed record Colleague(Guid ServiceId, string Name);

    internal static async Task<AgentWork> OfAsync(AppDb db, AgentService s, DateOnly today, CancellationToken cancel)
    {
        var letters = await db.CommitmentLetters.AsNoTracking().Where(l => l.ServiceId == s.Id).OrderByDescending(l => l.Year)
            .Select(l => new Letter(l.Id, l.Year, l.Number, l.OnPaper, l.SignedAt)).Take(50).ToListAsync(cancel);
        var seesFacts = s.StaffId == db.Actor.StaffId || db.Actor.May(Permission.RegisterAgents, s) || db.Actor.May(Permission.AssignAgents, s);
        var violations = !seesFacts ? [] : await db.AgentViolations.AsNoTracking().Where(v => v.ServiceId == s.Id).OrderByDescending(v => v.HappenedOn)
            .Select(v => new Violation(v.HappenedOn, v.Facts, v.Measure)).Take(100).ToListAsync(cancel);
        var colleagues = await (from other in db.AgentServices
                                where other.VillageId == s.VillageId && other.Id != s.Id && other.Status == AgentStatus.Assigned
                                join staff in db.Staff on other.StaffId equals staff.Id
                                select new Colleague(other.Id, staff.Name)).Take(50).ToListAsync(cancel);
        return new AgentWork(letters, violations, await GroupsAsync(db, s, cancel), s.LeftOn is null ? [] : await CustomersAsync(db, s, cancel), colleagues);
    }

    private static async Task<IReadOnlyList<GroupCount>> GroupsAsync(AppDb db, AgentService s, CancellationToken cancel)
    {
        var counts = await db.Households.Where(h => h.VillageId == s.VillageId && h.LeftOn == null && h.Kind == Domain.Households.HouseholdKind.Family).GroupBy(h => h.GroupId).Select(g => new
        {
            GroupId = g.Key,
            All = g.Count(),
            Own = g.Count(h => db.HouseholdCharges.Any(c => c.HouseholdId == h.Id && c.To == null && c.ServiceId == s.Id)),
            Held = g.Count(h => db.HouseholdCharges.Any(c => c.HouseholdId == h.Id && c.To == null)),
        }).ToListAsync(cancel);
        var ids = counts.Select(c => c.GroupId).OfType<Guid>().ToList();
        var names = await db.Areas.AsNoTracking().Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Name, cancel);
        return [.. counts.Select(c => new GroupCount(c.GroupId, c.GroupId is { } g ? names.GetValueOrDefault(g) : null, c.All, c.Own, c.All - c.Held))
            .OrderBy(g => g.Name is null).ThenBy(g => g.Name?.Length).ThenBy(g => g.Name, StringComparer.Ordinal)];
    }

    private static async Task<IReadOnlyList<Customer>> CustomersAsync(AppDb db, AgentService s, CancellationToken cancel)
    {
        var notices = await db.CustomerNotices.AsNoTracking().Where(n => n.ServiceId == s.Id).OrderBy(n => n.ToldOn != null).ThenBy(n => n.Id).Take(200).ToListAsync(cancel);
        var people = notices.ConvertAll(n => n.PersonId);
        var names = await db.Persons.AsNoTracking().Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, cancel);
        var numbers = !db.Actor.May(Permission.RegisterAgents, s) ? null : (await (from policy in db.Policies.AsNoTracking()
                                                                                   where policy.AgentId == s.StaffId && (people.Contains(policy.HolderId!.Value) || (policy.HolderId == null && people.Contains(policy.InsuredId)))
                                                                                   join product in db.Products on policy.ProductId equals product.Id
                                                                                   where product.LongTerm
                                                                                   select new { Person = policy.HolderId ?? policy.InsuredId, policy.Number }).Take(2000).ToListAsync(cancel)).ToLookup(p => p.Person, p => p.Number);
        return [.. notices.Select(n => new Customer(n.Id, n.Version, NamesInClear.Shown(db.Actor, n, names.GetValueOrDefault(n.PersonId, "")), n.Policies,
            numbers is null ? [] : [.. numbers[n.PersonId].Order(StringComparer.Ordinal)], n.Due, n.ToldOn, n.How))];
    }
}
