using Microsoft.Extensions.Time.Testing;
using VillageInsurance.Domain.Cycles;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;
using VillageInsurance.UseCases.Cycles;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Tests.Shared;

namespace VillageInsurance.UseCases.Tests.Cycles;

public class CompareCandidatesTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private readonly FakeTimeProvider _clock = new(new(2026, 3, 1, 4, 0, 0, TimeSpan.Zero));
    private readonly Actor _office = WhoDecides(Places.Village, Places.Sibling, Places.OtherVillage);

    [Fact]
    public async Task Candidates_stand_side_by_side_flat_land_first_and_the_choice_is_kept_with_its_reason()
    {
        var flat = new Area(Guid.CreateVersion7(), Places.Township, AreaLevel.Village, AreaKind.VillageCommittee, "999999101301", "Flat", new(2000, 1, 1));
        flat.Describe(AreaKind.VillageCommittee, Terrain.FlatLand, new(1_200_000, 2025, "Yearbook"), new(400, 1600));
        await database.GivenAsync(Places.Village, flat);
        var office = WhoDecides(Places.Village, flat.Id);

        var view = await CompareAs(office, Places.Village, flat.Id);
        await ChooseAs(office, [Places.Village, flat.Id], [flat.Id], "Flat land and the better road");

        Assert.Equal([flat.Id, Places.Village], view.Compared.Select(c => c.Id));
        Assert.Equal((true, null), (view.Compared[0].SizeIsMet, view.Compared[1].SizeIsMet));
        var choice = (await CompareAs(office)).Choices[0];
        Assert.Equal(("Flat", "Flat land and the better road"), (Assert.Single(choice.Chosen), choice.Reason));
    }

    [Fact]
    public async Task A_site_is_no_candidate_any_more()
    {
        await database.GivenAsync(Places.Sibling, GivenCycle.In(CycleState.Site, village: Places.Sibling));

        Assert.DoesNotContain((await CompareAs(_office)).Offered, o => o.Id == Places.Sibling);
    }

    [Fact]
    public async Task A_choice_needs_villages_that_were_compared_and_a_reason()
    {
        Assert.Equal(ChoiceRule.TwoToSixVillagesAreCompared, (await Assert.ThrowsAsync<RuleBroken>(() => ChooseAs(_office, [Places.Village], [Places.Village], "Why"))).Rule);
        Assert.Equal(ChoiceRule.TheChosenWereCompared, (await Assert.ThrowsAsync<RuleBroken>(() => ChooseAs(_office, [Places.Village, Places.Sibling], [Places.OtherVillage], "Why"))).Rule);
        await Assert.ThrowsAsync<InvalidInput>(() => ChooseAs(_office, [Places.Village, Places.Sibling], [Places.Village], ""));
    }

    [Fact]
    public async Task A_village_of_somebody_else_is_not_found_and_without_the_right_nothing_opens()
    {
        var other = WhoDecides(Places.OtherVillage);

        await Assert.ThrowsAsync<NotFound>(() => CompareAs(other, Places.Village, Places.OtherVillage));
        await Assert.ThrowsAsync<NotFound>(() => ChooseAs(other, [Places.Village, Places.OtherVillage], [Places.OtherVillage], "Why"));
        await Assert.ThrowsAsync<NotPermitted>(() => CompareAs(Someone.InTheCounty(Role.InsurerReviewer)));
    }

    // The office of a part of the county, so that the foreign village can be told from the own.
    private static Actor WhoDecides(params Guid[] villages) => Someone.With(
        new Grant(Role.CountyOffice, RolePermissions.Of(Role.CountyOffice), new([.. villages, Places.Township, Places.County]), From: Someone.Today));

    private Task<CompareCandidates.View> CompareAs(Actor actor, params Guid[] villages) => new CompareCandidates(database.GateFor(actor, _clock), _clock).RunAsync(new(villages), default);

    private Task ChooseAs(Actor actor, Guid[] compared, Guid[] chosen, string reason) =>
        new ChooseCandidates(database.GateFor(actor, _clock), _clock).RunAsync(new(Guid.CreateVersion7(), compared, chosen, reason));
}
