using System.IO.Compression;
using System.Security;

namespace VillageInsurance.UseCases.Tests.Rosters;

/// <summary>Writes small workbooks, and what only looks like one.</summary>
internal static class WrittenBook
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main", Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>A workbook of these sheets; a cell that begins with "&lt;" is put there as it is.</summary>
    public static string Write(params string[][][] sheets) => Write([.. sheets.Select(Sheet)], []);

    /// <summary>A workbook of sheets by their XML, with more parts.</summary>
    public static string Write(string[] sheets, (string Name, string Text)[] extra, CompressionLevel level = CompressionLevel.Optimal)
    {
        var path = NewPath("book.xlsx");
        using var zip = ZipFile.Open(path, ZipArchiveMode.Create);
        Part(zip, "xl/workbook.xml", $"<workbook xmlns='{Main}' xmlns:r='{Office}'><sheets>{string.Concat(sheets.Select((_, i) => $"<sheet name='s{i}' sheetId='{i + 1}' r:id='r{i}'/>"))}</sheets></workbook>", level);
        Part(zip, "xl/_rels/workbook.xml.rels", $"<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>{string.Concat(sheets.Select((_, i) => $"<Relationship Id='r{i}' Type='{Office}/worksheet' Target='worksheets/sheet{i}.xml'/>"))}</Relationships>", level);
        foreach (var (i, sheet) in sheets.Index()) Part(zip, $"xl/worksheets/sheet{i}.xml", sheet, level);
        foreach (var (name, text) in extra) Part(zip, name, text, level);
        return path;
    }

    public static string Sheet(params string[][] rows) => Sheet(string.Concat(rows.Select((row, y) => $"<row r='{y + 1}'>{string.Concat(row.Select((cell, x) => Cell(cell, $"{(char)('A' + x)}{y + 1}")))}</row>")));

    public static string Sheet(string rows) => $"<worksheet xmlns='{Main}'><sheetData>{rows}</sheetData></worksheet>";

    public static string NewPath(string name) => Path.Combine(Directory.CreateTempSubdirectory("rosters-").FullName, name);

    private static string Cell(string text, string place) =>
        text.StartsWith('<') ? text.Replace("r=''", $"r='{place}'", StringComparison.Ordinal) : text.Length == 0 ? "" : $"<c r='{place}' t='inlineStr'><is><t xml:space='preserve'>{SecurityElement.Escape(text)}</t></is></c>";

    private static void Part(ZipArchive zip, string name, string text, CompressionLevel level)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name, level).Open());
        writer.Write(text);
    }
}
