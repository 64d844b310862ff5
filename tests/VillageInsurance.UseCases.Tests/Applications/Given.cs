using VillageInsurance.Domain.Applications;
using VillageInsurance.Domain.Cycles;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Schemes;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Tests.Shared;

namespace VillageInsurance.UseCases.Tests.Applications;

/// <summary>Applications under the city scheme that comes with the product, and the people who handle them.</summary>
internal static class Given
{
    private static readonly DateTimeOffset Morning = new(2026, 3, 1, 1, 0, 0, TimeSpan.Zero);
    private static int _year = 2100;

    public static readonly SchemeRules City = SchemeTemplates.Read("city-scheme.json").Rules;

    public static readonly Actor Official = Someone.Who(Role.TownshipOfficial, Places.Village, Places.Sibling);
    public static readonly Actor Stranger = Someone.Who(Role.TownshipOfficial, Places.OtherVillage);
    public static readonly Actor Office = Someone.InTheCounty(Role.CountyOffice);
    public static readonly Actor Agent = Someone.Who(Role.ResidentAgent, Places.Village);

    public static ApplicationForm Form =>
        new(400, 1600, [.. City.Conditions.Select(c => new ConditionAnswer(c.Key, true, "So it is", ""))], new(2026, 2, 1), "3", "Dao Wenming");

    /// <summary>Each in a year of its own, since a village has one application a year.</summary>
    public static SiteApplication Draft(Guid? village = null)
    {
        var scheme = new Scheme(Scheme.CityTemplateId, Programme.City, 0, 1, new("-", "-"), City, SchemeStatus.Template);
        var application = SiteApplication.Draft(Guid.CreateVersion7(), village ?? Places.Village, null, Interlocked.Increment(ref _year), scheme,
            village == Places.OtherVillage ? Stranger : Official);
        application.Edit(village == Places.OtherVillage ? Stranger : Official, Form, City);
        return application;
    }

    public static SiteApplication Submitted(ApplicationForm? form = null)
    {
        var application = Draft();
        if (form is not null) application.Edit(Official, form, City);
        application.Submit(Official, City, Morning);
        return application;
    }

    public static SiteApplication Returned()
    {
        var application = Submitted();
        application.Return(Office, "Count again", ["Households"], City, Morning);
        return application;
    }

    // The submission began the site's cycle.
    private static IEnumerable<object> CycleOf(SiteApplication application)
    {
        if (application.Rounds.Count == 0) yield break;
        var cycle = new VillageCycle(Guid.CreateVersion7(), application.VillageId, application.SiteGroupId, application.Year, application.SchemeId);
        cycle.Move(CycleMove.Propose, Official, new HashSet<CycleRule> { CycleRule.TheApplicationIsComplete }, City.Chain, Morning, new(2026, 3, 1));
        if (application.Status == ApplicationStatus.Returned)
            cycle.Move(CycleMove.SendBack, Office, new HashSet<CycleRule>(), City.Chain, Morning, new(2026, 3, 1), "Count again");
        yield return cycle;
    }

    public static async Task<SiteApplication> StoredAsync(this TestDatabase database, SiteApplication application)
    {
        await database.GivenAsync(application.VillageId, [application, .. CycleOf(application)]);
        return application;
    }
}
