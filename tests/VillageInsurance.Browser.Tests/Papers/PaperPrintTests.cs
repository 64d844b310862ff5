using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Playwright;
using VillageInsurance.Browser.Tests.Shared;
using VillageInsurance.Domain.Papers;
using VillageInsurance.UseCases.Papers;
using VillageInsurance.UseCases.Tests.Papers;
using VillageInsurance.Web.Papers;

namespace VillageInsurance.Browser.Tests.Papers;

/// <summary>Every paper as the printer gets it: A4 pages, nothing beside the edge, its values in the text. PAPER_PRINTS names a folder to keep them in, to look at.</summary>
public partial class PaperPrintTests(Chromium chromium)
{
    private static readonly PrintMark Mark = new("先印〔2025〕031号", "李文静", new(2025, 12, 9, 2, 15, 0, TimeSpan.Zero), "7F3A 92C1");

    public static TheoryData<PaperKind, int> Pages => new()
    {
        { PaperKind.SiteApplication, 2 }, { PaperKind.Agreement, 1 }, { PaperKind.AppointmentLetter, 1 }, { PaperKind.AgentRegistration, 2 }, { PaperKind.CommitmentLetter, 1 },
        { PaperKind.Declaration, 2 }, { PaperKind.ScoreForm, 1 }, { PaperKind.ReviewOpinion, 1 }, { PaperKind.ForwardingList, 2 }, { PaperKind.Certificate, 1 }, { PaperKind.RewardSheet, 1 }, { PaperKind.CommitteeFeedback, 1 },
    };

    [Theory, MemberData(nameof(Pages))]
    public async Task A_paper_fills_its_pages_and_no_more(PaperKind kind, int pages)
    {
        var content = SamplePapers.Of(kind);
        await using var page = await chromium.ShowAsync(await HtmlAsync(content));

        var text = await page.Page.InnerTextAsync("body");
        var pdf = await page.Page.PdfAsync(new() { PreferCSSPageSize = true, PrintBackground = true });

        Keep($"{kind}.pdf", pdf);
        Assert.All(content.Values.Values.SelectMany(v => v.Split('\n')).Where(v => v.Length > 0), value => Assert.Contains(Shown(value), Shown(text), StringComparison.Ordinal));
        Assert.Contains("先印〔2025〕031号", text, StringComparison.Ordinal);
        Assert.Equal(content.Standing == PaperStanding.Draft, await page.Page.IsVisibleAsync(".watermark"));
        Assert.Equal(pages, PageObject().Count(Encoding.Latin1.GetString(pdf)));
        Assert.All(MediaBox().Matches(Encoding.Latin1.GetString(pdf)), box => Assert.Equal((595, 842), (Rounded(box.Groups[1].Value), Rounded(box.Groups[2].Value))));
        Assert.Equal(0, await page.Page.EvaluateAsync<int>("[...document.querySelectorAll('.paper *')].filter(e => e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).display !== 'inline').length"));
    }

    [Fact]
    public async Task Certificates_of_a_year_print_on_a_sheet_each()
    {
        await using var page = await chromium.ShowAsync(await HtmlAsync([.. Enumerable.Repeat(SamplePapers.Of(PaperKind.Certificate), 12)]));

        var pdf = await page.Page.PdfAsync(new() { PreferCSSPageSize = true, PrintBackground = true });

        Keep("Certificates.pdf", pdf);
        Assert.Equal(12, PageObject().Count(Encoding.Latin1.GetString(pdf)));
    }

    [Fact]
    public async Task What_people_typed_is_text_on_the_page_too()
    {
        var hostile = AppointmentLetterPaper.Of(SamplePapers.About(), new("1", "<b>x</b>{{number}}", "O", "</p><script>window.hit=1</script>", "P", new(2025, 1, 1), new(2025, 12, 31), [], "L", "A", null));
        await using var page = await chromium.ShowAsync(await HtmlAsync(hostile));

        Assert.Contains("<b>x</b>{{number}}", await page.Page.InnerTextAsync("body"), StringComparison.Ordinal);
        Assert.Contains("<script>window.hit=1</script>", await page.Page.InnerTextAsync("body"), StringComparison.Ordinal);
        Assert.False(await page.Page.EvaluateAsync<bool>("'hit' in window"));
    }

    private static async Task<string> HtmlAsync(params PaperContent[] papers)
    {
        await using var services = new ServiceCollection().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        var sheets = new StringBuilder();
        foreach (var paper in papers)
            sheets.Append(await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<PaperSheet>(ParameterView.FromDictionary(
                new Dictionary<string, object?> { [nameof(PaperSheet.Sheet)] = PrintSheet.Of(paper, Mark) }))).ToHtmlString()));
        var css = string.Concat(new[] { "base.css", "papers.css" }.Select(name => File.ReadAllText(Path.Combine(WwwRoot(), name))));
        return $"<!DOCTYPE html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><title>-</title><style>{css}</style></head><body><main class=\"papers\">{sheets}</main></body></html>";
    }

    private static string WwwRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "VillageInsurance.sln"))) folder = folder.Parent!;
        return Path.Combine(folder.FullName, "src", "VillageInsurance.Web", "wwwroot");
    }

    private static void Keep(string name, byte[] pdf)
    {
        if (Environment.GetEnvironmentVariable("PAPER_PRINTS") is { Length: > 0 } folder) File.WriteAllBytes(Path.Combine(Directory.CreateDirectory(folder).FullName, name), pdf);
    }

    private static string Shown(string text) => Space().Replace(text, "");

    private static int Rounded(string points) => (int)Math.Round(double.Parse(points, CultureInfo.InvariantCulture));

    [GeneratedRegex(@"\s")]
    private static partial Regex Space();

    [GeneratedRegex(@"/Type\s*/Page\b")]
    private static partial Regex PageObject();

    [GeneratedRegex(@"/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]")]
    private static partial Regex MediaBox();
}
