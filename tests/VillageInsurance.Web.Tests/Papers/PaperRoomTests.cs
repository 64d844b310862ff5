using Bunit;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.DependencyInjection;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Papers;
using VillageInsurance.UseCases.Documents;
using VillageInsurance.UseCases.Papers;
using VillageInsurance.UseCases.Tests.Applications;
using VillageInsurance.UseCases.Tests.Shared;
using VillageInsurance.Web.Papers;
using VillageInsurance.Web.Tests.Shared;

namespace VillageInsurance.Web.Tests.Papers;

public sealed class PaperRoomTests : PageScreen, IClassFixture<TestDatabase>
{
    private static readonly Actor Office = Someone.InTheCounty(Role.CountyOffice);

    private readonly DiskFileStore _store = new(Directory.CreateTempSubdirectory("papers").FullName);

    public PaperRoomTests(TestDatabase database) : base(database)
    {
        Context.Services.AddSingleton<IFileStore>(_store);
        EveryTextIsNeeded();
        As(Office);
    }

    [Fact]
    public async Task The_log_shows_who_took_which_paper_and_finds_it_by_its_number()
    {
        var application = await Database.StoredAsync(Given.Submitted());
        var print = await new PrintPaper(Database.GateFor(Office, Clock), _store).RunAsync(new(Guid.CreateVersion7(), PaperKind.SiteApplication, application.Id, PaperForm.Page));

        var page = Show<PrintLogPage>(_ => { });

        page.WaitForElement("a.row-link", Soon);
        var row = page.FindAll("tbody tr").Single(r => r.TextContent.Contains(print.Number, StringComparison.Ordinal));
        Assert.All(["Site application", "Village", "Print page", "Draft"], said => Assert.Contains(said, row.TextContent, StringComparison.Ordinal));
        Assert.Equal($"/papers/SiteApplication/{application.Id}", row.QuerySelector("a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_template_that_knows_other_places_is_not_kept_and_says_which()
    {
        var page = Show<TemplatesPage>(_ => { });
        page.WaitForElement("input[type=file]", Soon);
        var own = (await new OpenTemplate(Database.GateFor(Office), _store).RunAsync(PaperKind.Certificate, null, default)).Content;

        page.FindComponents<InputFile>()[0].UploadFiles(InputFileContent.CreateFromBinary(own, "certificate.docx"));

        page.WaitForAssertion(() => Assert.Contains("Not kept: unknown places", page.Find(".problem").TextContent, StringComparison.Ordinal), Soon);
        Assert.Contains("{{holder}}", page.Find(".problem").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_template_of_the_office_is_listed_as_in_use()
    {
        var own = (await new OpenTemplate(Database.GateFor(Office), _store).RunAsync(PaperKind.Agreement, null, default)).Content;
        var page = Show<TemplatesPage>(_ => { });
        page.WaitForElement("input[type=file]", Soon);

        page.FindComponents<InputFile>()[(int)PaperKind.Agreement].UploadFiles(InputFileContent.CreateFromBinary(own, "ours.docx"));

        page.WaitForAssertion(() => Assert.Contains("Version 1: ours.docx", page.Markup, StringComparison.Ordinal), Soon);
        Assert.Contains("In use", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_year_without_titles_is_refused_in_the_page()
    {
        var page = Show<CertificateRequest>(_ => { });

        page.Click("button");

        page.WaitForAssertion(() => Assert.Contains("no title in force", Notice!, StringComparison.Ordinal), Soon);
    }
}
