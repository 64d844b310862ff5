using VillageInsurance.Domain.Acceptance;
using VillageInsurance.Domain.Awards;
using VillageInsurance.Domain.Cycles;
using VillageInsurance.UseCases.Cycles;

namespace VillageInsurance.Web.CommandLine.Demo;

/// <summary>A sample year: 2025 from the launch to the declarations, its review and titles in 2026, and what began in 2026. Everything is done by the demo's people through the use cases, day by day.</summary>
internal static class DemoYear
{
    /// <summary>Plays it on a stage whose clock stands at the year's beginning.</summary>
    public static async Task PlayAsync(DemoStage stage)
    {
        await DemoPeople.EnterAsync(stage);
        var sites = await DemoSite.ReadAsync(stage);
        var built = sites.Where(s => s.Year == 2025).ToList();
        foreach (var site in built) await DemoPeople.GrantKnownAsync(stage, site);
        await BeginAsync(stage, built);
        await BuildAsync(stage, built);
        await DeclareAsync(stage, built);
        await BeginNextAsync(stage, sites);
        await ReviewAsync(stage, built);
        await AwardAsync(stage, built);
        await GoOnAsync(stage, sites);
    }

    private static DemoSite The(IEnumerable<DemoSite> sites, CycleState state) => sites.Single(s => s.Until == state);

    private static async Task BeginAsync(DemoStage stage, IReadOnlyList<DemoSite> sites)
    {
        stage.Clock.Reach(2025, 1, 6);
        await DemoLaunch.PublishSchemeAsync(stage);
        await DemoPeople.SeatAsync(stage);
        await DemoLaunch.PlanAsync(stage, 2025, 1, 0, 1, 2, 1, 1, 1, 0);
        stage.Clock.Reach(2025, 1, 20);
        await DemoLaunch.ReportAsync(stage, 2025, 8);
        foreach (var site in sites.DistinctBy(s => s.Village)) await DemoPeople.CommitteeAsync(stage, site);
        stage.Clock.Reach(2025, 1, 23);
        foreach (var site in sites) await DemoSites.DesignateAsync(stage, site);
    }

    private static async Task BuildAsync(DemoStage stage, IReadOnlyList<DemoSite> sites)
    {
        stage.Clock.Reach(2025, 2, 10);
        foreach (var site in sites) await DemoStaffing.SignAsync(stage, site);
        stage.Clock.Reach(2025, 2, 24);
        foreach (var site in sites)
        {
            await DemoStaffing.AppointAsync(stage, site);
            await DemoStaffing.EmployAsync(stage, site);
        }
        await DemoAgents.EmployMoreAsync(stage, The(sites, CycleState.Returned));
        stage.Clock.Reach(2025, 3, 5);
        foreach (var site in sites) await DemoSites.HangPlaqueAsync(stage, site);
        await DemoStaffing.DivideAsync(stage, The(sites, CycleState.Awarded));
        stage.Clock.Reach(2025, 4, 16);
        await DemoStaffing.TrainAsync(stage, sites);
        await DemoAwards.CostAsync(stage, CostKind.Training, CostPayer.Insurer, "6800", "Cost.Training");
        stage.Clock.Reach(2025, 9, 9);
        await DemoAwards.CostAsync(stage, CostKind.Publicity, CostPayer.County, "3200.50", "Cost.Publicity");
    }

    private static async Task DeclareAsync(DemoStage stage, IReadOnlyList<DemoSite> sites)
    {
        stage.Clock.Reach(2025, 12, 24);
        foreach (var site in sites.Where(s => s.Until != CycleState.Declared)) await DemoAcceptance.DeclareAsync(stage, site);
    }

    // The new year begins: its own plans and candidates.
    private static async Task BeginNextAsync(DemoStage stage, IReadOnlyList<DemoSite> sites)
    {
        stage.Clock.Reach(2026, 1, 5);
        await stage.Any<ContinueCycles>().RunAsync();
        await DemoLaunch.PlanAsync(stage, 2026, 1, 1, 0, 1, 1, 0, 2, 1);
        var candidates = sites.Where(s => s.Year == 2026).ToList();
        await DemoLaunch.ChooseAsync(stage, candidates, [.. candidates.Where(s => s.Until != CycleState.Withdrawn)]);
        foreach (var site in sites.Where(s => s.Agent.Length > 0 && s.Until != CycleState.Returned)) await DemoStaffing.SignLetterAsync(stage, site.Agent);
        await DemoStaffing.SignLetterAsync(stage, The(sites, CycleState.Returned).Agent);
        stage.Clock.Reach(2026, 1, 14);
        foreach (var site in sites.Where(s => s.Supervisor.Length > 0)) await DemoStaffing.AssessAsync(stage, site, site.Until != CycleState.Forwarded);
        await DemoLaunch.ReportAsync(stage, 2026, 4);
        foreach (var site in candidates.Where(s => s.Until != CycleState.Withdrawn)) await DemoSites.DesignateAsync(stage, site);
    }

