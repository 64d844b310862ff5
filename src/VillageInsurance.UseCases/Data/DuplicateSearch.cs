using Npgsql;
using NpgsqlTypes;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Households;
using VillageInsurance.Domain.Organisation;

namespace VillageInsurance.UseCases.Data;

/// <summary>Finds households that may be one family, inside the operation's scope. Two ID numbers are two persons: names alone make nobody suspicious whose number is known.</summary>
internal static class DuplicateSearch
{
    public sealed record Pair(Guid FirstId, Guid SecondId, IReadOnlyList<DuplicateReason> Reasons);

    /// <summary>What is known so far of a household that is being entered.</summary>
    public sealed record Typed(byte[]? IdNumber, byte[]? Phone, string Name, DateOnly? BirthDate, Guid VillageId, string HeadName, Guid Except, int Rows);

    public sealed record Near(Guid HouseholdId, string? Name, DuplicateReason Reason);

    // A statement for each kind of scope: only so does the database begin with the few households of a village, instead of reading the county's.
    private static readonly string OfTheCounty = PairsOf(_ => "true"), OfVillages = PairsOf(InVillages), OfGroups = PairsOf(t =>
        $"({InVillages(t)} or ({t}.village_id = any(array(select parent_id from areas where id = any($2))) and {t}.group_id = any($2)))");

    // $1 villages, $2 groups, $3 and $4 the numbers of the pair with which the last page ended, $5 rows.
    private static string PairsOf(Func<string, string> inScope) => $"""
        with suspect as materialized (
            select a.id as one, b.id as other, {(int)DuplicateReason.Phone} as reason
            from households a join households b on b.phone_index = a.phone_index and b.id <> a.id where {Lives("a")} and {Lives("b")} and {inScope("a")} and {inScope("b")}
            union all
            select a.id, b.id, {(int)DuplicateReason.Head}
            from households a join households b on b.village_id = a.village_id and b.head_name = a.head_name and b.id <> a.id
            where a.head_name <> '' and {Lives("a")} and {Lives("b")} and {inScope("a")} and {inScope("b")} and exists (
                select 1 from memberships m join persons p on p.id = m.person_id join memberships n on n.household_id = b.id join persons q on q.id = n.person_id
                where m.household_id = a.id and m.left_on is null and n.left_on is null and p.name = q.name and (p.id = q.id or p.id_number_index is null or q.id_number_index is null))
            union all
            select m.household_id, n.household_id, {(int)DuplicateReason.NameAndBirth}
            from persons p join persons q on q.name collate "C" = p.name collate "C" and q.birth_date = p.birth_date and q.id <> p.id
            join memberships m on m.person_id = p.id join memberships n on n.person_id = q.id and n.household_id <> m.household_id
            where p.id_number_index is null and m.left_on is null and n.left_on is null and {inScope("p")} and {inScope("q")}
            union all
            select m.household_id, n.household_id, {(int)DuplicateReason.IdNumber}
            from households a join memberships m on m.household_id = a.id join memberships n on n.person_id = m.person_id and n.household_id <> m.household_id
            where m.left_on is null and n.left_on is null and {inScope("a")} and {inScope("n")}
        )
        select a.id as first_id, b.id as second_id, array_agg(distinct s.reason) as reasons
        from suspect s join households x on x.id = s.one join households y on y.id = s.other
        join households a on a.id = case when x.number < y.number then x.id else y.id end join households b on b.id = case when x.number < y.number then y.id else x.id end
        where {Lives("a")} and {Lives("b")} and (a.number, b.number) > ($3, $4) and not exists (select 1 from not_duplicates d where d.first_id = a.id and d.second_id = b.id)
        group by a.id, a.number, b.id, b.number order by a.number, b.number limit $5
        """;

