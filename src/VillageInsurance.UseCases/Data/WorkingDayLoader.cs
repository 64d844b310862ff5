using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Work;

namespace VillageInsurance.UseCases.Data;

internal static class WorkingDayLoader
{
    /// <summary>The working-day calendar around these years.</summary>
    public static async Task<WorkingDays> WorkingDaysAsync(this AppDb db, DateOnly from, CancellationToken cancel = default) =>
        new(await db.CalendarDays.AsNoTracking().Where(d => d.Day >= from).ToListAsync(cancel));
}
