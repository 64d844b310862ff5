using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Tests.Shared;
using VillageInsurance.Web.Shared;
using VillageInsurance.Web.Shell;

namespace VillageInsurance.Web.Tests.Shell;

public class NavigationTests
{
    [Fact]
    public void Every_entry_has_its_icon_and_an_address_of_its_own()
    {
        Assert.All(Navigation.All, entry => Assert.NotEmpty(LineIcons.PathOf(entry.Icon)));
        Assert.Equal(Navigation.All.Count, Navigation.All.Select(e => e.Href).Distinct().Count());
    }

    [Theory]
    [InlineData(Role.SystemAdministrator, true, true)]
    [InlineData(Role.SecurityAdministrator, false, true)]
    [InlineData(Role.Auditor, false, false)]
    [InlineData(Role.CountyOffice, false, false)]
    public void A_role_sees_what_it_may_do(Role role, bool accounts, bool sessions)
    {
        var hrefs = Navigation.For(Someone.InTheCounty(role)).SelectMany(group => group).Select(entry => entry.Href).ToList();

        Assert.Contains("/", hrefs);
        Assert.Equal((accounts, sessions), (hrefs.Contains("/accounts"), hrefs.Contains("/sessions")));
    }

    [Theory]
    [InlineData("/", "/", true)]
    [InlineData("/", "/accounts", false)]
    [InlineData("/accounts", "/accounts/7", true)]
    [InlineData("/accounts", "/accounts-of-others", false)]
    public void The_entry_above_a_page_is_marked(string href, string path, bool marked) =>
        Assert.Equal(marked, new NavEntry("X", "home", href, NavGroup.Work).Contains(path));
}
