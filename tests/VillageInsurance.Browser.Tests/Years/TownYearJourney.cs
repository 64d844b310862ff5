using Microsoft.Extensions.DependencyInjection;
using VillageInsurance.Browser.Tests.Shared;
using VillageInsurance.Domain.Awards;
using VillageInsurance.Domain.Cycles;
using VillageInsurance.Domain.Schemes;
using VillageInsurance.UseCases.Awards;
using VillageInsurance.UseCases.Organisation;
using VillageInsurance.UseCases.Schemes;
using static Microsoft.Playwright.Assertions;

namespace VillageInsurance.Browser.Tests.Years;

/// <summary>A village of the town's scheme: its cadre proposes, the township decides, declares and reviews, the county's group accepts; supervisor and agent are rewarded, too.</summary>
public sealed class TownYearJourney(YearProduct product, Chromium chromium) : IClassFixture<YearProduct>
{
    private const string Ledger = "/rewards?year=2025", March = "2025年3月";

    [Fact]
    public async Task From_the_proposal_to_the_title()
    {
        await using var walk = new Walk(product, chromium);
        await walk.GoOnAsync(2025, 1, 6);
        await PublishSchemeAsync();
        await walk.GoOnAsync(2025, 2, 10);
        await walk.DesignateAsync("cadre", "township", "2025-02-08");
        await walk.HangPlaqueAsync("township", "2025-02-10");
        await walk.SignAgreementAsync("2025-02-10", "2027-02-09");
        await walk.AppointSupervisorAsync();
        await walk.AssignAgentAsync(trained: "2025-02-08", registered: "2025-02-09");
        await walk.ExpectBuildingAsync("cadre");

        await walk.GoOnAsync(2025, 12, 24);
        await AssessAsync(walk);
        var declaration = await walk.DeclareAsync("township2");
        await walk.DecideAsync("office", declaration, "受理", "考核中", "take-in");
        await walk.GoOnAsync(2026, 1, 20);
        await walk.ScoreAsync("township", declaration, "乡镇领导小组", "2026-01-16");
        await walk.ScoreAsync("township3", declaration, "乡镇领导小组", "2026-01-16");
        await walk.DecideAsync("township3", declaration, "初审通过", "初审通过", "pass");
        await walk.ScoreAsync("office2", declaration, "县（市）领导小组", "2026-01-19");
        await walk.ScoreAsync("office3", declaration, "县（市）领导小组", "2026-01-19");

        await walk.GoOnAsync(2026, 2, 2);
        await walk.PublishAsync("office2", "2026-02-02");
        await walk.GoOnAsync(2026, 2, 10);
        await walk.RecordMinutesAsync("office", "领会〔2026〕3号", "2026-02-09");
        await walk.RecordReplyAsync("office", declaration, "领会〔2026〕3号", "2026-02-09", "领会〔2026〕3号");
        await walk.DecideAsync("office2", declaration, "授予称号", "已授牌", "award");

        var title = await walk.OpenTitleAsync("office");
        await PrepareAsync(walk, title);
        await walk.GoOnAsync(2026, 3, 2);
        await PayAsync(walk, title);
        await ReadBackAsync(title);
    }

    // Drafted by one, published by another, with the document that approves it.
    private async Task PublishSchemeAsync()
    {
        var id = Guid.CreateVersion7();
        await product.AsAsync("office", async services =>
        {
            await services.GetRequiredService<DraftScheme>().RunAsync(new(id, Scheme.TownTemplateId, 2025));
            var draft = await services.GetRequiredService<SchemeDetail>().RunAsync(id, default);
            await services.GetRequiredService<SaveScheme>().RunAsync(new(id, draft.Version, draft.Name, draft.Rules with { LegalBasis = [new(LegalDocumentKind.Approval, "关于印发创建方案的通知", "领〔2025〕1号", new(2025, 1, 3), "县领导小组", null)] }));
        });
        await product.AsAsync("office2", async services =>
        {
            var draft = await services.GetRequiredService<SchemeDetail>().RunAsync(id, default);
            await services.GetRequiredService<PublishScheme>().RunAsync(new(id, draft.Version, new(2025, 1, 6)));
        });
    }

