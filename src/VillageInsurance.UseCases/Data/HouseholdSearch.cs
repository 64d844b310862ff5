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

    // $1 term, $2 term and the last character, $3 whole county, $4 villages, $5 groups.
    private static readonly string Names = $"""
        select p.id, p.name from persons p where p.name collate "C" >= $1 and p.name collate "C" < $2 and {InScope("p", 3)}
        union select p.id, p.name from persons p where p.name_from_2 >= $1 and p.name_from_2 < $2 and {InScope("p", 3)}
        union select p.id, p.name from persons p where p.name_from_3 >= $1 and p.name_from_3 < $2 and {InScope("p", 3)}
        union select p.id, p.name from persons p where p.name_from_4 >= $1 and p.name_from_4 < $2 and {InScope("p", 3)}
        union select p.id, p.name from persons p where p.long_name is not null and strpos(p.long_name, $1) > 0 and {InScope("p", 3)}
        """;

    // $1 persons and $2 their names, $3 term, $4 today, $5 whether ended ones are wanted, $6 whole county, $7 villages, $8 groups, $9 one village, $10 one group, $11 after, $12 rows,
    // $13 and $14 the range of numbers, $15 whether numbers and addresses are looked into.
    private static readonly string Households = $"""
        with hit as materialized (
            select m.household_id, w.name, false as by_policy from unnest($1, $2) w(id, name) join memberships m on m.person_id = w.id
            where $5 or (m.joined_on <= $4 and (m.left_on is null or m.left_on > $4))
            union all select h.id, null, false from households h where h.number = $3 or h.number >= $13 and h.number < $14
            union all select h.id, null, false from households h where $15 and (strpos(h.number, $3) > 0 or strpos(h.head_name, $3) > 0 or strpos(h.address, $3) > 0) and {InScope("h", 6)}
            union all select m.household_id, null, true from policies x join memberships m on m.person_id = x.insured_id where x.number = $3 and (m.left_on is null or m.left_on > $4)
        )
        select h.id, min(hit.name), bool_and(hit.by_policy)
        from hit join households h on h.id = hit.household_id
        where h.number > $11 and ($5 or h.left_on is null or h.left_on > $4) and ($9::uuid is null or h.village_id = $9) and ($10::uuid is null or h.group_id = $10) and {InScope("h", 6)}
        group by h.id, h.number order by h.number limit $12
        """;

    // Names first, by themselves: planning all at once costs many times what finding does.
    public static async Task<List<Found>> ReadAsync(AppDb db, Asked asked, CancellationToken cancel)
    {
        var persons = asked.Term.All(char.IsAsciiDigit) ? [] : await NamedAsync(db, asked, cancel);
        // No index finds the middle of an address or number: villages are read whole for that, a county is not.
        var inside = !asked.Scope.IsWholeCounty || asked.VillageId is not null;
        if (persons.Count == 0 && !inside && !asked.Term.Any(char.IsAsciiLetterOrDigit)) return [];

        var (from, until) = NumbersFrom(asked.Term);
        await using var command = Command(db, Households,
        [
            (persons.Select(p => p.Id).ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Uuid), (persons.Select(p => p.Name).ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Text),
            (asked.Term, NpgsqlDbType.Text), (asked.Today, NpgsqlDbType.Date), (asked.WithEnded, NpgsqlDbType.Boolean), .. ScopeOf(asked),
            (asked.VillageId, NpgsqlDbType.Uuid), (asked.GroupId, NpgsqlDbType.Uuid), (asked.AfterNumber ?? "", NpgsqlDbType.Text), (asked.Rows, NpgsqlDbType.Integer),
            (from, NpgsqlDbType.Text), (until, NpgsqlDbType.Text), (inside, NpgsqlDbType.Boolean),
        ]);
        await using var row = await command.ExecuteReaderAsync(cancel);
        var found = new List<Found>();
        while (await row.ReadAsync(cancel)) found.Add(new(row.GetGuid(0), row.IsDBNull(1) ? null : row.GetString(1), row.GetBoolean(2)));
        return found;
    }

    private static async Task<List<(Guid Id, string Name)>> NamedAsync(AppDb db, Asked asked, CancellationToken cancel)
    {
        await using var command = Command(db, Names, [(asked.Term, NpgsqlDbType.Text), (asked.Term + Last, NpgsqlDbType.Text), .. ScopeOf(asked)]);
        await using var row = await command.ExecuteReaderAsync(cancel);
        var found = new List<(Guid, string)>();
        while (await row.ReadAsync(cancel)) found.Add((row.GetGuid(0), row.GetString(1)));
        return found;
    }

    private static NpgsqlCommand Command(AppDb db, string sql, IEnumerable<(object? Value, NpgsqlDbType Type)> values)
    {
        var command = new NpgsqlCommand(sql, (NpgsqlConnection)db.Database.GetDbConnection());
        foreach (var (value, type) in values) command.Parameters.Add(new() { Value = value ?? DBNull.Value, NpgsqlDbType = type });
        return command;
    }

    private static (object? Value, NpgsqlDbType Type)[] ScopeOf(Asked asked) =>
    [
        (asked.Scope.IsWholeCounty, NpgsqlDbType.Boolean), (asked.Scope.VillageIds.ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Uuid),
        (asked.Scope.GroupIds.ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Uuid),
    ];

    // Digits compare alike under every collation: what begins with 5329 lies from 5329 until 533. Anything else is found whole.
    private static (string From, string Until) NumbersFrom(string term)
    {
        if (term.Length < LeastDigits || !term.All(char.IsAsciiDigit)) return (term, term);
        var kept = term.TrimEnd('9');
        return (term, kept.Length == 0 ? "a" : kept[..^1] + (char)(kept[^1] + 1));
    }

    private static string InScope(string table, int first) => $"(${first} or {table}.village_id = any(${first + 1}) or {table}.group_id = any(${first + 2}))";
}
