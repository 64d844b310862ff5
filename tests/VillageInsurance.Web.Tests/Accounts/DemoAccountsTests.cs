using System.Net;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Tests.Shared;
using VillageInsurance.Web.Accounts;
using VillageInsurance.Web.Tests.Shared;

namespace VillageInsurance.Web.Tests.Accounts;

public sealed class DemoAccountsTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task They_sign_in_with_the_password_that_the_page_shows_and_making_them_twice_changes_nothing()
    {
        var staff = DemoAccounts.UserNames.ToDictionary(name => name, _ => Guid.CreateVersion7());
        await site.Database.GivenAsync(Places.Village, [.. staff.Select(s => new StaffMember(s.Value, s.Key, s.Key, null))]);

        await DemoAccounts.CreateAsync(site.Services, staff);
        await DemoAccounts.CreateAsync(site.Services, staff);

        foreach (var name in DemoAccounts.UserNames)
        {
            using var visitor = new Visitor(site.Address);
            var page = await (await visitor.GetAsync("/sign-in")).Content.ReadAsStringAsync();
            Assert.Contains($"<code>{name}</code>", page, StringComparison.Ordinal);
            Assert.Contains(Site.Password, page, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.Found, (await visitor.SignInAsync(name)).StatusCode);
        }
    }
}
