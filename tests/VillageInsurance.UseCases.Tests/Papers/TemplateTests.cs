using DocumentFormat.OpenXml.Wordprocessing;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Papers;
using VillageInsurance.Domain.Shared;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Documents;
using VillageInsurance.UseCases.Papers;
using VillageInsurance.UseCases.Tests.Shared;

namespace VillageInsurance.UseCases.Tests.Papers;

public class TemplateTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private readonly DiskFileStore _store = PaperRecords.Store();
    private readonly AppDbGate _gate = database.GateFor(PaperRecords.Office);

    [Fact]
    public async Task The_newest_template_is_used_until_it_is_withdrawn_and_the_old_ones_are_kept()
    {
        var title = await database.GivenTitleAsync(Places.Village, 2051, "C-2051");
        var first = await UploadAsync("First {{number}} {{printNumber}}");
        var second = await UploadAsync("Second {{number}} {{printNumber}}");

        Assert.Contains("Second C-2051", await PrintedAsync(title.Id), StringComparison.Ordinal);
        await new WithdrawTemplate(_gate).RunAsync(new(second));
        Assert.Contains("First C-2051", await PrintedAsync(title.Id), StringComparison.Ordinal);
        Assert.Equal(PaperRule.ATemplateIsWithdrawnOnce, (await Assert.ThrowsAsync<RuleBroken>(() => new WithdrawTemplate(_gate).RunAsync(new(second)))).Rule);
        await new WithdrawTemplate(_gate).RunAsync(new(first));
        Assert.Contains("此证", await PrintedAsync(title.Id), StringComparison.Ordinal);

        var row = (await new TemplateList(_gate).RunAsync(default)).Single(r => r.Kind == PaperKind.Certificate);
        Assert.Equal([(2, false), (1, false)], row.Versions.Select(v => (v.Number, v.InUse)));
        Assert.Contains("First", DocxTests.TextOf((await new OpenTemplate(_gate, _store).RunAsync(PaperKind.Certificate, first, default)).Content), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_products_own_template_can_be_changed_and_sent_back()
    {
        var own = await new OpenTemplate(_gate, _store).RunAsync(PaperKind.Agreement, null, default);

        Assert.Equal("Agreement-template.docx", own.FileName);
        Assert.Empty((await new UploadTemplate(_gate, _store).RunAsync(new(Guid.CreateVersion7(), PaperKind.Agreement, own.FileName, new MemoryStream(own.Content)))).Unknown);
    }

    [Fact]
    public async Task Unknown_places_are_named_and_nothing_is_kept()
    {
        var sent = await new UploadTemplate(_gate, _store).RunAsync(new(Guid.CreateVersion7(), PaperKind.ScoreForm, "x.docx", Word("{{salary}} {{printNumber}}")));

        Assert.Equal(["salary"], sent.Unknown);
        Assert.Empty((await new TemplateList(_gate).RunAsync(default)).Single(r => r.Kind == PaperKind.ScoreForm).Versions);
    }

    [Fact]
    public async Task The_same_upload_twice_is_one_version_and_other_content_is_refused()
    {
        var id = Guid.CreateVersion7();
        var file = Word("{{number}} {{printNumber}}").ToArray();

        await new UploadTemplate(_gate, _store).RunAsync(new(id, PaperKind.Declaration, "a.docx", new MemoryStream(file)));
        await new UploadTemplate(_gate, _store).RunAsync(new(id, PaperKind.Declaration, "a.docx", new MemoryStream(file)));

        Assert.Single((await new TemplateList(_gate).RunAsync(default)).Single(r => r.Kind == PaperKind.Declaration).Versions);
        await Assert.ThrowsAsync<AlreadyCreated>(() => new UploadTemplate(_gate, _store).RunAsync(new(id, PaperKind.Declaration, "a.docx", Word("{{place}} {{printNumber}}"))));
    }

    [Fact]
    public async Task Only_who_manages_papers_changes_templates()
    {
        var township = database.GateFor(Someone.Who(Role.TownshipOfficial, Places.Village));

        await Assert.ThrowsAsync<NotPermitted>(() => new TemplateList(township).RunAsync(default));
        await Assert.ThrowsAsync<NotPermitted>(() => new OpenTemplate(township, _store).RunAsync(PaperKind.Agreement, null, default));
        await Assert.ThrowsAsync<NotPermitted>(() => new UploadTemplate(township, _store).RunAsync(new(Guid.CreateVersion7(), PaperKind.Agreement, "x", Word("x"))));
        await Assert.ThrowsAsync<NotPermitted>(() => new WithdrawTemplate(township).RunAsync(new(Guid.CreateVersion7())));
    }

    private async Task<Guid> UploadAsync(string text)
    {
        var id = Guid.CreateVersion7();
        Assert.Empty((await new UploadTemplate(_gate, _store).RunAsync(new(id, PaperKind.Certificate, "mine.docx", Word(text)))).Unknown);
        return id;
    }

    private async Task<string> PrintedAsync(Guid title) =>
        DocxTests.TextOf((await new PrintPaper(_gate, _store).RunAsync(new(Guid.CreateVersion7(), PaperKind.Certificate, title, PaperForm.Docx))).Docx!);

    private static MemoryStream Word(string text) => new(DocxTests.TemplateWith(new Paragraph(new Run(new Text(text)))));
}
