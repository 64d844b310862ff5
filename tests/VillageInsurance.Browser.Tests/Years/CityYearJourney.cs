using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using VillageInsurance.Browser.Tests.Shared;
using VillageInsurance.Domain.Awards;
using VillageInsurance.Domain.Cycles;
using VillageInsurance.Domain.Papers;
using VillageInsurance.Domain.Schemes;
using VillageInsurance.UseCases.Awards;
using VillageInsurance.UseCases.Organisation;

namespace VillageInsurance.Browser.Tests.Years;

/// <summary>A village of the city's scheme from the proposal in February to its title and the proof of what the reward was spent on, all by hand.</summary>
public sealed partial class CityYearJourney(YearProduct product, Chromium chromium) : IClassFixture<YearProduct>
{
    [Fact]
    public async Task From_the_proposal_to_the_title()
    {
        await using var walk = new Walk(product, chromium);
        await walk.GoOnAsync(2025, 2, 10);
        await walk.DesignateAsync("township", "office", "2025-02-08");
        await walk.HangPlaqueAsync("township", "2025-02-10");
        await walk.SignAgreementAsync("2025-02-10", "2027-02-09");
        await walk.AppointSupervisorAsync();
        await walk.AssignAgentAsync(trained: "2025-02-08", registered: "2025-02-09");
        await walk.ExpectBuildingAsync("township");

        await walk.GoOnAsync(2025, 12, 24);
        var declaration = await walk.DeclareAsync("insurer");
        await walk.DecideAsync("office", declaration, "受理", "考核中", "take-in");
        await walk.GoOnAsync(2026, 1, 20);
        await walk.ScoreAsync("office2", declaration, "县（市）领导小组", "2026-01-16");
        await walk.ScoreAsync("office3", declaration, "县（市）领导小组", "2026-01-16");
        await walk.DecideAsync("office2", declaration, "初审通过", "初审通过", "pass");
        await walk.ForwardAsync("office", "leader");

        await walk.GoOnAsync(2026, 2, 2);
        await walk.PublishAsync("office2", "2026-02-02");
        await walk.GoOnAsync(2026, 2, 10);
        await walk.RecordReplyAsync("insurer2", declaration, "省公司〔2026〕7号", "2026-02-06");
        await walk.DecideAsync("office2", declaration, "授予称号", "已授牌", "award");

        var title = await walk.OpenTitleAsync("office");
        await RewardAsync(walk, title);
        await PrintAsync(walk, title);
        await ReadBackAsync(title);
    }

    private static async Task RewardAsync(Walk walk, string title)
    {
        var office = await walk.AsAsync("office", title);
        await office.HonourAsync("Ceremony", "2026-02-10");
        await office.Part("授牌与荣誉").AttachAsync("先进村牌匾.png");
        await office.HonourAsync("Plaque", "2026-02-10");
        await office.PrepareAsync("村集体奖励");
        await walk.CheckAsync(office, "title");
        await walk.PayAndUseAsync(title, "村集体奖励", "2026-02-10", use: true);
        await walk.CheckAsync(await walk.AsAsync("office", "/rewards?year=2026"), "rewards");
    }

    private async Task PrintAsync(Walk walk, string title)
    {
        Assert.Superset(new HashSet<PaperKind> { PaperKind.SiteApplication, PaperKind.Certificate }, (await walk.OpenPapersAsync("office")).ToHashSet());

        var (pdf, text) = await walk.PrintCertificateAsync("office", title);

        var certificate = "";
        await product.AsAsync("office", async services => certificate = (await services.GetRequiredService<TitleDetail>().RunAsync(IdOf(title), default)).Certificate);
        Assert.Contains(certificate, text, StringComparison.Ordinal);
        Assert.Equal(1, OnePage().Count(Encoding.Latin1.GetString(pdf)));
        if (Environment.GetEnvironmentVariable("JOURNEY_SHOTS") is { Length: > 0 } folder) await File.WriteAllBytesAsync(Path.Combine(folder, "certificate.pdf"), pdf);
    }

    private Task ReadBackAsync(string title) => product.AsAsync("office", async services =>
    {
        var file = await services.GetRequiredService<VillageFile>().RunAsync(new(product.People.Village, new(2026, 2, 10)), default);
        Assert.Equal(CycleState.Awarded, file.State);

        var named = await services.GetRequiredService<TitleDetail>().RunAsync(IdOf(title), default);
        Assert.Equal((2025, new DateOnly(2026, 2, 10)), (named.Year, named.AwardedOn));
        var reward = Assert.Single(named.Rewards);
        Assert.Equal((RewardKind.Village, 500_000L, RewardStatus.Used), (reward.Kind, reward.Fen, reward.Status));

        var ledger = await services.GetRequiredService<RewardLedger>().RunAsync(new(named.Year, null), default);
        Assert.Equal(500_000L, ledger.Totals.Sum(t => t.Rewards));
    });

    private static Guid IdOf(string address) => Guid.Parse(address.Split('/')[^1]);

    [GeneratedRegex(@"/Type\s*/Page\b")]
    private static partial Regex OnePage();
}
