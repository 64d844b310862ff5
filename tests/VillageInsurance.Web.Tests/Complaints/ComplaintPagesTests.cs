using Bunit;
using Bunit.TestDoubles;
using VillageInsurance.Domain.CallBacks;
using VillageInsurance.Domain.Complaints;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.CallBacks;
using VillageInsurance.UseCases.Complaints;
using VillageInsurance.UseCases.Tests.Agreements;
using VillageInsurance.UseCases.Tests.CallBacks;
using VillageInsurance.UseCases.Tests.Exchange;
using VillageInsurance.UseCases.Tests.Households;
using VillageInsurance.UseCases.Tests.Shared;
using VillageInsurance.Web.CallBacks;
using VillageInsurance.Web.Complaints;
using VillageInsurance.Web.Tests.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace VillageInsurance.Web.Tests.Complaints;

public sealed class ComplaintPagesTests : PageScreen, IClassFixture<TestDatabase>
{
    public ComplaintPagesTests(TestDatabase database) : base(database)
    {
        EveryTextIsNeeded();
        Context.AddAuthorization();
    }

    [Fact]
    public async Task The_supervisor_records_a_complaint_and_follows_it()
    {
        var supervisor = await Database.GivenActorAsync(Role.Supervisor, Places.Village);
        As(supervisor);
        var page = Show<NewComplaintPage>(_ => { });

        page.Change("#kind", nameof(ComplaintKind.TookMoney));
        page.Change("#facts", "The renewal was paid in cash");
        page.Change("#complainant", "Yu Han");
        page.Change("#phone", "12");
        page.WaitForAssertion(() => Assert.Contains("11-digit", page.Markup, StringComparison.Ordinal), Soon);
        page.Change("#phone", "13800138000");
        page.Submit("#facts");

        page.WaitForAssertion(() => Assert.Contains("/complaints/", Place.Uri, StringComparison.Ordinal), Soon);
        var id = Guid.Parse(Place.Uri.Split('/')[^1]);
        var detail = Show<ComplaintPage>(p => p.Add(x => x.Id, id));
        detail.WaitForAssertion(() => Assert.Contains("Yu Han", detail.Markup, StringComparison.Ordinal), Soon);
        Assert.DoesNotContain("13800138000", detail.Markup, StringComparison.Ordinal);
        Assert.Empty(detail.FindAll("#outcome"));
    }

    [Fact]
    public async Task The_insurer_decides_and_tells()
    {
        var (supervisor, insurer) = (await Database.GivenActorAsync(Role.Supervisor, Places.Village), await Database.GivenActorAsync(Role.InsurerReviewer));
        var id = Guid.CreateVersion7();
        await new TakeInComplaint(Database.GateFor(supervisor, Clock), Imports.Vault, Clock)
            .RunAsync(new(id, Places.Village, ComplaintChannel.Supervisor, ComplaintKind.Service, "Never came back", Staffing.Today, "Yu Han", null, null, null));
        As(insurer);
        var page = Show<ComplaintPage>(p => p.Add(x => x.Id, id));

        page.Change("#outcome", nameof(ComplaintOutcome.Founded));
        page.Change("#result", "The agent visited the family");
        page.Submit("#result");
        page.Submit("#told-on");

        page.WaitForAssertion(() => Assert.Empty(page.FindAll("form")), Soon);
        Assert.Equal(Staffing.Today, await Database.SeeAsync(Places.Village, db => db.Complaints.Where(c => c.Id == id).Select(c => c.ToldOn).SingleAsync()));
        Place.NavigateTo("/complaints?all=true");
        var list = Show<ComplaintListPage>(_ => { });
        list.WaitForAssertion(() => Assert.Contains("Founded", list.Markup, StringComparison.Ordinal), Soon);
    }

    [Fact]
    public async Task A_no_asks_what_the_case_is_about()
    {
        var (agent, insurer) = (await Database.GivenReadyAgentAsync(), await Database.GivenActorAsync(Role.InsurerReviewer));
        var (policy, _) = await Database.GivenSoldAsync(agent, Staffing.Today.AddDays(-2));
        await new OpenCallBacks(Database.GateFor(Someone.InTheCounty(Role.CountyOffice), Clock), Clock).RunAsync();
        var id = await Database.SeeAsync(Places.Village, db => db.CallBacks.Where(c => c.PolicyId == policy.Id).Select(c => c.Id).SingleAsync());
        As(insurer);
        var page = Show<CallBackPage>(p => p.Add(x => x.Id, id));

        foreach (var question in CallBack.QuestionsOf(CallBackKind.NewPolicy)) page.Change($"input[name=q-{question}]", true, question == CallBackQuestion.KnowsTheLoss ? 1 : 0);
        page.Change("#case-kind", nameof(ComplaintKind.SoldAsDeposit));
        page.Change("#note", "Was told it is a deposit");
        page.Submit("#note");

        page.WaitForAssertion(() => Assert.Contains("/complaints/", page.Markup, StringComparison.Ordinal), Soon);
        Place.NavigateTo("/call-backs?done=true");
        var list = Show<CallBackListPage>(_ => { });
        list.WaitForAssertion(() => Assert.Contains(policy.Number, list.Markup, StringComparison.Ordinal), Soon);
    }
}
