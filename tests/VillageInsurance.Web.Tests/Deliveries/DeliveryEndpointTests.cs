using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using VillageInsurance.Domain.Deliveries;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Deliveries;
using VillageInsurance.UseCases.Households;
using VillageInsurance.UseCases.Tests.Agreements;
using VillageInsurance.UseCases.Tests.CallBacks;
using VillageInsurance.UseCases.Tests.Households;
using VillageInsurance.UseCases.Tests.Shared;
using VillageInsurance.Web.Tests.Shared;

namespace VillageInsurance.Web.Tests.Deliveries;

/// <summary>The interface as the insurer's system meets it.</summary>
public sealed class DeliveryEndpointTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task Without_a_key_that_holds_nothing_is_let_in_and_the_answer_tells_nothing()
    {
        var good = await KeyAsync();
        var answers = new List<string>();
        foreach (var key in new[] { null, "nonsense", good[..^1] + (good[^1] == 'A' ? 'B' : 'A'), await KeyAsync(expired: true) })
        {
            using var client = Client(key);
            var answer = await PutAsync(client, "/api/v1/policies/B1", "{}");
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
            answers.Add(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }
        Assert.Single(answers.Select(a => JsonDocument.Parse(a).RootElement.GetProperty("detail").GetString()).Distinct());
    }

    [Fact]
    public async Task A_key_is_for_its_kinds_alone()
    {
        using var client = Client(await KeyAsync(DeliveryKinds.Premiums));

        Assert.Equal(HttpStatusCode.Forbidden, (await PutAsync(client, "/api/v1/policies/B1", "{}")).StatusCode);
    }

    [Theory]
    [InlineData("/api/v1/policies/B1", "{", "")]
    [InlineData("/api/v1/policies/B1", "null", "")]
    [InlineData("/api/v1/policies/B1", """{"premium":5}""", "/premium")]
    [InlineData("/api/v1/policies/B1", """{"premiumFen":"5"}""", "/premiumFen")]
    [InlineData("/api/v1/policies", """[{"number":"B1"},{"number":"B2","issuedOn":"soon"}]""", "/1/issuedOn")]
    [InlineData("/api/v1/policies", """[{"number":"B1"},{"insured":{"idNo":"1"}}]""", "/1/insured/idNo")]
    [InlineData("/api/v1/policies", "[null]", "")]
    [InlineData("/api/v1/policies", "[]", "/Count")]
    [InlineData("/api/v1/policies", "[{}]", "/0")]
    public async Task A_malformed_body_is_a_problem_that_points_to_its_place(string address, string body, string at)
    {
        using var client = Client(await KeyAsync());
        var answer = await PutAsync(client, address, body);

        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Equal(at, (await JsonAsync(answer)).GetProperty("errors")[0].GetProperty("pointer").GetString());
    }

    [Fact]
    public async Task A_policy_and_its_premium_are_put_by_number_and_a_repeat_changes_nothing()
    {
        var agent = await site.Database.GivenReadyAgentAsync();
        var product = await site.Database.GivenProductAsync();
        var number = await NumberOfAsync(agent);
        using var client = Client(await KeyAsync());
        var policy = JsonSerializer.Serialize(new { product, village = new { code = "999999101201" }, insured = new { idNumber = number }, holder = new { idNumber = number }, issuedOn = "2026-03-01", payMode = "annual", payYears = 10, premiumFen = 60_000 });

        Assert.Equal(HttpStatusCode.Created, (await PutAsync(client, "/api/v1/policies/API-1", policy)).StatusCode);
        var again = await PutAsync(client, "/api/v1/policies/API-1", policy);
        Assert.Equal((HttpStatusCode.OK, "unchanged"), (again.StatusCode, (await JsonAsync(again)).GetProperty("outcome").GetString()));
        var premium = """{"policyNumber":"API-1","bookedOn":"2026-03-01","kind":"receipt","policyYear":1,"amountFen":60000,"method":"bank"}""";
        Assert.Equal(HttpStatusCode.Created, (await PutAsync(client, "/api/v1/premiums/API-F1", premium)).StatusCode);
        Assert.Equal(1, await site.Database.SeeAsync(Places.Village, db => db.Payments.CountAsync(p => p.Number == "API-F1" && p.AmountFen == 60_000)));

        var wrong = await PutAsync(client, "/api/v1/policies/API-2", """{"product":"none"}""");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        var rows = await JsonAsync(await PutAsync(client, "/api/v1/premiums", $"[{premium.Insert(1, "\"number\":\"API-F1\",")},{{\"number\":\"API-F2\",\"policyNumber\":\"none\"}}]"));
        Assert.Equal(["unchanged", "refused"], rows.EnumerateArray().Select(r => r.GetProperty("outcome").GetString()));
        Assert.StartsWith("/1/", rows[1].GetProperty("at").GetString(), StringComparison.Ordinal);
        Assert.False(await site.Database.SeeAsync(Places.Village, db => db.Policies.AnyAsync(p => p.Number == "API-2")));
    }

    [Fact]
    public async Task The_document_of_the_interface_names_every_address_and_only_those()
    {
        using var client = Client(await KeyAsync());
        var answer = await client.GetAsync(new Uri("/api/v1/openapi.json", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.All((await JsonAsync(answer)).GetProperty("paths").EnumerateObject().Select(p => p.Name), p => Assert.StartsWith("/api/v1/", p, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Other_bodies_are_refused_and_a_key_that_asks_too_often_waits()
    {
        await using var app = site.Build("--Deliveries:MostInTenSeconds=2");
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var client = Client(await KeyAsync(), new(app.Urls.First()));

        using var text = new StringContent("x", Encoding.UTF8, "text/plain");
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await client.PutAsync(new Uri("/api/v1/policies/B1", UriKind.Relative), text, TestContext.Current.CancellationToken)).StatusCode);
        var answers = new List<HttpResponseMessage>();
        for (var i = 0; i < 5; i++) answers.Add(await PutAsync(client, "/api/v1/policies/B1", "{"));
        Assert.Contains(answers, a => a.StatusCode == HttpStatusCode.TooManyRequests && a.Headers.RetryAfter is not null);
    }

    private async Task<string> NumberOfAsync(Actor agent)
    {
        var family = GivenHousehold.Family();
        // Sealed with the site's own keys, by which it finds the number again.
        await new SaveHousehold(site.Database.GateFor(agent, GivenHousehold.Clock()), site.Services.GetRequiredService<Vault>(), GivenHousehold.Clock(), new(true)).RunAsync(family);
        return family.Members[0].IdNumber!;
    }

    private async Task<string> KeyAsync(DeliveryKinds kinds = DeliveryKinds.All, bool expired = false)
    {
        var admin = await site.Database.GivenActorAsync(Role.SecurityAdministrator);
        var clock = expired ? new FakeTimeProvider(site.Clock.GetUtcNow().AddDays(-40)) : site.Clock;
        var today = DateOnly.FromDateTime(clock.GetUtcNow().AddHours(8).DateTime);
        return await new CreateDeliveryKey(site.Database.GateFor(admin, clock), clock).RunAsync(new(Guid.CreateVersion7(), "Core", kinds, today.AddDays(30)));
    }

    private HttpClient Client(string? key, Uri? address = null)
    {
        var client = new HttpClient { BaseAddress = address ?? site.Address };
        if (key is not null) client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return client;
    }

    private static async Task<HttpResponseMessage> PutAsync(HttpClient client, string address, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        return await client.PutAsync(new Uri(address, UriKind.Relative), content);
    }

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage answer) => JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement.Clone();
}
