using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Policies;
using VillageInsurance.Domain.Products;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Exchange;
using VillageInsurance.UseCases.Products;
using VillageInsurance.UseCases.Tests.Exchange;
using VillageInsurance.UseCases.Tests.Shared;

namespace VillageInsurance.UseCases.Tests.Products;

public class ProductImportTests(TestPostgres postgres)
{
    private readonly CountyFiles _files = new();

    [Fact]
    public async Task New_products_are_published_with_their_list()
    {
        await using var database = await NewAsync();

        var (product, versions) = await SeenAsync(database, "P07");

        Assert.Equal((true, false, 0), (product.LongTerm, product.CountsAccident, product.PayModes.Count));
        var first = Assert.Single(versions);
        Assert.Equal((1, ProductVersionStatus.Published, true, StaffMember.CommandLineId), (first.Number, first.Status, first.ByList, first.PublishedById));
    }

    [Fact]
    public async Task A_list_that_says_something_new_moves_no_product_but_asks_a_colleague()
    {
        await using var database = await NewAsync();
        var clerk = await database.GivenClerkAsync();
        _files["products"][1] = _files["products"][1].Replace("0,1,0,0", "0,1,1,0", StringComparison.Ordinal);

        var view = await database.ImportAsync(_files.Write());

        Assert.Equal((ImportOutcome.Stored, 1), (view.Outcome, view.Counts!.ProductsToDecide));
        Assert.Equal(("products", 4, 0, 0), view.Counts.Tables.Where(t => t.Table == "products").Select(t => (t.Table, t.Read, t.Added, t.Changed)).Single());
        var (product, versions) = await SeenAsync(database, "P01");
        Assert.Equal((false, true), (product.CountsAccident, versions[1] is { Status: ProductVersionStatus.Draft, Terms: { CountsAccident: true, CountsStudent: true } }));
        Assert.True(await database.SeeAsync(Places.Village, db => db.QueueItems.AnyAsync(q => q.StaffId == clerk.StaffId && q.Kind == QueueKind.ProductToPublish && q.RecordId == product.Id && q.DoneAt == null)));
        await new PublishProduct(database.GateFor(clerk)).RunAsync(new(versions[1].Id, 0));
        Assert.True((await SeenAsync(database, "P01")).Product.CountsAccident);
    }

    [Fact]
    public async Task What_was_asked_once_is_not_asked_again_and_what_the_office_published_is_not_undone_by_an_old_list()
    {
        await using var database = await NewAsync();
        var (drafter, colleague) = (await database.GivenClerkAsync(), await database.GivenClerkAsync());
        var (product, _) = await SeenAsync(database, "P07");
        var terms = product.Terms with { CountsLifeRegular = false, PayModes = [PayMode.Annual], ValidTo = new(2030, 1, 1) };
        await new PublishProduct(database.GateFor(colleague)).RunAsync(new(await database.DraftAsync(drafter, product, terms), 0));
        _files["products"][1] = _files["products"][1].Replace("0,1,0,0", "0,1,1,0", StringComparison.Ordinal);
        await database.ImportAsync(_files.Write());
        _files.Resident(_files.Household());

        var again = await database.ImportAsync(_files.Write());

        Assert.Equal(1, again.Counts!.ProductsToDecide);
        Assert.Equal(2, (await SeenAsync(database, "P01")).Versions.Count);
        var (kept, versions) = await SeenAsync(database, "P07");
        Assert.True(kept.Terms.SaysTheSameAs(terms));
        Assert.Equal(2, versions.Count);
    }

    [Fact]
    public async Task Products_of_an_older_program_get_their_first_version_when_the_tables_are_brought_up_to_date()
    {
        await using var database = await NewAsync();
        var product = await database.GivenProductAsync(GivenCatalogue.Terms);

        await Schema.MigrateAsync(database.MigratorConnectionString, TimeProvider.System);

        var first = Assert.Single((await SeenAsync(database, product.Code)).Versions);
        Assert.Equal((1, true, "Life"), (first.Number, first.ByList, first.Terms.Name));
    }

    private async Task<TestDatabase> NewAsync()
    {
        var database = new TestDatabase(postgres);
        await database.InitializeAsync();
        await database.ImportAsync(_files);
        return database;
    }

    private static Task<(Product Product, List<ProductVersion> Versions)> SeenAsync(TestDatabase database, string code) => database.SeeAsync(Places.Village, async db =>
        (await db.Products.AsNoTracking().SingleAsync(p => p.Code == code), await db.ProductVersions.AsNoTracking().Where(v => v.Code == code).OrderBy(v => v.Number).ToListAsync()));
}
