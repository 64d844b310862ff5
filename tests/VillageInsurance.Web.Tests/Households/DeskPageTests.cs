using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VillageInsurance.Domain.Households;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Exchange;
using VillageInsurance.UseCases.Households;
using VillageInsurance.UseCases.Tests.Agreements;
using VillageInsurance.UseCases.Tests.Exchange;
using VillageInsurance.UseCases.Tests.Households;
using VillageInsurance.UseCases.Tests.Shared;
using VillageInsurance.Web.Households;
using VillageInsurance.Web.Tests.Shared;
using VillageInsurance.Web.Work;

namespace VillageInsurance.Web.Tests.Households;

public sealed class DeskPageTests : PageScreen, IClassFixture<TestDatabase>
{
    public DeskPageTests(TestDatabase database) : base(database)
    {
        Context.Services.AddSingleton(new ImportRules(true)).AddTransient<DraftKeeper>();
        EveryTextIsNeeded();
    }

    [Fact]
    public async Task A_family_typed_row_by_row_is_saved_and_its_file_opens()
    {
        var page = await ShowNewAsync();
        var (father, mother) = (GivenHousehold.IdNumber(1984), GivenHousehold.IdNumber(1986, Sex.Female));

        Type(page, "#name-1", "Father");
        Type(page, "#id-1", father);
        Type(page, "#name-2", "Mother");
        Type(page, "#id-2", mother);
        page.WaitForAssertion(() => Assert.Equal("Spouse", page.Find("#role-2").GetAttribute("value")), Soon);
        await page.SubmitAsync("form.desk");

        page.WaitForAssertion(() => Assert.Matches("/households/[0-9a-f-]{36}$", Place.Uri), Soon);
        var id = Guid.Parse(Place.Uri[^36..]);
        var saved = await Database.SeeAsync(Places.Village, db => db.Households.AsNoTracking().SingleAsync(h => h.Id == id));
        Assert.Equal("Father", saved.HeadName);
    }

    [Theory]
    [InlineData("12345", "13 characters short of 18.")]
    [InlineData("9999991984070111101", "1 characters too many.")]
    [InlineData("99999919840701111X", "The check fails: compare each character with the card.")]
    public async Task A_number_that_is_none_is_said_beside_it_and_keeps_the_form_from_going(string typed, string said)
    {
        var page = await ShowNewAsync();
        Type(page, "#name-1", "Father");

        Type(page, "#id-1", typed);

        page.WaitForAssertion(() => Assert.Equal(said, page.Find("#id-1-help").TextContent), Soon);
        await page.SubmitAsync("form.desk");
        page.WaitForAssertion(() => Assert.Contains("ID number is incomplete or wrong", page.Markup, StringComparison.Ordinal), Soon);
    }

    [Fact]
    public async Task A_consent_by_signature_waits_until_the_frame_is_signed_and_is_drawn_anew_from_its_numbers()
    {
        const string Drawn = "100,100 300,250 500,100";
        var page = await ShowNewAsync();
        Type(page, "#name-1", "Father");
        Type(page, "#id-1", GivenHousehold.IdNumber(1984));
        await page.ChangeLabelledAsync("How", "Signature");
        page.WaitForAssertion(() => page.Find(".signature-pad svg"), Soon);
        Type(page, "#signature", "<path d='M0 0'/>");
        page.WaitForAssertion(() => Assert.Null(page.Find(".signature-pad path:not([class])").GetAttribute("d")), Soon);

        Type(page, "#signature", Drawn);
        page.WaitForAssertion(() => Assert.Equal("M100 100L300 250L500 100", page.Find(".signature-pad path:not([class])").GetAttribute("d")), Soon);
    }

    [Fact]
    public async Task Debts_without_the_consent_to_money_are_refused_before_anything_is_sent()
    {
        var page = await ShowNewAsync();
        Type(page, "#name-1", "Father");
        Type(page, "#id-1", GivenHousehold.IdNumber(1984));
        await page.ChangeLabelledAsync("Debt band", "Above");

        await page.SubmitAsync("form.desk");
        page.WaitForAssertion(() => Assert.Contains("need the consent to questions of money", page.Markup, StringComparison.Ordinal), Soon);

        await page.ChangeAsync(".question[aria-label*='income and debts'] input", "on");
        await page.SubmitAsync("form.desk");
        page.WaitForAssertion(() => Assert.Matches("/households/[0-9a-f-]{36}$", Place.Uri), Soon);
    }

    [Fact]
    public async Task A_known_household_shows_its_people_with_masked_numbers_and_saves_a_visit()
    {
        var agent = await Database.GivenReadyAgentAsync();
        var family = await Database.GivenFamilyAsync(agent);
        As(agent);
        Place.NavigateTo($"/households/{family.Id}/edit?visit=true");
        var page = Show<DeskPage>(p => p.Add(x => x.Id, family.Id));
        page.WaitForElement("#name-3", Soon);
        Assert.All(new[] { 1, 2, 3 }, i => Assert.Matches(@"^999\*{11}[\dX]{4}$", page.Find($"#id-{i}").GetAttribute("value")!));

        await page.ChangeLabelledAsync("Length (minutes)", "25");
        await page.SubmitAsync("form.desk");

        page.WaitForAssertion(() => Assert.EndsWith($"/households/{family.Id}", Place.Uri, StringComparison.Ordinal), Soon);
        var visit = await Database.SeeAsync(Places.Village, db => db.Visits.AsNoTracking().SingleAsync(v => v.HouseholdId == family.Id));
        Assert.Equal((25, "N1984"), (visit.Answers.Minutes, visit.Answers.AnsweredBy));
    }

    [Fact]
    public async Task An_agent_without_appointment_is_told_what_is_missing_and_keeps_what_was_typed()
    {
        As(Staffing.AsAgent(await GivenStaffAsync(), Places.Village));
        Place.NavigateTo("/households/new");
        var page = Show<DeskPage>(_ => { });
        page.WaitForElement("#name-1", Soon);
        Type(page, "#name-1", "Father");
        Type(page, "#id-1", GivenHousehold.IdNumber(1984));

        await page.SubmitAsync("form.desk");

        page.WaitForAssertion(() => Assert.NotNull(Notice), Soon);
        Assert.Equal("Father", page.Find("#name-1").GetAttribute("value"));
    }

    private async Task<IRenderedComponent<DeskPage>> ShowNewAsync()
    {
        As(await Database.GivenReadyAgentAsync());
        Place.NavigateTo("/households/new");
        var page = Show<DeskPage>(_ => { });
        page.WaitForElement("#name-1", Soon);
        return page;
    }

    private static void Type(IRenderedComponent<DeskPage> page, string field, string text)
    {
        page.Change(field, text);
        page.WaitForAssertion(() => Assert.Equal(text, page.Find(field).GetAttribute("value")), Soon);
    }
}
