using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;
using VillageInsurance.Web.Accounts;
using VillageInsurance.Web.Tests.Shared;

namespace VillageInsurance.Web.Tests.Accounts;

/// <summary>In a database of its own, because it counts administrators.</summary>
public sealed class LastAdministratorTests(Site site) : IClassFixture<Site>
{
    [Theory]
    [InlineData(Role.SecurityAdministrator)]
    [InlineData(Role.Auditor)]
    public async Task The_last_usable_account_of_an_administrators_role_stays(Role role)
    {
        var administrator = new AccountDesk(site, await site.GivenAsync(Role.SystemAdministrator));
        var (first, last) = (await site.GivenAsync(role), await site.GivenAsync(role));

        await administrator.Disable.RunAsync(first.AccountId);
        var no = await Assert.ThrowsAsync<RuleBroken>(() => administrator.Disable.RunAsync(last.AccountId));

        Assert.Equal(AccountRule.TheLastAdministratorStays, no.Rule);
    }
}
