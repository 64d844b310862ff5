using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using VillageInsurance.Domain.Papers;

namespace VillageInsurance.UseCases.Papers;

/// <summary>The parts of a paper as Word writes them.</summary>
internal static class DocxParts
{
    private const string Body = "FangSong", Bold = "SimHei", TitleFont = "STZhongsong";
    private const int Normal = 24, SmallSize = 18;

    public static IEnumerable<OpenXmlElement> Of(PaperBlock block, bool certificate) => block.Kind switch
    {
        PaperBlockKind.Heading => [Paragraph(Runs(block.Text, Normal, Bold), before: 240, after: 80, keepNext: true)],
        PaperBlockKind.Text => [Paragraph(Runs(block.Text, certificate ? 32 : Normal, Body), indent: certificate ? 640 : 480, line: certificate ? 600 : 400)],
        PaperBlockKind.Address => [Paragraph(Runs(block.Text, certificate ? 32 : Normal, Body, bold: true), before: certificate ? 900 : 120, line: certificate ? 600 : 400)],
        PaperBlockKind.Note => [Small(block.Text, JustificationValues.Left)],
        PaperBlockKind.Line => [TwoEnds(block.Text, block.Right)],
        PaperBlockKind.PageBreak => [new Paragraph(new Run(new Break { Type = BreakValues.Page }))],
        PaperBlockKind.Fields => [FieldGrid(block.Fields ?? []), Gap()],
        PaperBlockKind.Table => [Grid(block.Columns ?? []), Gap()],
        PaperBlockKind.Opinions => [OpinionGrid(block.Columns!), Gap()],
        _ => [Gap(certificate ? 1200 : 600), SealGrid(block.Columns ?? []), Gap()],
    };

    public static Paragraph Title(string text, int size, string? colour) =>
        Paragraph(Runs(text, size, TitleFont, bold: true, colour: colour), JustificationValues.Center, before: 200, after: 160);

    public static Paragraph Line(string text, JustificationValues align) => Paragraph(Runs(text, Normal, Body), align, after: 160);

    public static Paragraph Small(string text, JustificationValues align) => Paragraph(Runs(text, SmallSize, Body), align, before: 80);

    public static Paragraph TwoEnds(string left, string right, bool small = false)
    {
        var (size, font) = (small ? 16 : 21, Body);
        var paragraph = Paragraph([.. Runs(left, size, font), new Run(new TabChar()), .. Runs(right, size, font)]);
        paragraph.ParagraphProperties!.Tabs = new Tabs(new TabStop { Val = TabStopValues.Right, Position = DocxTemplate.TextWidth });
        return paragraph;
    }

    public static Paragraph PageNumber() => Paragraph(
        [.. Runs("— ", 21, Body), new Run(new FieldChar { FieldCharType = FieldCharValues.Begin }), new Run(new FieldCode(" PAGE ") { Space = SpaceProcessingModeValues.Preserve }),
            new Run(new FieldChar { FieldCharType = FieldCharValues.End }), .. Runs(" —", 21, Body)], JustificationValues.Center);

    private static Paragraph Gap(int before = 0) => Paragraph([], before: before);

    private static Table FieldGrid(IReadOnlyList<PaperField> fields)
    {
        var (label, value) = (1300, (DocxTemplate.TextWidth - 2600) / 2);
        var table = TableOf(bordered: true, label, value, label, value);
        for (var i = 0; i < fields.Count; i++)
        {
            var wide = fields[i].Wide || i + 1 == fields.Count || fields[i + 1].Wide;
            var row = new TableRow(Cell(fields[i].Label, label, JustificationValues.Center, bold: true), Cell(fields[i].Text, wide ? DocxTemplate.TextWidth - label : value, span: wide ? 3 : 1));
            if (!wide) row.Append(Cell(fields[++i].Label, label, JustificationValues.Center, bold: true), Cell(fields[i].Text, value));
            table.Append(row);
        }
        return table;
    }

    private static Table Grid(IReadOnlyList<PaperColumn> columns)
    {
        var widths = Widths(columns);
        var table = TableOf(bordered: true, widths);
        var head = new TableRow(new TableRowProperties(new CantSplit(), new TableHeader()));
        head.Append(columns.Select((c, i) => Cell(c.Head, widths[i], JustificationValues.Center, bold: true)));
        var row = new TableRow(new TableRowProperties(new CantSplit()));
        row.Append(columns.Select((c, i) => Cell(c.Text, widths[i], Of(c.Align))));
        table.Append(head, row);
        return table;
    }

