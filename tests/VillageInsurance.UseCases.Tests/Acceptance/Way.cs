using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using VillageInsurance.Domain.Acceptance;
using VillageInsurance.Domain.Agreements;
using VillageInsurance.Domain.Applications;
using VillageInsurance.Domain.Cycles;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Schemes;
using VillageInsurance.UseCases.Acceptance;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Documents;
using VillageInsurance.UseCases.Tests.Agreements;
using VillageInsurance.UseCases.Tests.Exchange;
using VillageInsurance.UseCases.Tests.Shared;

namespace VillageInsurance.UseCases.Tests.Acceptance;

/// <summary>A village that builds and reaches the standard, the people around it, and each step of its way by the real use cases.</summary>
internal sealed class Way(TestDatabase database) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("files-").FullName;
    private readonly List<Actor> _people = [];

    public FakeTimeProvider Clock { get; } = new(new(2025, 12, 10, 4, 0, 0, TimeSpan.Zero));
    public TestDatabase Database => database;
    public Guid Village { get; private set; }
    public Guid CycleId { get; private set; }
    public Scheme Scheme { get; private set; } = null!;
    public CountyFiles Files { get; } = new();
    public Actor Township { get; private set; } = null!;
    public Actor SecondTownship { get; private set; } = null!;
    public Actor ThirdTownship { get; private set; } = null!;
    public Actor Cadre { get; private set; } = null!;
    public Actor Insurer { get; private set; } = null!;
    public Actor SecondInsurer { get; private set; } = null!;
    public Actor Office { get; private set; } = null!;
    public Actor Second { get; private set; } = null!;
    public Actor Leader { get; private set; } = null!;

    public static async Task<Way> BeginAsync(TestDatabase database, bool town = false, bool reachesIt = true)
    {
        var way = new Way(database);
        await way.BuildAsync(town ? Scheme.TownTemplateId : Scheme.CityTemplateId, reachesIt);
        return way;
    }

    public AppDbGate As(Actor actor) => database.GateFor(actor, Clock);

    /// <summary>Somebody with a role of the county or of the village, who is there as staff.</summary>
    public async Task<Actor> SomebodyAsync(Role role, bool withGrant = false)
    {
        var actor = RolePermissions.IsCountyWide(role) ? Someone.InTheCounty(role) : Someone.Who(role, Village);
        await database.GivenAsync(Village, new StaffMember(actor.StaffId, $"{actor.StaffId:N}", $"{role}", null));
        if (withGrant)
            await database.GivenAsync(Village, new RoleGrant(Guid.CreateVersion7(), actor.StaffId, role, RolePermissions.IsCountyWide(role) ? Places.County : Village, new(2025, 1, 1), null, "-", Places.Giver.Id));
        _people.Add(actor);
        return actor;
    }

    public Task<Declaration> SeeAsync(Guid id) => database.SeeAsync(Village, db => db.Declarations.AsNoTracking().SingleAsync(d => d.Id == id));

    public Task<CycleState> StateAsync() => database.SeeAsync(Village, db => db.Cycles.Where(c => c.Id == CycleId).Select(c => c.State).SingleAsync());

    public async Task<Declaration> DraftedAsync(Actor? by = null)
    {
        var id = Guid.CreateVersion7();
        var declarer = by ?? Declarer;
        await new DraftDeclaration(As(declarer)).RunAsync(new(id, CycleId));
        await new SaveDeclaration(As(declarer)).RunAsync(new(id, 0, "A year of work", [.. Scheme.Rules.Pack.Select(p => new PackAnswer(p.Key, true, "attached"))]));
        await AttachAsync(declarer, id, EvidenceKind.Declaration);
        return await SeeAsync(id);
    }

    public Actor Declarer => Scheme.Rules.Chain.Declarer == Role.InsurerReviewer ? Insurer : Township;

    public async Task<Declaration> SubmittedAsync()
    {
        var draft = await DraftedAsync();
        await new SubmitDeclaration(As(Declarer), Clock).RunAsync(new(draft.Id, draft.Version));
        return await SeeAsync(draft.Id);
    }

    public async Task<Declaration> TakenInAsync()
    {
        var submitted = await SubmittedAsync();
        await new TakeInDeclaration(As(Office), Clock).RunAsync(new(submitted.Id, submitted.Version));
        return await SeeAsync(submitted.Id);
    }

    /// <summary>A reviewer's own form, filled in; signed unless told otherwise.</summary>
    public async Task<Guid> SheetAsync(Guid declarationId, Actor reviewer, ReviewTrack track = ReviewTrack.County, ReviewVerdict verdict = ReviewVerdict.Pass, bool sign = true, int points = 10)
    {
        var id = Guid.CreateVersion7();
        await new BeginReview(As(reviewer), Clock).RunAsync(new(id, declarationId, track, null));
        await FillAsync(reviewer, id, verdict, points);
        if (sign) await new SignReview(As(reviewer), Clock).RunAsync(new(id, 1));
        return id;
    }

    public Task FillAsync(Actor writer, Guid sheet, ReviewVerdict verdict = ReviewVerdict.Pass, int points = 10) => new SaveReview(As(writer)).RunAsync(new(sheet, 0,
        [.. Scheme.Rules.ScoreForm.Items.Where(i => i.Indicator is null).Select(i => new ItemScore(i.Key, points, "seen"))], Clock.Today(), "Looked at five files", verdict, "As found"));

    public async Task<Declaration> PassedAsync()
    {
        var taken = await TakenInAsync();
        var track = ReviewSheet.FirstTrack(Scheme.Rules.Chain);
        var (first, second) = track == ReviewTrack.County ? (Office, Second) : (SecondTownship, ThirdTownship);
        await SheetAsync(taken.Id, first, track);
        await SheetAsync(taken.Id, second, track);
        await new PassDeclaration(As(first), Clock).RunAsync(new(taken.Id, taken.Version, "Meets the standard"));
        return await SeeAsync(taken.Id);
    }

    public async Task<Guid> ListedAsync(Declaration passed)
    {
        var id = Guid.CreateVersion7();
        await new PrepareList(As(Office), Clock).RunAsync(new(id, 2025, [passed.Id]));
        await new LayListBefore(As(Office), Clock).RunAsync(new(id, 0));
        return id;
    }

    public async Task<Declaration> ForwardedAsync()
    {
        var passed = await PassedAsync();
        var list = await ListedAsync(passed);
        await new SignList(As(Leader), Clock).RunAsync(new(list, 1));
        await new SendList(As(Office), Clock).RunAsync(new(list, 2));
        return await SeeAsync(passed.Id);
    }

    public async Task<Declaration> AcceptedAsync()
    {
        var forwarded = await ForwardedAsync();
        await ReplyAsync(Second, forwarded);
        return await SeeAsync(forwarded.Id);
    }

    public async Task ReplyAsync(Actor recorder, Declaration declaration, bool approved = true, bool scanned = true, string reason = "", Guid? minutes = null)
    {
        var id = Guid.CreateVersion7();
        if (scanned) await AttachAsync(recorder, id, EvidenceKind.Reply);
        await new RecordReply(As(recorder), Clock).RunAsync(new(id, declaration.Id, declaration.Version, approved, reason, "No. 7", Clock.Today(), minutes));
    }

    public async Task<Guid> PublishedAsync(string text = "These villages are to be named", Actor? by = null)
    {
        var id = Guid.CreateVersion7();
        await new PublishNotice(As(by ?? Office), Clock).RunAsync(new(id, NoticeKind.Titles, null, text, Clock.Today(), [new(Guid.CreateVersion7(), CycleId, "Village board")]));
        return id;
    }

    public Task AttachAsync(Actor actor, Guid record, EvidenceKind kind, string content = "%PDF-1.7") =>
        new AttachEvidence(As(actor), new DiskFileStore(_folder), Clock).RunAsync(new(Guid.CreateVersion7(), Village, record, kind, "scan.pdf", new MemoryStream(Encoding.Latin1.GetBytes(content))));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task BuildAsync(Guid schemeId, bool reachesIt)
    {
        var (head, _) = Files.Resident(Files.Household());
        Files.Payment(Files.Policy("P07", head, head, "2025-02-01", "2025-02-02", "2045-02-01", "annual"), "2025-02-01", reachesIt ? "500.00" : "49.99");
        Files.Payment(Files.Policy("P03", head, head, "2025-02-01", "2025-02-02", "2026-02-01"), "2025-02-01", "50.00");
        await database.ImportAsync(Files);
        Village = await database.SeeAsync(Places.Village, db => db.Areas.Where(a => a.Code == Files.VillageCode).Select(a => a.Id).SingleAsync());
        Scheme = await database.SeeAsync(Village, db => db.Schemes.AsNoTracking().SingleAsync(s => s.Id == schemeId));
        (Township, SecondTownship, ThirdTownship) = (await SomebodyAsync(Role.TownshipOfficial), await SomebodyAsync(Role.TownshipOfficial), await SomebodyAsync(Role.TownshipOfficial));
        (Cadre, Insurer, SecondInsurer) = (await SomebodyAsync(Role.VillageCadre), await SomebodyAsync(Role.InsurerReviewer), await SomebodyAsync(Role.InsurerReviewer));
        (Office, Second, Leader) = (await SomebodyAsync(Role.CountyOffice), await SomebodyAsync(Role.CountyOffice), await SomebodyAsync(Role.CountyLeader));
        await DesignateAsync();
        await StaffAsync();
        await AttachAsync(SecondTownship, Guid.CreateVersion7(), EvidenceKind.SitePlaque);
    }

    // The agreement, supervisor, agent and letter that the pack asks for, made by people who play no part afterwards.
    private async Task StaffAsync()
    {
        var (rules, early, start) = (Scheme.Rules, new DateTimeOffset(2025, 2, 1, 1, 0, 0, TimeSpan.Zero), new DateOnly(2025, 1, 1));
        var (branch, office, cadre) = (Someone.InTheCounty(Role.InsurerReviewer), Someone.InTheCounty(Role.CountyOffice), Someone.Who(Role.VillageCadre, Village));
        var (person, agent) = (Person(), Person());
        var terms = AgreementTerms.Of(rules.AgreementClauses, "Committee", "Branch") with { From = start, To = new(2026, 12, 31), SignedOn = start, CommitteeSigner = "Dao", BranchSigner = "Zhou" };
        var agreement = new Agreement(Guid.CreateVersion7(), Village, Scheme.Id, null, terms, branch.StaffId);
        agreement.Edit(branch, terms, rules.AgreementClauses);
        agreement.Submit(branch, rules.AgreementClauses, early);
        agreement.PutInForce(office, "", $"A-{agreement.Id:N}", true, early);
        var supervisor = SupervisorAppointment.Nominate(Guid.CreateVersion7(), Village, null, person.Id, Staffing.Points, false, cadre, early);
        supervisor.Appoint(office, start, new(2026, 12, 31), false, $"S-{supervisor.Id:N}");
        var service = AgentService.Recommend(Guid.CreateVersion7(), Village, null, agent.Id, Staffing.Points, false, cadre, early);
        service.Vet(branch, true, "Fits");
        service.Train(start, start, new(2025, 2, 1));
        service.Register(branch, agent, new($"R-{agent.Id:N}"[..30], start, null), $"F-{service.Id:N}");
        service.Assign(office, null, true, start, false, new([]), $"L-{service.Id:N}");
        var text = await database.SeeAsync(Village, db => db.ProgrammeTexts.AsNoTracking().FirstAsync(t => t.Kind == TextKind.CommitmentLetter));
        var letter = CommitmentLetter.Sign(Guid.CreateVersion7(), service, agent, text, [.. text.Points.Select(p => p.Key)], agent.Name, false, $"N-{service.Id:N}", 2025, early);
        await database.GivenAsync(Village, person, agent);
        await database.GivenAsync(Village, agreement, supervisor, service, letter);
    }

    private static StaffMember Person()
    {
        var id = Guid.CreateVersion7();
        return new(id, $"{id:N}", "Somebody", null);
    }

    // What other features do before: proposed, designated, signed, staffed, building, with its plaque on the wall.
    private async Task DesignateAsync()
    {
        var (rules, early) = (Scheme.Rules, new DateTimeOffset(2025, 2, 1, 1, 0, 0, TimeSpan.Zero));
        var (proposer, decider) = rules.Chain.SiteProposer == Role.TownshipOfficial ? (Township, Second) : (Cadre, Township);
        var application = SiteApplication.Draft(Guid.CreateVersion7(), Village, null, 2025, Scheme, proposer);
        application.Edit(proposer, new(400, 1600, [.. rules.Conditions.Select(c => new ConditionAnswer(c.Key, true, "So it is", ""))], new(2025, 1, 5), "3", "Dao Wenming"), rules);
        application.Submit(proposer, rules, early);
        var site = application.Approve(decider, "", rules, early, new(2025, 2, 1));
        var cycle = new VillageCycle(Guid.CreateVersion7(), Village, null, 2025, Scheme.Id);
        var everything = Enum.GetValues<CycleRule>().ToHashSet();
        foreach (var (move, mover) in new[] { (CycleMove.Propose, proposer), (CycleMove.Designate, decider), (CycleMove.Sign, Second), (CycleMove.Staff, Second), (CycleMove.Build, Second) })
            cycle.Move(move, mover, everything, rules.Chain, early, new(2025, 2, 1));
        CycleId = cycle.Id;
        await database.GateFor(Someone.WhoMayDoAnythingIn(Village)).ChangeAsync(Permission.DraftApplications, db =>
        {
            db.AddRange(application, site, cycle);
            db.Entry(site).Property(s => s.PlaqueHungOn).CurrentValue = new(2025, 2, 8);
            return Task.CompletedTask;
        });
    }
}
