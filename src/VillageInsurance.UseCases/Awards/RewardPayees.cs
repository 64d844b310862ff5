using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Awards;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Schemes;
using VillageInsurance.UseCases.Data;

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

    private static async Task<List<Payee>> PeopleAsync(AppDb db, Title title, CancellationToken cancel)
    {
        var area = title.SiteGroupId ?? title.VillageId;
        return await (from grant in db.RoleGrants.AsNoTracking()
                      where (grant.AreaId == area || grant.AreaId == title.VillageId) && grant.From <= title.AwardedOn && (grant.To == null || grant.To >= title.AwardedOn)
                      join staff in db.Staff on grant.StaffId equals staff.Id
                      select new Payee(RewardKind.Supervisor, staff.Id, staff.Name, grant.Role)).ToListAsync(cancel);
    }
}
