using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Papers;
using VillageInsurance.UseCases.Tests.Applications;
using VillageInsurance.UseCases.Tests.Shared;
using VillageInsurance.Web.Tests.Shared;

namespace VillageInsurance.Web.Tests.Papers;

/// <summary>The print page as a browser without scripts meets it.</summary>
public sealed partial class PaperPageTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task A_preview_is_no_print_and_a_form_takes_the_number()
    {
        var (visitor, application) = (await SignedInAsync(Role.CountyOffice), await site.Database.StoredAsync(Given.Submitted()));
        var address = $"/papers/SiteApplication/{application.Id}";

        var html = await TextAsync(visitor, address);
        Assert.Contains("保险先进村建设点申报表", html, StringComparison.Ordinal);
        Assert.Contains("预览件", html, StringComparison.Ordinal);
        Assert.DoesNotContain("style=\"", html, StringComparison.Ordinal);
        Assert.Equal(0, await PrintsAsync(application.Id));

        var printed = await visitor.SubmitAsync(address, $"{address}/print", new() { ["printId"] = $"{Guid.CreateVersion7()}", ["form"] = "Page" });
        Assert.Equal(HttpStatusCode.Redirect, printed.StatusCode);
        Assert.Matches(PrintNumber(), await TextAsync(visitor, printed.Headers.Location!.OriginalString));
        Assert.Equal(1, await PrintsAsync(application.Id));
    }

    [Fact]
    public async Task A_word_file_is_a_download()
    {
        var (visitor, application) = (await SignedInAsync(Role.CountyOffice), await site.Database.StoredAsync(Given.Submitted()));

        var file = await visitor.SubmitAsync($"/papers/SiteApplication/{application.Id}", $"/papers/SiteApplication/{application.Id}/print", new() { ["printId"] = $"{Guid.CreateVersion7()}", ["form"] = "Docx" });

        Assert.Equal(HttpStatusCode.OK, file.StatusCode);
        Assert.Equal(("attachment", $"999999101201-SiteApplication-{application.Year}.docx"), (file.Content.Headers.ContentDisposition!.DispositionType, file.Content.Headers.ContentDisposition.FileName));
        Assert.StartsWith("PK", await file.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_printed_without_the_forms_token_or_the_right()
    {
        var application = await site.Database.StoredAsync(Given.Submitted());
        var (office, auditor) = (await SignedInAsync(Role.CountyOffice), await SignedInAsync(Role.Auditor));
        Dictionary<string, string> fields = new() { ["printId"] = $"{Guid.CreateVersion7()}", ["form"] = "Page" };

        Assert.Equal(HttpStatusCode.BadRequest, (await office.PostAsync($"/papers/SiteApplication/{application.Id}/print", fields)).StatusCode);
        Assert.DoesNotContain("保险先进村建设点申报表", await TextAsync(auditor, $"/papers/SiteApplication/{application.Id}"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await office.GetAsync($"/papers/Nonsense/{application.Id}")).StatusCode);
        Assert.Equal(0, await PrintsAsync(application.Id));
    }

    [Theory]
    [InlineData(Role.CountyOffice, HttpStatusCode.OK)]
    [InlineData(Role.InsurerReviewer, HttpStatusCode.Redirect)]
    public async Task Templates_are_given_to_who_manages_papers(Role role, HttpStatusCode expected)
    {
        var visitor = await SignedInAsync(role);

        var answer = await visitor.GetAsync("/papers/templates/Agreement.docx");

        Assert.True(answer.StatusCode == expected || (expected != HttpStatusCode.OK && answer.StatusCode == HttpStatusCode.Forbidden), $"{answer.StatusCode}");
    }

    private static async Task<string> TextAsync(Visitor visitor, string address) =>
        WebUtility.HtmlDecode(await (await visitor.GetAsync(address)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

    private async Task<Visitor> SignedInAsync(Role role)
    {
        var visitor = new Visitor(site.Address);
        await visitor.SignInAsync((await site.GivenAsync(role)).UserName);
        return visitor;
    }

    private Task<int> PrintsAsync(Guid record) => site.Database.SeeAsync(Places.Village, db => db.PrintRecords.CountAsync(p => p.RecordId == record && p.Kind == PaperKind.SiteApplication));

    [GeneratedRegex("打印号 先印〔2026〕\\d{3}号")]
    private static partial Regex PrintNumber();
}
