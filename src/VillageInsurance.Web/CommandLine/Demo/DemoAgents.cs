using VillageInsurance.UseCases.Agreements;

namespace VillageInsurance.Web.CommandLine.Demo;

/// <summary>One village with agents in many states: one who left and whose customers are to be told, one resting, one without this year's letter, one waiting to be assigned, one to be vetted.</summary>
internal static class DemoAgents
{
    private static readonly Guid Resting = Guid.CreateVersion7(), WithoutLetter = Guid.CreateVersion7(), Waiting = Guid.CreateVersion7();

    public static async Task EmployMoreAsync(DemoStage stage, DemoSite site)
    {
        foreach (var (service, name, number) in new[] { (Resting, "Agent.Resting", "TEST000000000101"), (WithoutLetter, "Agent.WithoutLetter", "TEST000000000102") })
        {
            await DemoStaffing.RecommendAsync(stage, site, service, New(stage, name));
            await DemoStaffing.RegisterAsync(stage, service, number);
            await DemoStaffing.KeepLetterAsync(stage, site, service);
            await DemoStaffing.AssignAsync(stage, service, null);
        }
    }

    public static async Task RestAsync(DemoStage stage)
    {
        await stage.As<RecordViolation>("insurer").RunAsync(new(Guid.CreateVersion7(), Resting, stage.Today.AddDays(-5), stage.Words["Violation"], stage.Words["Measure"]));
        await stage.As<SuspendAgent>("insurer").RunAsync(new(Resting, 4, stage.Today, stage.Words["Suspension"]));
    }

    /// <summary>The village's first agent leaves; two are put forward for the place.</summary>
    public static async Task ReplaceAsync(DemoStage stage, DemoSite site)
    {
        await stage.As<EndAgentService>("office").RunAsync(new(site.Service, 4, stage.Today, stage.Words["Leaving"], null));
        await DemoStaffing.RecommendAsync(stage, site, Waiting, New(stage, "Agent.Waiting"));
        await DemoStaffing.RegisterAsync(stage, Waiting, "TEST000000000103");
        await DemoStaffing.RecommendAsync(stage, site, Guid.CreateVersion7(), New(stage, "Agent.ToVet"));
    }

    private static PersonToTake New(DemoStage stage, string name) => new(Guid.CreateVersion7(), stage.Words[name]);
}
