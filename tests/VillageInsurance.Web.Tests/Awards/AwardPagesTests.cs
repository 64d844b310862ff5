using Bunit;
using Bunit.TestDoubles;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VillageInsurance.Domain.Awards;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Schemes;
using VillageInsurance.UseCases.Awards;
using VillageInsurance.UseCases.Documents;
using VillageInsurance.UseCases.Tests.Awards;
using VillageInsurance.UseCases.Tests.Shared;
using VillageInsurance.Web.Awards;
using VillageInsurance.Web.Tests.Shared;

namespace VillageInsurance.Web.Tests.Awards;

public sealed class AwardPagesTests : PageScreen, IClassFixture<TestDatabase>
{
    public AwardPagesTests(TestDatabase database) : base(database)
    {
        EveryTextIsNeeded();
        Context.AddAuthorization();
        Context.Services.AddSingleton<IFileStore>(new DiskFileStore(Path.GetTempPath()));
        Clock.SetUtcNow(new(2027, 5, 1, 4, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public async Task The_office_prepares_what_the_scheme_gives_and_nothing_else_can_be_chosen()
    {
        using var award = await new GivenAward(Database, 2026, town: false).StoreAsync();
        As(award.Office);
        var page = Show<TitlePage>(p => p.Add(x => x.Id, award.Title.Id));
        page.WaitForElement("input[name=reward]", Soon);
        Assert.Equal(2, page.FindAll("input[name=reward]").Count);
        page.Change("input[name=reward]", true);

        await page.SubmitAsync("input[name=reward]");

        page.WaitForAssertion(() => Assert.Contains("5,000.00", page.Find("table").TextContent, StringComparison.Ordinal), Soon);
        Assert.Equal(1, await Database.SeeAsync(award.Village, db => db.RewardLines.CountAsync(l => l.TitleId == award.Title.Id)));
    }

    [Fact]
    public async Task A_title_is_taken_away_with_ground_and_words_only()
    {
        using var award = await new GivenAward(Database, 2025, town: true).StoreAsync();
        As(award.Office);
        var page = Show<TitlePage>(p => p.Add(x => x.Id, award.Title.Id));
        page.WaitForElement("input[name=check]", Soon);
        page.Change("input[name=check]", true, page.FindAll("input[name=check]").Count - 1);
        page.WaitForElement("fieldset.two", Soon);
        Assert.True(page.Find("#check-finding").Closest("form")!.QuerySelector(".form-actions button")!.HasAttribute("disabled"));
        page.Change("fieldset.two input[type=checkbox]", true);
        page.Change("#check-finding", "Premium was taken");

        await page.SubmitAsync("#check-finding");

        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("h1 ~ * .mark.late, .mark.late")), Soon);
        Assert.NotNull(await Database.SeeAsync(award.Village, db => db.Titles.Where(t => t.Id == award.Title.Id).Select(t => t.RevokedOn).SingleAsync()));
    }

    [Fact]
    public async Task The_leader_decides_in_the_ledger_and_the_office_cannot()
    {
        using var award = await new GivenAward(Database, 2024, town: false).StoreAsync();
        var line = Guid.CreateVersion7();
        await new PrepareReward(Database.GateFor(award.Office, Clock), Clock).RunAsync(new(line, award.Title.Id, RewardKind.Village, null, "", "", null));
        As(award.Leader);
        Place.NavigateTo("/rewards?year=2024");
        var page = Show<RewardsPage>(_ => { });
        page.Click(".link-button");

        await page.SubmitAsync("#reward-opinion");

        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".link-button")), Soon);
        Assert.Equal(RewardStatus.Approved, await Database.SeeAsync(award.Village, db => db.RewardLines.Where(l => l.Id == line).Select(l => l.Status).SingleAsync()));
    }

    [Fact]
    public async Task A_cadre_reads_titles_and_writes_the_years_summary()
    {
        using var award = await new GivenAward(Database, 2023, town: false).StoreAsync();
        As(Someone.Who(Role.VillageCadre, award.Village));
        Show<TitleListPage>(_ => { }).WaitForElement("a.row-link", Soon);

        Place.NavigateTo("/summaries?year=2023");
        var page = Show<SummariesPage>(_ => { });
        page.Click(".link-button");
        page.Change("#summary", "Visits in the evening reach more");
        await page.SubmitAsync("#summary");

        page.WaitForAssertion(() => Assert.Contains("reach more", page.Find("table").TextContent, StringComparison.Ordinal), Soon);
    }
}
