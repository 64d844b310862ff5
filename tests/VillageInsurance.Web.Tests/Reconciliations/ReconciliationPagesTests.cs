using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Reconciliations;
using VillageInsurance.UseCases.Documents;
using VillageInsurance.UseCases.Exchange;
using VillageInsurance.UseCases.Reconciliations;
using VillageInsurance.UseCases.Tests.Exchange;
using VillageInsurance.UseCases.Tests.Households;
using VillageInsurance.UseCases.Tests.Policies;
using VillageInsurance.UseCases.Tests.Reconciliations;
using VillageInsurance.UseCases.Tests.Shared;
using VillageInsurance.Web.Reconciliations;
using VillageInsurance.Web.Tests.Shared;
using VillageInsurance.Web.Texts;

namespace VillageInsurance.Web.Tests.Reconciliations;

public sealed class ReconciliationPagesTests : PageScreen, IClassFixture<TestDatabase>
{
    private readonly DiskFileStore _store = new(Directory.CreateTempSubdirectory("statement-pages").FullName);

    public ReconciliationPagesTests(TestDatabase database) : base(database)
    {
        Context.Services.AddSingleton(new ImportRules(true));
        Context.Services.AddSingleton<IFileStore>(_store);
    }

    [Fact]
    public async Task Differences_are_ticked_and_explained_together()
    {
        var bringer = await Database.GivenInsurerAsync();
        var run = await GivenAsync(bringer, 2);
        EveryTextIsNeeded();
        As(bringer);
        var list = Show<ReconciliationsPage>(_ => { });
        list.WaitForAssertion(() => Assert.Contains("bank.csv", list.Markup, StringComparison.Ordinal), Soon);

        var page = Show<ReconciliationPage>(with => with.Add(p => p.Id, run));
        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll("tbody tr").Count), Soon);
        Assert.Contains("A***", page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("Aibo", page.Markup, StringComparison.Ordinal);
        page.Change("thead input[type=checkbox]", true);
        page.Input("#explanation", "Booked on the next day");
        page.Submit("#explanation");
        page.WaitForAssertion(() => Assert.Contains(Text("AnotherCloses"), page.Markup, StringComparison.Ordinal), Soon);
        Assert.Equal(2, page.FindAll("tbody tr").Count(r => r.TextContent.Contains("Booked on the next day", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_colleague_closes_what_is_explained()
    {
        var (bringer, colleague) = (await Database.GivenInsurerAsync(), await Database.GivenInsurerAsync());
        var run = await GivenAsync(bringer, 1);
        var line = Assert.Single((await Database.SeenAsync(bringer, run)).Lines);
        await new ExplainDifferences(Database.GateFor(bringer, Clock), Clock).RunAsync(new(run, [new(line.Id, line.Version)], "Booked on the next day"));
        EveryTextIsNeeded();
        As(colleague);
        var page = Show<ReconciliationPage>(with => with.Add(p => p.Id, run));
        page.ClickText(Text("Close"));
        page.WaitForAssertion(() => Assert.Contains(Text("CloseQuestion"), page.Markup, StringComparison.Ordinal), Soon);
        page.ClickText(Text("Close"));
        page.WaitForAssertion(() => Assert.Contains(Text("State.Closed"), page.Find("h1").TextContent, StringComparison.Ordinal), Soon);
        Assert.Empty(page.FindAll("#explanation"));
    }

    [Fact]
    public async Task Two_payers_with_one_mask_are_said_to_be_two()
    {
        var (insurer, day, mark) = (await Database.GivenInsurerAsync(), GivenStatement.NextDay(), Guid.NewGuid().ToString("N")[..8]);
        var people = await Database.GivenPeopleAsync(await Database.GivenReadyAgentAsync());
        await Database.TakeAsync(insurer, GivenPolicy.Row(0, mark, await Database.GivenProductAsync(), people.Head) with { IssuedOn = new(2025, 1, 1), EffectiveOn = new(2025, 1, 2) });
        await Database.TakeAsync(insurer, GivenPolicy.Paid(0, $"{mark}-1", mark) with { BookedOn = day }, GivenPolicy.Paid(1, $"{mark}-2", mark) with { BookedOn = day });
        var run = await Database.ComparedAsync(insurer, _store, day, GivenStatement.Csv($"{mark}-1,{mark},{day:yyyy-MM-dd},600.00,Nabcd", $"{mark}-2,{mark},{day:yyyy-MM-dd},599.00,N1984"));
        EveryTextIsNeeded();
        As(insurer);
        var page = Show<ReconciliationPage>(with => with.Add(p => p.Id, run));
        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll("tbody tr").Count), Soon);
        Assert.Equal([true, false], page.FindAll("tbody tr").Select(r => r.TextContent.Contains(Text("OtherPayer"), StringComparison.Ordinal)));
        Assert.DoesNotContain("Nabcd", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_verdict_is_shown_and_a_refused_file_says_why()
    {
        var bringer = await Database.GivenInsurerAsync();
        var (run, refused) = (await GivenAsync(bringer, 1), await Database.ComparedAsync(bringer, _store, GivenStatement.NextDay(), System.Text.Encoding.UTF8.GetBytes($"a,b\n1,{Guid.NewGuid()}\n")));
        EveryTextIsNeeded();
        As(bringer);
        Place.NavigateTo($"/reconciliations/{run}?show={ReconciliationVerdict.MissingHere}");
        var page = Show<ReconciliationPage>(with => with.Add(p => p.Id, run));
        page.WaitForAssertion(() => Assert.Contains(Text("Verdict.MissingHere"), page.Find("tbody tr").TextContent, StringComparison.Ordinal), Soon);
        Assert.Contains($"/reconciliations/{run}/export?form=Csv&verdict=MissingHere", page.FindAll("a").Select(a => a.GetAttribute("href")));
        Place.NavigateTo($"/reconciliations/{refused}");
        page = Show<ReconciliationPage>(with => with.Add(p => p.Id, refused));
        page.WaitForAssertion(() => Assert.Contains(Context.Services.GetRequiredService<IStringLocalizer<MessageTexts>>()["FileFault.NoHeader"], page.Markup, StringComparison.Ordinal), Soon);
    }

    private Task<Guid> GivenAsync(Actor bringer, int missing)
    {
        var (day, mark) = (GivenStatement.NextDay(), Guid.NewGuid().ToString("N")[..8]);
        return Database.ComparedAsync(bringer, _store, day, GivenStatement.Csv([.. Enumerable.Range(0, missing).Select(i => $"{mark}-{i},P1,{day:yyyy-MM-dd},1.00,Aibo")]));
    }

    private string Text(string key) => Context.Services.GetRequiredService<IStringLocalizer<ReconciliationTexts>>()[key];
}
