using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace VillageInsurance.UseCases.Exchange;

/// <summary>The one writer of tables that leave the product. It streams, and whatever a cell says stays text: a workbook's cells are typed and quoted as text, a CSV cell that looks like a formula begins with an apostrophe.</summary>
public abstract class SheetWriter : IAsyncDisposable
{
    /// <summary>Begins a sheet with its heads; in a file of one table only the first one is written.</summary>
    public abstract Task BeginAsync(string sheet, IReadOnlyList<string> heads);

    /// <summary>Writes a row.</summary>
    public abstract Task RowAsync(IReadOnlyList<string?> cells);

    /// <summary>Ends the file; the stream stays open.</summary>
    public abstract ValueTask DisposeAsync();

    /// <summary>Opens a writer of this form.</summary>
    public static SheetWriter Open(SheetForm form, Stream stream) => form == SheetForm.Xlsx ? new XlsxWriter(stream) : new CsvWriter(stream);

    /// <summary>The hash of a file that was written, from its beginning; the stream stands at its beginning again.</summary>
    public static async Task<string> HashAsync(Stream stream)
    {
        stream.Position = 0;
        var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(stream));
        stream.Position = 0;
        return hash;
    }
}

/// <summary>A workbook, or a table that any program opens.</summary>
public enum SheetForm { Xlsx = 1, Csv = 2 }

/// <summary>RFC 4180 in UTF-8 with its mark, so that spreadsheets read it right.</summary>
internal sealed class CsvWriter(Stream stream) : SheetWriter
{
    private readonly StreamWriter _text = new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true) { NewLine = "\r\n" };
    private int _sheets;

    public override Task BeginAsync(string sheet, IReadOnlyList<string> heads) => ++_sheets == 1 ? RowAsync(heads) : Task.CompletedTask;

    public override Task RowAsync(IReadOnlyList<string?> cells) => _sheets == 1 ? _text.WriteLineAsync(string.Join(',', cells.Select(SheetText.CsvCell))) : Task.CompletedTask;

    public override ValueTask DisposeAsync() => _text.DisposeAsync();
}

/// <summary>Office Open XML, one row at a time. Texts stand in their cells, so that nothing is held back until the end.</summary>
internal sealed class XlsxWriter(Stream stream) : SheetWriter
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main", Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        Packages = "http://schemas.openxmlformats.org/package/2006", Types = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    private readonly ZipArchive _zip = new(stream, ZipArchiveMode.Create, leaveOpen: true);
    private readonly List<string> _sheets = [];
    private StreamWriter? _sheet;

    public override async Task BeginAsync(string sheet, IReadOnlyList<string> heads)
    {
        await EndSheetAsync();
        _sheets.Add(sheet);
        _sheet = Part($"xl/worksheets/sheet{_sheets.Count}.xml");
        await _sheet.WriteAsync($"""<worksheet xmlns="{Main}"><sheetData>""");
        await RowAsync(heads);
    }

    public override async Task RowAsync(IReadOnlyList<string?> cells)
    {
        await _sheet!.WriteAsync("<row>");
        foreach (var cell in cells)
            await _sheet.WriteAsync(string.IsNullOrEmpty(cell) ? "<c/>" : $"""<c t="inlineStr" s="1"><is><t xml:space="preserve">{SheetText.Xml(cell)}</t></is></c>""");
        await _sheet.WriteAsync("</row>");
    }

    public override async ValueTask DisposeAsync()
    {
        await EndSheetAsync();
        await WriteAsync("xl/workbook.xml", $"""<workbook xmlns="{Main}" xmlns:r="{Relations}"><sheets>{Each(i => $"""<sheet name="{SheetText.Xml(_sheets[i - 1])}" sheetId="{i}" r:id="r{i}"/>""")}</sheets></workbook>""");
        // Style 1: text, and quoted, so that it stays text when somebody edits the cell.
        await WriteAsync("xl/styles.xml", $"""<styleSheet xmlns="{Main}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf numFmtId="49" applyNumberFormat="1" quotePrefix="1"/></cellXfs></styleSheet>""");
        await WriteAsync("xl/_rels/workbook.xml.rels", $"""<Relationships xmlns="{Packages}/relationships">{Each(i => $"""<Relationship Id="r{i}" Type="{Relations}/worksheet" Target="worksheets/sheet{i}.xml"/>""")}<Relationship Id="s" Type="{Relations}/styles" Target="styles.xml"/></Relationships>""");
        await WriteAsync("_rels/.rels", $"""<Relationships xmlns="{Packages}/relationships"><Relationship Id="r1" Type="{Relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
        await WriteAsync("[Content_Types].xml", $"""<Types xmlns="{Packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="{Types}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="{Types}.styles+xml"/>{Each(i => $"""<Override PartName="/xl/worksheets/sheet{i}.xml" ContentType="{Types}.worksheet+xml"/>""")}</Types>""");
        _zip.Dispose();
    }

    private async Task EndSheetAsync()
    {
        if (_sheet is null) return;
        await _sheet.WriteAsync("</sheetData></worksheet>");
        await _sheet.DisposeAsync();
        _sheet = null;
    }

    private string Each(Func<int, string> part) => string.Concat(Enumerable.Range(1, _sheets.Count).Select(part));

    private StreamWriter Part(string name)
    {
        var part = new StreamWriter(_zip.CreateEntry(name, CompressionLevel.Fastest).Open(), new UTF8Encoding(false));
        part.Write("""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""");
        return part;
    }

    private async Task WriteAsync(string name, string text)
    {
        await using var part = Part(name);
        await part.WriteAsync(text);
    }
}