    // Who gives an opinion on the left; on the right the opinion, and below it the space for the seal.
    private static Table OpinionGrid(IReadOnlyList<PaperColumn> columns)
    {
        var (label, rest) = (1700, DocxTemplate.TextWidth - 1700);
        var right = Cell(columns[0].Text, rest);
        right.Append(Paragraph([], before: 500), Paragraph(Runs(columns[1].Head, Normal, Body), JustificationValues.Right), Paragraph(Runs(columns[1].Text, Normal, Body), JustificationValues.Right));
        var row = new TableRow(new TableRowProperties(new CantSplit()), Cell(columns[0].Head, label, JustificationValues.Center, bold: true), right);
        return new Table([.. TableOf(bordered: true, label, rest).ChildElements.Select(e => e.CloneNode(true)), row]);
    }

    private static Table SealGrid(IReadOnlyList<PaperColumn> columns)
    {
        var width = DocxTemplate.TextWidth / Math.Max(1, columns.Count);
        var table = TableOf(bordered: false, [.. columns.Select(_ => width)]);
        var row = new TableRow(new TableRowProperties(new CantSplit()));
        row.Append(columns.Select(c =>
        {
            var cell = Cell(c.Head, width, JustificationValues.Center);
            cell.Append(Paragraph([], before: 900), Paragraph(Runs(c.Text, Normal, Body), JustificationValues.Center));
            return cell;
        }));
        table.Append(row);
        return table;
    }

    private static int[] Widths(IReadOnlyList<PaperColumn> columns)
    {
        var fixedWidths = columns.Select(c => c.Width switch { PaperWidth.Tiny => 740, PaperWidth.Small => 1020, PaperWidth.Middle => 1500, PaperWidth.Large => 2200, _ => 0 }).ToArray();
        var rest = (DocxTemplate.TextWidth - fixedWidths.Sum()) / Math.Max(1, fixedWidths.Count(w => w == 0));
        return [.. fixedWidths.Select(w => w == 0 ? rest : w)];
    }

    private static Table TableOf(bool bordered, params int[] widths)
    {
        var properties = new TableProperties(new TableWidth { Width = $"{widths.Sum()}", Type = TableWidthUnitValues.Dxa });
        if (bordered) properties.Append(new TableBorders(Edge<TopBorder>(), Edge<LeftBorder>(), Edge<BottomBorder>(), Edge<RightBorder>(), Edge<InsideHorizontalBorder>(), Edge<InsideVerticalBorder>()));
        properties.Append(new TableLayout { Type = TableLayoutValues.Fixed });
        return new Table(properties, new TableGrid(widths.Select(w => new GridColumn { Width = $"{w}" })));
    }

    private static T Edge<T>() where T : BorderType, new() => new() { Val = BorderValues.Single, Size = 6, Color = "000000" };

    private static TableCell Cell(string text, int width, JustificationValues? align = null, bool bold = false, int span = 1)
    {
        var properties = new TableCellProperties(new TableCellWidth { Width = $"{width}", Type = TableWidthUnitValues.Dxa });
        if (span > 1) properties.Append(new GridSpan { Val = span });
        properties.Append(new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center });
        return new TableCell(properties, Paragraph(Runs(text, 21, bold ? Bold : Body), align, before: 40, after: 40));
    }

    private static JustificationValues Of(PaperAlign align) =>
        align == PaperAlign.Centre ? JustificationValues.Center : align == PaperAlign.End ? JustificationValues.Right : JustificationValues.Left;

    private static Paragraph Paragraph(IEnumerable<Run> runs, JustificationValues? align = null, int before = 0, int after = 0, int indent = 0, int line = 0, bool keepNext = false)
    {
        var spacing = new SpacingBetweenLines { Before = $"{before}", After = $"{after}" };
        if (line > 0) (spacing.Line, spacing.LineRule) = ($"{line}", LineSpacingRuleValues.AtLeast);
        var properties = new ParagraphProperties();
        if (keepNext) properties.KeepNext = new KeepNext();
        properties.SpacingBetweenLines = spacing;
        if (indent > 0) properties.Indentation = new Indentation { FirstLine = $"{indent}" };
        if (align is { } side) properties.Justification = new Justification { Val = side };
        return new Paragraph([properties, .. runs]);
    }

    private static IEnumerable<Run> Runs(string text, int size, string font, bool bold = false, string? colour = null)
    {
        foreach (var (line, i) in text.Split('\n').Select((line, i) => (line, i)))
        {
            var properties = new RunProperties(new RunFonts { Ascii = font, HighAnsi = font, EastAsia = font });
            if (bold) properties.Append(new Bold());
            if (colour is not null) properties.Append(new Color { Val = colour });
            properties.Append(new FontSize { Val = $"{size}" });
            var run = new Run(properties);
            if (i > 0) run.Append(new Break());
            run.Append(new Text(line) { Space = SpaceProcessingModeValues.Preserve });
            yield return run;
        }
    }
}
