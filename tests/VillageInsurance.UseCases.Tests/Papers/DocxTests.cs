using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using VillageInsurance.Domain.Papers;
using VillageInsurance.UseCases.Papers;

namespace VillageInsurance.UseCases.Tests.Papers;

public class DocxTests
{
    private static readonly PrintMark Print = new("先印〔2025〕031号", "李文静", new(2025, 12, 9, 2, 15, 0, TimeSpan.Zero), "7F3A 92C1");

    public static TheoryData<PaperKind> Kinds => [.. Enum.GetValues<PaperKind>()];

    [Theory, MemberData(nameof(Kinds))]
    public async Task Every_paper_is_read_back_with_all_its_values_and_no_place_left(PaperKind kind)
    {
        var content = SamplePapers.Of(kind);

        var text = TextOf(await DocxFill.FillAsync(DocxTemplate.Of(PaperBook.LayoutOf(kind)), [new(content, Print)]));

        Assert.DoesNotContain("{{", text, StringComparison.Ordinal);
        Assert.All(content.Values.Values.Concat(content.Lists.Values.SelectMany(rows => rows).SelectMany(row => row.Values)).SelectMany(v => v.Split('\n')), value => Assert.Contains(value, text, StringComparison.Ordinal));
        Assert.Contains(Print.Number, text, StringComparison.Ordinal);
        Assert.Contains(Print.CheckCode, text, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Kinds))]
    public void Every_sample_fills_every_place_of_its_layout(PaperKind kind)
    {
        var content = SamplePapers.Of(kind);
        var known = content.Values.Keys.Concat(content.Lists.SelectMany(list => list.Value.SelectMany(row => row.Keys).Select(cell => $"{list.Key}.{cell}"))).ToHashSet();

        Assert.Equal([], PaperBook.LayoutOf(kind).Places().Except(known));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Word_finds_nothing_wrong_with_a_filled_paper(PaperKind kind)
    {
        var file = await DocxFill.FillAsync(DocxTemplate.Of(PaperBook.LayoutOf(kind)), [new(SamplePapers.Of(kind), Print)]);

        using var document = WordprocessingDocument.Open(new MemoryStream(file), isEditable: false);
        // The watermark's shape is older than the schema.
        Assert.Equal([], new OpenXmlValidator().Validate(document, TestContext.Current.CancellationToken).Where(e => e.Node?.Ancestors<Picture>().Any() != true && e.Node is not Picture).Select(e => $"{e.Path?.XPath}: {e.Description}"));
    }

    [Theory]
    [InlineData("{{number}}")]
    [InlineData("{{signers.body}} {{conditions.no}}")]
    [InlineData("</w:t></w:r><w:p>&amp;<b>")]
    [InlineData("a\u0000b\u0008c\uD800d")]
    public async Task What_people_typed_stays_text_whatever_it_looks_like(string hostile)
    {
        var paper = AppointmentLetterPaper.Of(SamplePapers.About(), new("1", hostile, "O", hostile, "P", new(2025, 1, 1), new(2025, 12, 31), [hostile, "second"], "L", "A", null));

        var text = TextOf(await DocxFill.FillAsync(DocxTemplate.Of(PaperBook.LayoutOf(PaperKind.AppointmentLetter)), [new(paper, Print)]));

        var shown = hostile.Replace('\u0000', ' ').Replace('\u0008', ' ').Replace('\uD800', ' ');
        Assert.Equal(3, text.Split(shown).Length - 1);
    }

    [Fact]
    public async Task A_line_end_becomes_a_line_break_and_opens_no_paragraph()
    {
        var paper = ScoreFormPaper.Of(SamplePapers.About(), new("1", "2", null, "P", "T", "R", [], 1, "", "", ["first\r\nsecond"], []));

        var file = await DocxFill.FillAsync(DocxTemplate.Of(PaperBook.LayoutOf(PaperKind.ScoreForm)), [new(paper, Print)]);

        using var document = WordprocessingDocument.Open(new MemoryStream(file), isEditable: false);
        var paragraph = Assert.Single(document.MainDocumentPart!.Document!.Body!.Descendants<Paragraph>(), p => p.InnerText.Contains("first", StringComparison.Ordinal));
        Assert.Equal("firstsecond", paragraph.InnerText);
        Assert.Single(paragraph.Descendants<Break>());
    }

    [Fact]
    public async Task A_place_that_word_split_into_runs_is_filled()
    {
        var template = TemplateWith(new Paragraph(new Run(new Text("No. {")), new Run(new Bold(), new Text("{num")), new Run(new Text("ber}} of {{year"), new Text("}}!"))));

        Assert.Contains("No. 先协〔2025〕001号 of 2025!", TextOf(await DocxFill.FillAsync(template, [new(SamplePapers.Of(PaperKind.Agreement), Print)])), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_without_rows_leaves_neither_row_nor_place()
    {
        var paper = AppointmentLetterPaper.Of(SamplePapers.About(), new("1", "N", "O", "C", "P", new(2025, 1, 1), new(2025, 12, 31), [], "L", "A", null));

        Assert.DoesNotContain("{{", TextOf(await DocxFill.FillAsync(DocxTemplate.Of(PaperBook.LayoutOf(PaperKind.AppointmentLetter)), [new(paper, Print)])), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(PaperStanding.Draft, "草　稿")]
    [InlineData(PaperStanding.Void, "作　废")]
    [InlineData(PaperStanding.Final, null)]
    public async Task What_must_not_be_relied_on_carries_a_watermark(PaperStanding standing, string? word)
    {
        var file = await DocxFill.FillAsync(TemplateWith(new Paragraph(new Run(new Text("{{number}}")))), [new(SamplePapers.Of(PaperKind.Agreement) with { Standing = standing }, Print)]);

        using var document = WordprocessingDocument.Open(new MemoryStream(file), isEditable: false);
        var headers = string.Concat(document.MainDocumentPart!.HeaderParts.Select(h => h.Header!.OuterXml));
        if (word is null) Assert.Empty(headers);
        else Assert.Contains($"string=\"{word}\"", headers, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_certificates_are_one_document_with_a_sheet_each()
    {
        var sheets = Enumerable.Range(1, 5).Select(i => new DocxFill.Sheet(SamplePapers.Of(PaperKind.Certificate) with { Values = new Dictionary<string, string> { ["number"] = $"No-{i}" } }, Print with { Number = $"Print-{i}" })).ToList();
        var told = new List<int>();

        var file = await DocxFill.FillAsync(DocxTemplate.Of(PaperBook.LayoutOf(PaperKind.Certificate)), sheets, done => { told.Add(done); return Task.CompletedTask; });

        var text = TextOf(file);
        Assert.All(Enumerable.Range(1, 5), i => Assert.True(text.Contains($"No-{i}", StringComparison.Ordinal) && text.Contains($"Print-{i}", StringComparison.Ordinal)));
        using var document = WordprocessingDocument.Open(new MemoryStream(file), isEditable: false);
        Assert.Equal(4, document.MainDocumentPart!.Document!.Body!.Descendants<Break>().Count(b => b.Type?.Value == BreakValues.Page));
        Assert.Equal([1, 2, 3, 4, 5], told);
    }

    internal static byte[] TemplateWith(params Paragraph[] paragraphs)
    {
        using var file = new MemoryStream();
        using (var document = WordprocessingDocument.Create(file, DocumentFormat.OpenXml.WordprocessingDocumentType.Document))
            document.AddMainDocumentPart().Document = new Document(new Body(paragraphs));
        return file.ToArray();
    }

    internal static string TextOf(byte[] file)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(file), isEditable: false);
        var main = document.MainDocumentPart!;
        IEnumerable<DocumentFormat.OpenXml.OpenXmlElement> roots = [main.Document!.Body!, .. main.HeaderParts.Select(h => h.Header!), .. main.FooterParts.Select(f => f.Footer!)];
        return string.Join('\n', roots.SelectMany(r => r.Descendants<Paragraph>()).SelectMany(p => string.Concat(p.Descendants().Select(e => e is Text t ? t.Text : e is Break ? "\n" : "")).Split('\n')));
    }
}
