using VillageInsurance.Domain.Schemes;
using VillageInsurance.UseCases.Cycles;
using VillageInsurance.UseCases.Schemes;

namespace VillageInsurance.Web.CommandLine.Demo;

/// <summary>How a year begins: the scheme of 2025, plans for the townships, the launch checklist, and the choice among candidates.</summary>
internal static class DemoLaunch
{
    /// <summary>One of the office drafts the city's scheme of 2025, in which the size binds nobody; another one publishes it.</summary>
    public static async Task PublishSchemeAsync(DemoStage stage)
    {
        var id = Guid.CreateVersion7();
        await stage.As<DraftScheme>("office2").RunAsync(new(id, Scheme.CityTemplateId, 2025));
        var draft = await stage.As<SchemeDetail>("office2").RunAsync(id, default);
        var approval = new LegalDocument(LegalDocumentKind.Approval, stage.Words["ApprovalTitle"], stage.Words["ApprovalNumber"], stage.Today, stage.Words["ApprovalIssuer"], null);
        await stage.As<SaveScheme>("office2").RunAsync(new(id, draft.Version, draft.Name,
            draft.Rules with { Size = draft.Rules.Size! with { BindsVillages = false, BindsGroups = false }, LegalBasis = [.. draft.Rules.LegalBasis, approval] }));
        await stage.As<PublishScheme>("office").RunAsync(new(id, draft.Version + 1, stage.Today));
    }

    public static async Task PlanAsync(DemoStage stage, int year, params IReadOnlyList<int> villages)
    {
        foreach (var (township, count) in stage.Townships.Zip(villages))
            await stage.As<SetPlan>("office").RunAsync(new(stage.Area(township), year, null, count, stage.Words["PlanSource"]));
    }

    /// <summary>The first so many townships report everything that the checklist asks of them.</summary>
    public static async Task ReportAsync(DemoStage stage, int year, int townships)
    {
        foreach (var township in stage.Townships.Take(townships))
            foreach (var task in new[] { "Bodies", "Plan", "Publicity" })
                await stage.As<ReportLaunch>(OfficialOf(township)).RunAsync(new(Guid.CreateVersion7(), stage.Area(township), year, task, stage.Today, stage.Words[$"Launch.{task}"]));
    }

    public static Task ChooseAsync(DemoStage stage, IReadOnlyList<DemoSite> compared, IReadOnlyList<DemoSite> chosen) =>
        stage.As<ChooseCandidates>("office").RunAsync(new(Guid.CreateVersion7(), [.. compared.Select(s => s.Village)], [.. chosen.Select(s => s.Village)], stage.Words["Choice"]));

    // The township of the demo's own accounts has its official already.
    private static string OfficialOf(string township) => township == "532801103" ? "township" : $"t-{township[6..]}";
}
