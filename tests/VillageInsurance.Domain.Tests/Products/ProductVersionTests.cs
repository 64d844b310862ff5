using VillageInsurance.Domain.Policies;
using VillageInsurance.Domain.Products;
using VillageInsurance.Domain.Shared;

namespace VillageInsurance.Domain.Tests.Products;

public class ProductVersionTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 4, 0, 0, TimeSpan.Zero);
    private static readonly Guid Drafter = Guid.NewGuid(), Colleague = Guid.NewGuid();
    private static readonly ProductTerms Held = new(null, "Illness", "CRITICAL_ILLNESS", true, [PayMode.Annual, PayMode.Monthly], false, false, false, null, null), Moved = Held with { CountsLifeRegular = true };

    [Fact]
    public void A_draft_is_published_by_somebody_else_and_then_gives_way_to_the_next()
    {
        var version = Draft();
        Assert.Equal((ProductVersionStatus.Draft, 2), (version.Status, version.Number));

        version.Publish(Colleague, Noon);
        Assert.Equal((ProductVersionStatus.Published, Colleague, Noon), (version.Status, version.PublishedById, version.PublishedAt));
        version.GiveWay();
        Assert.Equal(ProductVersionStatus.Superseded, version.Status);
    }

    [Fact]
    public void Its_drafter_edits_it_and_nobody_publishes_their_own()
    {
        var version = Draft();
        version.Edit(Moved with { Name = "Grave illness" }, Held, Drafter);

        Assert.Equal("Grave illness", version.Terms.Name);
        Broken(ProductRule.OnlyItsDrafterEditsADraft, () => version.Edit(Moved, Held, Colleague));
        Broken(ProductRule.NobodyPublishesTheirOwn, () => version.Publish(Drafter, Noon));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_is_published_or_discarded_stays(bool published)
    {
        var version = Draft();
        if (published) version.Publish(Colleague, Noon);
        else version.Discard();

        Broken(ProductRule.OnlyADraftIsEdited, () => version.Edit(Moved, Held, Drafter));
        Broken(ProductRule.OnlyADraftIsPublished, () => version.Publish(Colleague, Noon));
        Broken(ProductRule.OnlyADraftIsDiscarded, version.Discard);
    }

    [Fact]
    public void A_draft_says_something_new_that_makes_sense()
    {
        Broken(ProductRule.ADraftChangesSomething, () => Draft(Held));
        Broken(ProductRule.ADraftChangesSomething, () => Draft(Held with { PayModes = [PayMode.Monthly, PayMode.Annual] }));
        Broken(ProductRule.ItEndsNotBeforeItBegins, () => Draft(Moved with { ValidFrom = new(2026, 2, 1), ValidTo = new(2026, 1, 31) }));
        Assert.Equal(1, ProductVersion.Draft(Guid.NewGuid(), Guid.NewGuid(), "N1", 1, Held, null, Drafter, Noon).Number);
        Draft(Moved with { ValidFrom = new(2026, 2, 1), ValidTo = new(2026, 2, 1) });
    }

    [Fact]
    public void A_list_publishes_the_first_version_with_its_product()
    {
        var product = Product.Of(Guid.NewGuid(), "P10", Held);

        var version = ProductVersion.OfList(Guid.NewGuid(), product, Drafter, Noon);

        Assert.Equal((1, ProductVersionStatus.Published, Drafter, true), (version.Number, version.Status, version.PublishedById, version.ByList));
        Assert.True(version.Terms.SaysTheSameAs(Held));
        product.Take(Moved);
        Assert.True(product.CountsLifeRegular);
    }

    [Theory]
    [InlineData("2026-01-31", PayMode.Annual, ProductRule.ItIsSoldOnTheDayOfIssue)]
    [InlineData("2026-02-01", PayMode.Annual, null)]
    [InlineData("2026-02-28", PayMode.Monthly, null)]
    [InlineData("2026-03-01", PayMode.Annual, ProductRule.ItIsSoldOnTheDayOfIssue)]
    [InlineData("2026-02-15", PayMode.Once, ProductRule.ItIsPaidThatWay)]
    public void A_policy_is_issued_while_the_product_is_sold_and_paid_as_it_can_be(string day, PayMode mode, ProductRule? refused) =>
        Assert.Equal(refused, Product.Of(Guid.NewGuid(), "P10", Held with { ValidFrom = new(2026, 2, 1), ValidTo = new(2026, 2, 28) }).SaleRefused(DateOnly.Parse(day, null), mode));

    [Fact]
    public void Without_days_and_ways_it_is_always_sold_any_way() =>
        Assert.All(Enum.GetValues<PayMode>(), mode => Assert.Null(Product.Of(Guid.NewGuid(), "P10", Held with { PayModes = [] }).SaleRefused(new(1999, 1, 1), mode)));

    private static ProductVersion Draft(ProductTerms? terms = null) => ProductVersion.Draft(Guid.NewGuid(), Guid.NewGuid(), "P10", 2, terms ?? Moved, Held, Drafter, Noon);

    private static void Broken(ProductRule rule, Action act) => Assert.Equal(rule, Assert.Throws<RuleBroken>(act).Rule);
}
