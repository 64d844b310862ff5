using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using VillageInsurance.Web.Tests.Shared;

namespace VillageInsurance.Web.Tests.Shell;

public sealed class EndpointTests(Site site) : IClassFixture<Site>
{
    /// <summary>All that answers to somebody who has not signed in, beside the files of the pages.</summary>
    private static readonly string[] OpenToAnyone = ["/sign-in", "/error/{Status:int}", "/health/live", "/health/ready", "/preferences", "/slip", "/broken"];

    private IEnumerable<RouteEndpoint> Endpoints => site.Services.GetServices<EndpointDataSource>()
        .SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().Where(e => e.Metadata.GetMetadata<StaticAssetDescriptor>() is null);

    [Fact]
    public void Nothing_else_is_open_to_anyone() => Assert.Equal(
        OpenToAnyone.Order(StringComparer.Ordinal),
        Endpoints.Where(e => e.Metadata.GetMetadata<IAllowAnonymous>() is not null).Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/')).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void Every_page_says_who_may_open_it() => Assert.Empty(
        from page in Endpoints
        where page.Metadata.GetMetadata<ComponentTypeMetadata>() is not null
        where page.Metadata.GetMetadata<IAllowAnonymous>() is null && page.Metadata.GetMetadata<IAuthorizeData>() is null
        select page.RoutePattern.RawText);

    [Fact]
    public async Task A_stranger_is_led_to_the_sign_in_or_refused_everywhere_else()
    {
        using var visitor = new Visitor(site.Address);
        foreach (var path in Endpoints.Where(e => e.Metadata.GetMetadata<IAllowAnonymous>() is null).Select(e => "/" + Filled(e.RoutePattern)).Distinct())
        {
            var answer = await visitor.GetAsync(path);
            Assert.True(answer.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.MethodNotAllowed
                || answer.Headers.Location?.AbsolutePath == "/sign-in", $"{path} answered {answer.StatusCode}");
        }
    }

    private static string Filled(Microsoft.AspNetCore.Routing.Patterns.RoutePattern pattern) => string.Join('/', pattern.PathSegments.Select(segment =>
        string.Concat(segment.Parts.Select(part => part is Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal ? literal.Content : Guid.NewGuid().ToString()))));
}
