using Microsoft.EntityFrameworkCore;

namespace VillageInsurance.UseCases.Data;

/// <summary>Gives applications of an older product, which knew no cycles, the cycle that they would have begun: proposed, or a site.</summary>
internal static class BegunCycles
{
    public static async Task StoreAsync(AppDb db, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await RowLevelSecurity.SetScopeAsync(db, Domain.Organisation.DataScope.WholeCounty, cancel);
        await db.Database.ExecuteSqlAsync($"""
            insert into village_cycles (id, version, village_id, site_group_id, year, scheme_id, state, since)
            select gen_random_uuid(), 0, a.village_id, a.site_group_id, a.year, a.scheme_id,
                   case a.status when 'Approved' then 'Site' when 'Submitted' then 'Proposed' else 'Candidate' end,
                   coalesce(s.designated_on, (a.submitted_at at time zone 'Asia/Shanghai')::date)
            from site_applications a left join sites s on s.application_id = a.id
            where a.submitted_at is not null and not exists (
                select 1 from village_cycles c where c.village_id = a.village_id and c.site_group_id is not distinct from a.site_group_id and c.year = a.year)
            """, cancel);
        await transaction.CommitAsync(cancel);
    }
}
