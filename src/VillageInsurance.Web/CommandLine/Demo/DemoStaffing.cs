using VillageInsurance.Domain.Agreements;
using VillageInsurance.UseCases.Agreements;
using VillageInsurance.UseCases.Documents;

namespace VillageInsurance.Web.CommandLine.Demo;

/// <summary>The agreement, the supervisor and the agents of a site, with their letters, trainings and assessments.</summary>
internal static class DemoStaffing
{
    public static async Task SignAsync(DemoStage stage, DemoSite site)
    {
        var id = Guid.CreateVersion7();
        var (committee, branch) = (await DemoPeople.NameAsync(stage, site.Cadre), await DemoPeople.NameAsync(stage, "insurer"));
        await stage.As<DraftAgreement>("insurer").RunAsync(new(id, site.Village, null));
        var draft = await stage.As<AgreementDetail>("insurer").RunAsync(id, default);
        await stage.AttachAsync("insurer", site.Village, id, EvidenceKind.Agreement);
        await stage.As<SubmitAgreement>("insurer").RunAsync(new(id, draft.Version, draft.Terms with
        {
            Committee = draft.Place.Village,
            Branch = stage.Words["Branch"],
            From = stage.Today,
            To = stage.Today.AddYears(3).AddDays(-1),
            SignedOn = stage.Today,
            CommitteeSigner = committee,
            BranchSigner = branch,
        }));
        await stage.As<PutAgreementInForce>("office").RunAsync(new(id, draft.Version + 1, ""));
    }

    public static Task NominateAsync(DemoStage stage, DemoSite site, PersonToTake person) =>
        stage.As<NominateSupervisor>(site.Cadre).RunAsync(new(site.Term, site.Village, site.Group, person, PointsOf(stage)));

    public static async Task AppointAsync(DemoStage stage, DemoSite site)
    {
        await NominateAsync(stage, site, new(stage.Person(site.Supervisor)));
        await stage.As<AppointSupervisor>("office").RunAsync(new(site.Term, 0, stage.Today, stage.Today.AddYears(3).AddDays(-1)));
    }

    public static Task RecommendAsync(DemoStage stage, DemoSite site, Guid service, PersonToTake person) =>
        stage.As<RecommendAgent>(site.Cadre).RunAsync(new(service, site.Village, site.Group, person, PointsOf(stage)));

    /// <summary>Vetted, trained last week and registered by the insurer. Number: in the register.</summary>
    public static async Task RegisterAsync(DemoStage stage, Guid service, string number)
    {
        await stage.As<VetAgent>("insurer").RunAsync(new(service, 0, true, stage.Words["Vetting"]));
        await stage.As<TrainAgent>("insurer").RunAsync(new(service, 1, stage.Today.AddDays(-7), stage.Today.AddDays(-3)));
        await stage.As<RegisterAgent>("insurer").RunAsync(new(service, 2, number, new(2023, 3, 1), null));
    }

    /// <summary>The site's agent from the recommendation to the assignment.</summary>
    public static async Task EmployAsync(DemoStage stage, DemoSite site)
    {
        await RecommendAsync(stage, site, site.Service, new(stage.Person(site.Agent)));
        await RegisterAsync(stage, site.Service, $"TEST{site.Agent[1..].PadLeft(12, '0')}");
        await SignLetterAsync(stage, site.Agent);
        await AssignAsync(stage, site.Service, site.Group);
    }

    public static Task AssignAsync(DemoStage stage, Guid service, Guid? group) => stage.As<AssignAgent>("office").RunAsync(new(service, 3, group, true, stage.Today));

    /// <summary>The agent with the account, in the village of the demo's own people: ready to record households.</summary>
    public static async Task EmployOwnAsync(DemoStage stage, Guid village)
    {
        var service = Guid.CreateVersion7();
        await stage.As<RecommendAgent>("cadre").RunAsync(new(service, village, null, new(stage.Person("agent")), PointsOf(stage)));
        await RegisterAsync(stage, service, "TEST000000000200");
        await SignLetterAsync(stage, "agent");
        await AssignAsync(stage, service, null);
    }

    public static async Task SignLetterAsync(DemoStage stage, string agent)
    {
        var letter = await stage.As<OwnCommitmentLetter>(agent).RunAsync(default);
        await stage.As<SignCommitmentLetter>(agent).RunAsync(new(letter.TextId, [.. letter.Points.Select(p => p.Key)], letter.Name));
    }

    /// <summary>For somebody without an account, from the paper that he signed.</summary>
    public static async Task KeepLetterAsync(DemoStage stage, DemoSite site, Guid service)
    {
        var id = Guid.CreateVersion7();
        await stage.AttachAsync("insurer", site.Village, id, EvidenceKind.Agent);
        await stage.As<RecordSignedLetter>("insurer").RunAsync(new(id, service));
    }

    public static Task DivideAsync(DemoStage stage, DemoSite site) => stage.As<DivideHouseholds>("office").RunAsync(new(site.Service, stage.Today, [], []));

    public static async Task TrainAsync(DemoStage stage, IReadOnlyList<DemoSite> sites)
    {
        await stage.As<RecordTraining>("office").RunAsync(new(Guid.CreateVersion7(), TrainingAudience.Supervisors, TrainingKind.Training, stage.County, stage.Today, 6, stage.Words["TrainingPlace"],
            stage.Words["SupervisorTopic"], [.. sites.Select((s, i) => new RecordTraining.Attendant(s.Village, s.Group, stage.Person(s.Supervisor), i != 2))]));
        await stage.As<RecordTraining>("insurer").RunAsync(new(Guid.CreateVersion7(), TrainingAudience.Agents, TrainingKind.Exchange, stage.County, stage.Today, 8, stage.Words["TrainingPlace"],
            stage.Words["AgentTopic"], [.. sites.Select((s, i) => new RecordTraining.Attendant(s.Village, s.Group, stage.Person(s.Agent), i != 4))]));
    }

    public static Task AssessAsync(DemoStage stage, DemoSite site, bool passed) => stage.As<AssessSupervisor>("office").RunAsync(new(Guid.CreateVersion7(), site.Term, 2025,
        passed ? new(4, 26, 1, stage.Words["AssessmentGood"]) : new(1, 3, 0, stage.Words["AssessmentPoor"]), passed));

    private static SelectionPoints PointsOf(DemoStage stage) => new(stage.Words["Point.Character"], stage.Words["Point.Relations"], stage.Words["Point.Ability"], stage.Words["Point.Schooling"]);
}
