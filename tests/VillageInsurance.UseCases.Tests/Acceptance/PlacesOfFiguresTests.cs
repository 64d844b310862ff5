using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Acceptance;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Tests.Exchange;
using VillageInsurance.UseCases.Tests.Shared;

namespace VillageInsurance.UseCases.Tests.Acceptance;

/// <summary>To which village or group a person, a policy and its money go, and to whom the figures are shown.</summary>
public class PlacesOfFiguresTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static readonly DateOnly AsOf = new(2025, 12, 31), KnownAt = new(2026, 1, 31);

    private readonly CountyFiles _files = new();

    [Fact]
    public async Task Stock_follows_the_person_and_flow_stays_in_the_village_of_issue()
    {
        var (head, id) = _files.Resident(_files.Household(left: "2025-07-01", why: "moved"), left: "2025-07-01", why: "move-out");
        _files.Payment(_files.Policy("P07", head, head, "2025-03-01", "2025-03-02", "2045-03-01", "annual"), "2025-03-01", "500.00");
        _files.Resident(_files.Household(_files.OtherCode, "2025-07-01"), "2025-07-01", reason: "move-in", id: id);

        await database.ImportAsync(_files);

        var (old, now) = ((await database.CountAsync(_files.VillageCode)).Figures, (await database.CountAsync(_files.OtherCode)).Figures);
        Assert.Equal((0, 0, 50_000), (old.Population, old.HouseholdsRegular, old.LifeNewRegularFen));
        Assert.Equal((1, 1, 0), (now.Population, now.HouseholdsRegular, now.LifeNewRegularFen));
        var before = (await database.CountAsync(_files.VillageCode, "2025-06-30")).Figures;
        Assert.Equal((1, 1, 50_000), (before.Population, before.HouseholdsRegular, before.LifeNewRegularFen));
    }

    [Fact]
    public async Task A_holder_elsewhere_takes_the_policy_along_and_one_counted_nowhere_leaves_it_to_the_insured()
    {
        var (child, _) = _files.Resident(_files.Household());
        var (aunt, _) = _files.Resident(_files.Household(_files.OtherCode));
        var (gone, _) = _files.Resident(_files.Household(), left: "2025-02-01", why: "death");
        _files.Policy("P07", aunt, child, "2022-03-01", "2022-03-02", "2042-03-01", "annual");
        _files.Policy("P11", gone, child, "2025-01-05", "2025-01-06", "2026-01-05");

        await database.ImportAsync(_files);

        var (here, there) = ((await database.CountAsync(_files.VillageCode)).Figures, (await database.CountAsync(_files.OtherCode)).Figures);
        Assert.Equal((0, 1), (here.HouseholdsRegular, here.HouseholdsAny));
        Assert.Equal((1, 1), (there.HouseholdsRegular, there.HouseholdsAny));
    }

    [Fact]
    public async Task A_group_has_its_own_figures_and_its_village_keeps_them()
    {
        var (one, _) = _files.Resident(_files.Household(group: 1));
        var (two, _) = _files.Resident(_files.Household(group: 2));
        _files.Payment(_files.Policy("P03", one, one, "2025-04-01", "2025-04-02", "2026-04-01"), "2025-04-01", "10.00");
        _files.Payment(_files.Policy("P03", two, two, "2025-04-01", "2025-04-02", "2026-04-01"), "2025-04-01", "20.00");

        await database.ImportAsync(_files);

        var (village, groups) = await AreasOf(_files.VillageCode);
        var first = await View(Imports.Office, groups["1"]);
        Assert.Equal((1, 1_000, 1, 3_000), (first.Figures.Population, first.Figures.AccidentFen, first.Figures.HouseholdsAny, (await View(Imports.Office, village)).Figures.AccidentFen));
        Assert.Equal(("1", 2_000), (first.Group, (await View(Imports.Office, groups["2"])).Figures.AccidentFen));
    }

    [Fact]
    public async Task Whose_scope_is_one_group_sees_its_figures_and_no_others()
    {
        _files.Resident(_files.Household(group: 1));
        _files.Resident(_files.Household(group: 2));
        await database.ImportAsync(_files);
        var (village, groups) = await AreasOf(_files.VillageCode);
        var agent = AgentOfGroup(groups["1"]);

        Assert.Equal(1, (await View(agent, groups["1"])).Figures.Population);
        await Assert.ThrowsAsync<NotFound>(() => View(agent, groups["2"]));
        await Assert.ThrowsAsync<NotFound>(() => View(agent, village));
        var board = await new CountyBoard(database.GateFor(agent)).RunAsync(new(AsOf, KnownAt, village), CancellationToken.None);
        Assert.Equal("1", Assert.Single(board.Rows).Name);
        await Assert.ThrowsAsync<NotFound>(() => database.GateFor(agent).CountAsync([new(village)], new(AsOf, KnownAt), new("CL", false), CancellationToken.None));
    }

    [Fact]
    public async Task Without_the_right_nothing_is_counted()
    {
        var nobody = Someone.InTheCounty(Role.SystemAdministrator);

        await Assert.ThrowsAsync<NotPermitted>(() => View(nobody, Places.Village));
        await Assert.ThrowsAsync<NotPermitted>(() => new CountyBoard(database.GateFor(nobody)).RunAsync(new(AsOf, KnownAt), CancellationToken.None));
        await Assert.ThrowsAsync<NotPermitted>(() => new IndicatorTable(database.GateFor(nobody)).RunAsync(new(AsOf, KnownAt), CancellationToken.None));
        await Assert.ThrowsAsync<NotPermitted>(() => database.GateFor(nobody).CountAsync([new(Places.Village)], new(AsOf, KnownAt), new("CL", false), CancellationToken.None));
    }

    [Fact]
    public async Task Nothing_is_known_before_it_happens() =>
        await Assert.ThrowsAsync<InvalidInput>(() => new CountyBoard(database.GateFor(Imports.Office)).RunAsync(new(AsOf, AsOf.AddDays(-1)), CancellationToken.None));

    [Fact]
    public async Task An_unknown_village_is_told() =>
        await Assert.ThrowsAsync<UnknownVillage>(() => new IndicatorTable(database.GateFor(Imports.Office)).RunAsync(new(AsOf, KnownAt, "999999999999"), CancellationToken.None));

    [Fact]
    public async Task A_person_in_two_households_is_told_by_name_beside_the_figures()
    {
        var (first, second) = (_files.Household(), _files.Household(_files.OtherCode));
        var (_, id) = _files.Resident(first);
        _files.Resident(second, "2025-05-01", reason: "move-in", id: id);
        await database.ImportAsync(_files);

        var view = await new IndicatorTable(database.GateFor(Imports.Office)).RunAsync(new(AsOf, KnownAt, _files.VillageCode), CancellationToken.None);

        var twice = Assert.Single(view.Errors);
        Assert.Equal("玉*", twice.Person);
        Assert.Equal([first, second], twice.Households.Order(StringComparer.Ordinal));
    }

    private static Actor AgentOfGroup(Guid group) =>
        Someone.With(new Grant(Role.ResidentAgent, RolePermissions.Of(Role.ResidentAgent), new([], [group]), From: Someone.Today));

    private Task<VillageFiguresOf.View> View(Actor actor, Guid area) => new VillageFiguresOf(database.GateFor(actor)).RunAsync(new(area, AsOf, KnownAt), CancellationToken.None);

    private Task<(Guid Village, Dictionary<string, Guid> Groups)> AreasOf(string code) => database.SeeAsync(Places.Village, async db =>
    {
        var village = await db.Areas.SingleAsync(a => a.Code == code);
        return (village.Id, await db.Areas.Where(a => a.ParentId == village.Id).ToDictionaryAsync(a => a.Name, a => a.Id));
    });
}
