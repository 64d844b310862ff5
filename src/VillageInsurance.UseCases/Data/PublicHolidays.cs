using System.Globalization;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Work;

namespace VillageInsurance.UseCases.Data;

/// <summary>The public holidays and make-up days that come with the product, as the yearly notices fixed them. What the office changed stays.</summary>
internal static class PublicHolidays
{
    public static async Task StoreAsync(AppDb db, CancellationToken cancel)
    {
        var known = (await db.CalendarDays.Select(d => d.Day).ToListAsync(cancel)).ToHashSet();
        db.CalendarDays.AddRange(Read().Where(d => !known.Contains(d.Day)));
        await db.SaveChangesAsync(cancel);
    }

    private static IEnumerable<CalendarDay> Read()
    {
        using var file = new StreamReader(typeof(PublicHolidays).Assembly.GetManifestResourceStream("calendar-days.csv")!);
        return [.. file.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(','))
            .Select(c => new CalendarDay(Guid.CreateVersion7(), DateOnly.ParseExact(c[0], "yyyy-MM-dd", CultureInfo.InvariantCulture), Enum.Parse<CalendarDayKind>(c[1]), c[2].Trim()))];
    }
}
