using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Policies;
using VillageInsurance.Domain.Products;
using VillageInsurance.Domain.Shared;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Products;

/// <summary>What drafting and publishing share.</summary>
internal static class ProductVersions
{
    /// <summary>The product that holds now; null before its first version is published.</summary>
    public static Task<Product?> ProductOfAsync(this AppDb db, Guid productId) => db.Products.SingleOrDefaultAsync(p => p.Id == productId);

    /// <summary>Begins the next version, and asks everybody of the office but its drafter to look at it. Refused while another draft is open, and for a code that is another product's.</summary>
    public static async Task<ProductVersion> DraftVersionAsync(this AppDb db, Guid id, Guid productId, string code, ProductTerms terms, ProductTerms? current, DateOnly today)
    {
        await db.LockAsync($"product {code}");
        if (await db.Products.AnyAsync(p => p.Code == code && p.Id != productId) || await db.ProductVersions.AnyAsync(v => v.Code == code && v.ProductId != productId && v.Status != ProductVersionStatus.Discarded))
            throw ProductRule.ACodeIsOneProduct.Broken();
        var versions = await db.ProductVersions.AsNoTracking().Where(v => v.ProductId == productId).Select(v => new { v.Number, v.Status }).ToListAsync();
        if (versions.Exists(v => v.Status == ProductVersionStatus.Draft)) throw ProductRule.OneDraftOfAProduct.Broken();
        var version = ProductVersion.Draft(id, productId, code, versions.Select(v => v.Number).DefaultIfEmpty().Max() + 1, terms, current, db.Actor.StaffId, db.Operation.At);
        var colleagues = await db.RoleGrants.Where(g => g.Role == Role.CountyOffice && g.StaffId != db.Actor.StaffId && g.From <= today && (g.To == null || g.To >= today)).Select(g => g.StaffId).Distinct().ToListAsync();
        db.Add(version);
        db.AddRange(colleagues.Select(c => QueueItem.For(c, QueueKind.ProductToPublish, productId, db.Operation.At)));
        return version;
    }

    /// <summary>From now on the product is what the version says; with its first version it comes to be.</summary>
    public static async Task HoldAsync(this AppDb db, ProductVersion version)
    {
        if (await db.ProductOfAsync(version.ProductId) is { } product) product.Take(version.Terms);
        // A list may have brought the code meanwhile.
        else if (await db.Products.AnyAsync(p => p.Code == version.Code)) throw ProductRule.ACodeIsOneProduct.Broken();
        else db.Add(Product.Of(version.ProductId, version.Code, version.Terms));
    }
}
