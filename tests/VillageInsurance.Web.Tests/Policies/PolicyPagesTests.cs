using Bunit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Policies;
using VillageInsurance.UseCases.Documents;
using VillageInsurance.UseCases.Exchange;
using VillageInsurance.UseCases.Policies;
using VillageInsurance.UseCases.Tests.Exchange;
using VillageInsurance.UseCases.Tests.Households;
using VillageInsurance.UseCases.Tests.Policies;
using VillageInsurance.UseCases.Tests.Shared;
using VillageInsurance.Web.Policies;
using VillageInsurance.Web.Tests.Shared;
using VillageInsurance.Web.Texts;

namespace VillageInsurance.Web.Tests.Policies;

public sealed class PolicyPagesTests : PageScreen, IClassFixture<TestDatabase>
{
    private static int _last;

    private readonly string _folder = Directory.CreateTempSubdirectory("policy-pages").FullName;

    public PolicyPagesTests(TestDatabase database) : base(database)
    {
        Context.Services.AddSingleton(new ImportRules(true));
        Context.Services.AddSingleton<IFileStore>(new DiskFileStore(_folder));
    }

    [Fact]
    public async Task The_agent_finds_a_policy_and_sees_its_payments_and_exceptions()
    {
        var (agent, number, _) = await GivenCashAsync();
        EveryTextIsNeeded();
        As(agent);
        var book = Show<PolicyBookPage>(_ => { });
        book.Change("#number", number);
        book.Submit("#number");
        book.WaitForAssertion(() => Assert.Contains("N1984", book.Find("tbody tr").TextContent, StringComparison.Ordinal), Soon);

        var id = await PolicyOf(number);
        var page = Show<PolicyPage>(with => with.Add(p => p.Id, id));
        page.WaitForAssertion(() => Assert.Contains("600.00", page.Find("tbody tr").TextContent, StringComparison.Ordinal), Soon);
        Assert.Contains(Text<PolicyTexts>("Exception.Cash"), page.Find("tbody .chip").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_agent_explains_and_the_insurer_calls_and_decides()
    {
        var (agent, number, exception) = await GivenCashAsync();
        EveryTextIsNeeded();
        As(agent);
        var own = Show<ExceptionPage>(with => with.Add(p => p.Id, exception));
        own.Input("#explanation", "The bank was closed.");
        own.Submit("#explanation");
        own.WaitForAssertion(() => Assert.Contains("The bank was closed.", own.Markup, StringComparison.Ordinal), Soon);
        Assert.Empty(own.FindAll("#exceptioncall-words"));
        Assert.NotEmpty(number);
    }

    [Fact]
    public async Task The_insurer_calls_and_decides()
    {
        var (_, _, exception) = await GivenCashAsync();
        EveryTextIsNeeded();
        As(await Database.GivenInsurerAsync());
        var page = Show<ExceptionPage>(with => with.Add(p => p.Id, exception));
        page.Input("#exceptioncall-words", "At home");
        await page.SubmitAsync("#exceptioncall-words");
        await new ExplainException(Database.GateFor(Someone.WhoMayDoAnythingIn(Places.Village), Clock)).RunAsync(new(exception, 1, "Closed"));
        page = Show<ExceptionPage>(with => with.Add(p => p.Id, exception));
        page.Input("#exceptiondecide-words", "Fine");
        await page.SubmitAsync("#exceptiondecide-words");
        page.WaitForAssertion(() => Assert.Contains(Text<PolicyTexts>("Decision.Cleared"), page.Find("h1").TextContent, StringComparison.Ordinal), Soon);
    }

    [Fact]
    public async Task The_lists_of_exceptions_and_renewals_show_their_rows()
    {
        var (agent, number, _) = await GivenCashAsync();
        EveryTextIsNeeded();
        As(agent);
        var exceptions = Show<ExceptionListPage>(_ => { });
        exceptions.WaitForAssertion(() => Assert.Contains(number, exceptions.Markup, StringComparison.Ordinal), Soon);
        Place.NavigateTo("/renewals");
        var renewals = Show<RenewalPage>(_ => { });
        renewals.WaitForAssertion(() => Assert.Equal(6, renewals.FindAll(".chip").Count), Soon);
    }

    [Fact]
    public async Task A_list_shows_what_would_become_of_its_rows_and_takes_a_choice()
    {
        var people = await Database.GivenPeopleAsync(await Database.GivenReadyAgentAsync());
        var (insurer, product, number) = (await Database.GivenInsurerAsync(), await Database.GivenProductAsync(), Next());
        EveryTextIsNeeded();
        As(insurer);
        var id = Guid.CreateVersion7();
        var content = $"保单号,村,被保险人,证件号码,险种,承保日期,交费方式,保费\n{number},Village,N1984,{people.Head},{product},2020-03-01,年交,600.00\n{number}b,,N1986,{people.Spouse},none,2026-03-01,年交,600.00\n";
        await Context.Services.GetRequiredService<UploadInsurerList>().RunAsync(new(id, "list.csv", System.Text.Encoding.UTF8.GetBytes(content)));
        await Context.Services.GetRequiredService<ReadInsurerList>().RunAsync(new(id));

        var lists = Show<PolicyListsPage>(_ => { });
        lists.WaitForAssertion(() => Assert.Contains("list.csv", lists.Markup, StringComparison.Ordinal), Soon);
        var page = Show<PolicyListPage>(with => with.Add(p => p.Id, id));
        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll("tbody tr").Count), Soon);
        Assert.Contains(Text<MessageTexts>("IntakeReason.UnknownProduct"), page.Markup, StringComparison.Ordinal);
        page.Change("tbody select", Places.OtherVillage.ToString());
        page.WaitForAssertion(() => Assert.Contains(Text<PolicyTexts>("Tile.AsksNote").Replace("{0}", "1", StringComparison.Ordinal), page.Markup, StringComparison.Ordinal), Soon);
        page.ClickText(Text<PolicyTexts>("Take").Replace("{0}", "1", StringComparison.Ordinal));
        page.WaitForAssertion(() => Assert.Contains(Text<PolicyTexts>("ListState.Taking"), page.Markup, StringComparison.Ordinal), Soon);
    }

    private async Task<(Actor Agent, string Number, Guid Exception)> GivenCashAsync()
    {
        var agent = await Database.GivenReadyAgentAsync();
        var (people, product, number, bringer) = (await Database.GivenPeopleAsync(agent), await Database.GivenProductAsync(), Next(), await Database.GivenInsurerAsync());
        await Database.TakeAsync(bringer, GivenPolicy.Row(0, number, product, people.Head));
        await Database.TakeAsync(bringer, GivenPolicy.Paid(0, $"F{number}", number) with { Method = PaymentMethod.Cash });
        return (agent, number, await Database.SeeAsync(Places.Village, db => db.PremiumExceptions.Where(e => db.Payments.Any(p => p.Id == e.PaymentId && p.Number == $"F{number}")).Select(e => e.Id).SingleAsync()));
    }

    private Task<Guid> PolicyOf(string number) => Database.SeeAsync(Places.Village, db => db.Policies.Where(p => p.Number == number).Select(p => p.Id).SingleAsync());

    private string Text<T>(string key) => Context.Services.GetRequiredService<IStringLocalizer<T>>()[key];

    private static string Next() => $"W{Interlocked.Increment(ref _last):000000}";
}