    private static async Task ReviewAsync(DemoStage stage, IReadOnlyList<DemoSite> sites)
    {
        stage.Clock.Reach(2026, 1, 31);
        await DemoAcceptance.ReturnAsync(stage, The(sites, CycleState.Returned));
        foreach (var site in sites.Where(s => s.Until is not (CycleState.Returned or CycleState.Declared))) await DemoAcceptance.PassAsync(stage, site);
        await DemoAcceptance.RecordMinutesAsync(stage, MeetingBody.CountyOffice, stage.County, "MinutesNumber");
        await DemoAwards.CostAsync(stage, CostKind.Assessment, CostPayer.Insurer, "4500", "Cost.Assessment");
        stage.Clock.Reach(2026, 2, 3);
        await DemoAcceptance.ForwardAsync(stage, [.. sites.Where(s => s.Until is CycleState.Awarded or CycleState.Kept or CycleState.Revoked or CycleState.Forwarded)]);
        await stage.Any<ContinueCycles>().RunAsync();
    }

    private static async Task AwardAsync(DemoStage stage, IReadOnlyList<DemoSite> sites)
    {
        var titled = sites.Where(s => s.Until is CycleState.Awarded or CycleState.Kept or CycleState.Revoked).ToList();
        stage.Clock.Reach(2026, 3, 4);
        foreach (var site in titled) await DemoAcceptance.ReplyAsync(stage, site);
        stage.Clock.Reach(2026, 3, 5);
        var notice = await DemoAcceptance.PublishAsync(stage, NoticeKind.Titles, null, titled);
        stage.Clock.Reach(2026, 3, 6);
        var objection = await DemoAcceptance.ObjectAsync(stage, notice, titled[0]);
        stage.Clock.Reach(2026, 3, 9);
        await DemoAcceptance.AnswerAsync(stage, objection);
        stage.Clock.Reach(2026, 3, 16);
        foreach (var site in titled) await DemoAcceptance.AwardAsync(stage, site);
        stage.Clock.Reach(2026, 3, 25);
        foreach (var site in titled) await DemoAwards.HonourAsync(stage, site);
        await DemoAwards.CostAsync(stage, CostKind.Ceremony, CostPayer.Insurer, "5200", "Cost.Ceremony");
        foreach (var site in titled) await DemoAwards.SumUpAsync(stage, site);
        await RewardAsync(stage, The(sites, CycleState.Awarded), The(sites, CycleState.Kept), The(sites, CycleState.Revoked));
    }

    // One reward used, one approved, one paid, one refused, one that waits for the leader.
    private static async Task RewardAsync(DemoStage stage, DemoSite first, DemoSite second, DemoSite third)
    {
        var notice = await DemoAcceptance.PublishAsync(stage, NoticeKind.Rewards, await DemoAwards.TitleAsync(stage, first), [first, second]);
        var (used, approved, refused) = (await DemoAwards.PrepareVillageAsync(stage, first), await DemoAwards.PrepareVillageAsync(stage, second), await DemoAwards.PrepareVillageAsync(stage, third));
        stage.Clock.Reach(2026, 4, 9);
        var paid = await DemoAwards.PrepareSupervisorAsync(stage, first, notice);
        await DemoAwards.PrepareSupervisorAsync(stage, second, notice);
        foreach (var line in new[] { used, approved, paid }) await DemoAwards.ApproveAsync(stage, line);
        await DemoAwards.RefuseAsync(stage, refused);
        stage.Clock.Reach(2026, 4, 20);
        foreach (var line in new[] { used, paid }) await DemoAwards.PayAsync(stage, first, line);
        stage.Clock.Reach(2026, 5, 11);
        await DemoAwards.UseAsync(stage, first, used);
    }

    private static async Task GoOnAsync(DemoStage stage, IReadOnlyList<DemoSite> sites)
    {
        var (signed, returned, declared) = (The(sites, CycleState.Signed), The(sites, CycleState.Returned), The(sites, CycleState.Declared));
        stage.Clock.Reach(2026, 5, 13);
        await DemoStaffing.SignAsync(stage, signed);
        await DemoStaffing.NominateAsync(stage, signed, new(Guid.CreateVersion7(), stage.Words["Supervisor.New"]));
        await DemoSites.HangPlaqueAsync(stage, The(sites, CycleState.Site));
        var tooSmall = The(sites, CycleState.Withdrawn);
        await DemoSites.WithdrawAsync(stage, tooSmall, await DemoSites.ApplyAsync(stage, tooSmall));
        stage.Clock.Reach(2026, 6, 15);
        await DemoAgents.RestAsync(stage);
        await DemoAcceptance.DeclareAsync(stage, declared);
        stage.Clock.Reach(2026, 6, 22);
        await DemoAcceptance.ReviewAsync(stage, declared, "office2", ReviewVerdict.Return, 8);
        stage.Clock.Reach(2026, 9, 15);
        await DemoAwards.CheckAsync(stage, The(sites, CycleState.Kept));
        await DemoAwards.CheckAsync(stage, The(sites, CycleState.Revoked), RevocationGround.PremiumTaken, RevocationGround.MisSelling);
        stage.Clock.Reach(2026, 10, 30);
        await DemoAgents.ReplaceAsync(stage, returned);
    }
}
