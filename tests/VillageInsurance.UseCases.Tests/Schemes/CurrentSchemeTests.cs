using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Schemes;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Schemes;
using VillageInsurance.UseCases.Tests.Applications;
using VillageInsurance.UseCases.Tests.Shared;

namespace VillageInsurance.UseCases.Tests.Schemes;

public class CurrentSchemeTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task Without_a_published_scheme_the_city_template_holds() =>
        Assert.Equal(Scheme.CityTemplateId, await database.SeeAsync(Places.Village, async db => (await db.SchemeOfAsync(2031)).Id));

    [Fact]
    public async Task The_scheme_published_for_the_year_holds_in_that_year_only()
    {
        var basis = new LegalDocument(LegalDocumentKind.Approval, "Approval", "1", new(2032, 1, 4), "Government", null);
        var scheme = new Scheme(Guid.CreateVersion7(), Programme.Town, 2032, 1, new("-", "-"), Given.City with { LegalBasis = [basis] }, SchemeStatus.Draft);
        scheme.Publish(Guid.NewGuid(), new(2032, 1, 5), new(2032, 1, 5));
        await database.GivenAsync(Places.Village, scheme);

        Assert.Equal(scheme.Id, await database.SeeAsync(Places.Village, async db => (await db.SchemeOfAsync(2032)).Id));
        Assert.Equal(Scheme.CityTemplateId, await database.SeeAsync(Places.Village, async db => (await db.SchemeOfAsync(2033)).Id));
    }

    [Fact]
    public async Task Both_templates_can_be_looked_at_whole()
    {
        var gate = database.GateFor(Someone.Who(Role.VillageCadre, Places.Village));

        var templates = (await new SchemeList(gate, TimeProvider.System).RunAsync(default)).Where(s => s.Status == SchemeStatus.Template).ToList();
        var town = await new SchemeDetail(gate).RunAsync(Scheme.TownTemplateId, default);

        Assert.Equal([Programme.City, Programme.Town], templates.Select(s => s.Programme));
        Assert.Null(town.Rules.Size);
        Assert.Equal((Role.VillageCadre, Role.TownshipOfficial, StudentBase.Pupils), (town.Rules.Chain.SiteProposer, town.Rules.Chain.SiteDecider, town.Rules.Thresholds.StudentBase));
    }

    [Fact]
    public async Task An_administrator_looks_at_no_scheme()
    {
        var gate = database.GateFor(Someone.InTheCounty(Role.SystemAdministrator));

        await Assert.ThrowsAsync<NotPermitted>(() => new SchemeList(gate, TimeProvider.System).RunAsync(default));
        await Assert.ThrowsAsync<NotPermitted>(() => new SchemeDetail(gate).RunAsync(Scheme.CityTemplateId, default));
    }
}
