using VillageInsurance.Domain.Households;
using VillageInsurance.Domain.Policies;

namespace VillageInsurance.UseCases.Data;

/// <summary>The one definition of the figures in SQL. Lateral: each place is counted by itself, through index-only scans;
/// what a place needs from elsewhere (a holder's home, a pupil's enrolment) is looked up person by person.</summary>
internal static class FiguresSql
{
    // $1 villages, $2 groups or null, $3 AsOf, $4 KnownAt, $5 own insurer, $6 whether others count, $7 first day of the period, $8 six months back.
    /// <summary>Who is counted in a place "a", who of them is a pupil, who is covered, and which households hold policies. Lists behind the figures read the same sets.</summary>
    public static readonly string Sets = $"""
        with member as (
            select m.person_id, m.household_id, {IsSettled("m")} as settled, m.join_reason = {(short)JoinReason.Birth} as born
            from household_places p join memberships m on m.household_id = p.household_id
            where p.village_id = a.village_id and (a.group_id is null or p.group_id = a.group_id) and {IsCountedPlace("p")} and {IsMember("m")}
        ), counted as materialized (
            select person_id, household_id
            from (select *, bool_or(settled) over (partition by household_id) as has_settled from member) m where settled or born and has_settled
        ), pupil as materialized (
            select distinct c.person_id, c.household_id from counted c join enrolments e on e.person_id = c.person_id
            where e.stage <> {(short)SchoolStage.University} and e.from_day <= $3 and (e.to_day is null or e.to_day >= $3 or e.to_known_on > $4) and e.known_on <= $4
        ), covered as materialized (
            select distinct u.person_id, u.household_id from pupil u join policies x on x.insured_id = u.person_id join products d on d.id = x.product_id
            where d.counts_student and {IsOwn("x")} and {IsInForce("x")}
        ), held as materialized (
            select c.household_id, x.product_id, x.pay_mode from counted c join policies x on x.holder_id = c.person_id
            where {IsOwn("x")} and {IsInForce("x")}
            union all
            -- A holder counted nowhere in the county gives way to the insured.
            select c.household_id, x.product_id, x.pay_mode from counted c join policies x on x.insured_id = c.person_id
            where {IsOwn("x")} and {IsInForce("x")} and x.holder_id is distinct from x.insured_id and (x.holder_id is null or not exists (
                select 1 from memberships m join household_places p on p.household_id = m.household_id
                where m.person_id = x.holder_id and {IsMember("m")} and {IsCountedPlace("p")} and {Counts("m")}))
        )
        """;

    /// <summary>The payments of the period in a place "a", signed, and which indicator takes them.</summary>
    public static readonly string Flow = $"""
        select f.id, f.policy_id, signed.fen, d.counts_accident as accident,
            d.counts_life_regular and x.pay_mode <> {(short)PayMode.Once} and x.issue_date between $7 and $3 and f.policy_year = 1 and f.kind <> {(short)PaymentKind.TopUp} as life
        from payments f join policies x on x.village_id = f.village_id and x.id = f.policy_id join products d on d.id = x.product_id
        cross join lateral (select case when f.kind in ({(short)PaymentKind.RefundError}, {(short)PaymentKind.RefundPremium}) then -f.amount_fen else f.amount_fen end as fen) signed
        where f.village_id = a.village_id and f.counts_on between $7 and $3 and f.known_on <= $4
          and f.kind in ({(short)PaymentKind.Receipt}, {(short)PaymentKind.TopUp}, {(short)PaymentKind.RefundError}, {(short)PaymentKind.RefundPremium}) and {IsOwn("x")}
          -- A group has the flow of those who lived in it on the day of issue.
          and (a.group_id is null or exists (
              select 1 from memberships m join household_places p on p.household_id = m.household_id
              where m.person_id = x.insured_id and m.joined_on <= x.issue_date and (m.left_on is null or m.left_on > x.issue_date or m.left_known_on > $4) and m.known_on <= $4
                and p.group_id = a.group_id and p.from_day <= x.issue_date and (p.to_day is null or p.to_day > x.issue_date or p.to_known_on > $4)))
        """;

