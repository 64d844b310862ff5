using Microsoft.Extensions.Time.Testing;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Documents;
using VillageInsurance.UseCases.Rosters;
using VillageInsurance.UseCases.Tests.Agreements;
using VillageInsurance.UseCases.Tests.Households;
using VillageInsurance.UseCases.Tests.Shared;
using static VillageInsurance.UseCases.Tests.Rosters.RosterDesk;

namespace VillageInsurance.UseCases.Tests.Rosters;

public sealed class RosterSweepTests(TestDatabase database) : IClassFixture<TestDatabase>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("rosters").FullName;
    private readonly FakeTimeProvider _clock = new(Staffing.Noon);

    private int Files => Directory.GetFiles(_folder, "*", SearchOption.AllDirectories).Length;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task After_thirty_days_a_roster_ends_and_then_its_files_are_deleted(bool isStored)
    {
        var (desk, id) = await GivenAsync();
        if (isStored) await desk.StoreAsync(id);
        _clock.SetUtcNow(Staffing.Noon.AddDays(30).AddMinutes(-1));
        await SweepAsync();
        Assert.Equal((RosterState.Ready, 2), ((await desk.DetailAsync(id)).State, Files));

        _clock.SetUtcNow(Staffing.Noon.AddDays(30));
        await SweepAsync();
        Assert.Equal((RosterState.Closed, 2), ((await desk.DetailAsync(id)).State, Files));
        await SweepAsync();

        Assert.Equal(0, Files);
        Assert.Equal(RosterRule.OnlyAnOpenRosterGoesOn, (await Assert.ThrowsAsync<RuleBroken>(() => desk.UndoAsync(id))).Rule);
        Assert.Equal(RosterRule.OnlyAnOpenRosterGoesOn, (await Assert.ThrowsAsync<RuleBroken>(() => desk.StoreAsync(id))).Rule);
        Assert.Equal(isStored ? 1 : 0, (await desk.DetailAsync(id)).StoredRows);
    }

    [Fact]
    public async Task What_was_undone_is_deleted_at_once_and_a_sweep_that_broke_off_is_made_up_for()
    {
        var (desk, id) = await GivenAsync();
        await desk.UndoAsync(id);
        // Deleted, and never said so.
        await new DiskFileStore(_folder).DeleteAsync($"{id:N}", CancellationToken.None);

        await SweepAsync();
        Assert.Equal(0, Files);

        Assert.Equal(0, await SweepAsync());
    }

    [Fact]
    public async Task Nobody_without_the_right_sweeps()
    {
        var (desk, id) = await GivenAsync();
        await desk.UndoAsync(id);

        await Assert.ThrowsAsync<NotPermitted>(() => SweepAsync(Someone.InTheCounty(Role.Supervisor)));
        await SweepAsync(Someone.Who(Role.ResidentAgent, Places.OtherVillage));

        Assert.Equal(2, Files);
    }

    private Task<int> SweepAsync(Actor? actor = null) => new SweepRosters(database.GateFor(actor ?? Someone.InTheCounty(Role.CountyOffice), _clock), new DiskFileStore(_folder), _clock).RunAsync();

    private async Task<(RosterDesk Desk, Guid Id)> GivenAsync()
    {
        var desk = new RosterDesk(database, await database.GivenReadyAgentAsync(), _folder);
        return (desk, await desk.CheckedAsync(Header, [$"H{Guid.NewGuid():N}"[..16], "1", "岩温", "岩温", "", GivenHousehold.IdNumber(1980), "", "户主"]));
    }
}
