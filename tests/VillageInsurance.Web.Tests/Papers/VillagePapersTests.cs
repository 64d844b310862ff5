using Bunit;
using VillageInsurance.Domain.Papers;
using VillageInsurance.UseCases.Papers;
using VillageInsurance.UseCases.Tests.Shared;
using VillageInsurance.Web.Tests.Shared;

namespace VillageInsurance.Web.Tests.Papers;

public sealed class VillagePapersTests : PageScreen, IClassFixture<TestDatabase>
{
    public VillagePapersTests(TestDatabase database) : base(database) => EveryTextIsNeeded();

    [Fact]
    public void What_is_there_is_linked_and_what_is_missing_is_said_and_counted()
    {
        var record = Guid.NewGuid();
        PapersOfVillage papers = new(2026,
        [
            new(PaperKind.SiteApplication, PaperDue.There, record, null, new DateOnly(2026, 1, 5), true),
            new(PaperKind.Agreement, PaperDue.There, Guid.NewGuid(), "A-1", null, false),
            new(PaperKind.AppointmentLetter, PaperDue.Missing, null, null, null, false),
            new(PaperKind.Declaration, PaperDue.NotYet, null, null, null, false),
        ]);

        var card = Show<VillageInsurance.Web.Papers.VillagePapers>(p => p.Add(x => x.View, papers));

        Assert.Equal($"/papers/SiteApplication/{record}", card.Find(".papers-list a").GetAttribute("href"));
        Assert.Equal(2, card.FindAll(".papers-list a").Count);
        Assert.All(["1 missing", "2026-01-05", "A-1", "Draft", "Missing", "Not due yet"], said => Assert.Contains(said, card.Markup, StringComparison.Ordinal));
    }
}
