using VillageInsurance.Web.Tests.Shared;

namespace VillageInsurance.Web.Tests.Shell;

public sealed class LogTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task It_holds_the_number_of_a_failure_and_nothing_that_a_person_typed()
    {
        using var visitor = new Visitor(site.Address);
        await visitor.SignInAsync("canary-name", "Canary-password-1");
        await visitor.GetAsync("/sign-in?ReturnUrl=%2Fcanary-query");
        var page = await (await visitor.GetAsync("/broken")).Content.ReadAsStringAsync();
        var number = System.Text.RegularExpressions.Regex.Match(page, "<code>([0-9a-f]{32})</code>").Groups[1].Value;

        // The line of a request is written after its answer has gone out.
        var log = await site.ReadLogAsync();
        for (var tries = 0; tries < 400 && !log.Contains(number, StringComparison.Ordinal); tries++)
        {
            await Task.Delay(50);
            log = await site.ReadLogAsync();
        }
        Assert.Equal(32, number.Length);
        Assert.Contains(number, log, StringComparison.Ordinal);
        Assert.Contains("/sign-in", log, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", log, StringComparison.OrdinalIgnoreCase);
    }
}
