using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Papers;

namespace VillageInsurance.UseCases.Data;

/// <summary>Gives out the numbers of papers (文号), gap-free for each kind and year: the series' row is locked until the record that bears the number is saved.</summary>
internal static class NumberRegister
{
    private static readonly Dictionary<NumberKind, string> Prefixes = ReadPrefixes();

    /// <summary>The next number as it stands on the paper. A year begins with the prefix of the year before.</summary>
    public static async Task<string> TakeNumberAsync(this AppDb db, NumberKind kind, int year) => (await SeriesAsync(db, kind, year)).Next();

    /// <summary>The next number of the series alone, for numbers that are written in another way.</summary>
    public static async Task<int> TakeValueAsync(this AppDb db, NumberKind kind, int year) => (await SeriesAsync(db, kind, year)).NextValue();

    /// <summary>The series itself, for who takes many; its row is locked.</summary>
    public static Task<NumberSeries> TakeSeriesAsync(this AppDb db, NumberKind kind, int year) => SeriesAsync(db, kind, year);

    // What this operation already took from is at hand; its row is locked.
    private static async Task<NumberSeries> SeriesAsync(AppDb db, NumberKind kind, int year)
    {
        if (db.NumberSeries.Local.SingleOrDefault(s => s.Kind == kind && s.Year == year) is { } taken) return taken;
        await db.LockAsync($"number series {kind} {year}");
        var found = await db.NumberSeries.FromSql($"select * from number_series where kind = {kind.ToString()} and year = {year} for update").ToListAsync();
        if (found.Count > 0) return found[0];
        var before = await db.NumberSeries.AsNoTracking().Where(s => s.Kind == kind && s.Year < year).OrderByDescending(s => s.Year).Select(s => s.Prefix).FirstOrDefaultAsync();
        var series = new NumberSeries(Guid.CreateVersion7(), kind, year, before ?? Prefixes[kind]);
        db.NumberSeries.Add(series);
        return series;
    }

    private static Dictionary<NumberKind, string> ReadPrefixes()
    {
        using var file = typeof(NumberRegister).Assembly.GetManifestResourceStream("number-prefixes.json")!;
        return JsonSerializer.Deserialize<Dictionary<NumberKind, string>>(file, JsonColumn.Format)!;
    }
}
