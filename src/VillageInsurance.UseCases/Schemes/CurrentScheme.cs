using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Schemes;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Schemes;

/// <summary>Which scheme holds in a year.</summary>
internal static class CurrentScheme
{
    /// <summary>The newest one published for the year that holds by now; before the first one holds, that one; without any, the city template.</summary>
    public static async Task<Scheme> SchemeOfAsync(this AppDb db, int year, CancellationToken cancel = default)
    {
        var today = db.Operation.At.LocalDay();
        var published = db.Schemes.AsNoTracking().Where(s => s.Status == SchemeStatus.Published && s.Year == year);
        return await published.Where(s => s.PublishedOn <= today).OrderByDescending(s => s.PublishedOn).ThenByDescending(s => s.Number).FirstOrDefaultAsync(cancel)
            ?? await published.OrderBy(s => s.PublishedOn).ThenByDescending(s => s.Number).FirstOrDefaultAsync(cancel)
            ?? await db.Schemes.AsNoTracking().SingleAsync(s => s.Id == Scheme.CityTemplateId, cancel);
    }
}
