using Npgsql;
using NpgsqlTypes;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;

namespace VillageInsurance.UseCases.Data;

/// <summary>Finds households by a member's name, their number, address or a policy's number, in the order of their numbers, inside the operation's scope.</summary>
internal static class HouseholdSearch
{
    /// <summary>What is looked for, where, and the number with which the last page ended.</summary>
    public sealed record Asked(string Term, DataScope Scope, DateOnly Today, Guid? VillageId, Guid? GroupId, bool WithEnded, string? AfterNumber, int Rows);

    /// <param name="Name">The member so named; null when something else was found.</param>
    public sealed record Found(Guid HouseholdId, string? Name, bool ByPolicy);

    // A township's code begins with six digits; fewer would find the county.
    private const int LeastDigits = 6;

    // The last character that there is: nothing that begins with a text lies beyond the text and it.
    private const string Last = "\U0010FFFF";

    // $1 term, $2 term and the last character, $3 today, $4 whether ended ones are wanted, $5 whole county, $6 villages, $7 groups, $8 one village, $9 one group, $10 after, $11 rows,
    // $12 and $13 the range of numbers, $14 whether numbers and addresses are looked into.
    private static readonly string Sql = $"""
        with wanted as materialized (
            select p.id, p.name from persons p where p.name collate "C" >= $1 and p.name collate "C" < $2 and {InScope("p")}
            union select p.id, p.name from persons p where p.name_from_2 >= $1 and p.name_from_2 < $2 and {InScope("p")}
            union select p.id, p.name from persons p where p.name_from_3 >= $1 and p.name_from_3 < $2 and {InScope("p")}
            union select p.id, p.name from persons p where p.name_from_4 >= $1 and p.name_from_4 < $2 and {InScope("p")}
            union select p.id, p.name from persons p where p.long_name is not null and strpos(p.long_name, $1) > 0 and {InScope("p")}
        ), hit as materialized (
            select m.household_id, w.name, false as by_policy from wanted w join memberships m on m.person_id = w.id
            where $4 or (m.joined_on <= $3 and (m.left_on is null or m.left_on > $3))
            union all select h.id, null, false from households h where h.number = $1 or h.number >= $12 and h.number < $13
            union all select h.id, null, false from households h where $14 and (strpos(h.number, $1) > 0 or strpos(h.head_name, $1) > 0 or strpos(h.address, $1) > 0) and {InScope("h")}
            union all select m.household_id, null, true from policies x join memberships m on m.person_id = x.insured_id where x.number = $1 and (m.left_on is null or m.left_on > $3)
        )
        select h.id, min(hit.name), bool_and(hit.by_policy)
        from hit join households h on h.id = hit.household_id
        where h.number > $10 and ($4 or h.left_on is null or h.left_on > $3) and ($8::uuid is null or h.village_id = $8) and ($9::uuid is null or h.group_id = $9) and {InScope("h")}
        group by h.id, h.number order by h.number limit $11
        """;

    public static async Task<List<Found>> ReadAsync(AppDb db, Asked asked, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(Sql, (NpgsqlConnection)db.Database.GetDbConnection());
        var (from, until) = NumbersFrom(asked.Term);
        // No index finds the middle of an address or number: villages are read whole for that, a county is not.
        var inside = !asked.Scope.IsWholeCounty || asked.VillageId is not null;
        foreach (var (value, type) in new (object?, NpgsqlDbType)[]
        {
            (asked.Term, NpgsqlDbType.Text), (asked.Term + Last, NpgsqlDbType.Text), (asked.Today, NpgsqlDbType.Date), (asked.WithEnded, NpgsqlDbType.Boolean),
            (asked.Scope.IsWholeCounty, NpgsqlDbType.Boolean), (asked.Scope.VillageIds.ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Uuid), (asked.Scope.GroupIds.ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Uuid),
            (asked.VillageId, NpgsqlDbType.Uuid), (asked.GroupId, NpgsqlDbType.Uuid), (asked.AfterNumber ?? "", NpgsqlDbType.Text), (asked.Rows, NpgsqlDbType.Integer),
            (from, NpgsqlDbType.Text), (until, NpgsqlDbType.Text), (inside, NpgsqlDbType.Boolean),
        })
            command.Parameters.Add(new() { Value = value ?? DBNull.Value, NpgsqlDbType = type });
        await using var row = await command.ExecuteReaderAsync(cancel);
        var found = new List<Found>();
        while (await row.ReadAsync(cancel)) found.Add(new(row.GetGuid(0), row.IsDBNull(1) ? null : row.GetString(1), row.GetBoolean(2)));
        return found;
    }

    // Digits compare alike under every collation: what begins with 5329 lies from 5329 until 533. Anything else is found whole.
    private static (string From, string Until) NumbersFrom(string term)
    {
        if (term.Length < LeastDigits || !term.All(char.IsAsciiDigit)) return (term, term);
        var kept = term.TrimEnd('9');
        return (term, kept.Length == 0 ? "a" : kept[..^1] + (char)(kept[^1] + 1));
    }

    private static string InScope(string table) => $"($5 or {table}.village_id = any($6) or {table}.group_id = any($7))";
}
