using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Awards;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Schemes;
using VillageInsurance.UseCases.Agreements;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Organisation;

namespace VillageInsurance.UseCases.Awards;

/// <summary>Somebody whom the scheme rewards for a title: the village committee (no id), or a person on duty there.</summary>
internal sealed record Payee(RewardKind Kind, Guid? Id, string Name, Role? Role);

internal static class RewardPayees
{
    /// <summary>Whom the scheme's rewards may go to for this title. A household is never among them.</summary>
    public static async Task<IReadOnlyList<Payee>> PayeesOfAsync(this AppDb db, Title title, SchemeRules rules, CancellationToken cancel = default)
    {
        var people = await PeopleAsync(db, title, cancel);
        return [.. rules.Rewards.Where(r => r.Rhythm != RewardRhythm.Monthly).SelectMany(r => r.Kind == RewardKind.Village ? [new Payee(r.Kind, null, "", null)]
            : rules.RewardTerms.Persons == PersonPayments.None ? [] : people.Where(p => Suits(r.Kind, p.Role)).Select(p => p with { Kind = r.Kind }))];
    }

    private static bool Suits(RewardKind kind, Role? role) =>
        kind == RewardKind.Supervisor ? role == Role.Supervisor : role is Role.ResidentAgent or Role.VillageCadre;

    // The supervisor who passed the year's assessment, the agents in service and the cadre in charge on the day of the award.
    private static async Task<List<Payee>> PeopleAsync(AppDb db, Title title, CancellationToken cancel)
    {
        var (village, group, day) = (title.VillageId, title.SiteGroupId, title.AwardedOn);
        var supervisors = (await db.QualifiedSupervisorsAsync(title.Year, cancel)).Where(s => s.VillageId == village && s.GroupId == group).Select(s => s.StaffId).ToList();
        var agents = (await db.AgentServices.AsNoTracking().Where(a => a.VillageId == village && (group == null || a.GroupId == group)).ToListAsync(cancel))
            .Where(a => a.IsAssignedOn(day) && a.SuspendedOn is null).Select(a => a.StaffId).Distinct().ToList();
        var names = await db.StaffNamesAsync([.. supervisors, .. agents], cancel);
        var cadres = await db.CommitteeMembers.AsNoTracking().Where(m => m.VillageId == village && m.InCharge && m.From <= day && (m.To == null || m.To >= day))
            .Select(m => new Payee(RewardKind.AgentsAndCadres, m.Id, m.Name, Role.VillageCadre)).ToListAsync(cancel);
        return [.. supervisors.Select(id => new Payee(RewardKind.Supervisor, id, names[id], Role.Supervisor)),
            .. agents.Select(id => new Payee(RewardKind.AgentsAndCadres, id, names[id], Role.ResidentAgent)), .. cadres];
    }
}
