using System.Net;
using Microsoft.Extensions.DependencyInjection;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.CheckSlips;
using VillageInsurance.UseCases.Tests.CallBacks;
using VillageInsurance.UseCases.Tests.Households;
using VillageInsurance.UseCases.Tests.Shared;
using VillageInsurance.Web.CheckSlips;
using VillageInsurance.Web.Tests.Shared;

namespace VillageInsurance.Web.Tests.CheckSlips;

public class SlipPagesTests(Site site) : IClassFixture<Site>
{
    private static readonly DateOnly Day = new(2026, 3, 2);

    [Fact]
    public async Task Anybody_may_verify_a_slip_and_sees_no_data()
    {
        var proof = site.Services.GetRequiredService<SlipProof>().Of("Slip-No-1", Day);
        using var visitor = new Visitor(site.Address);

        Assert.Contains("Slip-No-1", await TextAsync(visitor, SlipEndpoints.VerifyAddress("Slip-No-1", Day, proof)), StringComparison.Ordinal);
        foreach (var address in new[] { SlipEndpoints.VerifyAddress("Slip-No-2", Day, proof), SlipEndpoints.VerifyAddress("Slip-No-1", Day.AddDays(1), proof), "/slip", "/slip?n=Slip-No-1&d=x&p=<script>" })
            Assert.DoesNotContain("Slip-No-1", await TextAsync(visitor, address), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_prints_a_slip_without_signing_in()
    {
        using var visitor = new Visitor(site.Address);

        Assert.Equal(HttpStatusCode.Redirect, (await visitor.GetAsync($"/households/{Guid.NewGuid()}/slip")).StatusCode);
        Assert.NotEqual(HttpStatusCode.OK, (await visitor.PostAsync(SlipEndpoints.PrintAddress(Guid.NewGuid()), [])).StatusCode);
    }

    [Fact]
    public async Task The_agent_takes_a_number_and_gets_a_code_on_the_slip()
    {
        var seller = await site.Database.GivenReadyAgentAsync();
        var (policy, household) = await site.Database.GivenSoldAsync(seller, Day.AddDays(-3));
        var agent = await site.GivenAsync();
        await site.Database.GivenAsync(Places.Village, new RoleGrant(Guid.CreateVersion7(), agent.StaffId, Role.ResidentAgent, Places.Village, new(2026, 1, 1), null, "test", Places.Giver.Id));
        using var visitor = new Visitor(site.Address);
        await visitor.SignInAsync(agent.UserName);

        var before = await TextAsync(visitor, $"/households/{household}/slip");
        Assert.Contains(policy.Number, before, StringComparison.Ordinal);
        Assert.DoesNotContain("<path", before, StringComparison.Ordinal);
        var answer = await visitor.SubmitAsync($"/households/{household}/slip", SlipEndpoints.PrintAddress(household), new() { ["slipId"] = Guid.CreateVersion7().ToString() });
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains("class=\"qr\"", await TextAsync(visitor, answer.Headers.Location!.ToString()), StringComparison.Ordinal);
    }

    private static async Task<string> TextAsync(Visitor visitor, string address)
    {
        var answer = await visitor.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }
}
