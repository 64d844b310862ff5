using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using VillageInsurance.Domain.Applications;
using VillageInsurance.Domain.Cycles;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;
using VillageInsurance.UseCases.Cycles;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Documents;
using VillageInsurance.UseCases.Tests.Shared;

namespace VillageInsurance.UseCases.Tests.Cycles;

public sealed class HangPlaqueTests(TestDatabase database) : IClassFixture<TestDatabase>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("files-").FullName;
    private readonly FakeTimeProvider _clock = new(new(2026, 3, 10, 4, 0, 0, TimeSpan.Zero));
    private readonly Actor _office = Someone.InTheCounty(Role.CountyOffice);

    [Fact]
    public async Task With_its_photo_the_plaque_is_recorded_and_numbered_and_a_second_time_the_page_is_stale()
    {
        var site = await GivenSite(2026, photo: true);

        await RunAs(_office, site, new(2026, 3, 5));

        var saved = await database.SeeAsync(Places.Village, db => db.Sites.SingleAsync(s => s.Id == site.Id));
        Assert.Equal(new DateOnly(2026, 3, 5), saved.PlaqueHungOn);
        Assert.EndsWith("\u30142026\u3015001\u53f7", saved.PlaqueNumber);
        await Assert.ThrowsAsync<ChangedMeanwhile>(() => RunAs(_office, site, new(2026, 3, 6)));
    }

    [Fact]
    public async Task Without_a_photo_it_is_refused() =>
        Assert.Equal(SiteRule.APhotoShowsThePlaque, (await Assert.ThrowsAsync<RuleBroken>(async () => await RunAs(_office, await GivenSite(2027, photo: false), new(2026, 3, 5)))).Rule);

    [Theory]
    [InlineData(2028, "2026-02-28")]
    [InlineData(2029, "2026-03-11")]
    public async Task Before_the_designation_and_after_today_no_plaque_was_hung(int year, string day) => Assert.Equal(SiteRule.APlaqueIsHungAfterTheDesignation,
        (await Assert.ThrowsAsync<RuleBroken>(async () => await RunAs(_office, await GivenSite(year, photo: true), DateOnly.Parse(day, null)))).Rule);

    [Fact]
    public async Task Another_township_does_not_find_it_and_without_the_right_nothing_opens()
    {
        var site = await GivenSite(2030, photo: true);

        await Assert.ThrowsAsync<NotFound>(() => RunAs(Someone.Who(Role.TownshipOfficial, Places.OtherVillage), site, new(2026, 3, 5)));
        await Assert.ThrowsAsync<NotPermitted>(() => RunAs(Someone.Who(Role.VillageCadre, Places.Village), site, new(2026, 3, 5)));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task<Site> GivenSite(int year, bool photo)
    {
        var (application, site) = GivenCycle.SiteOf(GivenCycle.In(CycleState.Site, year));
        await database.GivenAsync(Places.Village, application, site);
        if (photo)
            await new AttachEvidence(database.GateFor(_office, _clock), new DiskFileStore(_folder), _clock)
                .RunAsync(new(Guid.CreateVersion7(), Places.Village, site.Id, EvidenceKind.SitePlaque, "p.pdf", new MemoryStream(Encoding.Latin1.GetBytes("%PDF-1.7"))));
        return site;
    }

    private Task RunAs(Actor actor, Site site, DateOnly on) => new HangPlaque(database.GateFor(actor, _clock), _clock).RunAsync(new(site.Id, site.Version, on));
}
