using VillageInsurance.Domain.Agreements;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Papers;
using VillageInsurance.Domain.Schemes;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Papers;
using VillageInsurance.UseCases.Tests.Agreements;
using VillageInsurance.UseCases.Tests.Applications;
using VillageInsurance.UseCases.Tests.Shared;

namespace VillageInsurance.UseCases.Tests.Papers;

public class PapersOfPeopleTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static readonly IReadOnlyList<ClauseTemplate> Clauses = Given.City.AgreementClauses;
    private static readonly Actor Supervisor = Someone.Who(Role.Supervisor, Places.Village);

    [Fact]
    public async Task An_agreement_is_a_draft_until_it_is_sent_and_bears_its_number_once_in_force()
    {
        var (draft, sent, inForce) = (Written(Places.Village), Written(Places.Sibling), Written(Places.Village));
        sent.Submit(Staffing.Insurer, Clauses, Staffing.Noon);
        inForce.Submit(Staffing.Insurer, Clauses, Staffing.Noon);
        inForce.PutInForce(Staffing.Office, "", "A-2026-1", true, Staffing.Noon);
        await database.GivenAsync(Places.Village, draft, inForce);
        await database.GivenAsync(Places.Sibling, sent);

        Assert.NotEmpty((await SheetAs(Staffing.Office, PaperKind.Agreement, draft.Id)).Watermark);
        Assert.Empty((await SheetAs(Staffing.Office, PaperKind.Agreement, sent.Id)).Watermark);
        var text = await TakenPaper.TextAsync(database.GateFor(Staffing.Office), PaperKind.Agreement, inForce.Id);
        Assert.All(["A-2026-1", "Committee", "Branch", "Dao", "Zhou", "2026年3月1日至2027年2月28日", Clauses[0].Heading.Zh, Clauses[^1].Text.Zh], said => Assert.Contains(said, text, StringComparison.Ordinal));
        await Assert.ThrowsAsync<NotFound>(() => SheetAs(Staffing.Stranger, PaperKind.Agreement, inForce.Id));
        await Assert.ThrowsAsync<NotPermitted>(() => SheetAs(Given.Agent, PaperKind.Agreement, inForce.Id));
    }

    [Fact]
    public async Task A_supervisors_letter_says_office_term_and_duties_and_is_void_after_a_dismissal()
    {
        var (held, ended) = (await AppointedAsync("L-1"), await AppointedAsync("L-2", dismissed: true));

        var text = await TakenPaper.TextAsync(database.GateFor(Staffing.Office), PaperKind.AppointmentLetter, held.Id);

        Assert.All(["保险监督员聘书", "L-1", "担任TownVillage保险监督员", "自2026年3月1日起至2027年2月28日止", "County领导小组办公室", "监督理赔的进度和质量"], said => Assert.Contains(said, text, StringComparison.Ordinal));
        Assert.Equal(PaperStanding.Void, (await SheetAs(Staffing.Office, PaperKind.AppointmentLetter, ended.Id)).Content.Standing);
        await Assert.ThrowsAsync<NotFound>(() => SheetAs(Staffing.Stranger, PaperKind.AppointmentLetter, held.Id));
        await Assert.ThrowsAsync<NotPermitted>(() => SheetAs(Given.Agent, PaperKind.AppointmentLetter, held.Id));
    }

    [Fact]
    public async Task An_agents_letter_is_for_who_may_see_agents()
    {
        var (service, agent) = await database.GivenAgentAsync(AgentStatus.Assigned, Places.Village);

        var text = await TakenPaper.TextAsync(database.GateFor(Staffing.Office), PaperKind.AppointmentLetter, service.Id);

        Assert.All(["驻村服务员聘书", agent.Name, service.LetterNumber!, "自2026年2月1日起。"], said => Assert.Contains(said, text, StringComparison.Ordinal));
        await Assert.ThrowsAsync<NotFound>(() => SheetAs(Staffing.Leader, PaperKind.AppointmentLetter, service.Id));
        var recommended = await database.GivenAgentAsync(AgentStatus.Recommended, Places.Village);
        await Assert.ThrowsAsync<NotFound>(() => SheetAs(Staffing.Office, PaperKind.AppointmentLetter, recommended.Service.Id));
    }

    [Fact]
    public async Task A_registration_form_is_a_draft_until_registered_and_for_who_sees_the_findings()
    {
        var (registered, agent) = await database.GivenAgentAsync(AgentStatus.Assigned, Places.Village);
        var (recommended, _) = await database.GivenAgentAsync(AgentStatus.Recommended, Places.Village);
        await database.GivenAsync(Places.Village, new AgentViolation(Guid.CreateVersion7(), Places.Village, null, registered.Id, Staffing.Today, "Signed for a customer", "Warned", Staffing.Office.StaffId, Staffing.Noon));

        var text = await TakenPaper.TextAsync(database.GateFor(Staffing.Office), PaperKind.AgentRegistration, registered.Id);

        Assert.All([registered.FormNumber!, agent.Name, "Well liked", "岗前培训", "2026年1月5日至2026年1月9日", "Signed for a customer  Warned", "专职", "Fits"], said => Assert.Contains(said, text, StringComparison.Ordinal));
        var draft = await SheetAs(Staffing.Cadre, PaperKind.AgentRegistration, recommended.Id);
        Assert.NotEmpty(draft.Watermark);
        Assert.All(draft.Content.RowsOf("vetting"), row => Assert.Empty(row["verdict"]));
        await Assert.ThrowsAsync<NotFound>(() => SheetAs(Supervisor, PaperKind.AgentRegistration, registered.Id));
        await Assert.ThrowsAsync<NotFound>(() => SheetAs(Staffing.Stranger, PaperKind.AgentRegistration, registered.Id));
        Assert.DoesNotContain(await new VillagePapers(database.GateFor(Supervisor)).RunAsync("999999101201", default), p => p.Kind == PaperKind.AgentRegistration);
    }

    [Fact]
    public async Task A_commitment_letter_says_every_point_and_the_name()
    {
        var (_, agent) = await database.GivenAgentAsync(AgentStatus.Registered, Places.Village);
        var letters = (await new VillagePapers(database.GateFor(Staffing.Office)).RunAsync("999999101201", default)).Where(p => p.Kind == PaperKind.CommitmentLetter).Select(p => p.RecordId);

        var texts = await Task.WhenAll(letters.Select(id => TakenPaper.TextAsync(database.GateFor(Staffing.Office), PaperKind.CommitmentLetter, id)));

        var own = Assert.Single(texts, text => text.Contains(agent.Name, StringComparison.Ordinal));
        Assert.All(["不代投保人、被保险人签名", "☑", "第 1 版", "2026年3月1日"], said => Assert.Contains(said, own, StringComparison.Ordinal));
    }

    private static Agreement Written(Guid village)
    {
        var agreement = new Agreement(Guid.CreateVersion7(), village, Scheme.CityTemplateId, null, AgreementTerms.Of(Clauses), Staffing.Insurer.StaffId);
        agreement.Edit(Staffing.Insurer, Staffing.Terms(agreement.Terms), Clauses);
        return agreement;
    }

    private async Task<SupervisorAppointment> AppointedAsync(string number, bool dismissed = false)
    {
        var person = await database.GivenPersonAsync();
        var appointment = SupervisorAppointment.Nominate(Guid.CreateVersion7(), Places.Village, null, person.Id, Staffing.Points, false, Staffing.Cadre, Staffing.Noon);
        appointment.Appoint(Staffing.Office, Staffing.Today, Staffing.Today.AddYears(1).AddDays(-1), false, number);
        if (dismissed) appointment.Dismiss(Staffing.Today, "Moved away");
        await database.GivenAsync(Places.Village, appointment);
        return appointment;
    }

    private Task<PrintSheet> SheetAs(Actor actor, PaperKind kind, Guid record) => TakenPaper.SheetAsync(database.GateFor(actor), kind, record);
}
