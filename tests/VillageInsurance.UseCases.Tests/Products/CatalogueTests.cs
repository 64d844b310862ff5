using Microsoft.EntityFrameworkCore;
using Npgsql;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Policies;
using VillageInsurance.Domain.Products;
using VillageInsurance.Domain.Shared;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Products;
using VillageInsurance.UseCases.Tests.Agreements;
using VillageInsurance.UseCases.Tests.Shared;
using VillageInsurance.UseCases.Work;
using static VillageInsurance.UseCases.Tests.Products.GivenCatalogue;

namespace VillageInsurance.UseCases.Tests.Products;

public class CatalogueTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static readonly Actor Insurer = Someone.InTheCounty(Role.InsurerReviewer);

    [Fact]
    public async Task A_draft_changes_nothing_until_a_colleague_publishes_it()
    {
        var (drafter, colleague) = (await database.GivenClerkAsync(), await database.GivenClerkAsync());
        var product = await database.GivenProductAsync(Terms);
        var draft = await database.DraftAsync(drafter, product, Terms with { CountsLifeRegular = false, ValidTo = new(2026, 12, 31) });

        var seen = await database.DetailAsync(drafter, product.Id);
        Assert.Equal((true, 1, true, true, false, false), (seen.Terms!.CountsLifeRegular, seen.Draft!.Number, seen.CanEdit, seen.CanDiscard, seen.CanPublish, seen.CanDraft));
        await BrokenAsync(ProductRule.NobodyPublishesTheirOwn, () => PublishAs(drafter, draft, 0));
        await PublishAs(colleague, draft, 0);

        var held = await database.DetailAsync(Insurer, product.Id);
        Assert.Equal((false, new DateOnly(2026, 12, 31), null), (held.Terms!.CountsLifeRegular, held.Terms.ValidTo!.Value, held.Draft));
        Assert.Equal((ProductVersionStatus.Published, colleague.Name), (held.Versions[0].Status, held.Versions[0].PublishedBy));
        Assert.Contains("ProductVersion", await ChangesAsync(draft));
    }

    [Fact]
    public async Task The_next_version_supersedes_the_one_before_and_a_discarded_one_stays_among_them()
    {
        var (drafter, colleague) = (await database.GivenClerkAsync(), await database.GivenClerkAsync());
        var product = await database.GivenProductAsync(Terms);
        await PublishAs(colleague, await database.DraftAsync(drafter, product, Terms with { Name = "Two" }), 0);
        product = await database.SeeAsync(Places.Village, db => db.Products.AsNoTracking().SingleAsync(p => p.Id == product.Id));
        await new DiscardProductDraft(database.GateFor(colleague)).RunAsync(new(await database.DraftAsync(drafter, product, Terms with { Name = "Three" }), 0));

        await PublishAs(drafter, await database.DraftAsync(colleague, product, Terms with { Name = "Four" }), 0);

        var versions = (await database.DetailAsync(Insurer, product.Id)).Versions;
        Assert.Equal([(3, "Four", ProductVersionStatus.Published), (2, "Three", ProductVersionStatus.Discarded), (1, "Two", ProductVersionStatus.Superseded)], versions.Select(v => (v.Number, v.Terms.Name, v.Status)));
        var row = (await new ProductList(database.GateFor(Insurer), Staffing.Clock()).RunAsync(new(Before(product.Code)), default)).Rows[0];
        Assert.Equal((product.Code, 3, true), (row.Code, row.Number, row.IsSold));
    }

    [Fact]
    public async Task A_new_product_comes_to_be_when_its_first_version_is_published()
    {
        var (drafter, colleague, id, version, code) = (await database.GivenClerkAsync(), await database.GivenClerkAsync(), Guid.CreateVersion7(), Guid.CreateVersion7(), Code());
        DraftProduct.Input input = new(version, id, null, code, Terms);
        await DraftAs(drafter, input);
        await DraftAs(drafter, input);
        await Assert.ThrowsAsync<AlreadyCreated>(() => DraftAs(colleague, input));
        await BrokenAsync(ProductRule.ACodeIsOneProduct, () => DraftAs(colleague, new(Guid.CreateVersion7(), Guid.CreateVersion7(), null, code, Terms)));
        Assert.Null((await database.DetailAsync(Insurer, id)).Terms);
        Assert.Contains((await ListAs(colleague)).Drafts, d => d.ProductId == id && d is { IsOwn: false, Number: 1 });

        await PublishAs(colleague, version, 0);

        Assert.Equal((code, "Life"), ((await database.DetailAsync(Insurer, id)).Code, (await database.DetailAsync(Insurer, id)).Terms!.Name));
    }

    [Fact]
    public async Task One_draft_at_a_time_edited_by_its_drafter_and_never_a_stale_one()
    {
        var (drafter, colleague) = (await database.GivenClerkAsync(), await database.GivenClerkAsync());
        var product = await database.GivenProductAsync(Terms);
        await BrokenAsync(ProductRule.ADraftChangesSomething, () => database.DraftAsync(drafter, product, Terms));
        var draft = await database.DraftAsync(drafter, product, Terms with { Name = "Two" });
        await BrokenAsync(ProductRule.OneDraftOfAProduct, () => database.DraftAsync(colleague, product, Terms with { Name = "Other" }));
        await BrokenAsync(ProductRule.OnlyItsDrafterEditsADraft, () => SaveAs(colleague, draft, 0, Terms with { Name = "Other" }));

        await SaveAs(drafter, draft, 0, Terms with { Name = "Three" });

        await Assert.ThrowsAsync<ChangedMeanwhile>(() => SaveAs(drafter, draft, 0, Terms with { Name = "Four" }));
        await Assert.ThrowsAsync<ChangedMeanwhile>(() => PublishAs(colleague, draft, 0));
        await Assert.ThrowsAsync<ChangedMeanwhile>(() => new DiscardProductDraft(database.GateFor(colleague)).RunAsync(new(draft, 0)));
        await Assert.ThrowsAsync<ChangedMeanwhile>(() => DraftAs(colleague, new(Guid.CreateVersion7(), product.Id, 7, product.Code, Terms)));
        await PublishAs(colleague, draft, 1);
        await BrokenAsync(ProductRule.OnlyADraftIsDiscarded, () => new DiscardProductDraft(database.GateFor(colleague)).RunAsync(new(draft, 2)));
    }

    [Fact]
    public async Task Everybody_of_the_office_but_the_drafter_is_asked_until_it_is_published_or_discarded()
    {
        var (drafter, colleague) = (await database.GivenClerkAsync(), await database.GivenClerkAsync());
        var product = await database.GivenProductAsync(Terms);
        var draft = await database.DraftAsync(drafter, product, Terms with { Name = "Two" });

        Assert.Contains(await QueueOf(colleague), i => i.Kind == QueueKind.ProductToPublish && i.RecordId == product.Id);
        Assert.DoesNotContain(await QueueOf(drafter), i => i.RecordId == product.Id);
        await PublishAs(colleague, draft, 0);
        Assert.DoesNotContain(await QueueOf(colleague), i => i.RecordId == product.Id);
        product = await database.SeeAsync(Places.Village, db => db.Products.AsNoTracking().SingleAsync(p => p.Id == product.Id));
        var second = await database.DraftAsync(drafter, product, Terms with { Name = "Three" });
        await new DiscardProductDraft(database.GateFor(drafter)).RunAsync(new(second, 0));
        Assert.DoesNotContain(await QueueOf(colleague), i => i.RecordId == product.Id);
    }

    [Fact]
    public async Task The_insurer_reads_and_whoever_has_no_right_does_nothing()
    {
        var (clerk, product) = (await database.GivenClerkAsync(), await database.GivenProductAsync(Terms));
        var draft = await database.DraftAsync(clerk, product, Terms with { Name = "Two" });
        var seen = await database.DetailAsync(Insurer, product.Id);
        Assert.Equal((false, false, false, false), (seen.CanDraft, seen.CanEdit, seen.CanDiscard, seen.CanPublish));

        await Assert.ThrowsAsync<NotPermitted>(() => database.DraftAsync(Insurer, product, Terms with { Name = "Three" }));
        await Assert.ThrowsAsync<NotPermitted>(() => SaveAs(Insurer, draft, 0, Terms));
        await Assert.ThrowsAsync<NotPermitted>(() => PublishAs(Insurer, draft, 0));
        await Assert.ThrowsAsync<NotPermitted>(() => new DiscardProductDraft(database.GateFor(Insurer)).RunAsync(new(draft, 0)));
        await Assert.ThrowsAsync<NotPermitted>(() => new EffectOfProduct(database.GateFor(Insurer), Staffing.Clock()).RunAsync(draft, default));
        foreach (var role in new[] { Role.ResidentAgent, Role.TownshipOfficial, Role.Supervisor })
        {
            await Assert.ThrowsAsync<NotPermitted>(() => ListAs(Someone.Who(role, Places.Village)));
            await Assert.ThrowsAsync<NotPermitted>(() => database.DetailAsync(Someone.Who(role, Places.Village), product.Id));
        }
        await Assert.ThrowsAsync<NotFound>(() => new ProductDetail(database.GateFor(Insurer), Staffing.Clock()).RunAsync(Guid.NewGuid(), default));
    }

    [Theory]
    [InlineData("", "ENDOWMENT", null)]
    [InlineData("Name", "", null)]
    [InlineData("Name", "ENDOWMENT", "a code that is much too long")]
    public async Task Nonsense_is_refused(string name, string kind, string? insurer) =>
        await Assert.ThrowsAsync<InvalidInput>(async () => await database.DraftAsync(await database.GivenClerkAsync(), await database.GivenProductAsync(Terms), Terms with { Name = name, Kind = kind, Insurer = insurer }));

    [Fact]
    public async Task Nobody_publishes_their_own_not_even_by_plain_sql()
    {
        var clerk = await database.GivenClerkAsync();
        var draft = await database.DraftAsync(clerk, await database.GivenProductAsync(Terms), Terms with { Name = "Two" });
        await using var connection = NpgsqlDataSource.Create(database.ConnectionString);
        await using var sql = connection.CreateCommand($"update product_versions set status = 'Published', published_by_id = drafted_by_id where id = '{draft}'");

        Assert.Equal(PostgresErrorCodes.CheckViolation, (await Assert.ThrowsAsync<PostgresException>(() => sql.ExecuteNonQueryAsync())).SqlState);
    }

    private Task DraftAs(Actor clerk, DraftProduct.Input input) => new DraftProduct(database.GateFor(clerk), Staffing.Clock()).RunAsync(input);

    private Task SaveAs(Actor clerk, Guid draft, int seen, ProductTerms terms) => new SaveProductDraft(database.GateFor(clerk)).RunAsync(new(draft, seen, terms));

    private Task PublishAs(Actor clerk, Guid draft, int seen) => new PublishProduct(database.GateFor(clerk)).RunAsync(new(draft, seen));

    private Task<ProductList.View> ListAs(Actor viewer) => new ProductList(database.GateFor(viewer), Staffing.Clock()).RunAsync(new(), default);

    private async Task<IReadOnlyList<OwnQueue.Item>> QueueOf(Actor actor) => (await new OwnQueue(database.GateFor(actor), Staffing.Clock()).RunAsync(default)).Items;

    private Task<List<string>> ChangesAsync(Guid record) => database.SeeAsync(Places.Village, db => db.AuditChanges.Where(c => c.RecordId == record).Select(c => c.Record).ToListAsync());

    private static string Before(string code) => code[..^1];

    private static async Task BrokenAsync(ProductRule rule, Func<Task> act) => Assert.Equal(rule, (await Assert.ThrowsAsync<RuleBroken>(act)).Rule);
}
