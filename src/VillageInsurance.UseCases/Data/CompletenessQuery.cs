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
    private static readonly string Files = $"""
        with file as (
            select h.id, h.village_id, h.number, agent.staff_id as agent_id,
                exists (select 1 from visits v where v.household_id = h.id and v.on_day between $4 and $5) as visited,
                coalesce(answer.given, false) as consented,
                h.head_name <> '' and h.phone_index is not null and (h.group_id is not null or coalesce(h.address, '') <> '') and coalesce(answer.given, false)
                    and members.count > 0 and members.without_number = 0 and exists (select 1 from visits v where v.household_id = h.id) as complete
            from households h
            cross join lateral (
                select count(*) as count, count(*) filter (where p.id_number_index is null) as without_number
                from memberships m join persons p on p.id = m.person_id where m.household_id = h.id and m.joined_on <= $5 and (m.left_on is null or m.left_on > $5)
            ) members
            left join lateral (
                select c.is_given and (c.withdrawn_on is null or c.withdrawn_on > $5) as given from consents c
                where c.household_id = h.id and c.kind = {(short)ConsentKind.General} and c.on_day <= $5 order by c.on_day desc, c.recorded_at desc limit 1
            ) answer on true
            left join lateral (
                select s.staff_id from household_charges c join agent_services s on s.id = c.service_id
                where c.household_id = h.id and c."from" <= $5 and (c."to" is null or c."to" >= $5) limit 1
            ) agent on true
            where h.kind = {(short)HouseholdKind.Family} and (h.left_on is null or h.left_on > $5) and ($1 or h.village_id = any($2) or h.group_id = any($3))
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
        await using var command = Command(db, List, scope, today);
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
