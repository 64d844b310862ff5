using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Papers;

namespace VillageInsurance.UseCases.Data;

/// <summary>Gives out the numbers of papers (文号), gap-free for each kind and year: the series' row is locked until the record that bears the number is saved.</summary>
internal static class NumberRegister
{
    private static readonly Dictionary<NumberKind, string> Prefixes = ReadPrefixes();

    /// <summary>The next number as it stands on the paper. A year begins with the prefix of the year before.</summary>
    public static async Task<string> TakeNumberAsync(this AppDb db, NumberKind kind, int year) => (await db.TakeNumbersAsync(kind, year, 1))[0];

    /// <summary>The next so many numbers at once.</summary>
    public static async Task<IReadOnlyList<string>> TakeNumbersAsync(this AppDb db, NumberKind kind, int year, int count)
    {
        await db.LockAsync($"number series {kind} {year}");
        var series = (await db.NumberSeries.FromSql($"select * from number_series where kind = {kind.ToString()} and year = {year} for update").ToListAsync()).SingleOrDefault();
        if (series is null)
        {
            var before = await db.NumberSeries.AsNoTracking().Where(s => s.Kind == kind && s.Year < year).OrderByDescending(s => s.Year).Select(s => s.Prefix).FirstOrDefaultAsync();
            db.NumberSeries.Add(series = new NumberSeries(Guid.CreateVersion7(), kind, year, before ?? Prefixes[kind]));
        }
        return await TakeAsync(db, series, count);
    }

    // Saved at once, so that a second number within the same operation is the next one.
    private static async Task<IReadOnlyList<string>> TakeAsync(AppDb db, NumberSeries series, int count)
    {
        var numbers = Enumerable.Range(0, count).Select(_ => series.Next()).ToList();
        await db.SaveChangesAsync();
        return numbers;
    }

    private static Dictionary<NumberKind, string> ReadPrefixes()
    {
        using var file = typeof(NumberRegister).Assembly.GetManifestResourceStream("number-prefixes.json")!;
        return JsonSerializer.Deserialize<Dictionary<NumberKind, string>>(file, JsonColumn.Format)!;
    }
}
