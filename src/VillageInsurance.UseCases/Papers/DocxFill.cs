using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using VillageInsurance.Domain.Papers;

namespace VillageInsurance.UseCases.Papers;

/// <summary>Fills a Word template. Values become text and nothing else; a table row or paragraph with a list's place is repeated for each row of the list;
/// several papers follow each other, each on a sheet of its own.</summary>
internal static class DocxFill
{
    /// <summary>Which paper is filled in with which print.</summary>
    public sealed record Sheet(PaperContent Content, PrintMark Print);

    /// <summary>The finished document. Progress is told after each paper.</summary>
    public static async Task<byte[]> FillAsync(byte[] template, IReadOnlyList<Sheet> sheets, Func<int, Task>? done = null)
    {
        using var file = new MemoryStream();
        await file.WriteAsync(template);
        using (var document = WordprocessingDocument.Open(file, isEditable: true))
        {
            var main = document.MainDocumentPart!;
            var body = main.Document!.Body!;
            var section = body.Elements<SectionProperties>().LastOrDefault();
            section?.Remove();
            var blank = body.ChildElements.Select(e => e.CloneNode(true)).ToList();
            body.RemoveAllChildren();
            for (var i = 0; i < sheets.Count; i++)
            {
                if (i > 0) body.Append(new Paragraph(new Run(new Break { Type = BreakValues.Page })));
                var sheet = new Body(blank.Select(e => e.CloneNode(true)));
                Fill(sheet, sheets[i]);
                foreach (var part in sheet.ChildElements.ToList())
                {
                    part.Remove();
                    body.Append(part);
                }
                if (done is not null) await done(i + 1);
            }
            if (section is not null) body.Append(section);
            foreach (var part in main.HeaderParts) Fill(part.Header!, sheets[0]);
            foreach (var part in main.FooterParts) Fill(part.Footer!, sheets[0]);
            if (PaperBook.Words.Watermark(sheets[0].Content.Standing) is { Length: > 0 } mark) DocxWatermark.Add(main, mark);
        }
        return file.ToArray();
    }

    // What is filled in once is not looked at again: a value may look like a place.
    private static void Fill(OpenXmlCompositeElement root, Sheet sheet)
    {
        var values = new Dictionary<string, string>(sheet.Content.Values);
        foreach (var (name, value) in sheet.Print.Values()) values[name] = value;
        var filled = new HashSet<Paragraph>();
        foreach (var row in root.Descendants<TableRow>().Where(r => !r.Descendants<TableRow>().Any()).ToList()) Repeat(row, sheet.Content, values, filled);
        foreach (var paragraph in root.Descendants<Paragraph>().Where(p => !filled.Contains(p)).ToList()) Repeat(paragraph, sheet.Content, values, filled);
        foreach (var paragraph in root.Descendants<Paragraph>().Where(p => !filled.Contains(p)).ToList()) DocxPlaces.Fill(paragraph, values, null);
    }

    private static void Repeat(OpenXmlElement part, PaperContent content, Dictionary<string, string> values, HashSet<Paragraph> filled)
    {
        if (DocxPlaces.ListIn(part) is not { } list) return;
        foreach (var row in content.RowsOf(list))
        {
            var copy = part.CloneNode(true);
            foreach (var paragraph in ParagraphsOf(copy))
            {
                DocxPlaces.Fill(paragraph, values, row);
                filled.Add(paragraph);
            }
            part.InsertBeforeSelf(copy);
        }
        // A table must keep a row, and a cell a paragraph.
        var last = !part.Parent!.ChildElements.Any(other => other != part && other.GetType() == part.GetType());
        if (!last) part.Remove();
        else foreach (var paragraph in ParagraphsOf(part)) DocxPlaces.Fill(paragraph, new Dictionary<string, string>(), null);
    }

    private static IReadOnlyList<Paragraph> ParagraphsOf(OpenXmlElement part) => part is Paragraph itself ? [itself] : [.. part.Descendants<Paragraph>()];
}