    private static async Task AssessAsync(Walk walk)
    {
        var insurer = await walk.AsAsync("insurer", $"/villages/{walk.Village}/people");
        var part = insurer.Part("保险监督员");
        await part.Locator("summary", new() { HasText = "年度考核" }).ClickAsync();
        await insurer.FillAsync(("assess-year", "2025"), ("assess-training", "3"), ("assess-checks", "12"), ("assess-complaints", "1"));
        await part.GetByLabel("合格", new() { Exact = true }).CheckAsync();
        await walk.CheckAsync(insurer, "supervisor-assess");
        await part.SendAsync("年度考核");
        await Expect(part.Locator(".facts")).ToContainTextAsync("2025");
    }

    private static async Task PrepareAsync(Walk walk, string title)
    {
        var office = await walk.AsAsync("office", title);
        await office.HonourAsync("Ceremony", "2026-02-10");
        await office.Part("授牌与荣誉").AttachAsync("先进村牌匾.png");
        await office.HonourAsync("Plaque", "2026-02-10");
        await office.HonourAsync("Monument", "2026-02-10", "村委会门前");
        await office.PrepareAsync("村集体奖励");
        await office.PrepareAsync("徐超杰", resolution: "村议〔2026〕5号");
        await walk.PublishRewardsAsync(office, "2026-02-10");
        await walk.CheckAsync(office, "title");
        await walk.PayAndUseAsync(title, "村集体奖励", "2026-02-10", use: true);
    }

    private static async Task PayAsync(Walk walk, string title)
    {
        var office = await walk.AsAsync("office", Ledger);
        await office.FillAsync(("allowance-resolution", "村议〔2026〕5号"));
        await office.Part("监督员按月补贴").SendAsync("编制补贴");
        await Expect(office.Part("监督员按月补贴")).ToContainTextAsync("新编制 10 条补贴");
        await office.RestOnNoticeAsync(March);
        await walk.CheckAsync(office, "rewards");
        await office.GoAsync(title);
        await office.RestOnNoticeAsync("徐超杰");
        await walk.PayAndUseAsync(title, "徐超杰", "2026-03-02", use: false);
        await walk.PayAndUseAsync(Ledger, March, "2026-03-02", use: false);
    }

    private Task ReadBackAsync(string title) => product.AsAsync("office", async services =>
    {
        var file = await services.GetRequiredService<VillageFile>().RunAsync(new(product.People.Village, new(2026, 3, 2)), default);
        Assert.Equal(CycleState.Awarded, file.State);

        var named = await services.GetRequiredService<TitleDetail>().RunAsync(Guid.Parse(title.Split('/')[^1]), default);
        Assert.Equal((2025, new DateOnly(2026, 2, 10), new DateOnly(2026, 2, 10)), (named.Year, named.AwardedOn, named.MonumentSetOn));

        var ledger = await services.GetRequiredService<RewardLedger>().RunAsync(new(2025, null), default);
        Assert.Equal((300_000L, RewardStatus.Used), ledger.Rows.Where(r => r.Kind == RewardKind.Village).Select(r => (r.Fen, r.Status)).Single());
        Assert.Equal((100_000L, RewardStatus.Paid), ledger.Rows.Where(r => r.Kind == RewardKind.AgentsAndCadres).Select(r => (r.Fen, r.Status)).Single());
        Assert.Equal(Enumerable.Range(3, 10).Select(m => (new DateOnly(2025, m, 1), 5_000L)), ledger.Rows.Where(r => r.Month != null).Select(r => (r.Month!.Value, r.Fen)).Order());
        Assert.Equal(405_000L, ledger.Totals.Sum(t => t.Rewards));
    });
}
