using System.Net;
using VillageInsurance.Web.Tests.Shared;

namespace VillageInsurance.Web.Tests.Shell;

public sealed class HealthTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task It_is_ready_with_a_current_schema_and_only_live_without_a_database()
    {
        using var visitor = new Visitor(site.Address);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/health/ready")).StatusCode);

        await using var lost = site.Build("--ConnectionStrings:Main=Host=127.0.0.1;Port=1;Username=app;Timeout=2");
        await lost.StartAsync();
        using var other = new Visitor(new(lost.Urls.First()));
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync("/health/live")).StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await other.GetAsync("/health/ready")).StatusCode);
    }
}
