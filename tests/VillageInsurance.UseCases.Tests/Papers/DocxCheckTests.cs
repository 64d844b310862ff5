using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using VillageInsurance.Domain.Papers;
using VillageInsurance.Domain.Shared;
using VillageInsurance.UseCases.Papers;

namespace VillageInsurance.UseCases.Tests.Papers;

public class DocxCheckTests
{
    public static TheoryData<PaperKind> Kinds => [.. Enum.GetValues<PaperKind>()];

    [Theory, MemberData(nameof(Kinds))]
    public void The_products_own_template_passes(PaperKind kind) => Assert.Equal([], DocxCheck.Unknown(DocxTemplate.Of(PaperBook.LayoutOf(kind)), kind));

    [Fact]
    public void Places_that_the_paper_does_not_know_are_named() =>
        Assert.Equal(["password", "signers.salary"], DocxCheck.Unknown(With(d => Add(d, "{{password}} {{signers.salary}} {{number}} {{printNumber}}")), PaperKind.Agreement));

    public static TheoryData<PaperRule, Func<byte[]>> Harmful => new()
    {
        { PaperRule.OnlyAWordFile, () => Encoding.UTF8.GetBytes("not a zip at all") },
        { PaperRule.OnlyAWordFile, () => [.. "PK\u0003\u0004"u8, .. new byte[100]] },
        { PaperRule.OnlyAWordFile, () => Zip(("readme.txt", "hello")) },
        { PaperRule.OnlyAWordFile, () => With(d => d.ChangeDocumentType(DocumentFormat.OpenXml.WordprocessingDocumentType.MacroEnabledDocument)) },
        { PaperRule.OnlyAWordFile, () => With(d => d.ChangeDocumentType(DocumentFormat.OpenXml.WordprocessingDocumentType.Template)) },
        { PaperRule.ATemplateIsAtMostTwoMegabytes, () => new byte[DocxCheck.Largest + 1] },
        { PaperRule.ATemplateIsAtMostTwoMegabytes, () => Zip(("word/document.xml", new string(' ', (int)DocxCheck.LargestUnpacked + 1))) },
        { PaperRule.NoMacrosOrObjects, () => With(d => d.MainDocumentPart!.AddNewPart<VbaProjectPart>().FeedData(new MemoryStream([1]))) },
        { PaperRule.NoMacrosOrObjects, () => With(d => d.MainDocumentPart!.AddEmbeddedObjectPart("application/vnd.openxmlformats-officedocument.oleObject").FeedData(new MemoryStream([1]))) },
        { PaperRule.NoMacrosOrObjects, () => With(d => d.MainDocumentPart!.AddAlternativeFormatImportPart(AlternativeFormatImportPartType.Html).FeedData(new MemoryStream([1]))) },
        { PaperRule.NoLinksOutside, () => With(d => d.MainDocumentPart!.AddHyperlinkRelationship(new("https://example.org/"), isExternal: true)) },
        { PaperRule.NoLinksOutside, () => With(d => d.MainDocumentPart!.AddExternalRelationship("http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate", new("https://example.org/x.dotm"))) },
        { PaperRule.NoLinksOutside, () => With(d => d.MainDocumentPart!.AddNewPart<HeaderPart>().AddExternalRelationship("http://schemas.openxmlformats.org/officeDocument/2006/relationships/image", new("file:///etc/passwd"))) },
        { PaperRule.OnlyPageNumberFields, () => With(d => d.MainDocumentPart!.Document!.Body!.Append(new Paragraph(new Run(new FieldCode("DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe"))))) },
        { PaperRule.OnlyPageNumberFields, () => With(d => d.MainDocumentPart!.Document!.Body!.Append(new Paragraph(new SimpleField { Instruction = "INCLUDETEXT \"x\"" }))) },
        { PaperRule.TheTemplateHasPlaces, () => With(_ => { }, "Only words, and {{printNumber}}") },
        { PaperRule.TheTemplateShowsThePrintNumber, () => With(_ => { }, "{{number}}") },
    };

    [Theory, MemberData(nameof(Harmful))]
    public void What_is_no_harmless_word_file_is_refused(PaperRule rule, Func<byte[]> file) =>
        Assert.Equal(rule, Assert.Throws<RuleBroken>(() => DocxCheck.Unknown(file(), PaperKind.Agreement)).Rule);

    [Fact]
    public void Page_numbers_are_allowed() =>
        Assert.Equal([], DocxCheck.Unknown(With(d => d.MainDocumentPart!.Document!.Body!.Append(new Paragraph(new SimpleField { Instruction = " NUMPAGES \\* MERGEFORMAT" }))), PaperKind.Agreement));

    private static void Add(WordprocessingDocument document, string text) => document.MainDocumentPart!.Document!.Body!.Append(new Paragraph(new Run(new Text(text))));

    private static byte[] With(Action<WordprocessingDocument> change, string text = "{{number}} {{printNumber}}")
    {
        var file = new MemoryStream();
        file.Write(DocxTests.TemplateWith(new Paragraph(new Run(new Text(text)))));
        using (var document = WordprocessingDocument.Open(file, isEditable: true)) change(document);
        return file.ToArray();
    }

    private static byte[] Zip(params (string Name, string Content)[] entries)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, content) in entries)
                using (var writer = new StreamWriter(zip.CreateEntry(name).Open())) writer.Write(content);
        return file.ToArray();
    }
}