    // $1 ID number, $2 phone, $3 name, $4 birth date, $5 village, $6 head, $7 the household itself, $8 rows.
    private static readonly string Nearby = $"""
        select h.id, min(n.name), min(n.reason)
        from (
            select m.household_id, p.name, {(int)DuplicateReason.IdNumber} as reason from persons p join memberships m on m.person_id = p.id where p.id_number_index = $1 and m.left_on is null
            union all select h.id, null, {(int)DuplicateReason.Phone} from households h where h.phone_index = $2
            union all select m.household_id, p.name, {(int)DuplicateReason.NameAndBirth} from persons p join memberships m on m.person_id = p.id
                where p.name collate "C" = $3 and p.birth_date = $4 and m.left_on is null
            union all select h.id, null, {(int)DuplicateReason.Head} from households h where h.village_id = $5 and h.head_name = $6 and $6 <> ''
        ) n join households h on h.id = n.household_id
        where {Lives("h")} and h.id <> $7
        group by h.id, h.number order by min(n.reason), h.number limit $8
        """;

    public static async Task<List<Pair>> PairsAsync(AppDb db, DataScope scope, (string First, string Second) after, int rows, CancellationToken cancel)
    {
        await using var command = PairsCommand(db, PairsIn(scope), scope, after, rows);
        await using var row = await command.ExecuteReaderAsync(cancel);
        var found = new List<Pair>(rows);
        while (await row.ReadAsync(cancel)) found.Add(new(row.GetGuid(0), row.GetGuid(1), [.. row.GetFieldValue<int[]>(2).Select(r => (DuplicateReason)r)]));
        return found;
    }

    /// <summary>How many pairs there are.</summary>
    public static async Task<int> CountAsync(AppDb db, DataScope scope, CancellationToken cancel)
    {
        await using var command = PairsCommand(db, $"select count(*)::integer from ({PairsIn(scope)}) pair", scope, ("", ""), int.MaxValue);
        return (int)(await command.ExecuteScalarAsync(cancel))!;
    }

    public static async Task<List<Near>> NearAsync(AppDb db, Typed typed, CancellationToken cancel)
    {
        await using var command = Command(db, Nearby, (typed.IdNumber, NpgsqlDbType.Bytea), (typed.Phone, NpgsqlDbType.Bytea), (typed.Name, NpgsqlDbType.Text), (typed.BirthDate, NpgsqlDbType.Date),
            (typed.VillageId, NpgsqlDbType.Uuid), (typed.HeadName, NpgsqlDbType.Text), (typed.Except, NpgsqlDbType.Uuid), (typed.Rows, NpgsqlDbType.Integer));
        await using var row = await command.ExecuteReaderAsync(cancel);
        var found = new List<Near>(typed.Rows);
        while (await row.ReadAsync(cancel)) found.Add(new(row.GetGuid(0), row.IsDBNull(1) ? null : row.GetString(1), (DuplicateReason)row.GetInt32(2)));
        return found;
    }

    private static NpgsqlCommand PairsCommand(AppDb db, string sql, DataScope scope, (string First, string Second) after, int rows) =>
        Command(db, sql, (scope.VillageIds.ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Uuid),
            (scope.GroupIds.ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Uuid), (after.First, NpgsqlDbType.Text), (after.Second, NpgsqlDbType.Text), (rows, NpgsqlDbType.Integer));

    private static NpgsqlCommand Command(AppDb db, string sql, params (object? Value, NpgsqlDbType Type)[] values)
    {
        var command = new NpgsqlCommand(sql, (NpgsqlConnection)db.Database.GetDbConnection());
        foreach (var (value, type) in values) command.Parameters.Add(new() { Value = value ?? DBNull.Value, NpgsqlDbType = type });
        return command;
    }

    private static string Lives(string table) => $"{table}.left_on is null";

    private static string PairsIn(DataScope scope) => scope.IsWholeCounty ? OfTheCounty : scope.GroupIds.Count == 0 ? OfVillages : OfGroups;

    private static string InVillages(string table) => $"{table}.village_id = any($1)";
}
