using VillageInsurance.Domain.Awards;
using VillageInsurance.Domain.Schemes;
using VillageInsurance.UseCases.Awards;
using VillageInsurance.UseCases.Documents;
using VillageInsurance.UseCases.Organisation;

namespace VillageInsurance.Web.CommandLine.Demo;

/// <summary>Titles with their honours, rewards in each status, checks, costs and what was learned.</summary>
internal static class DemoAwards
{
    public static async Task<Guid> TitleAsync(DemoStage stage, DemoSite site) =>
        (await stage.As<VillageFile>("office").RunAsync(new(site.Place, stage.Today), default)).Title!.Id;

    /// <summary>The ceremony and the plaque.</summary>
    public static async Task HonourAsync(DemoStage stage, DemoSite site)
    {
        var id = await TitleAsync(stage, site);
        await stage.AttachAsync("office", site.Village, id, EvidenceKind.Award);
        await stage.As<RecordHonour>("office").RunAsync(new(id, 0, HonourKind.Ceremony, stage.Today, ""));
        await stage.As<RecordHonour>("office").RunAsync(new(id, 1, HonourKind.Plaque, stage.Today, ""));
    }

    /// <summary>The village's reward of the scheme.</summary>
    public static Task<Guid> PrepareVillageAsync(DemoStage stage, DemoSite site) => PrepareAsync(stage, site, RewardKind.Village, null, "", null);

    /// <summary>The reward of the supervisor who passed the year's assessment.</summary>
    public static Task<Guid> PrepareSupervisorAsync(DemoStage stage, DemoSite site, Guid notice) =>
        PrepareAsync(stage, site, RewardKind.Supervisor, stage.Person(site.Supervisor), stage.Words["RewardResolution"], notice);

    public static Task ApproveAsync(DemoStage stage, Guid line) => stage.As<ApproveReward>("leader").RunAsync(new(line, 0));

    public static Task RefuseAsync(DemoStage stage, Guid line) => stage.As<RefuseReward>("leader").RunAsync(new(line, 0, stage.Words["RewardRefused"]));

    public static async Task PayAsync(DemoStage stage, DemoSite site, Guid line)
    {
        await stage.AttachAsync("insurer", site.Village, line, EvidenceKind.Payment);
        await stage.As<RecordRewardPayment>("insurer").RunAsync(new(line, 1, stage.Today, $"T{stage.Today:yyyyMMdd}-{site.Code[6..]}"));
    }

    public static async Task UseAsync(DemoStage stage, DemoSite site, Guid line)
    {
        await stage.AttachAsync("office", site.Village, line, EvidenceKind.RewardUse);
        await stage.As<RecordRewardUse>("office").RunAsync(new(line, 2, RewardPurpose.Education, stage.Words["RewardUse"], stage.Today));
    }

    public static async Task CheckAsync(DemoStage stage, DemoSite site, params IReadOnlyList<RevocationGround> grounds)
    {
        var (id, titleId) = (Guid.CreateVersion7(), await TitleAsync(stage, site));
        var title = await stage.As<TitleDetail>("office").RunAsync(titleId, default);
        await stage.AttachAsync("office", site.Village, id, EvidenceKind.TitleCheck);
        await stage.As<CheckTitle>("office").RunAsync(new(id, title.Id, title.Version, grounds.Count == 0, grounds, stage.Words[grounds.Count == 0 ? "CheckKept" : "CheckRevoked"]));
    }

    public static Task CostAsync(DemoStage stage, CostKind kind, CostPayer payer, string yuan, string note) =>
        stage.As<RecordCost>("office").RunAsync(new(Guid.CreateVersion7(), null, stage.Today.Year, kind, payer, yuan, stage.Today, stage.Words[note]));

    public static async Task SumUpAsync(DemoStage stage, DemoSite site)
    {
        await stage.As<WriteSummary>(site.Cadre).RunAsync(new(site.Village, 2025, null, stage.Words["Summary.Village"]));
        await stage.As<WriteSummary>(site.Official).RunAsync(new(stage.Area(site.Code[..9]), 2025, null, stage.Words["Summary.Township"]));
    }

    private static async Task<Guid> PrepareAsync(DemoStage stage, DemoSite site, RewardKind kind, Guid? payee, string resolution, Guid? notice)
    {
        var (id, title) = (Guid.CreateVersion7(), await TitleAsync(stage, site));
        await stage.As<PrepareReward>("office").RunAsync(new(id, title, kind, payee, "", resolution, notice));
        return id;
    }
}
