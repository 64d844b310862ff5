using VillageInsurance.Domain.Acceptance;
using VillageInsurance.UseCases.Acceptance;
using VillageInsurance.UseCases.Documents;

namespace VillageInsurance.Web.CommandLine.Demo;

/// <summary>From the declaration to the title: review, list, reply, public notice.</summary>
internal static class DemoAcceptance
{
    private static readonly string[] Items = ["Resolution", "Cadre", "Agents", "Agreement", "Files", "NoViolation"], Pack = ["SurveyCoverage", "Feedback", "ClaimsLedger", "Publicity"];

    public static async Task DeclareAsync(DemoStage stage, DemoSite site)
    {
        var cycle = await CycleAsync(stage, site);
        await stage.As<DraftDeclaration>("insurer").RunAsync(new(site.Declaration, cycle));
        await stage.As<SaveDeclaration>("insurer").RunAsync(new(site.Declaration, 0, stage.Words["Statement"], [.. Pack.Select(key => new PackAnswer(key, true, stage.Words["Attached"]))]));
        await stage.AttachAsync("insurer", site.Village, site.Declaration, EvidenceKind.Declaration);
        await stage.As<SubmitDeclaration>("insurer").RunAsync(new(site.Declaration, 1));
        await stage.As<TakeInDeclaration>("office").RunAsync(new(site.Declaration, 2));
    }

    public static async Task<Guid> CycleAsync(DemoStage stage, DemoSite site) => (await stage.As<DeclarationStart>("insurer").RunAsync(site.Place, default)).CycleId!.Value;

    /// <summary>One reviewer's form, signed. Points: of each fixed item, at most 10.</summary>
    public static async Task ReviewAsync(DemoStage stage, DemoSite site, string reviewer, ReviewVerdict verdict, int points)
    {
        var id = Guid.CreateVersion7();
        await stage.As<BeginReview>(reviewer).RunAsync(new(id, site.Declaration, ReviewTrack.County, null));
        await stage.As<SaveReview>(reviewer).RunAsync(new(id, 0, [.. Items.Select(key => new ItemScore(key, points, stage.Words["Evidence"]))], stage.Today, stage.Words["Visit"], verdict,
            stage.Words[$"Verdict.{verdict}"]));
        await stage.As<SignReview>(reviewer).RunAsync(new(id, 1));
    }

    public static async Task PassAsync(DemoStage stage, DemoSite site)
    {
        await ReviewAsync(stage, site, "office", ReviewVerdict.Pass, 10);
        await ReviewAsync(stage, site, "office2", ReviewVerdict.Pass, 9);
        await stage.As<PassDeclaration>("office").RunAsync(new(site.Declaration, 3, stage.Words["Verdict.Pass"]));
    }

    public static async Task ReturnAsync(DemoStage stage, DemoSite site)
    {
        await ReviewAsync(stage, site, "office2", ReviewVerdict.Return, 6);
        await stage.As<ReturnDeclaration>("office").RunAsync(new(site.Declaration, 3, stage.Words["Verdict.Return"], ["StudentCoverage", "LifePerHead", "Files"]));
    }

    public static async Task ForwardAsync(DemoStage stage, IReadOnlyList<DemoSite> ranked)
    {
        var list = Guid.CreateVersion7();
        await stage.As<PrepareList>("office").RunAsync(new(list, 2025, [.. ranked.Select(s => s.Declaration)]));
        await stage.As<LayListBefore>("office").RunAsync(new(list, 0));
        await stage.As<SignList>("leader").RunAsync(new(list, 1));
        await stage.As<SendList>("office").RunAsync(new(list, 2));
    }

    public static async Task ReplyAsync(DemoStage stage, DemoSite site)
    {
        var id = Guid.CreateVersion7();
        await stage.AttachAsync("insurer2", site.Village, id, EvidenceKind.Reply);
        await stage.As<RecordReply>("insurer2").RunAsync(new(id, site.Declaration, 5, true, "", stage.Words["ReplyNumber"], stage.Today.AddDays(-2)));
    }

    public static async Task<Guid> PublishAsync(DemoStage stage, NoticeKind kind, Guid? subject, IReadOnlyList<DemoSite> sites)
    {
        var (id, places) = (Guid.CreateVersion7(), new List<PublishNotice.Hung>());
        foreach (var site in sites) places.Add(new(Guid.CreateVersion7(), await CycleAsync(stage, site), stage.Words["NoticeBoard"]));
        await stage.As<PublishNotice>("office").RunAsync(new(id, kind, subject, stage.Words[$"Notice.{kind}"], stage.Today, places));
        await stage.AttachAsync("office", sites[0].Village, id, EvidenceKind.Notice);
        return id;
    }

    public static async Task<Guid> ObjectAsync(DemoStage stage, Guid notice, DemoSite site)
    {
        var id = Guid.CreateVersion7();
        await stage.As<RecordObjection>("office").RunAsync(new(id, notice, site.Village, stage.Words["Objection"], ObjectionChannel.Mailbox));
        return id;
    }

    public static Task AnswerAsync(DemoStage stage, Guid objection) =>
        stage.As<AnswerObjection>("office2").RunAsync(new(objection, 0, stage.Words["Answer"], ObjectionOutcome.Rejected));

    public static async Task RecordMinutesAsync(DemoStage stage, MeetingBody body, Guid area, string number)
    {
        var id = Guid.CreateVersion7();
        await stage.AttachAsync("office", area, id, EvidenceKind.Review);
        await stage.As<RecordMinutes>("office").RunAsync(new(id, area, body, stage.Today, stage.Words[number], stage.Words["MinutesSubject"], stage.Words["MinutesDecision"],
            [stage.Person("office"), stage.Person("office2"), stage.Person("leader")]));
    }

    public static Task AwardAsync(DemoStage stage, DemoSite site) => stage.As<AwardTitle>("office").RunAsync(new(site.Declaration, 6));
}
