using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VillageInsurance.Web.Accounts;
using VillageInsurance.Web.Tests.Shared;

namespace VillageInsurance.Web.Tests.Shell;

public sealed class ProxyTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task A_forged_forwarded_address_is_not_believed()
    {
        var person = await site.GivenAsync();
        using var visitor = new Visitor(site.Address);
        visitor.AlwaysSend("X-Forwarded-For", "203.0.113.7");
        await visitor.SignInAsync(person.UserName);

        await using var db = await site.Services.GetRequiredService<IDbContextFactory<AccountDb>>().CreateDbContextAsync();
        Assert.Equal("127.0.0.1", (await db.Sessions.SingleAsync(s => s.AccountId == person.AccountId)).Address);
    }
}
