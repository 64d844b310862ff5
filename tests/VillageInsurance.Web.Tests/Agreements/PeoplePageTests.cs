using Bunit;
using Bunit.TestDoubles;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VillageInsurance.Domain.Agreements;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Documents;
using VillageInsurance.UseCases.Tests.Agreements;
using VillageInsurance.UseCases.Tests.Shared;
using VillageInsurance.Web.Agreements;
using VillageInsurance.Web.Organisation;
using VillageInsurance.Web.Tests.Shared;

namespace VillageInsurance.Web.Tests.Agreements;

public sealed class PeoplePageTests : PageScreen, IClassFixture<TestDatabase>
{
    public PeoplePageTests(TestDatabase database) : base(database)
    {
        EveryTextIsNeeded();
        Context.AddAuthorization();
        Context.Services.AddSingleton<IFileStore>(new DiskFileStore(Path.GetTempPath()));
    }

    [Fact]
    public async Task The_cadre_nominates_somebody_new_and_the_office_appoints()
    {
        As(Staffing.Cadre);
        await KnownAsync(Staffing.Cadre);
        var page = Show<VillagePeoplePage>(p => p.Add(x => x.Id, Places.Village));
        page.Input("#nominate-person", "Yang Li");
        page.WaitForElement("input[name=nominate-who]", Soon);
        foreach (var point in new[] { "character", "relations", "ability", "schooling" }) page.Change($"#nominate-{point}", "Good");
        page.WaitForAssertion(() => Assert.False(page.Find("#nominate-person").Closest("form")!.QuerySelector("button")!.HasAttribute("disabled")), Soon);
        page.Submit("#nominate-person");
        page.WaitForAssertion(() => Assert.Contains("Yang Li", page.Markup, StringComparison.Ordinal), Soon);
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("#nominate-person")), Soon);
        Assert.Empty(page.FindAll("#appoint-from"));

        var supervisor = await Database.SeeAsync(Places.Village, db => db.Supervisors.SingleAsync());
        Assert.Equal((SupervisorStatus.Nominated, Staffing.Cadre.StaffId), (supervisor.Status, supervisor.NominatedById));
    }

    [Fact]
    public async Task The_office_appoints_on_the_page()
    {
        var person = await Database.GivenPersonAsync();
        await KnownAsync(Staffing.Cadre);
        await Database.GivenAsync(Places.OtherVillage, SupervisorAppointment.Nominate(Guid.CreateVersion7(), Places.OtherVillage, null, person.Id, Staffing.Points, false, Staffing.Cadre, Staffing.Noon));
        As(Staffing.Office);
        var page = Show<VillagePeoplePage>(p => p.Add(x => x.Id, Places.OtherVillage));

        page.Change("#appoint-to", "2027-02-28");
        page.Submit("#appoint-from");

        page.WaitForAssertion(() => Assert.Contains("Appointed", page.Markup, StringComparison.Ordinal), Soon);
        Assert.Equal(SupervisorStatus.Appointed, await Database.SeeAsync(Places.OtherVillage, db => db.Supervisors.Select(s => s.Status).SingleAsync()));
    }

    [Fact]
    public async Task An_agents_page_says_what_is_missing_and_offers_the_next_step()
    {
        await KnownAsync(Staffing.Cadre);
        var (service, _) = await Database.GivenAgentAsync(AgentStatus.Vetted, Places.Village);
        As(Staffing.Insurer);
        var page = Show<AgentPage>(p => p.Add(x => x.Id, service.Id));

        page.Change("#trained-from", "2026-02-02");
        Assert.Contains("The registration is missing", page.Markup, StringComparison.Ordinal);
        page.Change("#trained-to", "2026-02-06");
        page.Submit("#trained-to");

        page.WaitForElement("#registration-number", Soon);
        Assert.Equal(AgentStatus.Trained, (await Database.SavedAsync(service)).Status);
    }

    [Fact]
    public async Task Only_the_office_is_offered_the_assignment_and_nobody_else()
    {
        await KnownAsync(Staffing.Cadre);
        var (service, agent) = await Database.GivenAgentAsync(AgentStatus.Registered, Places.Village);
        As(Staffing.AsAgent(agent, Places.Village));
        var page = Show<AgentPage>(p => p.Add(x => x.Id, service.Id));
        page.WaitForElement("h1", Soon);
        Assert.Empty(page.FindAll("#assign-from"));
    }

    [Fact]
    public async Task The_lists_show_what_there_is()
    {
        await KnownAsync(Staffing.Cadre);
        var (_, agent) = await Database.GivenAgentAsync(AgentStatus.Assigned, Places.Sibling);
        As(Staffing.Office);

        var agents = Show<AgentListPage>(_ => { });
        agents.WaitForAssertion(() => Assert.Contains(agent.Name, agents.Markup, StringComparison.Ordinal), Soon);
        Show<SupervisorListPage>(_ => { }).WaitForElement(".rows", Soon);
        Show<TrainingPage>(_ => { }).WaitForElement(".rows", Soon);
        Show<ProgrammeTextPage>(_ => { }).WaitForElement(".numbered", Soon);
    }

    [Fact]
    public async Task A_leading_groups_member_is_recorded_and_ended()
    {
        As(Staffing.Office);
        var page = Show<LeadingGroupPage>(_ => { });
        page.Change("#seat-name", "Dao Jianhua");
        page.Change("#seat-post", "Head");
        page.Submit("#seat-name");
        page.WaitForAssertion(() => Assert.Contains("Dao Jianhua", page.Find(".rows").TextContent, StringComparison.Ordinal), Soon);

        page.Click(".rows button");
        page.Click(".rows .confirm button");

        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".rows button")), Soon);
        Assert.Equal(new DateOnly(2026, 3, 1), (await Database.SeeAsync(Places.Village, db => db.LeadershipSeats.SingleAsync())).To);
    }

    [Fact]
    public async Task An_agent_ticks_each_point_signs_and_is_told_so()
    {
        await KnownAsync(Staffing.Cadre);
        var (_, agent) = await Database.GivenAgentAsync(AgentStatus.Trained, Places.Village);
        As(Staffing.AsAgent(agent, Places.Village));
        var page = Show<CommitmentLetterPage>(_ => { });
        page.Change("#sign-name", agent.Name);
        page.Submit("form");
        page.WaitForAssertion(() => Assert.Equal("Tick each point, then sign.", Notice), Soon);
        page.WaitForAssertion(() => Assert.False(page.Find("form button[type=submit]").HasAttribute("disabled")), Soon);

        for (var point = 0; point < page.FindAll("input[type=checkbox]").Count; point++)
        {
            page.Change("input[type=checkbox]", true, point);
            page.WaitForAssertion(() => Assert.True(page.FindAll("input[type=checkbox]")[point].HasAttribute("checked")), Soon);
        }
        page.Submit("form");

        page.WaitForElement(".note.met", Soon);
        Assert.True(await Database.SeeAsync(Places.Village, db => db.CommitmentLetters.AnyAsync(l => l.StaffId == agent.Id)));
    }

    private async Task KnownAsync(Actor actor)
    {
        if (!await Database.SeeAsync(Places.Village, db => db.Staff.AnyAsync(s => s.Id == actor.StaffId))) await Database.GivenAsync(Places.Village, new StaffMember(actor.StaffId, $"{actor.StaffId:N}", "Somebody", null));
    }
}
