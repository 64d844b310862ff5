using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;
using VillageInsurance.Domain.Acceptance;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Schemes;

namespace VillageInsurance.UseCases.Data;

/// <summary>Sends the figures' SQL within an operation.</summary>
internal static class FiguresQuery
{
    public static async Task<IReadOnlyList<PlaceFigures>> CountAsync(AppDb db, IReadOnlyList<FigurePlace> places, FigurePeriod period, CountedPolicies policies, CancellationToken cancel)
    {
        await using var command = Command((NpgsqlConnection)db.Database.GetDbConnection(), FiguresSql.Count, places, period, policies);
        await using var row = await command.ExecuteReaderAsync(cancel);
        var found = new List<PlaceFigures>(places.Count);
        while (await row.ReadAsync(cancel))
            found.Add(new(new(row.GetGuid(0), row.IsDBNull(1) ? null : row.GetGuid(1)), new(row.GetInt64(2), row.GetInt64(3), row.GetInt64(4), row.GetInt64(5),
                row.GetInt64(6), row.GetInt64(7), row.GetInt64(10), row.GetInt64(11), row.GetInt64(8), row.GetInt64(9))));
        return found;
    }

    /// <summary>The records behind a place's figures, by their ids.</summary>
    public static async Task<CountedRecords> RecordsAsync(AppDb db, FigurePlace place, FigurePeriod period, CountedPolicies policies, CancellationToken cancel)
    {
        await using var command = Command((NpgsqlConnection)db.Database.GetDbConnection(), FiguresSql.Records, [place], period, policies);
        await using var row = await command.ExecuteReaderAsync(cancel);
        var found = new List<(string Set, Guid One, Guid Other, long Fen)>();
        while (await row.ReadAsync(cancel)) found.Add((row.GetString(0), row.IsDBNull(1) ? Guid.Empty : row.GetGuid(1), row.GetGuid(2), row.GetInt64(3)));
        var sets = found.OrderBy(f => f.One).ThenBy(f => f.Other).ToLookup(f => f.Set);
        return new(
            [.. sets["member"].Select(f => new CountedMember(f.One, f.Other))], [.. sets["pupil"].Select(f => new CountedMember(f.One, f.Other))],
            [.. sets["covered"].Select(f => new CountedMember(f.One, f.Other))], [.. sets["accident"].Select(f => new CountedPayment(f.One, f.Other, f.Fen))],
            [.. sets["life"].Select(f => new CountedPayment(f.One, f.Other, f.Fen))], [.. sets["regular"].Select(f => f.Other)], [.. sets["any"].Select(f => f.Other)]);
    }

    /// <summary>Who is counted twice on the day, as far as the operation's scope sees: the person and the households' numbers.</summary>
    public static async Task<IReadOnlyList<(Guid PersonId, string[] Households)>> DoublesAsync(AppDb db, IReadOnlyList<FigurePlace> places, FigurePeriod period, CountedPolicies policies, CancellationToken cancel)
    {
        await using var command = Command((NpgsqlConnection)db.Database.GetDbConnection(), FiguresSql.Doubles, places, period, policies);
        await using var row = await command.ExecuteReaderAsync(cancel);
        var found = new List<(Guid, string[])>();
        while (await row.ReadAsync(cancel)) found.Add((row.GetGuid(0), row.GetFieldValue<string[]>(1)));
        return found;
    }

    /// <summary>The command with its eight parameters.</summary>
    public static NpgsqlCommand Command(NpgsqlConnection connection, string sql, IReadOnlyList<FigurePlace> places, FigurePeriod period, CountedPolicies policies) => new(sql, connection)
    {
        Parameters =
        {
            new() { Value = places.Select(p => p.VillageId).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid },
            new() { Value = places.Select(p => p.GroupId).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid },
            new NpgsqlParameter<DateOnly> { TypedValue = period.AsOf, NpgsqlDbType = NpgsqlDbType.Date },
            new NpgsqlParameter<DateOnly> { TypedValue = period.KnownAt, NpgsqlDbType = NpgsqlDbType.Date },
            new() { Value = policies.OwnInsurer, NpgsqlDbType = NpgsqlDbType.Text },
            new NpgsqlParameter<bool> { TypedValue = policies.OthersCount },
            new NpgsqlParameter<DateOnly> { TypedValue = period.Start, NpgsqlDbType = NpgsqlDbType.Date },
            new NpgsqlParameter<DateOnly> { TypedValue = period.SixMonthsBack, NpgsqlDbType = NpgsqlDbType.Date },
        },
    };
}

/// <summary>A village, or a group of it, that figures are asked for.</summary>
internal sealed record FigurePlace(Guid VillageId, Guid? GroupId = null) : IGroupOwned;

/// <summary>A place and its numbers.</summary>
internal sealed record PlaceFigures(FigurePlace Place, IndicatorFigures Figures);

/// <summary>What a change that is only tried out concerns: the places to count, and whose policies count there.</summary>
internal sealed record Foreseen(IReadOnlyList<FigurePlace> Places, CountedPolicies Policies);

/// <summary>A place's numbers in a period, before and after a change.</summary>
internal sealed record FigureEffect(FigurePlace Place, FigurePeriod Period, IndicatorFigures Before, IndicatorFigures After);
