using Microsoft.Extensions.Time.Testing;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Organisation;
using VillageInsurance.UseCases.Tests.Shared;

namespace VillageInsurance.UseCases.Tests.Organisation;

public class StaffAndAreaListTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private readonly FakeTimeProvider _clock = new(new(2026, 3, 1, 4, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData(Role.SystemAdministrator)]
    [InlineData(Role.SecurityAdministrator)]
    public async Task Everybody_is_listed_with_the_roles_of_today_and_the_command_line_is_not(Role role)
    {
        var person = await GivenAPersonAsync();
        await database.GivenAsync(Places.Village,
            Held(person, Role.Supervisor, new(2026, 1, 1), null), Held(person, Role.VillageCadre, new(2026, 3, 1), new(2026, 3, 1)),
            Held(person, Role.ResidentAgent, new(2025, 1, 1), new(2026, 2, 28)), Held(person, Role.CountyOffice, new(2026, 3, 2), null));

        var staff = await new StaffWithRoles(database.GateFor(Someone.InTheCounty(role)), _clock).RunAsync(default);

        Assert.Equal([Role.VillageCadre, Role.Supervisor], staff.Single(s => s.Id == person.Id).Roles.Order());
        Assert.Equal(staff.Select(s => s.Code).Order(StringComparer.Ordinal), staff.Select(s => s.Code));
        Assert.Contains(Places.Giver.Id, staff.Select(s => s.Id));
        Assert.DoesNotContain(StaffMember.CommandLineId, staff.Select(s => s.Id));
    }

    [Fact]
    public async Task Who_looks_after_no_accounts_does_not_see_who_holds_what()
    {
        foreach (var role in Enum.GetValues<Role>().Where(r => r is not (Role.SystemAdministrator or Role.SecurityAdministrator)))
            await Assert.ThrowsAsync<NotPermitted>(() => new StaffWithRoles(database.GateFor(Someone.InTheCounty(role)), _clock).RunAsync(default));
    }

    [Fact]
    public async Task Areas_are_listed_level_by_level_in_the_order_of_their_codes()
    {
        Assert.Equal([Places.County], await AreasAsync(null));
        Assert.Equal([Places.Township, Places.OtherTownship], await AreasAsync(Places.County));
        Assert.Equal([Places.Village, Places.Sibling], await AreasAsync(Places.Township));
        Assert.Equal([Places.Group], (await AreasAsync(Places.Village)).Take(1));
        Assert.Empty(await AreasAsync(Guid.NewGuid()));
    }

    [Fact]
    public async Task Groups_are_listed_as_people_count_them()
    {
        var (tenth, second) = (Group("10", new(2000, 1, 1)), Group("2", new(2000, 1, 1)));
        await database.GivenAsync(Places.Village, tenth, second);

        Assert.Equal([second.Id, tenth.Id], await AreasAsync(Places.OtherVillage));
    }

    [Fact]
    public async Task An_area_that_does_not_exist_yet_is_not_listed()
    {
        var tomorrow = Group("9", new(2026, 3, 2));
        await database.GivenAsync(Places.Village, tomorrow);

        Assert.DoesNotContain(tomorrow.Id, await AreasAsync(Places.OtherVillage));
        _clock.Advance(TimeSpan.FromDays(1));
        Assert.Contains(tomorrow.Id, await AreasAsync(Places.OtherVillage));
    }

    [Fact]
    public async Task Who_grants_sees_areas_for_that_and_nobody_else_does()
    {
        var security = new AreaList(database.GateFor(Someone.InTheCounty(Role.SecurityAdministrator)), _clock);

        Assert.Equal(Places.County, Assert.Single(await security.RunAsync(null, forGrants: true, default)).Id);
        await Assert.ThrowsAsync<NotPermitted>(() => security.RunAsync(null, forGrants: false, default));
        await Assert.ThrowsAsync<NotPermitted>(() => new AreaList(database.GateFor(Someone.InTheCounty(Role.CountyOffice)), _clock).RunAsync(null, forGrants: true, default));
    }

    private static Area Group(string name, DateOnly from) => new(Guid.CreateVersion7(), Places.OtherVillage, AreaLevel.Group, AreaKind.VillageGroup, null, name, from);

    private static RoleGrant Held(StaffMember person, Role role, DateOnly from, DateOnly? to) =>
        new(Guid.CreateVersion7(), person.Id, role, Places.Village, from, to, "-", Places.Giver.Id);

    private async Task<StaffMember> GivenAPersonAsync()
    {
        var person = new StaffMember(Guid.CreateVersion7(), $"p{Guid.NewGuid():N}", "Person", null);
        await database.GivenAsync(Places.Village, person);
        return person;
    }

    private async Task<IEnumerable<Guid>> AreasAsync(Guid? parent) =>
        (await new AreaList(database.GateFor(Someone.InTheCounty(Role.CountyOffice)), _clock).RunAsync(parent, forGrants: false, default)).Select(a => a.Id);
}
