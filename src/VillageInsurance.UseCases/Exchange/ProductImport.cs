using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Policies;
using VillageInsurance.Domain.Products;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Products;

namespace VillageInsurance.UseCases.Exchange;

/// <summary>products.csv: the catalogue, with the flags that say which figures a product counts in. A new product is published with its list; where the list says of a known one what no version of it
/// ever said, that becomes a draft, which somebody else publishes: an import alone moves no product.</summary>
internal sealed class ProductImport() : TableImport("products", "id uuid, is_new boolean", "code", "name", "kind", "long_term", "counts_student", "counts_accident", "counts_life_regular")
{
    private readonly List<(Guid Id, string Code, ProductTerms Terms)> _listed = [];

    protected override void Take(ImportRun run, RowReader row, Stage stage)
    {
        var (code, name, kind) = (row.Text("code", 40), row.Text("name", 100), row.Text("kind", 40));
        var (isLong, student, accident, life) = (row.Flag("long_term"), row.Flag("counts_student"), row.Flag("counts_accident"), row.Flag("counts_life_regular"));
        var product = KnownRow.Take(run.Keys.Products, code, row, "code");
        if (row.IsSound) _listed.Add((product.Id, code, new(null, name, kind, isLong, [], student, accident, life, null, null)));
    }

    // A few dozen rows, so they go through the entities.
    protected override async Task<(long Added, long Changed)> MergeAsync(ImportRun run, Stage stage)
    {
        var (db, added) = (run.Db, 0L);
        var known = await db.Products.ToDictionaryAsync(p => p.Code);
        var versions = (await db.ProductVersions.AsNoTracking().ToListAsync()).ToLookup(v => v.ProductId);
        foreach (var (id, code, terms) in _listed)
        {
            if (!known.TryGetValue(code, out var product))
            {
                product = Product.Of(id, code, terms, run.Batch);
                db.AddRange(product, ProductVersion.OfList(Guid.CreateVersion7(), product, db.Actor.StaffId, db.Operation.At));
                added++;
            }
            else if (await DraftedAsync(db, product, terms, versions[product.Id])) run.ProductsToDecide++;
        }
        await db.SaveChangesAsync();
        return (added, 0);
    }

    // The list knows neither whose a product is nor how it is paid nor when it is sold: that stays.
    private static async Task<bool> DraftedAsync(AppDb db, Product product, ProductTerms listed, IEnumerable<ProductVersion> versions)
    {
        var all = versions.ToList();
        if (IsListed(product.Terms, listed) || all.Exists(v => IsListed(v.Terms, listed))) return all.Exists(v => v.Status == ProductVersionStatus.Draft && IsListed(v.Terms, listed));
        if (all.Exists(v => v.Status == ProductVersionStatus.Draft)) return true;
        var terms = product.Terms with
        {
            Name = listed.Name,
            Kind = listed.Kind,
            LongTerm = listed.LongTerm,
            CountsStudent = listed.CountsStudent,
            CountsAccident = listed.CountsAccident,
            CountsLifeRegular = listed.CountsLifeRegular,
        };
        await db.DraftVersionAsync(Guid.CreateVersion7(), product.Id, product.Code, terms, product.Terms, db.Operation.At.LocalDay());
        return true;
    }

    private static bool IsListed(ProductTerms terms, ProductTerms listed) =>
        (terms.Name, terms.Kind, terms.LongTerm, terms.CountsStudent, terms.CountsAccident, terms.CountsLifeRegular)
        == (listed.Name, listed.Kind, listed.LongTerm, listed.CountsStudent, listed.CountsAccident, listed.CountsLifeRegular);
}
