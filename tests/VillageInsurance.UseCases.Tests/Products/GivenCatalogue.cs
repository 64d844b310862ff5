using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Policies;
using VillageInsurance.Domain.Products;
using VillageInsurance.UseCases.Products;
using VillageInsurance.UseCases.Tests.Agreements;
using VillageInsurance.UseCases.Tests.Shared;

namespace VillageInsurance.UseCases.Tests.Products;

/// <summary>Clerks of the office and products with drafts.</summary>
internal static class GivenCatalogue
{
    public static readonly ProductTerms Terms = new(null, "Life", "ENDOWMENT", true, [], false, false, true, null, null);

    /// <summary>Somebody of the office whom the staff list knows.</summary>
    public static async Task<Actor> GivenClerkAsync(this TestDatabase database)
    {
        var staff = await database.GivenPersonAsync(Role.CountyOffice);
        return new(staff.Id, staff.Name, [new(Role.CountyOffice, RolePermissions.Of(Role.CountyOffice), DataScope.WholeCounty, From: Someone.Today)], Someone.Today);
    }

    public static string Code() => $"C{Guid.NewGuid():N}"[..12];

    /// <summary>A product as it stands in the catalogue.</summary>
    public static async Task<Product> GivenProductAsync(this TestDatabase database, ProductTerms terms, string? code = null)
    {
        var product = Product.Of(Guid.CreateVersion7(), code ?? Code(), terms);
        await database.GivenAsync(Places.Village, product);
        return product;
    }

    public static async Task<Guid> DraftAsync(this TestDatabase database, Actor clerk, Product product, ProductTerms terms)
    {
        var id = Guid.CreateVersion7();
        await new DraftProduct(database.GateFor(clerk), Staffing.Clock()).RunAsync(new(id, product.Id, product.Version, product.Code, terms));
        return id;
    }

    public static Task<ProductDetail.View> DetailAsync(this TestDatabase database, Actor viewer, Guid productId) => new ProductDetail(database.GateFor(viewer), Staffing.Clock()).RunAsync(productId, default);
}
