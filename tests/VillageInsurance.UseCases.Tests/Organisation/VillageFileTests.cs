using Microsoft.Extensions.Time.Testing;
using VillageInsurance.Domain.Applications;
using VillageInsurance.Domain.Cycles;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Households;
using VillageInsurance.UseCases.Organisation;
using VillageInsurance.UseCases.Tests.Applications;
using VillageInsurance.UseCases.Tests.Shared;

namespace VillageInsurance.UseCases.Tests.Organisation;

public class VillageFileTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static readonly DateOnly Day = new(2026, 3, 1);

    private readonly FakeTimeProvider _clock = new(new(2026, 3, 1, 4, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task It_names_the_village_with_its_township_and_tells_the_rounds_of_its_application()
    {
        var submitted = await database.StoredAsync(Given.Submitted());

        var file = await RunAsync(Someone.Who(Role.TownshipOfficial, Places.Village), Places.Village);

        Assert.Equal(("Village", "Town", null), (file.Place.Village, file.Place.Township, file.Place.Group));
        Assert.Equal((CycleState.Proposed, ListSight.None), (file.State, file.Lists));
        Assert.Contains(file.Applications, a => a.Id == submitted.Id && a.Status == ApplicationStatus.Submitted);
        Assert.Contains(file.Events, e => e.Kind == VillageEventKind.Submitted && e.ApplicationId == submitted.Id);
        Assert.Equal(file.Events.OrderByDescending(e => e.At), file.Events);
    }

    [Theory]
    [InlineData(Role.Supervisor, ListSight.Households)]
    [InlineData(Role.ResidentAgent, ListSight.WithPolicies)]
    public async Task Who_may_see_no_applications_learns_nothing_of_them(Role role, ListSight lists)
    {
        await database.StoredAsync(Given.Submitted());

        var file = await RunAsync(Someone.Who(role, Places.Village), Places.Village);

        Assert.Empty(file.Applications);
        Assert.Equal((CycleState.Candidate, lists), (file.State, file.Lists));
        Assert.DoesNotContain(file.Events, e => e.ApplicationId is not null);
    }

    [Fact]
    public async Task A_site_shows_since_when_and_that_its_plaque_is_not_hung_yet()
    {
        await database.GivenAsync(Places.Sibling, GivenSite());

        var file = await RunAsync(Someone.Who(Role.Supervisor, Places.Sibling), Places.Sibling);

        Assert.Equal((new DateOnly(2026, 2, 3), null, null, false), (file.Site!.DesignatedOn, file.Site.PlaqueHungOn, file.Site.PlaqueNumber, file.Site.MayHang));
        Assert.Contains(file.Events, e => e is { Kind: VillageEventKind.Designated, HasTime: false });
    }

    [Fact]
    public async Task A_group_has_a_file_of_its_own_that_its_own_agent_may_see()
    {
        var agent = Someone.With(new Grant(Role.ResidentAgent, RolePermissions.Of(Role.ResidentAgent), new([], [Places.Group]), From: Someone.Today));

        var file = await RunAsync(agent, Places.Group);

        Assert.Equal((Places.Village, Places.Group, "1"), (file.VillageId, file.GroupId, file.Place.Group));
        await Assert.ThrowsAsync<NotFound>(() => RunAsync(agent, Places.Village));
    }

    [Fact]
    public async Task A_past_day_shows_the_name_of_that_day()
    {
        var renamed = new Area(Guid.CreateVersion7(), Places.Township, AreaLevel.Village, AreaKind.VillageCommittee, "999999101209", "Old", new(2000, 1, 1));
        renamed.Rename("New", new(2026, 2, 1));
        await database.GivenAsync(Places.Village, renamed);
        var office = Someone.InTheCounty(Role.CountyOffice);

        var (before, after) = (await RunAsync(office, renamed.Id, new(2026, 1, 31)), await RunAsync(office, renamed.Id, new(2026, 2, 1)));

        Assert.Equal(("Old", "New", "New", null), (before.Place.Village, before.NameToday, after.Place.Village, after.NameToday));
        Assert.Contains(after.Events, e => e.Kind == VillageEventKind.Renamed && e.Detail == "Old");
    }

    [Fact]
    public async Task Another_village_is_not_found_a_township_has_no_file_and_without_the_right_nothing_opens()
    {
        var official = Someone.Who(Role.TownshipOfficial, Places.Village);

        await Assert.ThrowsAsync<NotFound>(() => RunAsync(official, Places.OtherVillage));
        await Assert.ThrowsAsync<NotFound>(() => RunAsync(official, Guid.NewGuid()));
        await Assert.ThrowsAsync<NotFound>(() => RunAsync(Someone.InTheCounty(Role.CountyOffice), Places.Township));
        await Assert.ThrowsAsync<NotPermitted>(() => RunAsync(Someone.InTheCounty(Role.Auditor), Places.Village));
        await Assert.ThrowsAsync<InvalidInput>(() => RunAsync(official, Places.Village, new(1899, 12, 31)));
    }

    private static object[] GivenSite()
    {
        var application = new SiteApplication(Guid.CreateVersion7(), Places.Sibling, null, 2026, Domain.Schemes.Scheme.CityTemplateId, Places.Giver.Id);
        return [application, new Site(Guid.CreateVersion7(), Places.Sibling, null, application.Id, 2026, new(2026, 2, 3))];
    }

    private Task<VillageFile.View> RunAsync(Actor actor, Guid area, DateOnly? day = null) =>
        new VillageFile(database.GateFor(actor), _clock).RunAsync(new(area, day ?? Day), CancellationToken.None);
}
