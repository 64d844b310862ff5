using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VillageInsurance.UseCases.Tests.Shared;
using VillageInsurance.Web.Shell;
using VillageInsurance.Web.Tests.Shared;

namespace VillageInsurance.Web.Tests.Shell;

public sealed class WarmUpTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task The_program_looks_at_the_pages_before_anybody_else_does_and_leaves_no_trace()
    {
        var before = await EventsAsync();

        var seen = await site.Services.GetRequiredService<WarmUp>().RunAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);

        Assert.Superset(new HashSet<string>(["/sign-in", "/", "/board", "/applications", "/households", "/schemes", "/imports", "/accounts", "/grants", "/sessions"]), seen.ToHashSet());
        Assert.DoesNotContain("/audit", seen);
        Assert.Equal(before, await EventsAsync());
        Assert.DoesNotContain("Warming up was given up", await site.ReadLogAsync(), StringComparison.Ordinal);
    }

    private Task<int> EventsAsync() => site.Database.SeeAsync(Places.Village, db => db.AuditEvents.CountAsync());
}
