using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.CheckSlips;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Tests.Agreements;
using VillageInsurance.UseCases.Tests.CallBacks;
using VillageInsurance.UseCases.Tests.Exchange;
using VillageInsurance.UseCases.Tests.Households;
using VillageInsurance.UseCases.Tests.Shared;

namespace VillageInsurance.UseCases.Tests.CheckSlips;

public class CheckSlipTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static readonly TimeProvider Clock = GivenHousehold.Clock();
    private static readonly SlipProof Proof = new(Imports.Vault);

    [Fact]
    public async Task It_lists_what_the_insurer_told_of_and_not_what_was_only_shown()
    {
        var agent = await database.GivenReadyAgentAsync();
        var (policy, household) = await database.GivenSoldAsync(agent, Staffing.Today.AddDays(-2));
        var (_, shownOnly) = await database.GivenSoldAsync(agent, Staffing.Today.AddDays(-2), fromList: false);
        var (_, rival) = await database.GivenSoldAsync(agent, Staffing.Today.AddDays(-2), insurer: "XX");
        var (_, notYet) = await database.GivenSoldAsync(agent, Staffing.Today.AddDays(1));

        Assert.Equal([policy.Number], (await LookAsync(agent, household)).Lines.Select(l => l.Number));
        foreach (var none in new[] { shownOnly, rival, notYet }) Assert.Empty((await LookAsync(agent, none)).Lines);
    }

    [Fact]
    public async Task Its_number_is_taken_once_and_its_proof_holds_for_number_and_day_alone()
    {
        var agent = await database.GivenReadyAgentAsync();
        var (_, household) = await database.GivenSoldAsync(agent, Staffing.Today.AddDays(-2));
        var id = Guid.CreateVersion7();
        await PrintAsync(agent, id, household);
        await PrintAsync(agent, id, household);

        var slip = await LookAsync(agent, household, id);
        Assert.Equal((Staffing.Today, false, 1), (slip.On, slip.Changed, slip.Lines.Count));
        Assert.True(Proof.Holds(slip.Number!, slip.On, slip.Proof!));
        Assert.False(Proof.Holds(slip.Number!, slip.On.AddDays(1), slip.Proof!));
        Assert.False(Proof.Holds(slip.Number! + "1", slip.On, slip.Proof!));
        Assert.False(Proof.Holds(slip.Number!, slip.On, slip.Proof![1..]));
        Assert.Equal(1, await database.SeeAsync(Places.Village, db => db.CheckSlips.CountAsync(s => s.HouseholdId == household)));
        await Assert.ThrowsAsync<AlreadyCreated>(async () => await PrintAsync(agent, id, (await database.GivenSoldAsync(agent, Staffing.Today)).Household));
    }

    [Fact]
    public async Task What_changed_since_is_not_shown_under_the_old_number()
    {
        var agent = await database.GivenReadyAgentAsync();
        var (policy, household) = await database.GivenSoldAsync(agent, Staffing.Today.AddDays(-2));
        var id = Guid.CreateVersion7();
        await PrintAsync(agent, id, household);
        await database.GateFor(Someone.WhoMayDoAnythingIn(Places.Village)).ChangeAsync(Permission.DraftApplications, async db => (await db.Policies.SingleAsync(p => p.Id == policy.Id)).IsHeldBy(null));

        var slip = await LookAsync(agent, household, id);
        Assert.True(slip.Changed);
        Assert.Null(slip.Proof);
        Assert.Empty(slip.Lines);
    }

    [Fact]
    public async Task Only_the_agent_of_the_village_prints_it()
    {
        var agent = await database.GivenReadyAgentAsync();
        var (_, household) = await database.GivenSoldAsync(agent, Staffing.Today.AddDays(-2));

        foreach (var stranger in new[] { Someone.Who(Role.Supervisor, Places.Village), Someone.InTheCounty(Role.CountyOffice), Someone.Who(Role.TownshipOfficial, Places.Village) })
        {
            await Assert.ThrowsAsync<NotPermitted>(() => LookAsync(stranger, household));
            await Assert.ThrowsAsync<NotPermitted>(() => PrintAsync(stranger, Guid.CreateVersion7(), household));
        }
        await Assert.ThrowsAsync<NotFound>(() => LookAsync(Someone.Who(Role.ResidentAgent, Places.OtherVillage), household));
        await Assert.ThrowsAsync<NotFound>(() => PrintAsync(Someone.Who(Role.ResidentAgent, Places.OtherVillage), Guid.CreateVersion7(), household));
    }

    private Task<SlipPreview.View> LookAsync(Actor actor, Guid household, Guid? slip = null) => new SlipPreview(database.GateFor(actor, Clock), Proof, Clock).RunAsync(household, slip, default);

    private Task PrintAsync(Actor actor, Guid id, Guid household) => new PrintSlip(database.GateFor(actor, Clock), Clock).RunAsync(new(id, household));
}
