using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using VillageInsurance.Domain.Papers;

namespace VillageInsurance.UseCases.Papers;

/// <summary>The product's own Word template of a paper, made from the same layout as its print page, with its places still empty.</summary>
internal static class DocxTemplate
{
    // Twentieths of a point: A4, and the margins of official papers.
    private const int PageWidth = 11906, PageHeight = 16838, Side = 1418, Top = 1418, Bottom = 1134;

    /// <summary>The width between the margins.</summary>
    public const int TextWidth = PageWidth - 2 * Side;

    public static byte[] Of(PaperLayout layout)
    {
        using var file = new MemoryStream();
        using (var document = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            var body = new Body();
            body.Append(Parts(layout));
            var footer = layout.Style == PaperStyle.Certificate ? null : FooterOf(main);
            body.Append(Section(layout, footer));
            main.Document = new Document(body);
        }
        return file.ToArray();
    }

    private static IEnumerable<OpenXmlElement> Parts(PaperLayout layout)
    {
        if (layout.Left.Length + layout.Right.Length > 0) yield return DocxParts.TwoEnds(layout.Left, layout.Right);
        var certificate = layout.Style == PaperStyle.Certificate;
        foreach (var (line, i) in layout.Title.Split('\n').Select((line, i) => (line, i)))
            yield return DocxParts.Title(line, certificate ? (i == 0 ? 88 : 48) : 40, certificate && i == 0 ? "8C1D22" : null);
        if (layout.Subtitle.Length > 0) yield return DocxParts.Line(layout.Subtitle, JustificationValues.Center);
        foreach (var block in layout.Blocks)
            foreach (var part in DocxParts.Of(block, certificate)) yield return part;
        // One sheet for each certificate: in a document of many, each bears its own print.
        if (certificate) yield return DocxParts.Small($"{PaperBook.Words.Foot}  {PaperBook.Words.FootRight}", JustificationValues.Center);
    }

    private static string FooterOf(MainDocumentPart main)
    {
        var part = main.AddNewPart<FooterPart>();
        part.Footer = new Footer(DocxParts.PageNumber(), DocxParts.TwoEnds(PaperBook.Words.Foot, PaperBook.Words.FootRight, small: true));
        return main.GetIdOfPart(part);
    }

    private static SectionProperties Section(PaperLayout layout, string? footer)
    {
        var section = new SectionProperties();
        if (footer is not null) section.Append(new FooterReference { Type = HeaderFooterValues.Default, Id = footer });
        section.Append(new PageSize { Width = PageWidth, Height = PageHeight });
        section.Append(new PageMargin { Top = Top, Bottom = Bottom, Left = Side, Right = Side, Header = 700, Footer = 500, Gutter = 0 });
        if (layout.Style == PaperStyle.Certificate) section.Append(Border());
        return section;
    }

    private static PageBorders Border() => new(
        Edge<TopBorder>(), Edge<LeftBorder>(), Edge<BottomBorder>(), Edge<RightBorder>())
    { OffsetFrom = PageBorderOffsetValues.Page };

    private static T Edge<T>() where T : BorderType, new() => new() { Val = BorderValues.ThickThinSmallGap, Color = "8C1D22", Size = 24, Space = 24 };
}
