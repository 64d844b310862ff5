using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Acceptance;
using VillageInsurance.UseCases.Tests.Shared;
using VillageInsurance.Web.Tests.Shared;

namespace VillageInsurance.Web.Tests.Shell;

/// <summary>Every page of the running product, opened by somebody of every role, and what it tells of a family. What each role may see is written down here in full: a page that tells more fails, and so does one that tells less.</summary>
public sealed class CanaryTests(Site site) : IClassFixture<Site>
{
    private static readonly string[] OfTheInsurer = ["policy number", "premium", "receipt", "claim number", "event of a claim", "sum claimed", "facts of a complaint"];

    // Numbers and health stand nowhere: they are looked at one by one, with a reason, and that look is recorded.
    private static readonly Dictionary<string, string[]> Expected = new()
    {
        ["SystemAdministrator"] = [],
        ["SecurityAdministrator"] = [],
        ["Auditor"] = [],
        ["CountyLeader"] = [],
        ["TownshipOfficial"] = [],
        ["VillageCadre"] = [],
        ["CountyOffice"] = ["facts of a complaint"],
        ["Supervisor"] = ["name", "name of a child", "address", "income", "claim number", "event of a claim", "sum claimed", "facts of a complaint"],
        ["ResidentAgent"] =
        [
            "name", "name of a child", "address", "income", "risk loss", "rival premium", "affordable", "visit note", "reason of an advice",
            "policy number", "premium", "receipt", "claim number", "event of a claim", "sum claimed",
        ],
        // The holder of its own policy, whom it calls and whose claim it settles; of the survey only what a family gave.
        ["InsurerReviewer"] = ["name", "complainant", "affordable, given to the insurer", .. OfTheInsurer],
        ["ResidentAgent elsewhere"] = [],
        ["Supervisor elsewhere"] = [],
        ["VillageCadre elsewhere"] = [],
        ["TownshipOfficial elsewhere"] = [],
    };

    [Fact]
    public async Task Each_role_sees_of_a_family_what_the_programme_lets_it_see()
    {
        var planted = await Canaries.PlantAsync(site);
        var pages = Pages(planted).ToList();
        foreach (var (who, role, area) in Viewers)
        {
            var found = await SeenByAsync(role, area, pages, planted);
            var (more, less) = (found.Keys.Except(Expected[who]).ToList(), Expected[who].Except(found.Keys).ToList());
            Assert.True(more.Count + less.Count == 0, $"{who} sees {string.Join(", ", more.Select(m => $"{m} on {string.Join(' ', found[m])}"))} and misses {string.Join(", ", less)}");
        }
    }

    private static IEnumerable<(string Who, Role Role, Guid Area)> Viewers =>
    [
        .. Enum.GetValues<Role>().Select(r => (r.ToString(), r, r is Role.ResidentAgent or Role.Supervisor or Role.VillageCadre ? Places.Village : r == Role.TownshipOfficial ? Places.Township : Places.County)),
        ("ResidentAgent elsewhere", Role.ResidentAgent, Places.Sibling), ("Supervisor elsewhere", Role.Supervisor, Places.Sibling), ("VillageCadre elsewhere", Role.VillageCadre, Places.Sibling),
        ("TownshipOfficial elsewhere", Role.TownshipOfficial, Places.OtherTownship),
    ];

    private async Task<Dictionary<string, HashSet<string>>> SeenByAsync(Role role, Guid area, IEnumerable<string> pages, Canaries planted)
    {
        var person = await site.GivenAsync(role, area);
        using var visitor = new Visitor(site.Address);
        await visitor.SignInAsync(person.UserName);
        var found = new Dictionary<string, HashSet<string>>();
        foreach (var path in pages)
        {
            var answer = await visitor.GetAsync(path);
            Assert.True(answer.StatusCode < HttpStatusCode.InternalServerError, $"{path} answered {answer.StatusCode} to {role}");
            var html = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
            foreach (var (what, text) in Canaries.Written.Append(new("ID number", planted.IdNumber)))
            {
                Assert.DoesNotMatch($"(href|action|src)=\"[^\"]*{Regex.Escape(text)}", html);
                if (html.Contains(text, StringComparison.Ordinal)) (found.TryGetValue(what, out var where) ? where : found[what] = []).Add(path);
            }
        }
        return found;
    }

    private IEnumerable<string> Pages(Canaries planted) => site.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
        .Where(e => e.Metadata.GetMetadata<ComponentTypeMetadata>() is not null).Select(e => Filled(e.RoutePattern, planted))
        .Concat(Enum.GetNames<FigureSet>().Select(set => $"/villages/{Places.Village}/lists/{set}"))
        .Append("/call-backs?done=true").Append("/complaints?all=true").Distinct();

    private static string Filled(RoutePattern pattern, Canaries planted) => "/" + string.Join('/', pattern.PathSegments.Select(segment => segment.Parts[0] switch
    {
        RoutePatternLiteralPart literal => literal.Content,
        RoutePatternParameterPart { Name: "Month" } => "2026-03",
        RoutePatternParameterPart { Name: "Set" } => nameof(FigureSet.People),
        RoutePatternParameterPart { Name: "Status" } => "404",
        _ => planted.Records.GetValueOrDefault(((RoutePatternLiteralPart)pattern.PathSegments[0].Parts[0]).Content, Places.Village).ToString(),
    }));
}
