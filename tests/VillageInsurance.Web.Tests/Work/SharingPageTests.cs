using Bunit;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Tests.Shared;
using VillageInsurance.Web.Tests.Shared;
using VillageInsurance.Web.Work;

namespace VillageInsurance.Web.Tests.Work;

public sealed class SharingPageTests(TestDatabase database) : PageScreen(database), IClassFixture<TestDatabase>
{
    [Fact]
    public async Task The_queue_is_shared_with_somebody_of_the_same_role_and_taken_back()
    {
        var (away, standIn, stranger) = (await GivenStaffAsync(Role.TownshipOfficial, Places.Township), await GivenStaffAsync(Role.TownshipOfficial, Places.Township), await GivenStaffAsync(Role.Supervisor, Places.Township));
        As(Official(away));
        var page = Show<SharingPage>(_ => { });
        page.WaitForElement("#stand-in", Soon);
        Assert.DoesNotContain(stranger.Name, page.Markup, StringComparison.Ordinal);

        page.Change("#stand-in", standIn.Id.ToString());
        page.Change("#until", "2026-03-08");
        page.Submit("form");

        page.WaitForAssertion(() => Assert.Contains(standIn.Name, page.Find(".rows").TextContent, StringComparison.Ordinal), Soon);
        var shared = Assert.Single(await SharedByAsync(away));
        Assert.Equal((standIn.Id, new DateOnly(2026, 3, 1), new DateOnly(2026, 3, 8)), (shared.ToStaffId, shared.From, shared.To));

        page.Click(".rows button");
        page.Click(".rows .confirm button");

        page.WaitForAssertion(() => Assert.Contains("Nothing is shared", page.Find(".rows").TextContent, StringComparison.Ordinal), Soon);
        Assert.False(Assert.Single(await SharedByAsync(away)).HoldsOn(new(2026, 3, 1)));
    }

    [Fact]
    public async Task An_end_before_the_start_is_explained()
    {
        var (away, standIn) = (await GivenStaffAsync(Role.TownshipOfficial, Places.Township), await GivenStaffAsync(Role.TownshipOfficial, Places.Township));
        As(Official(away));
        var page = Show<SharingPage>(_ => { });

        page.Change("#stand-in", standIn.Id.ToString());
        page.Change("#until", "2026-02-01");
        page.Submit("form");

        page.WaitForAssertion(() => Assert.Equal("It ends after it starts.", Notice), Soon);
        Assert.Empty(await SharedByAsync(away));
    }

    [Fact]
    public async Task Who_is_alone_in_a_role_is_told_so()
    {
        As(new(Guid.CreateVersion7(), "Alone", [new(Role.VillageCadre, RolePermissions.Of(Role.VillageCadre), new([Places.Village]), Someone.Today)], Someone.Today));

        var page = Show<SharingPage>(_ => { });

        page.WaitForElement(".empty-state", Soon);
        Assert.Empty(page.FindAll("form"));
    }

    private static Actor Official(StaffMember staff) =>
        new(staff.Id, staff.Name, [new(Role.TownshipOfficial, RolePermissions.Of(Role.TownshipOfficial), new([Places.Village, Places.Sibling]), Someone.Today)], Someone.Today);

    private Task<List<Delegation>> SharedByAsync(StaffMember away) =>
        Database.SeeAsync(Places.Village, db => db.Delegations.AsNoTracking().Where(d => d.FromStaffId == away.Id).ToListAsync());
}
