using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Agreements;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;
using VillageInsurance.UseCases.Agreements;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Documents;
using VillageInsurance.UseCases.Tests.Shared;
using static VillageInsurance.UseCases.Tests.Agreements.Staffing;

namespace VillageInsurance.UseCases.Tests.Agreements;

public class AgentTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private readonly TimeProvider _clock = Staffing.Clock();

    [Fact]
    public async Task A_fourth_agent_is_refused()
    {
        for (var i = 0; i < 3; i++) await database.GivenAgentAsync(AgentStatus.Assigned, Places.Sibling);
        var (fourth, _) = await database.GivenAgentAsync(AgentStatus.Registered, Places.Sibling);

        Assert.Equal(AgentRule.TheSiteHasRoomForAnotherAgent, (await Assert.ThrowsAsync<RuleBroken>(() => AssignAs(Office, fourth))).Rule);
        Assert.Equal(AgentStatus.Registered, (await database.SavedAsync(fourth)).Status);
    }

    [Fact]
    public async Task A_lapsed_registration_or_a_missing_letter_is_refused()
    {
        var (lapsed, _) = await database.GivenAgentAsync(AgentStatus.Registered, Places.OtherVillage, registeredTo: new(2026, 2, 28));
        Assert.Equal(ReadinessRule.TheRegistrationHolds, (await Assert.ThrowsAsync<RuleBroken>(() => AssignAs(Office, lapsed))).Rule);

        var (trained, _) = await database.GivenAgentAsync(AgentStatus.Trained, Places.OtherVillage);
        await RegisterAs(Insurer, trained, "NEW-1");
        Assert.Equal(ReadinessRule.TheYearsLetterIsSigned, (await Assert.ThrowsAsync<RuleBroken>(async () => await AssignAs(Office, await database.SavedAsync(trained)))).Rule);
    }

    [Fact]
    public async Task A_supervisor_is_neither_recommended_nor_assigned()
    {
        var supervisor = await database.GivenPersonAsync(Role.Supervisor, Places.OtherVillage);

        Assert.Equal(AgentRule.ASupervisorIsNoAgent, (await Assert.ThrowsAsync<RuleBroken>(() => RecommendAs(Cadre, Places.Village, supervisor.Id))).Rule);

        var (registered, agent) = await database.GivenAgentAsync(AgentStatus.Registered, Places.Village);
        await database.GivenAsync(Places.Village, new RoleGrant(Guid.CreateVersion7(), agent.Id, Role.Supervisor, Places.County, new(2026, 1, 1), null, "mistake", Places.Giver.Id));
        Assert.Equal(AgentRule.ASupervisorIsNoAgent, (await Assert.ThrowsAsync<RuleBroken>(() => AssignAs(Office, registered))).Rule);
    }

    [Fact]
    public async Task Each_step_is_its_own_roles()
    {
        var (recommended, _) = await database.GivenAgentAsync(AgentStatus.Recommended, Places.OtherVillage);
        await Assert.ThrowsAsync<NotPermitted>(() => RecommendAs(Office, Places.Village, Guid.CreateVersion7()));
        await Assert.ThrowsAsync<OutOfScope>(async () => await RecommendAs(Cadre, Places.OtherVillage, (await database.GivenPersonAsync()).Id));
        await Assert.ThrowsAsync<NotPermitted>(() => VetAs(Office, recommended));
        await Assert.ThrowsAsync<NotFound>(() => VetAs(Someone.Who(Role.InsurerReviewer, Places.Village), recommended));
        await Assert.ThrowsAsync<NotPermitted>(() => AssignAs(Insurer, recommended));
        Assert.Equal(AgentRule.OnlyARegisteredOneIsAssigned, (await Assert.ThrowsAsync<RuleBroken>(() => AssignAs(Office, recommended))).Rule);
        await VetAs(Insurer, recommended);
        await Assert.ThrowsAsync<ChangedMeanwhile>(() => VetAs(Insurer, recommended));
        await Assert.ThrowsAsync<NotPermitted>(() => new AgentDetail(database.GateFor(Leader, _clock), _clock).RunAsync(recommended.Id, default));
        await Assert.ThrowsAsync<NotFound>(() => new AgentDetail(database.GateFor(Cadre, _clock), _clock).RunAsync(recommended.Id, default));
    }

    [Fact]
    public async Task Nobody_serves_twice_in_a_village_and_a_number_is_one_persons()
    {
        var (_, agent) = await database.GivenAgentAsync(AgentStatus.Recommended, Places.Village);
        Assert.Equal(AgentRule.OneServicePerVillage, (await Assert.ThrowsAsync<RuleBroken>(() => RecommendAs(Cadre, Places.Village, agent.Id))).Rule);

        var (held, holder) = await database.GivenAgentAsync(AgentStatus.Registered, Places.Village);
        var number = await database.SeeAsync(Places.Village, db => db.Staff.Where(s => s.Id == holder.Id).Select(s => s.Registration!.Number).SingleAsync());
        var (trained, _) = await database.GivenAgentAsync(AgentStatus.Trained, Places.Village);
        Assert.Equal(AgentRule.ARegistrationNumberIsOnePersons, (await Assert.ThrowsAsync<RuleBroken>(() => RegisterAs(Insurer, trained, number))).Rule);
        await RegisterAs(Insurer, held, number);
    }

    [Fact]
    public async Task A_rest_stops_the_work_and_a_violation_is_recorded_once()
    {
        var (service, agent) = await database.GivenAgentAsync(AgentStatus.Assigned, Places.OtherVillage);
        await database.SeeAsync(Places.OtherVillage, async db => { await db.RequireReadyAgentAsync(agent.Id, Places.OtherVillage, null, Today); return true; });
        await new SuspendAgent(database.GateFor(Insurer, _clock)).RunAsync(new(service.Id, service.Version, Today, "Premium in cash"));
        Assert.Equal(ReadinessRule.TheServiceDoesNotRest, (await Assert.ThrowsAsync<RuleBroken>(() => database.SeeAsync(Places.OtherVillage, async db => { await db.RequireReadyAgentAsync(agent.Id, Places.OtherVillage, null, Today); return true; }))).Rule);
        var violation = new RecordViolation.Input(Guid.CreateVersion7(), service.Id, Today, "Took premium in cash", "Suspended");
        await new RecordViolation(database.GateFor(Insurer, _clock), _clock).RunAsync(violation);
        await new RecordViolation(database.GateFor(Insurer, _clock), _clock).RunAsync(violation);
        await new ResumeAgent(database.GateFor(Insurer, _clock), _clock).RunAsync(new(service.Id, service.Version + 1));

        Assert.Equal("Took premium in cash", Assert.Single((await new AgentDetail(database.GateFor(AsAgent(agent, Places.OtherVillage), _clock), _clock).RunAsync(service.Id, default)).Work.Violations).Facts);
        Assert.Empty((await new AgentDetail(database.GateFor(Stranger, _clock), _clock).RunAsync(service.Id, default)).Work.Violations);
        Assert.Equal(AgentStatus.Assigned, (await database.SavedAsync(service)).Status);
    }

    [Fact]
    public async Task Work_elsewhere_needs_an_appointment_there()
    {
        var (_, agent) = await database.GivenAgentAsync(AgentStatus.Assigned, Places.Village, Places.Group);

        await database.SeeAsync(Places.Village, async db => { await db.RequireReadyAgentAsync(agent.Id, Places.Village, Places.Group, Today); return true; });
        await Assert.ThrowsAsync<RuleBroken>(() => database.SeeAsync(Places.Village, async db => { await db.RequireReadyAgentAsync(agent.Id, Places.Village, null, Today); return true; }));
    }

    [Fact]
    public async Task The_list_shows_state_registration_and_what_is_missing()
    {
        var (service, agent) = await database.GivenAgentAsync(AgentStatus.Assigned, Places.Village, registeredTo: new(2026, 2, 1));

        var list = await new AgentList(database.GateFor(Office, _clock), _clock).RunAsync(new(AgentStatus.Assigned, FullTimeOnly: true, Search: agent.Name), default);

        var row = Assert.Single(list.Rows);
        Assert.Equal((service.Id, new DateOnly(2026, 2, 1), Today), (row.Id, row.Registration!.To, row.LastActiveOn));
        Assert.Equal([ReadinessRule.TheRegistrationHolds], row.Missing);
        await Assert.ThrowsAsync<InvalidInput>(() => new AgentList(database.GateFor(Office, _clock), _clock).RunAsync(new(Search: new('x', 41)), default));
    }

    [Fact]
    public async Task Only_the_newest_text_is_signed_and_what_was_signed_stays()
    {
        var (service, agent) = await database.GivenAgentAsync(AgentStatus.Trained, Places.Sibling);
        var me = database.GateFor(AsAgent(agent, Places.Sibling), _clock);
        var old = await new OwnCommitmentLetter(me, _clock).RunAsync(default);
        var texts = await new ProgrammeTextList(database.GateFor(Office, _clock)).RunAsync(default);
        var newest = texts.First(t => t.Kind == TextKind.CommitmentLetter);
        var next = new PublishProgrammeText.Input(Guid.CreateVersion7(), TextKind.CommitmentLetter, newest.Number, "Next", [.. newest.Points, new("Extra", new("x", "x"))]);
        await Assert.ThrowsAsync<NotPermitted>(() => new PublishProgrammeText(database.GateFor(Insurer, _clock), _clock).RunAsync(next));
        Assert.Equal(LetterRule.TheFivePointsStay, (await Assert.ThrowsAsync<RuleBroken>(() => new PublishProgrammeText(database.GateFor(Office, _clock), _clock).RunAsync(next with { Points = [next.Points[^1]] }))).Rule);

        await new PublishProgrammeText(database.GateFor(Office, _clock), _clock).RunAsync(next);

        await Assert.ThrowsAsync<ChangedMeanwhile>(() => new PublishProgrammeText(database.GateFor(Office, _clock), _clock).RunAsync(next with { Id = Guid.CreateVersion7() }));
        Assert.Equal(LetterRule.TheTextIsTheNewest, (await Assert.ThrowsAsync<RuleBroken>(() => new SignCommitmentLetter(me, _clock).RunAsync(new(old.TextId, [.. old.Points.Select(p => p.Key)], agent.Name)))).Rule);
        Assert.Equal(LetterRule.EveryPointIsTicked, (await Assert.ThrowsAsync<RuleBroken>(() => new SignCommitmentLetter(me, _clock).RunAsync(new(next.Id, [.. old.Points.Select(p => p.Key)], agent.Name)))).Rule);
        await new SignCommitmentLetter(me, _clock).RunAsync(new(next.Id, [.. next.Points.Select(p => p.Key)], agent.Name));
        Assert.Empty((await new OwnCommitmentLetter(me, _clock).RunAsync(default)).ToSign);
        Assert.Equal(next.Id, await database.SeeAsync(Places.Sibling, db => db.CommitmentLetters.Where(l => l.ServiceId == service.Id).Select(l => l.TextId).SingleAsync()));
    }

    [Fact]
    public async Task A_paper_letter_needs_its_scan_and_who_is_no_agent_signs_nothing()
    {
        var (service, _) = await database.GivenAgentAsync(AgentStatus.Trained, Places.Village);
        var letter = Guid.CreateVersion7();
        var record = new RecordSignedLetter(database.GateFor(Insurer, _clock), _clock);
        Assert.Equal(LetterRule.ThePaperIsAttached, (await Assert.ThrowsAsync<RuleBroken>(() => record.RunAsync(new(letter, service.Id)))).Rule);
        await database.ScanAsync(Places.Village, letter, EvidenceKind.Agent);

        await record.RunAsync(new(letter, service.Id));
        await record.RunAsync(new(letter, service.Id));

        Assert.Equal(LetterRule.OneLetterAYear, (await Assert.ThrowsAsync<RuleBroken>(() => record.RunAsync(new(Guid.CreateVersion7(), service.Id)))).Rule);
        var nobody = await database.GivenPersonAsync();
        var text = await database.SeeAsync(Places.Village, db => db.ProgrammeTexts.Where(t => t.Kind == TextKind.CommitmentLetter).OrderByDescending(t => t.Number).FirstAsync());
        Assert.Equal(LetterRule.OnlyAnAgentSigns, (await Assert.ThrowsAsync<RuleBroken>(() =>
            new SignCommitmentLetter(database.GateFor(AsAgent(nobody, Places.Village), _clock), _clock).RunAsync(new(text.Id, [.. text.Points.Select(p => p.Key)], nobody.Name)))).Rule);
    }

    private Task RecommendAs(Actor actor, Guid village, Guid person) => new RecommendAgent(database.GateFor(actor, _clock), _clock).RunAsync(new(Guid.CreateVersion7(), village, null, new(person, "New"), Points));

    private Task VetAs(Actor actor, AgentService seen) => new VetAgent(database.GateFor(actor, _clock)).RunAsync(new(seen.Id, seen.Version, true, ""));

    private Task RegisterAs(Actor actor, AgentService seen, string number) => new RegisterAgent(database.GateFor(actor, _clock), _clock).RunAsync(new(seen.Id, seen.Version, number, Today, Today.AddYears(1)));

    private Task AssignAs(Actor actor, AgentService seen) => new AssignAgent(database.GateFor(actor, _clock), _clock).RunAsync(new(seen.Id, seen.Version, null, true, Today));
}
