using VillageInsurance.Domain.Applications;
using VillageInsurance.UseCases.Applications;
using VillageInsurance.UseCases.Cycles;
using VillageInsurance.UseCases.Documents;
using VillageInsurance.UseCases.Organisation;

namespace VillageInsurance.Web.CommandLine.Demo;

/// <summary>From the application to the site with its plaque, or out of the programme.</summary>
internal static class DemoSites
{
    private static readonly string[] Conditions = ["Committee", "Awareness", "Agenda", "OneCadre", "Transport", "Economy", "Influence"];

    public static async Task<Guid> ApplyAsync(DemoStage stage, DemoSite site)
    {
        var id = Guid.CreateVersion7();
        var cadre = $"{stage.Words["CadrePost"]} {await DemoPeople.NameAsync(stage, site.Cadre)}";
        await stage.As<DraftApplication>(site.Official).RunAsync(new(id, site.Village, site.Group));
        await stage.As<SubmitApplication>(site.Official).RunAsync(new(id, 0, new(site.Households, site.People,
            [.. Conditions.Select(key => new ConditionAnswer(key, true, stage.Words[$"Fact.{key}"], ""))], stage.Today.AddDays(-3), site.Resolution, cadre)));
        return id;
    }

    public static async Task DesignateAsync(DemoStage stage, DemoSite site)
    {
        var id = await ApplyAsync(stage, site);
        await stage.As<ApproveApplication>("office2").RunAsync(new(id, 1, stage.Words["Approved"]));
    }

    public static async Task HangPlaqueAsync(DemoStage stage, DemoSite site)
    {
        var place = (await stage.As<VillageFile>(site.Official).RunAsync(new(site.Place, stage.Today), default)).Site!;
        await stage.AttachAsync(site.Official, site.Village, place.Id, EvidenceKind.SitePlaque);
        await stage.As<HangPlaque>(site.Official).RunAsync(new(place.Id, place.Version, stage.Today));
    }

    /// <summary>The office sends the application back for the village's size, and the village leaves the programme.</summary>
    public static async Task WithdrawAsync(DemoStage stage, DemoSite site, Guid application)
    {
        await stage.As<ReturnApplication>("office2").RunAsync(new(application, 1, stage.Words["TooSmall"], [nameof(ApplicationForm.Households)]));
        var way = (await stage.As<VillageFile>(site.Cadre).RunAsync(new(site.Place, stage.Today), default)).Way!;
        await stage.As<WithdrawVillage>(site.Cadre).RunAsync(new(way.CycleId, way.Version, stage.Words["Withdrawal"]));
    }
}
