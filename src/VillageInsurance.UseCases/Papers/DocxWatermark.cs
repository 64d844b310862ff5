using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace VillageInsurance.UseCases.Papers;

/// <summary>Puts a word across every page of a Word file, behind its text, whatever its template looks like.</summary>
internal static class DocxWatermark
{
    private const string Shape = """
        <w:pict xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office">
          <v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" path="m@7,l@8,m@5,21600l@6,21600e">
            <v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/></v:formulas>
            <v:path textpathok="t" o:connecttype="rect"/><v:textpath on="t" fitshape="t"/>
          </v:shapetype>
          <v:shape id="Watermark" type="#_x0000_t136" style="position:absolute;margin-left:0;margin-top:0;width:360pt;height:140pt;rotation:315;z-index:-251658240;mso-position-horizontal:center;mso-position-horizontal-relative:margin;mso-position-vertical:center;mso-position-vertical-relative:margin" fillcolor="#d0d0d0" stroked="f">
            <v:fill opacity=".5"/><v:textpath style="font-family:&quot;SimHei&quot;;font-size:1pt" string="WORD"/>
          </v:shape>
        </w:pict>
        """;

    /// <summary>Adds it to every header, and makes a header for the sections that have none.</summary>
    public static void Add(MainDocumentPart main, string word)
    {
        var body = main.Document!.Body!;
        if (!body.Descendants<SectionProperties>().Any()) body.Append(new SectionProperties());
        foreach (var section in body.Descendants<SectionProperties>().Where(s => !s.Elements<HeaderReference>().Any()))
        {
            var part = main.AddNewPart<HeaderPart>();
            part.Header = new Header(new Paragraph());
            section.InsertAt(new HeaderReference { Type = HeaderFooterValues.Default, Id = main.GetIdOfPart(part) }, 0);
        }
        foreach (var part in main.HeaderParts) part.Header!.Append(new Paragraph(new Run(new Picture(Shape.Replace("WORD", word, StringComparison.Ordinal)))));
    }
}
