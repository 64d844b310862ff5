using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Households;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Policies;
using VillageInsurance.Domain.Products;
using VillageInsurance.Domain.Shared;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Households;
using VillageInsurance.UseCases.Policies;
using VillageInsurance.UseCases.Tests.Exchange;
using VillageInsurance.UseCases.Tests.Policies;
using VillageInsurance.UseCases.Tests.Products;
using VillageInsurance.UseCases.Tests.Shared;
using static VillageInsurance.Domain.Policies.AdviceFinding;

namespace VillageInsurance.UseCases.Tests.Households;

/// <summary>Policies at the household desk: which products are sold, and the advice that is recorded with them.</summary>
public class DeskPolicyTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static readonly DateOnly Today = GivenHousehold.Today;
    private static int _last;

    [Fact]
    public async Task The_desk_offers_what_the_programmes_insurer_sells_today()
    {
        var agent = await database.GivenReadyAgentAsync();
        var (open, first, last, ended, coming, rival, otherMode) = (await SoldAsync(), await SoldAsync(from: Today), await SoldAsync(to: Today), await SoldAsync(to: Today.AddDays(-1)),
            await SoldAsync(from: Today.AddDays(1)), await SoldAsync(insurer: "XX"), await SoldAsync(mode: PayMode.Once));

        var offered = (await new HouseholdDesk(database.GateFor(agent), Imports.Vault, GivenHousehold.Clock()).RunAsync(null, default)).Products.Select(p => p.Code).ToList();

        Assert.Equal([true, true, true, false, false, false, false], new[] { open, first, last, ended, coming, rival, otherMode }.Select(offered.Contains));
    }

    [Theory]
    [InlineData(-1, ProductRule.ItIsSoldOnTheDayOfIssue)]
    [InlineData(0, null)]
    public async Task A_policy_is_issued_on_a_day_on_which_the_product_is_sold(int daysAfterTheFirst, ProductRule? refused)
    {
        var (agent, product) = (await database.GivenReadyAgentAsync(), await SoldAsync(from: Today.AddDays(-10)));
        var family = await database.GivenFamilyAsync(agent);
        var input = family with { Policies = [Entry(family, product) with { IssuedOn = Today.AddDays(-10 + daysAfterTheFirst), EffectiveOn = Today }] };

        if (refused is null) await database.SaveAsync(agent, input);
        else Assert.Equal(refused, (await Assert.ThrowsAsync<RuleBroken>(() => database.SaveAsync(agent, input))).Rule);

        Assert.Equal(refused is null ? 1 : 0, (await PoliciesOf(family)).Count);
    }

    [Fact]
    public async Task A_way_of_paying_that_the_product_lacks_and_a_rivals_product_are_refused()
    {
        var agent = await database.GivenReadyAgentAsync();
        var family = await database.GivenFamilyAsync(agent);
        var (mode, rival) = (await SoldAsync(mode: PayMode.Monthly), await SoldAsync(insurer: "XX"));

        Assert.Equal(ProductRule.ItIsPaidThatWay, (await Assert.ThrowsAsync<RuleBroken>(() => database.SaveAsync(agent, family with { Policies = [Entry(family, mode)] }))).Rule);
        Assert.Equal(PolicyEntryRule.TheProductIsOnSale, (await Assert.ThrowsAsync<RuleBroken>(() => database.SaveAsync(agent, family with { Policies = [Entry(family, rival)] }))).Rule);
    }

    [Fact]
    public async Task Advice_and_the_customers_decision_are_kept_with_the_policy()
    {
        var (agent, product) = (await database.GivenReadyAgentAsync(), await SoldAsync());
        var family = await SurveyedAsync(agent, new StatedNeed(NeedKind.Illness, NeedWish.WantsToKnow, null));

        await database.SaveAsync(agent, family with { Policies = [Entry(family, product) with { Customer = CustomerDecision.GoesOn }] });

        var policy = Assert.Single(await PoliciesOf(family));
        var advice = (await DetailAs(agent, policy.Id)).Advice!;
        Assert.Equal([NeedDoesNotFit, CannotKeepPaying], advice.Findings);
        Assert.Equal((CustomerDecision.GoesOn, agent.Name, false), (advice.Decision, advice.By, advice.IsPartWithheld));
        // The second of its kind on the same person.
        var again = family with { SeenVersion = 2, Policies = [Entry(family, product)] };
        await database.SaveAsync(agent, again);
        Assert.Equal((CustomerDecision.NotAsked, 3), (await AdvicesOf(family)).Where(a => a.Decision == CustomerDecision.NotAsked).Select(a => (a.Decision, a.Findings.Count)).Single());
    }

    [Fact]
    public async Task Who_does_not_go_on_gets_no_policy_and_the_advice_is_kept()
    {
        var (agent, product) = (await database.GivenReadyAgentAsync(), await SoldAsync());
        var family = await SurveyedAsync(agent, new StatedNeed(NeedKind.Illness, NeedWish.WantsToKnow, null));

        await database.SaveAsync(agent, family with { Policies = [Entry(family, product) with { Customer = CustomerDecision.DoesNot, Receipt = "" }] });

        Assert.Empty(await PoliciesOf(family));
        var advice = Assert.Single(await AdvicesOf(family));
        Assert.Equal((CustomerDecision.DoesNot, null), (advice.Decision, advice.PolicyId));
        var row = Assert.Single(await new HouseholdAdvice(database.GateFor(agent)).RunAsync(family.Id, default));
        Assert.Equal(("Life", CustomerDecision.DoesNot, 2), (row.Product, row.Decision, row.Findings.Count));
        await Assert.ThrowsAsync<NotPermitted>(() => new HouseholdAdvice(database.GateFor(Someone.InTheCounty(Role.InsurerReviewer))).RunAsync(family.Id, default));
        var stranger = await database.GivenReadyAgentAsync(Places.OtherVillage);
        await Assert.ThrowsAsync<NotFound>(() => new HouseholdAdvice(database.GateFor(stranger)).RunAsync(family.Id, default));
    }

    [Fact]
    public async Task Without_a_finding_nothing_is_recorded_and_a_visit_of_the_same_save_counts()
    {
        var (agent, product) = (await database.GivenReadyAgentAsync(), await SoldAsync());
        var family = await database.GivenFamilyAsync(agent);
        await database.SaveAsync(agent, family with { Policies = [Entry(family, product)] });
        Assert.Empty(await AdvicesOf(family));

        var other = await database.GivenFamilyAsync(agent);
        await database.SaveAsync(agent, other with { Policies = [Entry(other, product)], Visit = Visit([new(NeedKind.Illness, NeedWish.WantsToKnow, null)], null) });
        Assert.Equal([NeedDoesNotFit], Assert.Single(await AdvicesOf(other)).Findings);
    }

    [Fact]
    public async Task Cover_with_others_told_in_the_same_save_is_double_cover()
    {
        var (agent, product) = (await database.GivenReadyAgentAsync(), await SoldAsync());
        var family = await database.GivenFamilyAsync(agent);

        await database.SaveAsync(agent, family with { Policies = [Entry(family, product)], Covers = [new(Guid.CreateVersion7(), null, "Rival", "ENDOWMENT", 0, 0, PayMode.Once, null)] });

        Assert.Equal([DoubleCover], Assert.Single(await AdvicesOf(family)).Findings);
    }

    [Fact]
    public async Task The_insurer_sees_what_a_survey_found_only_with_the_familys_consent()
    {
        var (agent, product, insurer) = (await database.GivenReadyAgentAsync(), await SoldAsync(), Someone.InTheCounty(Role.InsurerReviewer));
        var family = await SurveyedAsync(agent, new StatedNeed(NeedKind.Illness, NeedWish.WantsToKnow, null));
        await database.SaveAsync(agent, family with { Policies = [Entry(family, product) with { Customer = CustomerDecision.GoesOn }] });
        var policy = (await PoliciesOf(family)).Single().Id;

        var without = (await DetailAs(insurer, policy)).Advice!;
        Assert.Equal((0, true, CustomerDecision.GoesOn), (without.Findings.Count, without.IsPartWithheld, without.Decision));
        await database.SaveAsync(agent, family with { SeenVersion = 2, Consents = [await database.YesAsync(ConsentKind.ToInsurer)] });
        Assert.Equal([NeedDoesNotFit, CannotKeepPaying], (await DetailAs(insurer, policy)).Advice!.Findings);
        await new WithdrawConsent(database.GateFor(agent), GivenHousehold.Clock()).RunAsync(new(family.Id, ConsentKind.Money, null));
        Assert.Equal([NeedDoesNotFit], (await DetailAs(insurer, policy)).Advice!.Findings);
        await Assert.ThrowsAsync<NotFound>(async () => await DetailAs(await database.GivenReadyAgentAsync(Places.OtherVillage), policy));
    }

    // Needs as given; it can afford 100 yuan a year.
    private async Task<SaveHousehold.Input> SurveyedAsync(Actor agent, params StatedNeed[] needs)
    {
        var family = await database.GivenFamilyAsync(agent);
        await database.SaveAsync(agent, family with { Consents = [await database.YesAsync(ConsentKind.Money)], Visit = Visit(needs, 10_000) });
        return family with { SeenVersion = 1 };
    }

    private static VisitEntry Visit(IReadOnlyList<StatedNeed> needs, long? affordable) => new(Guid.CreateVersion7(), Today, new("Yu", null, [], needs, affordable, false, [], false, null, null));

    private static PolicyEntry Entry(SaveHousehold.Input family, string product) =>
        new(Guid.CreateVersion7(), product, family.Members[0].PersonId, family.Members[0].PersonId, Today, Today.AddDays(1), 60_000, $"A{Interlocked.Increment(ref _last):000000}", PaymentMethod.Bank);

    private async Task<string> SoldAsync(DateOnly? from = null, DateOnly? to = null, string? insurer = null, PayMode mode = PayMode.Annual)
    {
        var code = GivenCatalogue.Code();
        await database.GivenProductAsync(GivenCatalogue.Terms with { Insurer = insurer, PayModes = [mode], ValidFrom = from, ValidTo = to }, code);
        await database.GivenAsync(Places.Village, new ProductTariff(Guid.CreateVersion7(), code, ((char)(0x5E00 + Interlocked.Increment(ref _last))).ToString(), 60_000, 1_000_000, PayMode.Annual, 10, 240));
        return code;
    }

    private Task<List<Policy>> PoliciesOf(SaveHousehold.Input family)
    {
        var people = family.Members.Select(m => m.PersonId).ToList();
        return database.SeeAsync(Places.Village, db => db.Policies.AsNoTracking().Where(p => people.Contains(p.InsuredId)).ToListAsync());
    }

    private Task<List<GivenAdvice>> AdvicesOf(SaveHousehold.Input family) => database.SeeAsync(Places.Village, db => db.Advices.AsNoTracking().Where(a => a.HouseholdId == family.Id).OrderBy(a => a.RecordedAt).ToListAsync());

    private Task<PolicyDetail.View> DetailAs(Actor viewer, Guid policy) => new PolicyDetail(database.GateFor(viewer), GivenHousehold.Clock()).RunAsync(policy, default);
}
