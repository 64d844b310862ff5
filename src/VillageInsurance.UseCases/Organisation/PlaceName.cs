using Microsoft.EntityFrameworkCore;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Organisation;

/// <summary>A village always with its township: names repeat in a county. A group is named by its number or own name.</summary>
public sealed record PlaceName(Guid VillageId, string Village, string Township, string? Group = null);

internal static class PlaceNames
{
    /// <summary>The names of these villages of today.</summary>
    public static async Task<Dictionary<Guid, PlaceName>> PlaceNamesAsync(this AppDb db, IEnumerable<Guid?> villageIds, CancellationToken cancel)
    {
        var ids = villageIds.OfType<Guid>().Distinct().ToList();
        return ids.Count == 0 ? [] : await Named(db, ids).ToDictionaryAsync(p => p.VillageId, cancellationToken: cancel);
    }

    // Every list asks for them: compiled once.
    private static readonly Func<AppDb, List<Guid>, IAsyncEnumerable<PlaceName>> Named = EF.CompileAsyncQuery((AppDb db, List<Guid> ids) =>
        from village in db.Areas.AsNoTracking()
        where ids.Contains(village.Id)
        join township in db.Areas on village.ParentId equals township.Id
        select new PlaceName(village.Id, village.Name, township.Name, null));
}
