using System.Net;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Tests.Shared;
using VillageInsurance.Web.Tests.Shared;

namespace VillageInsurance.Web.Tests.Accounts;

public sealed class ClosedPageTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task Who_asks_for_a_page_without_the_right_is_refused_and_that_leaves_one_event()
    {
        var agent = await site.GivenAsync(Role.ResidentAgent);
        using var visitor = new Visitor(site.Address);
        await visitor.SignInAsync(agent.UserName);

        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.GetAsync("/audit")).StatusCode);

        var events = await site.Database.SeeAsync(Places.Village, db => db.AuditEvents.Where(e => e.StaffId == agent.StaffId && e.Permission == Permission.ViewAudit).ToListAsync());
        Assert.Equal((AuditResult.Refused, "Refusal.NotPermitted"), (Assert.Single(events).Result, events[0].Reason));
    }
}
