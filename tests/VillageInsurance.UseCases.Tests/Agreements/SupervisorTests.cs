using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Agreements;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Agreements;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Tests.Shared;
using static VillageInsurance.UseCases.Tests.Agreements.Staffing;

namespace VillageInsurance.UseCases.Tests.Agreements;

public class SupervisorTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private readonly TimeProvider _clock = Staffing.Clock();

    [Fact]
    public async Task Whoever_is_an_agent_anywhere_is_not_nominated_or_appointed()
    {
        var byRole = await database.GivenPersonAsync(Role.ResidentAgent, Places.OtherVillage);
        Assert.Equal(SupervisorRule.AnAgentIsNoSupervisor, (await Assert.ThrowsAsync<RuleBroken>(() => NominateAs(Cadre, Places.Village, byRole.Id))).Rule);

        var (_, elsewhere) = await database.GivenAgentAsync(AgentStatus.Vetted, Places.OtherVillage);
        var nomination = await NominateAs(Cadre, Places.Village, elsewhere.Id);

        Assert.Equal(SupervisorRule.AnAgentIsNoSupervisor, (await Assert.ThrowsAsync<RuleBroken>(() => AppointAs(Office, nomination))).Rule);
        await TurnDownAs(Office, nomination);
        Assert.Empty(await database.SeeAsync(Places.Village, db => db.QueueItems.Where(q => q.RecordId == nomination && q.DoneAt == null).ToListAsync()));
    }

    [Fact]
    public async Task One_is_in_office_at_a_time_and_the_next_follows_a_dismissal()
    {
        var first = await NominateAs(CadreOf(Places.Sibling), Places.Sibling);
        Assert.Equal(SupervisorRule.OneNominationUnderWay, (await Assert.ThrowsAsync<RuleBroken>(() => NominateAs(CadreOf(Places.Sibling), Places.Sibling))).Rule);
        await AppointAs(Office, first);
        var second = await NominateAs(CadreOf(Places.Sibling), Places.Sibling);
        Assert.Equal(SupervisorRule.OneSupervisorPerSite, (await Assert.ThrowsAsync<RuleBroken>(() => AppointAs(Office, second))).Rule);

        var seen = await database.SeeAsync(Places.Sibling, db => db.Supervisors.AsNoTracking().SingleAsync(s => s.Id == first));
        await new DismissSupervisor(database.GateFor(Office, _clock)).RunAsync(new(first, seen.Version, Today, "Moved away"));
        Assert.Equal(SupervisorRule.OneSupervisorPerSite, (await Assert.ThrowsAsync<RuleBroken>(() => AppointAs(Office, second))).Rule);
        await AppointAs(Office, second, Today.AddDays(1));

        var list = await new SupervisorList(database.GateFor(Office, _clock), _clock).RunAsync(SupervisorStatus.Appointed, null, default);
        Assert.Equal(second, Assert.Single(list.Rows, r => r.Place.VillageId == Places.Sibling).Id);
    }

    [Fact]
    public async Task Rights_and_villages_are_kept()
    {
        await Assert.ThrowsAsync<NotPermitted>(() => NominateAs(Office, Places.Village));
        await Assert.ThrowsAsync<NotPermitted>(() => NominateAs(Insurer, Places.Village));
        await Assert.ThrowsAsync<OutOfScope>(() => NominateAs(Cadre, Places.OtherVillage));
        await VacateAsync(Places.OtherVillage);
        var nomination = await NominateAs(CadreOf(Places.OtherVillage), Places.OtherVillage);
        await Assert.ThrowsAsync<NotPermitted>(() => AppointAs(Stranger, nomination));
        await Assert.ThrowsAsync<NotFound>(() => AppointAs(Someone.Who(Role.CountyOffice, Places.Village), nomination));
        await AppointAs(Office, nomination);
        await Assert.ThrowsAsync<ChangedMeanwhile>(() => AppointAs(Office, nomination));
    }

    [Fact]
    public async Task The_citys_office_assesses_once_a_year_and_who_passed_is_qualified()
    {
        var id = await InOfficeAsync(Places.Village, new(2026, 2, 10));
        var sheet = new AssessmentSheet(3, 20, 1, "");
        Assert.Equal(SupervisorRule.OnlyTheSchemesAssessorAssesses, (await Assert.ThrowsAsync<RuleBroken>(() => AssessAs(Insurer, id, 2026, sheet))).Rule);
        await Assert.ThrowsAsync<NotPermitted>(() => AssessAs(Cadre, id, 2026, sheet));

        await AssessAs(Office, id, 2026, sheet);

        Assert.Equal(SupervisorRule.OneAssessmentAYear, (await Assert.ThrowsAsync<RuleBroken>(() => AssessAs(Office, id, 2026, sheet))).Rule);
        await Assert.ThrowsAsync<InvalidInput>(() => AssessAs(Office, id, 2027, sheet));
        var qualified = await database.SeeAsync(Places.Village, db => db.QualifiedSupervisorsAsync(2026));
        var one = Assert.Single(qualified, q => q.AppointmentId == id);
        Assert.Equal((new DateOnly(2026, 2, 10), new DateOnly(2026, 12, 31), 10), (one.From, one.To, one.FullMonths));
        Assert.Empty(await database.SeeAsync(Places.Village, db => db.QualifiedSupervisorsAsync(2025)));
    }

    [Fact]
    public async Task One_training_has_many_who_came_or_did_not()
    {
        var (one, other) = (await database.GivenPersonAsync(), await database.GivenPersonAsync());
        var input = new RecordTraining.Input(Guid.CreateVersion7(), TrainingAudience.Supervisors, TrainingKind.Exchange, Places.Township, Today, 6, "Town hall", "Claims",
            [new(Places.Village, null, one.Id, true), new(Places.Sibling, null, other.Id, false)]);
        await Assert.ThrowsAsync<NotPermitted>(() => RecordAs(Insurer, input));
        await Assert.ThrowsAsync<NotPermitted>(() => RecordAs(Office, input with { Audience = TrainingAudience.Agents }));
        await Assert.ThrowsAsync<NotFound>(() => RecordAs(Office, input with { AreaId = Places.Village }));
        await Assert.ThrowsAsync<InvalidInput>(() => RecordAs(Office, input with { HeldOn = Today.AddDays(1) }));

        await RecordAs(Office, input);
        await RecordAs(Office, input);

        var all = await new TrainingList(database.GateFor(Office, _clock), _clock).RunAsync(TrainingAudience.Supervisors, default);
        Assert.Equal((1, 2, "Town"), (Assert.Single(all.Rows).Attended, all.Rows[0].Expected, all.Rows[0].Area));
        Assert.Equal([other.Name], all.Rows[0].Absent);
        var own = await new TrainingList(database.GateFor(Cadre, _clock), _clock).RunAsync(TrainingAudience.Supervisors, default);
        Assert.Equal((1, 1, false), (own.Rows[0].Attended, own.Rows[0].Expected, own.CanRecord));
        await Assert.ThrowsAsync<AlreadyCreated>(() => RecordAs(Office, input with { Topic = "Other" }));
    }

    [Fact]
    public async Task Somebody_is_found_by_name_or_code()
    {
        var person = await database.GivenPersonAsync();

        var found = await new StaffToChoose(database.GateFor(Cadre, _clock)).RunAsync(new(person.Code, ForAgents: false), default);

        Assert.Equal(person.Id, Assert.Single(found).Id);
        await Assert.ThrowsAsync<NotPermitted>(() => new StaffToChoose(database.GateFor(Office, _clock)).RunAsync(new(person.Code, false), default));
        await Assert.ThrowsAsync<InvalidInput>(() => new StaffToChoose(database.GateFor(Cadre, _clock)).RunAsync(new("", true), default));
    }

    [Fact]
    public async Task What_is_due_is_told_with_its_day_and_for_whom()
    {
        var id = await InOfficeAsync(Places.OtherVillage, Today);
        var (ends, _) = await database.GivenAgentAsync(AgentStatus.Assigned, Places.OtherVillage, registeredTo: new(2026, 3, 20));
        var (service, agent) = await database.GivenAgentAsync(AgentStatus.Assigned, Places.OtherVillage);

        var due = await database.SeeAsync(Places.OtherVillage, db => db.StaffingDeadlinesAsync(Today, new(2027, 1, 30)));

        Assert.Contains(new(QueueKind.AssessmentDue, id, Places.OtherVillage, new(2026, 12, 31), Role.CountyOffice), due);
        Assert.Contains(new(QueueKind.RegistrationExpires, ends.Id, Places.OtherVillage, new(2026, 3, 20), Role.InsurerReviewer), due);
        Assert.Contains(new(QueueKind.LetterToSign, service.Id, Places.OtherVillage, new(2027, 1, 1), null, agent.Id), due);
        Assert.DoesNotContain(await database.SeeAsync(Places.OtherVillage, db => db.StaffingDeadlinesAsync(Today, Today.AddDays(30))), d => d.Kind is QueueKind.LetterToSign or QueueKind.AssessmentDue);
    }

    private static Actor CadreOf(Guid village) => Someone.Who(Role.VillageCadre, village);

    private async Task<Guid> InOfficeAsync(Guid village, DateOnly from)
    {
        var person = await database.GivenPersonAsync();
        var supervisor = SupervisorAppointment.Nominate(Guid.CreateVersion7(), village, null, person.Id, Points, false, Cadre, Noon);
        supervisor.Appoint(Office, from, from.AddYears(2), false, $"L{Guid.NewGuid():N}"[..20]);
        await VacateAsync(village);
        await database.GivenAsync(village, supervisor);
        return supervisor.Id;
    }

    // One is in office at a time: the next test begins with nobody.
    private Task VacateAsync(Guid village) => database.GateFor(Someone.WhoMayDoAnythingIn(village)).ChangeAsync(Permission.DraftApplications, async db =>
    {
        foreach (var held in await db.Supervisors.Where(s => s.VillageId == village && s.Status == SupervisorStatus.Appointed).ToListAsync()) held.Dismiss(held.From!.Value.AddDays(-1), "Test");
    });

    private async Task<Guid> NominateAs(Actor actor, Guid village, Guid? person = null)
    {
        var id = Guid.CreateVersion7();
        await new NominateSupervisor(database.GateFor(actor, _clock), _clock).RunAsync(new(id, village, null, person is { } known ? new(known) : new(Guid.CreateVersion7(), "Somebody new"), Points));
        return id;
    }

    private Task AppointAs(Actor actor, Guid id, DateOnly? from = null) => new AppointSupervisor(database.GateFor(actor, _clock), _clock).RunAsync(new(id, 0, from ?? Today, Today.AddYears(1)));

    private Task TurnDownAs(Actor actor, Guid id) => new TurnDownNomination(database.GateFor(actor, _clock)).RunAsync(new(id, 0, "An agent"));

    private Task AssessAs(Actor actor, Guid id, int year, AssessmentSheet sheet) => new AssessSupervisor(database.GateFor(actor, _clock), _clock).RunAsync(new(Guid.CreateVersion7(), id, year, sheet, true));

    private Task RecordAs(Actor actor, RecordTraining.Input input) => new RecordTraining(database.GateFor(actor, _clock), _clock).RunAsync(input);
}
