using Npgsql;
using NpgsqlTypes;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Households;
using VillageInsurance.Domain.Organisation;

namespace VillageInsurance.UseCases.Data;

/// <summary>How complete the archive is: one definition, counted for figures and listed behind them.</summary>
internal static class CompletenessQuery
{
    public sealed record Counted(Guid VillageId, Guid? AgentId, long Households, long Visited, long Consented, long Complete);

    public sealed record Listed(Guid HouseholdId, bool Visited, bool Consented, bool Complete);

    // A family's file with: a head, a number for every member, a phone, an address or group, the family's yes to the visit, and a visit or its "no".
    // $1 whole county, $2 villages, $3 groups, $4 first day of the year, $5 today.
    // Each part is gathered once for all households; only the members, which all of them have, are looked up for the few whose file is whole otherwise.
    private static readonly string Files = $"""
        with visited as (
            select v.household_id, bool_or(v.on_day between $4 and $5) as this_year from visits v where {InScope("v")} group by v.household_id
        ), answered as (
            select distinct on (c.household_id) c.household_id, c.is_given and (c.withdrawn_on is null or c.withdrawn_on > $5) as given from consents c
            where c.kind = {(short)ConsentKind.General} and c.on_day <= $5 and {InScope("c")} order by c.household_id, c.on_day desc, c.recorded_at desc
        ), agent as (
            select distinct on (c.household_id) c.household_id, s.staff_id from household_charges c join agent_services s on s.id = c.service_id
            where c."from" <= $5 and (c."to" is null or c."to" >= $5) and {InScope("c")} order by c.household_id
        ), file as (
            select h.id, h.village_id, h.number, agent.staff_id as agent_id, coalesce(visited.this_year, false) as visited, coalesce(answered.given, false) as consented,
                case when h.head_name <> '' and h.phone_index is not null and (h.group_id is not null or coalesce(h.address, '') <> '') and answered.given and visited.household_id is not null then (
                    select count(*) > 0 and count(*) = count(p.id_number_index)
                    from memberships m join persons p on p.id = m.person_id where m.household_id = h.id and m.joined_on <= $5 and (m.left_on is null or m.left_on > $5))
                else false end as complete
            from households h
            left join visited on visited.household_id = h.id
            left join answered on answered.household_id = h.id
            left join agent on agent.household_id = h.id
            where h.kind = {(short)HouseholdKind.Family} and (h.left_on is null or h.left_on > $5) and {InScope("h")}
        )
        """;

    private static readonly string Count = $"""
        {Files}
        select village_id, agent_id, count(*), count(*) filter (where visited), count(*) filter (where consented), count(*) filter (where complete) from file group by village_id, agent_id
        """;

    // $6 the village, $7 the agent or null, $8 what is missing, $9 the number after which it goes on, $10 rows.
    private static readonly string List = $"""
        {Files}
        select id, visited, consented, complete from file
        where village_id = $6 and ($7::uuid is null or agent_id = $7) and number > $9
          and case $8 when 'NotVisited' then not visited when 'NotConsented' then not consented when 'NotComplete' then not complete else true end
        order by number limit $10
        """;

    public static async Task<List<Counted>> CountAsync(AppDb db, DataScope scope, DateOnly today, CancellationToken cancel)
    {
        await using var command = Command(db, Count, scope, today);
        await using var row = await command.ExecuteReaderAsync(cancel);
        var found = new List<Counted>();
        while (await row.ReadAsync(cancel)) found.Add(new(row.GetGuid(0), row.IsDBNull(1) ? null : row.GetGuid(1), row.GetInt64(2), row.GetInt64(3), row.GetInt64(4), row.GetInt64(5)));
        return found;
    }

    public static async Task<List<Listed>> ListAsync(AppDb db, DataScope scope, DateOnly today, (Guid Village, Guid? Agent, string Missing, string After) wanted, int rows, CancellationToken cancel)
    {
        await using var command = Command(db, List, scope.Covers(wanted.Village) ? new([wanted.Village]) : new([], scope.GroupIds), today);
        command.Parameters.Add(new() { Value = wanted.Village, NpgsqlDbType = NpgsqlDbType.Uuid });
        command.Parameters.Add(new() { Value = (object?)wanted.Agent ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid });
        command.Parameters.Add(new() { Value = wanted.Missing, NpgsqlDbType = NpgsqlDbType.Text });
        command.Parameters.Add(new() { Value = wanted.After, NpgsqlDbType = NpgsqlDbType.Text });
        command.Parameters.Add(new() { Value = rows, NpgsqlDbType = NpgsqlDbType.Integer });
        await using var row = await command.ExecuteReaderAsync(cancel);
        var found = new List<Listed>(rows);
        while (await row.ReadAsync(cancel)) found.Add(new(row.GetGuid(0), row.GetBoolean(1), row.GetBoolean(2), row.GetBoolean(3)));
        return found;
    }

    private static string InScope(string row) => $"($1 or {row}.village_id = any($2) or {row}.group_id = any($3))";

    private static NpgsqlCommand Command(AppDb db, string sql, DataScope scope, DateOnly today) => new(sql, (NpgsqlConnection)db.Database.GetDbConnection())
    {
        Parameters =
        {
            new() { Value = scope.IsWholeCounty, NpgsqlDbType = NpgsqlDbType.Boolean },
            new() { Value = scope.VillageIds.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid },
            new() { Value = scope.GroupIds.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid },
            new() { Value = new DateOnly(today.Year, 1, 1), NpgsqlDbType = NpgsqlDbType.Date },
            new() { Value = today, NpgsqlDbType = NpgsqlDbType.Date },
        },
    };
}
