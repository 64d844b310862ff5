using System.Text;
using VillageInsurance.Domain.Acceptance;
using VillageInsurance.Domain.Agreements;
using VillageInsurance.Domain.Awards;
using VillageInsurance.Domain.Cycles;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Documents;
using VillageInsurance.UseCases.Tests.Cycles;
using VillageInsurance.UseCases.Tests.Shared;

namespace VillageInsurance.UseCases.Tests.Awards;

/// <summary>A village with its title, the people on duty there who may be rewarded, and those who prepare, approve and pay.</summary>
internal sealed class GivenAward(TestDatabase database, int year, bool town) : IDisposable
{
    private static int _code = 100;
    private readonly string _folder = Directory.CreateTempSubdirectory("files-").FullName;

    public static readonly DateOnly AwardedOn = new(2026, 3, 1);
    public static readonly DateTimeOffset Noon = new(2026, 3, 1, 4, 0, 0, TimeSpan.Zero);

    /// <summary>A village of its own, so that nobody of another title is on duty there.</summary>
    public Guid Village { get; } = Guid.CreateVersion7();

    public Actor Office { get; } = Someone.InTheCounty(Role.CountyOffice);
    public Actor Leader { get; } = Someone.InTheCounty(Role.CountyLeader);
    public Actor Insurer { get; } = Someone.InTheCounty(Role.InsurerReviewer);
    public Title Title { get; private set; } = null!;
    public StaffMember Supervisor { get; } = Person("Yi");
    public StaffMember Agent { get; } = Person("Er");
    public CommitteeMember Cadre { get; private set; } = null!;
    public Guid NoticeId { get; } = Guid.CreateVersion7();
    public DiskFileStore Store => new(_folder);

    public async Task<GivenAward> StoreAsync(bool passed = true)
    {
        await database.GivenAsync(Village, new Area(Village, Places.Township, AreaLevel.Village, AreaKind.VillageCommittee, $"999999101{Interlocked.Increment(ref _code)}", "Awarded", new(2000, 1, 1)));
        var cycle = GivenCycle.In(CycleState.Awarded, year, Village, town: town);
        Title = new(Guid.CreateVersion7(), Village, null, cycle.Id, year, $"C-{cycle.Id:N}", AwardedOn);
        Cadre = new(Guid.CreateVersion7(), Village, "San", "Deputy", true, AwardedOn, new(2020, 1, 1), Places.Giver.Id);
        await database.GivenAsync(Village, Supervisor, Agent, cycle, Title, Cadre, Service(), Notice(cycle));
        await database.GivenAsync(Village, [.. Appointment(passed)]);
        return this;
    }

    public async Task AttachAsync(Actor by, Guid record, EvidenceKind kind) =>
        await new AttachEvidence(database.GateFor(by), Store, TimeProvider.System)
            .RunAsync(new(Guid.CreateVersion7(), Village, record, kind, "proof.pdf", new MemoryStream(Encoding.Latin1.GetBytes("%PDF-1.7"))));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    // In office all the year of the title; whether the year's assessment was passed is the test's.
    private IEnumerable<object> Appointment(bool passed)
    {
        var appointment = SupervisorAppointment.Nominate(Guid.CreateVersion7(), Village, null, Supervisor.Id, Points, false, Someone.Who(Role.VillageCadre, Village), Noon);
        appointment.Appoint(Office, new(year, 1, 1), new(year + 1, 12, 31), false, $"L-{appointment.Id:N}");
        yield return appointment;
        yield return new SupervisorAssessment(Guid.CreateVersion7(), Village, null, appointment.Id, year, new(3, 10, 0, ""), passed, Places.Giver.Id, Noon);
    }

    private AgentService Service()
    {
        var service = AgentService.Recommend(Guid.CreateVersion7(), Village, null, Agent.Id, Points, false, Someone.Who(Role.VillageCadre, Village), Noon);
        service.Vet(Insurer, true, "Good");
        service.Train(new(2020, 1, 1), new(2020, 1, 3), AwardedOn);
        service.Register(Insurer, Agent, new($"R-{Agent.Id:N}", new(2020, 1, 5), null), $"F-{service.Id:N}");
        service.Assign(Office, null, true, new(2020, 2, 1), false, AgentReadiness.On(new(2020, 2, 1), service, Agent.Registration, true), $"A-{service.Id:N}");
        return service;
    }

    private PublicNotice Notice(VillageCycle cycle) => PublicNotice.Publish(NoticeId, NoticeKind.Rewards, Guid.CreateVersion7(), year, $"N-{cycle.Id:N}", "Who is to receive what", new(2026, 3, 2), 5,
        new WorkingDays([]), [new NoticePlace(Guid.CreateVersion7(), NoticeId, Village, cycle.Id, "The board")], Office, Noon);

    private static SelectionPoints Points => new("-", "-", "-", "-");

    private static StaffMember Person(string name)
    {
        var id = Guid.CreateVersion7();
        return new(id, $"{id:N}", name, null);
    }
}
