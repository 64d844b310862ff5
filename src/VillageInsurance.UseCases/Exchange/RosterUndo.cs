using Npgsql;

namespace VillageInsurance.UseCases.Exchange;

/// <summary>Takes back what a roster brought: what it changed says again what it said, what it added has no day left. Rows stay, so that the history does.</summary>
internal static class RosterUndo
{
    private const string InUse = """
        select exists (select from household_places where batch_id = $1 and version <> 0)
            or exists (select from visits v join households h on h.id = v.household_id where h.batch_id = $1)
            or exists (select from policies p join memberships m on m.person_id in (p.holder_id, p.insured_id) where m.batch_id = $1 and p.issue_date >= m.joined_on)
        """;

    private static readonly string[] Void =
    [
        "update memberships set left_on = joined_on, version = version + 1 where batch_id = $1 and left_on is null",
        "update households set left_on = joined_on, version = version + 1 where batch_id = $1 and left_on is null",
        "update household_places set to_day = from_day, version = version + 1 where batch_id = $1 and to_day is null",
    ];

    /// <summary>Whether anybody has edited, visited or insured since.</summary>
    public static async Task<bool> IsEditedAsync(NpgsqlConnection connection, Guid batch)
    {
        foreach (var sql in RosterChanges.All.Select(c => c.Edited).Append(InUse))
        {
            await using var command = new NpgsqlCommand(sql, connection) { Parameters = { new() { Value = batch } } };
            if (await command.ExecuteScalarAsync() is true) return true;
        }
        return false;
    }

    /// <summary>Puts back and voids.</summary>
    public static async Task CarryOutAsync(NpgsqlConnection connection, Guid batch)
    {
        foreach (var sql in RosterChanges.All.Select(c => c.PutBack).Concat(Void))
        {
            await using var command = new NpgsqlCommand(sql, connection) { Parameters = { new() { Value = batch } } };
            await command.ExecuteNonQueryAsync();
        }
    }
}
