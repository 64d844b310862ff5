using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;
using VillageInsurance.Domain.Acceptance;
using VillageInsurance.Domain.Schemes;

namespace VillageInsurance.UseCases.Data;

/// <summary>The households or persons behind a figure, read from the same sets as the figure itself, inside the operation's scope.</summary>
internal static class FigureListQuery
{
    public sealed record Found(Guid HouseholdId, Guid VillageId, string Number, string HeadName, Guid? PersonId, string? PersonName);

    // The set's columns are household_id and person_id.
    public const string Households = "select distinct household_id, null::uuid as person_id from counted";
    public const string People = "select household_id, person_id from counted";
    public const string Students = "select household_id, person_id from pupil";
    public const string CoveredStudents = "select household_id, person_id from covered";
    public const string UncoveredStudents = "select household_id, person_id from pupil except select household_id, person_id from covered";
    public const string HouseholdsWithoutRegular = $"{Households} except {RegularHouseholds}";
    public const string RegularHouseholds = "select distinct h.household_id, null::uuid as person_id from held h join products d on d.id = h.product_id where d.long_term and h.pay_mode <> 1";

    public static async Task<IReadOnlyList<Found>> ReadAsync(
        AppDb db, string set, FigurePlace place, FigurePeriod period, CountedPolicies policies, (string Number, Guid Person)? after, int rows, CancellationToken cancel)
    {
        await using var command = FiguresQuery.Command((NpgsqlConnection)db.Database.GetDbConnection(), Sql(set), [place], period, policies);
        command.Parameters.Add(new() { Value = (object?)after?.Number ?? "", NpgsqlDbType = NpgsqlDbType.Text });
        command.Parameters.Add(new() { Value = after?.Person ?? Guid.Empty, NpgsqlDbType = NpgsqlDbType.Uuid });
        command.Parameters.Add(new() { Value = rows, NpgsqlDbType = NpgsqlDbType.Integer });
        await using var row = await command.ExecuteReaderAsync(cancel);
        var found = new List<Found>(rows);
        while (await row.ReadAsync(cancel))
            found.Add(new(row.GetGuid(0), row.GetGuid(1), row.GetString(2), row.GetString(3), row.IsDBNull(4) ? null : row.GetGuid(4), row.IsDBNull(5) ? null : row.GetString(5)));
        return found;
    }

    private static string Sql(string set) => $"""
        select h.id, a.village_id, h.number, h.head_name, s.id, s.name
        from unnest($1::uuid[], $2::uuid[]) a(village_id, group_id)
        cross join lateral (
            {FiguresSql.Sets}
            select * from ({set}) listed
        ) listed
        join households h on h.id = listed.household_id
        left join persons s on s.id = listed.person_id
        where (h.number, coalesce(s.id, '{Guid.Empty}')) > ($9, $10)
        order by h.number, coalesce(s.id, '{Guid.Empty}') limit $11
        """;
}
