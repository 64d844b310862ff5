using System.Net;
using Microsoft.Extensions.DependencyInjection;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;
using VillageInsurance.UseCases.Tests.Shared;
using VillageInsurance.Web.Accounts;
using VillageInsurance.Web.Tests.Shared;

namespace VillageInsurance.Web.Tests.Accounts;

/// <summary>In an installation without any account.</summary>
public sealed class FirstAdministratorTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task An_empty_installation_has_no_account_and_gets_one_from_the_command_line_once()
    {
        Assert.Equal(0, await site.Services.GetRequiredService<AccountWork>().DoAsync((_, db) => Task.FromResult(db.Users.Count())));
        var staff = new StaffMember(Guid.CreateVersion7(), "root", "First", null);
        await site.Database.GivenAsync(Places.Village, staff);

        var password = await FirstAdministrator.CreateAsync(site.Services, staff.Id, "first");

        using var visitor = new Visitor(site.Address);
        Assert.Equal(HttpStatusCode.Found, (await visitor.SignInAsync("first", password)).StatusCode);
        Assert.Equal("/account/password", (await visitor.GetAsync("/")).Headers.Location!.OriginalString);
        await Assert.ThrowsAnyAsync<Refusal>(() => FirstAdministrator.CreateAsync(site.Services, staff.Id, "second"));
    }
}
