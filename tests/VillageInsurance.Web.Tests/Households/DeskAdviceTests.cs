using Bunit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using VillageInsurance.Domain.Households;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Policies;
using VillageInsurance.UseCases.Exchange;
using VillageInsurance.UseCases.Households;
using VillageInsurance.UseCases.Tests.Exchange;
using VillageInsurance.UseCases.Tests.Households;
using VillageInsurance.UseCases.Tests.Products;
using VillageInsurance.UseCases.Tests.Shared;
using VillageInsurance.Web.Households;
using VillageInsurance.Web.Policies;
using VillageInsurance.Web.Tests.Shared;
using VillageInsurance.Web.Texts;
using VillageInsurance.Web.Work;

namespace VillageInsurance.Web.Tests.Households;

/// <summary>What speaks against a policy is told in the desk before it is saved, and what the customer decides is kept.</summary>
public sealed class DeskAdviceTests : PageScreen, IClassFixture<TestDatabase>
{
    private static int _last;

    public DeskAdviceTests(TestDatabase database) : base(database)
    {
        Context.Services.AddSingleton(new ImportRules(true)).AddTransient<DraftKeeper>();
        EveryTextIsNeeded();
    }

    [Fact]
    public async Task Without_a_finding_the_row_asks_nothing_more()
    {
        var ((agent, family), product) = (await GivenAsync(), await SoldAsync("ANNUITY"));
        var page = Shown(agent, family);

        await EnterAsync(page, product);

        Assert.Empty(page.FindAll(".advice"));
    }

    [Theory]
    [InlineData(CustomerDecision.GoesOn)]
    [InlineData(CustomerDecision.DoesNot)]
    public async Task The_finding_is_told_and_the_customer_decides(CustomerDecision decision)
    {
        var ((agent, family), product) = (await GivenAsync(), await SoldAsync("CRITICAL_ILLNESS"));
        var page = Shown(agent, family);
        await EnterAsync(page, product);
        page.WaitForAssertion(() => Assert.Contains(Text("Finding.NeedDoesNotFit"), page.Find(".advice").TextContent, StringComparison.Ordinal), Soon);
        await page.SubmitAsync("form.desk");
        page.WaitForAssertion(() => Assert.Contains("choose the customer", page.Markup, StringComparison.Ordinal), Soon);

        await page.ChangeAsync($".advice input[value={decision}]", "on");
        await page.SubmitAsync("form.desk");

        page.WaitForAssertion(() => Assert.EndsWith($"/households/{family.Id}", Place.Uri, StringComparison.Ordinal), Soon);
        var advice = await Database.SeeAsync(Places.Village, db => db.Advices.AsNoTracking().SingleAsync(a => a.HouseholdId == family.Id));
        Assert.Equal((decision, decision == CustomerDecision.GoesOn), (advice.Decision, advice.PolicyId is not null));
        var kept = Show<HouseholdAdviceTable>(p => p.Add(x => x.HouseholdId, family.Id).Add(x => x.Version, 2));
        kept.WaitForAssertion(() => Assert.Single(kept.FindAll("tbody tr")), Soon);
        if (advice.PolicyId is not { } policy) return;
        var shown = Show<PolicyPage>(p => p.Add(x => x.Id, policy));
        shown.WaitForAssertion(() => Assert.Contains(Context.Services.GetRequiredService<IStringLocalizer<PolicyTexts>>()["Customer.GoesOn"], shown.Markup, StringComparison.Ordinal), Soon);
    }

    // A family that named one need: old age.
    private async Task<(Actor Agent, SaveHousehold.Input Family)> GivenAsync()
    {
        var agent = await Database.GivenReadyAgentAsync();
        var family = await Database.GivenFamilyAsync(agent);
        await Database.SaveAsync(agent, family with { Visit = new(Guid.CreateVersion7(), GivenHousehold.Today, new("Yu", null, [], [new(NeedKind.OldAge, NeedWish.WantsToKnow, null)], null, false, [], false, null, null)) });
        return (agent, family);
    }

    private IRenderedComponent<DeskPage> Shown(Actor agent, SaveHousehold.Input family)
    {
        As(agent);
        Place.NavigateTo($"/households/{family.Id}/edit");
        var page = Show<DeskPage>(p => p.Add(x => x.Id, family.Id));
        page.WaitForElement("#product-1", Soon);
        return page;
    }

    private static async Task EnterAsync(IRenderedComponent<DeskPage> page, string product)
    {
        await page.ChangeAsync("#product-1", product);
        await page.ChangeAsync("#receipt-1", $"D{Interlocked.Increment(ref _last):000000}");
        page.WaitForAssertion(() => Assert.Single(page.FindAll("#insured-1")), Soon);
    }

    private async Task<string> SoldAsync(string kind)
    {
        var code = GivenCatalogue.Code();
        await Database.GivenProductAsync(GivenCatalogue.Terms with { Kind = kind }, code);
        await Database.GivenAsync(Places.Village, new ProductTariff(Guid.CreateVersion7(), code, ((char)(0x7E00 + Interlocked.Increment(ref _last))).ToString(), 60_000, 1_000_000, PayMode.Annual, 10, 240));
        return code;
    }

    private string Text(string key) => Context.Services.GetRequiredService<IStringLocalizer<DeskTexts>>()[key];
}
