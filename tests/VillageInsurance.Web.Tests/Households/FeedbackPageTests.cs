using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Tests.Exchange;
using VillageInsurance.UseCases.Tests.Shared;
using VillageInsurance.Web.Households;
using VillageInsurance.Web.Tests.Shared;
using VillageInsurance.Web.Texts;
using Microsoft.Extensions.Localization;

namespace VillageInsurance.Web.Tests.Households;

public sealed class FeedbackPageTests(TestDatabase database) : PageScreen(database), IClassFixture<TestDatabase>
{
    [Fact]
    public async Task The_agent_writes_plan_and_talk_and_gives_it()
    {
        EveryTextIsNeeded();
        var staff = await GivenStaffAsync();
        As(new Actor(staff.Id, staff.Name, [new Grant(Role.ResidentAgent, RolePermissions.Of(Role.ResidentAgent), new([Places.Village]), From: Someone.Today)], Someone.Today));
        var page = Show<FeedbackPage>(with => with.Add(p => p.Village, Places.Village).Add(p => p.Month, "2026-03"));

        await page.ChangeAsync("textarea", "Groups 4 and 5");
        await page.ChangeAsync("input[type=date]", "2026-03-01");
        await page.ChangeAsync("form input", "Head of the committee", 1);
        await page.ChangeAsync("textarea", "Agreed", 1);
        await page.SubmitAsync("form");
        page.Click(".form-actions button", 1);
        page.Click(".confirm button");

        var given = Context.Services.GetRequiredService<IStringLocalizer<MessageTexts>>()["FeedbackStatus.Given"].Value;
        page.WaitForAssertion(() => Assert.Contains(given, page.Find("h1").TextContent, StringComparison.Ordinal), Soon);
        Assert.Empty(page.FindAll("form"));
        var list = Show<FeedbackListPage>(with => { });
        Assert.Contains("2026-03", list.WaitForElement("tbody .row-link", Soon).TextContent, StringComparison.Ordinal);
    }
}
