using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Organisation;
using VillageInsurance.UseCases.Tests.Shared;

namespace VillageInsurance.UseCases.Tests.Organisation;

public class GrantTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private readonly FakeTimeProvider _clock = new(new(2026, 3, 1, 4, 0, 0, TimeSpan.Zero));
    private readonly Actor _security = new(Places.Giver.Id, "Giver", [new(Role.SecurityAdministrator, RolePermissions.Of(Role.SecurityAdministrator), DataScope.None, Someone.Today)], Someone.Today);

    [Fact]
    public async Task A_grant_gives_its_permissions_in_its_area_and_no_other()
    {
        var person = await GivenAPersonAsync();

        await GiveAsync(person, Role.TownshipOfficial, Places.Township);

        var actor = await LoadAsync(person);
        Assert.True(actor.May(Permission.DraftApplications, Places.Village));
        Assert.True(actor.May(Permission.DraftApplications, Places.Sibling));
        Assert.False(actor.May(Permission.DraftApplications, Places.OtherVillage));
        Assert.Null(actor.ScopeOf(Permission.ViewHouseholds));
    }

    [Fact]
    public async Task An_agent_of_one_group_sees_that_group()
    {
        var person = await GivenAPersonAsync();

        await GiveAsync(person, Role.ResidentAgent, Places.Group);

        var scope = (await LoadAsync(person)).ScopeOf(Permission.ViewHouseholds)!;
        Assert.Empty(scope.VillageIds);
        Assert.Equal([Places.Group], scope.GroupIds);
    }

    [Fact]
    public async Task An_administrator_sees_no_village()
    {
        var person = await GivenAPersonAsync();

        await GiveAsync(person, Role.Auditor, Places.County);

        var scope = (await LoadAsync(person)).ScopeOf(Permission.ViewAudit)!;
        Assert.False(scope.IsWholeCounty);
        Assert.Empty(scope.VillageIds);
    }

    [Fact]
    public async Task An_ended_grant_stops_at_the_next_click()
    {
        var person = await GivenAPersonAsync();
        await GiveAsync(person, Role.Supervisor, Places.Village);
        var row = (await ListAsync()).Single(g => g.StaffId == person);

        await new EndRole(database.GateFor(_security), _clock).RunAsync(new(row.Id, row.Version, new(2026, 2, 28)));

        Assert.Empty((await LoadAsync(person)).Permissions);
        Assert.DoesNotContain(person, (await ListAsync()).Select(g => g.StaffId));
    }

    [Fact]
    public async Task From_a_stale_page_a_grant_is_not_ended()
    {
        var person = await GivenAPersonAsync();
        await GiveAsync(person, Role.Supervisor, Places.Village);
        var row = (await ListAsync()).Single(g => g.StaffId == person);
        await new EndRole(database.GateFor(_security), _clock).RunAsync(new(row.Id, row.Version, new(2026, 12, 31)));

        await Assert.ThrowsAsync<ChangedMeanwhile>(() => new EndRole(database.GateFor(_security), _clock).RunAsync(new(row.Id, row.Version, new(2026, 4, 1))));
    }

    [Fact]
    public async Task Two_roles_that_exclude_each_other_cannot_pass_each_other_by()
    {
        var person = await GivenAPersonAsync();

        var both = new[] { GiveAsync(person, Role.Supervisor, Places.Village), GiveAsync(person, Role.ResidentAgent, Places.OtherVillage) };
        var no = await Assert.ThrowsAsync<RuleBroken>(() => Task.WhenAll(both));

        Assert.Equal(GrantRule.TheseRolesExcludeEachOther, no.Rule);
        Assert.Single((await LoadAsync(person)).Roles);
    }

    [Fact]
    public async Task The_last_administrator_of_a_kind_stays()
    {
        var person = await GivenAPersonAsync();
        await GiveAsync(person, Role.SystemAdministrator, Places.County);
        var row = (await ListAsync()).Single(g => g.StaffId == person);

        var no = await Assert.ThrowsAsync<RuleBroken>(() => new EndRole(database.GateFor(_security), _clock).RunAsync(new(row.Id, row.Version, new(2026, 3, 1))));

        Assert.Equal(GrantRule.TheLastAdministratorStays, no.Rule);
    }

    [Fact]
    public async Task The_first_administrator_is_made_once()
    {
        var commandLine = new Actor(StaffMember.CommandLineId, "command line", [Someone.GrantOf(Places.Village, Permission.ManageGrants)], Someone.Today);
        var first = new GiveFirstRole(database.GateFor(commandLine, _clock), _clock);
        await first.RunAsync(new(Guid.CreateVersion7(), "first", "First", Role.SecurityAdministrator));

        var no = await Assert.ThrowsAsync<RuleBroken>(() => first.RunAsync(new(Guid.CreateVersion7(), "second", "Second", Role.SecurityAdministrator)));

        Assert.Equal(GrantRule.TheFirstAdministratorIsThere, no.Rule);
        await Assert.ThrowsAsync<InvalidInput>(() => first.RunAsync(new(Guid.CreateVersion7(), "third", "Third", Role.CountyOffice)));
    }

    [Theory]
    [MemberData(nameof(EveryoneElse))]
    public async Task Nobody_else_grants_or_sees_grants(Role role)
    {
        var gate = database.GateFor(Someone.InTheCounty(role), _clock);

        await Assert.ThrowsAsync<NotPermitted>(() => new GiveRole(gate).RunAsync(new(Guid.CreateVersion7(), Places.Giver.Id, Role.Auditor, Places.County, Someone.Today, null, "-")));
        await Assert.ThrowsAsync<NotPermitted>(() => new EndRole(gate, _clock).RunAsync(new(Guid.CreateVersion7(), 0, Someone.Today)));
        await Assert.ThrowsAsync<NotPermitted>(() => new GrantList(gate, _clock).RunAsync(false, default));
        await Assert.ThrowsAsync<NotPermitted>(() => new GiveFirstRole(gate, _clock).RunAsync(new(Guid.CreateVersion7(), "xx", "X", Role.Auditor)));
    }

    public static TheoryData<Role> EveryoneElse() => [.. Enum.GetValues<Role>().Where(r => r != Role.SecurityAdministrator)];

    [Fact]
    public async Task A_code_belongs_to_one_person()
    {
        var system = database.GateFor(Someone.InTheCounty(Role.SystemAdministrator), _clock);
        await new AddStaffMember(system).RunAsync(new(Guid.CreateVersion7(), "one-code", "One", null));

        await Assert.ThrowsAsync<RuleBroken>(() => new AddStaffMember(system).RunAsync(new(Guid.CreateVersion7(), "one-code", "Other", null)));
        Assert.Equal("One", Assert.Single(await new StaffList(system).RunAsync("one-c", forGrants: false, default)).Name);
        await Assert.ThrowsAsync<NotPermitted>(() => new StaffList(system).RunAsync("one", forGrants: true, default));
        await Assert.ThrowsAsync<NotPermitted>(() => new AddStaffMember(database.GateFor(_security)).RunAsync(new(Guid.CreateVersion7(), "x-1", "X", null)));
    }

    private async Task<Guid> GivenAPersonAsync()
    {
        var person = new StaffMember(Guid.CreateVersion7(), $"p{Guid.NewGuid():N}", "Person", null);
        await database.GivenAsync(Places.Village, person);
        return person.Id;
    }

    private Task GiveAsync(Guid person, Role role, Guid area) =>
        new GiveRole(database.GateFor(_security, _clock)).RunAsync(new(Guid.CreateVersion7(), person, role, area, new(2026, 1, 1), null, "appointed"));

    private Task<IReadOnlyList<GrantList.Row>> ListAsync() => new GrantList(database.GateFor(_security), _clock).RunAsync(false, default);

    private Task<Actor> LoadAsync(Guid person) => new ActorLoader(ConnectionSettings.OptionsFor(database.ConnectionString), _clock).LoadAsync(person, default);
}
