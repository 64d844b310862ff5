using VillageInsurance.Domain.Organisation;
using VillageInsurance.Web.Tests.Shared;

namespace VillageInsurance.Web.Tests.Applications;

public sealed class ApplicationListPageTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task What_an_address_asks_for_in_no_known_words_is_left_out()
    {
        var clerk = await site.GivenAsync(Role.CountyOffice);
        using var visitor = new Visitor(site.Address);
        await visitor.SignInAsync(clerk.UserName);

        var page = await (await visitor.GetAsync("/applications?before=zz&status=99")).Content.ReadAsStringAsync();

        Assert.Contains("class=\"rows", page, StringComparison.Ordinal);
        Assert.DoesNotContain("page-error", page, StringComparison.Ordinal);
    }
}
