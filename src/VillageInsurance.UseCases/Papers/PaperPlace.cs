using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Papers;

/// <summary>A village, or one of its groups, as papers name it.</summary>
internal sealed record PaperPlace(Guid VillageId, string Name, string Township, string County, string Code, Terrain? Terrain, IncomePerHead? Income, bool IsGroup)
{
    public static async Task<PaperPlace> OfAsync(AppDb db, Guid villageId, Guid? groupId, CancellationToken cancel)
    {
        var found = await (from village in db.Areas.AsNoTracking()
                           where village.Id == villageId
                           join township in db.Areas on village.ParentId equals township.Id
                           join county in db.Areas on township.ParentId equals county.Id
                           select new { Village = village, Township = township.Name, County = county.Name == county.Code ? "" : county.Name }).SingleAsync(cancel);
        var group = groupId is { } id ? await db.Areas.Where(g => g.Id == id).Select(g => g.Name).SingleAsync(cancel) : null;
        return new(villageId, group is null ? found.Village.Name : found.Village.Name + group, found.Township, found.County, found.Village.Code ?? "", found.Village.Terrain, found.Village.Income, group is not null);
    }
}
