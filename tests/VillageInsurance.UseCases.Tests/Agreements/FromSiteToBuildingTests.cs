using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Agreements;
using VillageInsurance.Domain.Cycles;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Agreements;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Documents;
using VillageInsurance.UseCases.Tests.Shared;
using static VillageInsurance.UseCases.Tests.Agreements.Staffing;

namespace VillageInsurance.UseCases.Tests.Agreements;

public class FromSiteToBuildingTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private readonly TimeProvider _clock = Staffing.Clock();

    [Fact]
    public async Task A_site_is_signed_then_staffed_and_then_builds_by_itself()
    {
        await database.GivenSiteAsync(Places.Village);

        await SignAsync();
        Assert.Equal(CycleState.Signed, await StateAsync());

        await AppointAsync();
        Assert.Equal(CycleState.Signed, await StateAsync());

        await AssignAsync();
        Assert.Equal(CycleState.Building, await StateAsync());
        Assert.Empty(await database.SeeAsync(Places.Village, db => db.QueueItems.Where(q => q.DoneAt == null).ToListAsync()));
        Permission[] numbered = [Permission.DecideAgreements, Permission.AppointSupervisors, Permission.RegisterAgents, Permission.AssignAgents, Permission.SignCommitmentLetters];
        var events = await database.SeeAsync(Places.Village, db => db.AuditEvents.Where(e => numbered.Contains(e.Permission)).ToListAsync());
        Assert.Equal(7, events.Count);
        Assert.All(events, e => Assert.Equal((AuditResult.Done, Places.Village), (e.Result, e.VillageId)));
    }

    private async Task SignAsync()
    {
        var id = Guid.CreateVersion7();
        await new DraftAgreement(database.GateFor(Insurer, _clock), _clock).RunAsync(new(id, Places.Village, null));
        await new DraftAgreement(database.GateFor(Insurer, _clock), _clock).RunAsync(new(id, Places.Village, null));
        var draft = await new AgreementDetail(database.GateFor(Insurer, _clock), _clock).RunAsync(id, default);
        Assert.Equal(["Purpose", "Duties", "DailyManagement", "Service", "Rewards", "Ending", "Voluntary"], draft.Clauses.Select(c => c.Key));
        await new SaveAgreement(database.GateFor(Insurer, _clock)).RunAsync(new(id, draft.Version, draft.Terms with { Committee = "Committee" }));
        await database.ScanAsync(Places.Village, id, EvidenceKind.Agreement);
        await new SubmitAgreement(database.GateFor(Insurer, _clock), _clock).RunAsync(new(id, draft.Version + 1, Terms(draft.Terms)));
        var waiting = await database.SeeAsync(Places.Village, db => db.QueueItems.SingleAsync(q => q.RecordId == id && q.DoneAt == null));
        Assert.Equal((QueueKind.AgreementToDecide, Role.CountyOffice), (waiting.Kind, waiting.Role));
        var sent = await new AgreementDetail(database.GateFor(Office, _clock), _clock).RunAsync(id, default);
        Assert.True(sent.CanDecide);
        await new PutAgreementInForce(database.GateFor(Office, _clock), _clock).RunAsync(new(id, sent.Version, ""));
        var inForce = await new AgreementDetail(database.GateFor(Leader, _clock), _clock).RunAsync(id, default);
        Assert.Equal((AgreementStatus.InForce, true, false), (inForce.Status, inForce.Holds, inForce.CanEdit));
        Assert.Contains("2026", inForce.Number, StringComparison.Ordinal);
    }

    private async Task AppointAsync()
    {
        var (id, person) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var input = new NominateSupervisor.Input(id, Places.Village, null, new(person, "Yang Lilan"), Points);
        await new NominateSupervisor(database.GateFor(Cadre, _clock), _clock).RunAsync(input);
        await new NominateSupervisor(database.GateFor(Cadre, _clock), _clock).RunAsync(input);
        await new AppointSupervisor(database.GateFor(Office, _clock), _clock).RunAsync(new(id, 0, Today, Today.AddYears(1)));
        var saved = await database.SeeAsync(Places.Village, db => db.Supervisors.SingleAsync(s => s.Id == id));
        Assert.Equal((SupervisorStatus.Appointed, true), (saved.Status, saved.HoldsOn(Today)));
        Assert.NotNull(saved.LetterNumber);
    }

    private async Task AssignAsync()
    {
        var person = await database.GivenPersonAsync();
        var id = Guid.CreateVersion7();
        await new RecommendAgent(database.GateFor(Cadre, _clock), _clock).RunAsync(new(id, Places.Village, null, new(person.Id), Points));
        await new VetAgent(database.GateFor(Insurer, _clock)).RunAsync(new(id, 0, true, "Fits"));
        await new TrainAgent(database.GateFor(Insurer, _clock), _clock).RunAsync(new(id, 1, Today.AddDays(-5), Today.AddDays(-1)));
        await new RegisterAgent(database.GateFor(Insurer, _clock), _clock).RunAsync(new(id, 2, "TEST-0007", Today, Today.AddYears(3)));
        var agent = AsAgent(person, Places.Village);
        var letter = await new OwnCommitmentLetter(database.GateFor(agent, _clock), _clock).RunAsync(default);
        Assert.Equal((5, "Village"), (letter.Points.Count, Assert.Single(letter.ToSign).Village));
        await new SignCommitmentLetter(database.GateFor(agent, _clock), _clock).RunAsync(new(letter.TextId, [.. letter.Points.Select(p => p.Key)], person.Name));
        await new AssignAgent(database.GateFor(Office, _clock), _clock).RunAsync(new(id, 3, null, true, Today));
        var detail = await new AgentDetail(database.GateFor(Office, _clock), _clock).RunAsync(id, default);
        Assert.Equal((AgentStatus.Assigned, "TEST-0007", true), (detail.Status, detail.Registration!.Number, detail.FullTime));
        Assert.Empty(detail.Missing);
    }

    private Task<CycleState> StateAsync() => database.SeeAsync(Places.Village, db => db.Cycles.OrderByDescending(c => c.Year).Select(c => c.State).FirstAsync());
}
