using Npgsql;
using NpgsqlTypes;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Policies;
using VillageInsurance.UseCases.Policies;

namespace VillageInsurance.UseCases.Data;

/// <summary>Own policies that press on a day, by reason, day and number: a page after any place at the same price, and how many there are of each reason. Says in SQL what <see cref="PolicyStanding"/> says of one policy; a test holds the two together.</summary>
internal static class RenewalQuery
{
    /// <param name="SchoolYear">The day on which the next school year begins.</param>
    public sealed record Asked(DataScope Scope, string OwnInsurer, DateOnly Today, DateOnly SchoolYear, Guid? GroupId, RenewalReason? Reason, RenewalList.Place? After, int Rows);

    /// <summary>A policy that presses: since or until which day, and its last one; null where nothing ends.</summary>
    public sealed record Pressing(Guid PolicyId, RenewalReason Reason, DateOnly Day, DateOnly? Last, string Number);

    private const int SoonDays = RenewalList.SoonDays, StudentMonths = 2, YearsToReinstate = 2, GraceFromDue = PolicyStanding.GraceFromDue, GraceFromDemand = PolicyStanding.GraceFromDemand;

    // $1 whole county, $2 villages, $3 groups, $4 own insurer, $5 today, $6 school year, $7 one group, $8 one reason, $9 to $11 the place after which the page begins, $12 rows.
    private static readonly string Sql = $"""
        with own as (
            select p.*, d.counts_student, case p.pay_mode {Instalments()} else 0 end as in_year
            from policies p join products d on d.id = p.product_id
            where p.insurer = $4 and p.end_date >= $5 and p.hesitation_cancel_on is null and p.surrendered_on is null and p.claim_ended_on is null and ($7::uuid is null or p.group_id = $7)
              and (p.pay_mode <> {(short)PayMode.Once} or d.counts_student) and ($1 or p.village_id = any($2) or p.group_id = any($3))
        ), paid as (
            select distinct on (x.policy_id) x.policy_id, x.policy_year,
                sum(case when x.kind = {(short)PaymentKind.Receipt} then x.amount_fen when x.kind in ({(short)PaymentKind.RefundError}, {(short)PaymentKind.RefundPremium}) then -x.amount_fen else 0 end) as fen
            from payments x where x.policy_id in (select o.id from own o where o.in_year > 0)
            group by x.policy_id, x.policy_year having sum(x.amount_fen) filter (where x.kind = {(short)PaymentKind.Receipt}) > 0
            order by x.policy_id, x.policy_year desc
        ), counted as (
            select o.*, greatest(0, coalesce(paid.policy_year, 0) - 1) * o.in_year + case when o.premium_fen > 0 then least(o.in_year, div(greatest(0, coalesce(paid.fen, 0)), o.premium_fen)) else 0 end as instalments
            from own o left join paid on paid.policy_id = o.id
        ), due as (
            select c.*, case when c.in_year > 0 and c.premium_fen > 0 and c.instalments < c.pay_years * c.in_year
                then (c.effective_date + make_interval(months => div(c.instalments * 12, c.in_year)::integer))::date end as due_on
            from counted c
        ), graced as (
            select u.*, case when u.grace_term = {(short)GraceTerm.ThirtyDaysFromDemand} and u.demanded_on >= u.due_on then u.demanded_on + {GraceFromDemand} else u.due_on + {GraceFromDue} end as grace_end from due u
        ), reasoned as (
            select g.*, case
                when g.counts_student then case when g.end_date < $6 and g.end_date <= ($5 + make_interval(months => {StudentMonths}))::date then {(int)RenewalReason.StudentCoverEnds} end
                when $5 < g.effective_date then null
                when g.suspended_on <= $5 and not (g.reinstated_on is not null and g.reinstated_on >= g.suspended_on and g.reinstated_on <= $5) then {(int)RenewalReason.Suspended}
                when g.due_on is null then null
                when g.due_on >= $5 then case when g.due_on <= $5 + {SoonDays} then {(int)RenewalReason.DueSoon} end
                when $5 <= g.grace_end then {(int)RenewalReason.Overdue}
                else {(int)RenewalReason.GraceOver} end as reason
            from graced g
        ), pressing as materialized (
            select r.id, r.number collate "C" as number, r.reason,
                case r.reason when {(int)RenewalReason.StudentCoverEnds} then r.end_date when {(int)RenewalReason.Suspended} then r.suspended_on else r.due_on end as day,
                case r.reason when {(int)RenewalReason.StudentCoverEnds} then null when {(int)RenewalReason.Suspended} then (r.suspended_on + make_interval(years => {YearsToReinstate}))::date else r.grace_end end as last_day
            from reasoned r
            where r.reason is not null and (select v.refused from visits v
                where v.household_id = (select m.household_id from memberships m where m.person_id = case when r.holder_id is null then r.insured_id else r.holder_id end and m.left_on is null limit 1)
                order by v.on_day desc, v.recorded_at desc limit 1) is distinct from true
        )
        select * from (select id, reason, day, last_day, number, 0::bigint as count from pressing
            where ($8::integer is null or reason = $8) and ($9::integer is null or (reason, day, number) > ($9, $10, $11)) order by reason, day, number limit $12) page
        union all select null, reason, null, null, null, count(*) from pressing group by reason
        """;

    /// <summary>Reads a page with one row more, in its order, and the counts.</summary>
    public static async Task<(List<Pressing> Page, Dictionary<RenewalReason, int> Counts)> ReadAsync(AppDb db, Asked asked, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(Sql, (NpgsqlConnection)db.Database.GetDbConnection());
        foreach (var (value, type) in ValuesOf(asked)) command.Parameters.Add(new() { Value = value ?? DBNull.Value, NpgsqlDbType = type });
        await using var row = await command.ExecuteReaderAsync(cancel);
        var (page, counts) = (new List<Pressing>(), new Dictionary<RenewalReason, int>());
        while (await row.ReadAsync(cancel))
            if (row.IsDBNull(0)) counts[(RenewalReason)row.GetInt32(1)] = (int)row.GetInt64(5);
            else page.Add(new(row.GetGuid(0), (RenewalReason)row.GetInt32(1), row.GetFieldValue<DateOnly>(2), row.IsDBNull(3) ? null : row.GetFieldValue<DateOnly>(3), row.GetString(4)));
        return ([.. page.OrderBy(r => r.Reason).ThenBy(r => r.Day).ThenBy(r => r.Number, StringComparer.Ordinal)], counts);
    }

    private static (object? Value, NpgsqlDbType Type)[] ValuesOf(Asked asked) =>
    [
        (asked.Scope.IsWholeCounty, NpgsqlDbType.Boolean), (asked.Scope.VillageIds.ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Uuid), (asked.Scope.GroupIds.ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Uuid),
        (asked.OwnInsurer, NpgsqlDbType.Text), (asked.Today, NpgsqlDbType.Date), (asked.SchoolYear, NpgsqlDbType.Date), (asked.GroupId, NpgsqlDbType.Uuid), ((int?)asked.Reason, NpgsqlDbType.Integer),
        ((int?)asked.After?.Reason, NpgsqlDbType.Integer), (asked.After?.Day, NpgsqlDbType.Date), (asked.After?.Number, NpgsqlDbType.Text), (asked.Rows, NpgsqlDbType.Integer),
    ];

    private static string Instalments() => string.Join(' ', Enum.GetValues<PayMode>().Where(m => PolicyStanding.InstalmentsOf(m) > 0).Select(m => $"when {(short)m} then {PolicyStanding.InstalmentsOf(m)}"));
}
