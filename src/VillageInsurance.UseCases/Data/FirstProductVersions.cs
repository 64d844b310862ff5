using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Products;

namespace VillageInsurance.UseCases.Data;

/// <summary>Products that an older program's import brought, which knew no versions, get their first one, as their list said.</summary>
internal static class FirstProductVersions
{
    public static async Task StoreAsync(AppDb db, TimeProvider clock, CancellationToken cancel)
    {
        var products = await db.Products.AsNoTracking().Where(p => !db.ProductVersions.Any(v => v.ProductId == p.Id)).ToListAsync(cancel);
        db.AddRange(products.Select(p => ProductVersion.OfList(Guid.CreateVersion7(), p, StaffMember.CommandLineId, clock.GetUtcNow())));
        await db.SaveChangesAsync(cancel);
    }
}
