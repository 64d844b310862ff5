using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using VillageInsurance.Domain.Cycles;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Cycles;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Tests.Shared;

namespace VillageInsurance.UseCases.Tests.Cycles;

public class WithdrawVillageTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private readonly FakeTimeProvider _clock = new(new(2026, 3, 10, 4, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData(Role.VillageCadre, 2026)]
    [InlineData(Role.InsurerReviewer, 2027)]
    public async Task The_committee_or_the_branch_takes_it_out_with_its_reason(Role role, int year)
    {
        var cycle = await GivenAsync(CycleState.Building, year);

        await RunAs(Someone.Who(role, Places.Village), cycle, "The committee resolved it");

        var saved = await database.SeeAsync(Places.Village, db => db.Cycles.Include(c => c.Steps).SingleAsync(c => c.Id == cycle.Id));
        Assert.Equal((CycleState.Withdrawn, "The committee resolved it"), (saved.State, saved.Steps.MaxBy(s => s.Number)!.Reason));
        await Assert.ThrowsAsync<ChangedMeanwhile>(() => RunAs(Someone.Who(role, Places.Village), cycle, "Twice"));
    }

    [Fact]
    public async Task What_waited_because_of_its_application_waits_no_longer()
    {
        var cycle = await GivenAsync(CycleState.Proposed, 2033);
        var (application, _) = GivenCycle.SiteOf(cycle);
        await database.GivenAsync(Places.Village, application, QueueItem.ForWhoever(Role.CountyOffice, Places.Village, QueueKind.ApplicationToDecide, application.Id, _clock.GetUtcNow()));

        await RunAs(Someone.Who(Role.VillageCadre, Places.Village), cycle, "The committee resolved it");

        Assert.NotNull(await database.SeeAsync(Places.Village, db => db.QueueItems.Where(q => q.RecordId == application.Id).Select(q => q.DoneAt).SingleAsync()));
    }

    [Fact]
    public async Task After_the_title_nobody_withdraws()
    {
        var cycle = await GivenAsync(CycleState.Awarded, 2028);

        Assert.Equal(CycleRule.TheMoveIsOpenHere, (await Assert.ThrowsAsync<RuleBroken>(() => RunAs(Someone.Who(Role.VillageCadre, Places.Village), cycle, "Why"))).Rule);
    }

    [Fact]
    public async Task Without_a_reason_a_right_or_in_another_village_nothing_happens()
    {
        var cycle = await GivenAsync(CycleState.Site, 2029);

        await Assert.ThrowsAsync<InvalidInput>(() => RunAs(Someone.Who(Role.VillageCadre, Places.Village), cycle, ""));
        await Assert.ThrowsAsync<NotFound>(() => RunAs(Someone.Who(Role.VillageCadre, Places.OtherVillage), cycle, "Why"));
        await Assert.ThrowsAsync<NotPermitted>(() => RunAs(Someone.InTheCounty(Role.CountyOffice), cycle, "Why"));
    }

    private async Task<VillageCycle> GivenAsync(CycleState state, int year)
    {
        var cycle = GivenCycle.In(state, year);
        await database.GivenAsync(Places.Village, cycle);
        return cycle;
    }

    private Task RunAs(Actor actor, VillageCycle seen, string reason) => new WithdrawVillage(database.GateFor(actor, _clock), _clock).RunAsync(new(seen.Id, seen.Version, reason));
}