    /// <summary>The numbers of each asked place, in no order.</summary>
    public static readonly string Count = $"""
        select a.village_id, a.group_id, stock.*, flow.accident, flow.life
        from unnest($1::uuid[], $2::uuid[]) a(village_id, group_id)
        cross join lateral (
            {Sets}
            select (select count(distinct person_id) from counted) as population, (select count(distinct household_id) from counted) as households,
                (select count(distinct person_id) from pupil) as students, (select count(distinct person_id) from covered) as students_covered,
                (select count(distinct household_id) from pupil) as student_households, (select count(distinct household_id) from covered) as student_households_covered,
                (select count(distinct h.household_id) from held h join products d on d.id = h.product_id where d.long_term and h.pay_mode <> {(short)PayMode.Once}) as households_regular,
                (select count(distinct household_id) from held) as households_any
        ) stock
        cross join lateral (
            select coalesce(sum(f.fen) filter (where f.accident), 0)::bigint as accident, coalesce(sum(f.fen) filter (where f.life), 0)::bigint as life
            from ({Flow}) f
        ) flow
        """;

    /// <summary>The records behind the numbers of the asked places: the set's name, up to two ids, and fen.</summary>
    public static readonly string Records = $"""
        select r.* from unnest($1::uuid[], $2::uuid[]) a(village_id, group_id)
        cross join lateral (
            {Sets}
            select 'member' as set, person_id as one, household_id as other, 0::bigint as fen from counted
            union all select 'pupil', person_id, household_id, 0 from pupil
            union all select 'covered', person_id, household_id, 0 from covered
            union all select distinct 'regular', null::uuid, h.household_id, 0::bigint from held h join products d on d.id = h.product_id where d.long_term and h.pay_mode <> {(short)PayMode.Once}
            union all select distinct 'any', null::uuid, household_id, 0::bigint from held
        ) r
        union all
        select s.set, f.id, f.policy_id, f.fen from unnest($1::uuid[], $2::uuid[]) a(village_id, group_id)
        cross join lateral ({Flow}) f
        cross join lateral (select 'accident' as set where f.accident union all select 'life' where f.life) s
        """;

    /// <summary>Persons counted in two households on the day, one of them in an asked village: an error of the register. Takes the same parameters.</summary>
    public static readonly string Doubles = $"""
        select m.person_id, array_agg(h.number order by h.number) as households
        from memberships m join household_places p on p.household_id = m.household_id join households h on h.id = m.household_id
        where {IsMember("m")} and {IsCountedPlace("p")} and {Counts("m")}
          and m.person_id in (select o.person_id from memberships o where {IsMember("o")} group by o.person_id having count(*) > 1)
        group by m.person_id having count(*) > 1 and bool_or(p.village_id = any($1))
        order by min(h.number)
        """;

    private static string Counts(string m) => $"""
        ({IsSettled(m)} or {m}.join_reason = {(short)JoinReason.Birth} and exists (
            select 1 from memberships o where o.household_id = {m}.household_id and {IsMember("o")} and {IsSettled("o")}))
        """;

    private static string IsMember(string m) => $"{m}.joined_on <= $3 and ({m}.left_on is null or {m}.left_on > $3 or {m}.left_known_on > $4) and {m}.known_on <= $4";

    // A migrant counts after six calendar months.
    private static string IsSettled(string m) => $"({m}.residence <> {(short)ResidenceKind.Migrant} or {m}.joined_on <= $8)";

    private static string IsCountedPlace(string p) => $"{p}.is_family and {p}.from_day <= $3 and ({p}.to_day is null or {p}.to_day > $3 or {p}.to_known_on > $4) and {p}.known_on <= $4";

    private static string IsOwn(string x) => $"({x}.insurer = $5 or $6) and ({x}.hesitation_cancel_on is null or {x}.hesitation_cancel_on > $4) and {x}.known_on <= $4";

    private static string IsInForce(string x) => $"""
        {x}.effective_date <= $3 and {x}.end_date >= $3 and ({x}.surrendered_on is null or {x}.surrendered_on > $3) and ({x}.claim_ended_on is null or {x}.claim_ended_on > $3)
        and ({x}.suspended_on is null or {x}.suspended_on > $3 or {x}.reinstated_on >= {x}.suspended_on and {x}.reinstated_on <= $3)
        """;
}
