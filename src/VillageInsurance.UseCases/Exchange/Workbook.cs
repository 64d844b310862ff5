using System.Globalization;
using System.IO.Compression;
using System.Xml;

namespace VillageInsurance.UseCases.Exchange;

/// <summary>The sheets of an Office Open XML workbook. A reader of our own: it streams, and refuses what a data file has no use for
/// (macros, links to elsewhere, embedded objects, document types).</summary>
internal sealed class Workbook
{
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static readonly string[] Unwanted = ["vbaProject", "externalLinks", "embeddings", "oleObject", "activeX", "ctrlProps"];

    // The formats built in that show a date or time.
    private static readonly HashSet<int> DateFormats = [14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 30, 36, 45, 46, 47, 50, 57];

    // Small files can unpack to a gigabyte; what is held in memory has limits of its own. A workbook of 500,000 rows stays far below them.
    private const int MostShared = 5_000_000, MostStyles = 65_000;
    private const long MostSharedCharacters = 100_000_000, MostPartCharacters = 20_000_000;

    private readonly List<string> _shared = [];
    private readonly List<bool> _isDate = [];

    public List<(string Name, ZipArchiveEntry Entry)> Sheets { get; } = [];

    public static Workbook Open(string file, ZipArchive zip)
    {
        if (zip.Entries.Any(e => Unwanted.Any(word => e.FullName.Contains(word, StringComparison.OrdinalIgnoreCase))))
            throw new UnreadableFile(new(file, null, null, null, ImportExpectation.NoMacrosOrLinks));
        try
        {
            var workbook = new Workbook();
            workbook.ReadSheets(zip);
            workbook.ReadStyles(zip);
            workbook.ReadSharedStrings(zip);
            return workbook;
        }
        catch (Exception cause) when (IsUnreadable(cause))
        {
            throw new UnreadableFile(new(file, null, null, null, ImportExpectation.ReadableWorkbook));
        }
    }

    public TableRows Rows(string sheet, ZipArchiveEntry entry, TableLimits? limits = null)
    {
        try { return new SheetRows(sheet, entry.Open(), _shared, _isDate) { Limits = limits ?? TableLimits.FirstLoad }; }
        catch (InvalidDataException) { throw new UnreadableFile(new(sheet, null, null, null, ImportExpectation.ReadableWorkbook)); }
    }

    /// <summary>Whether this is what reading says of a part that is broken or made up.</summary>
    public static bool IsUnreadable(Exception cause) =>
        cause is XmlException or InvalidDataException or FormatException or OverflowException or ArgumentException or KeyNotFoundException;

    public static XmlReader Reader(Stream stream, long mostCharacters = 0) => XmlReader.Create(stream, new()
    {
        MaxCharactersInDocument = mostCharacters,
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = true,
    });

    private static XmlReader Reader(ZipArchive zip, string part, long mostCharacters = MostPartCharacters) =>
        Reader((zip.GetEntry(part) ?? throw new InvalidDataException(part)).Open(), mostCharacters);

    private static string Needed(XmlReader element, string attribute, string space = "") =>
        element.GetAttribute(attribute, space) ?? throw new InvalidDataException($"{element.LocalName} lacks {attribute}");

    private void ReadSheets(ZipArchive zip)
    {
        var targets = new Dictionary<string, string>();
        using (var relations = Reader(zip, "xl/_rels/workbook.xml.rels"))
            while (relations.Read())
                if (relations is { NodeType: XmlNodeType.Element, LocalName: "Relationship" })
                    targets[Needed(relations, "Id")] = Needed(relations, "Target");
        using var book = Reader(zip, "xl/workbook.xml");
        while (book.Read())
        {
            if (book is not { NodeType: XmlNodeType.Element, LocalName: "sheet" }) continue;
            var target = targets[Needed(book, "id", Relations)];
            var part = target.StartsWith('/') ? target[1..] : $"xl/{target}";
            Sheets.Add((Needed(book, "name").ToLowerInvariant(), zip.GetEntry(part) ?? throw new InvalidDataException(part)));
        }
    }

    private void ReadStyles(ZipArchive zip)
    {
        if (zip.GetEntry("xl/styles.xml") is null) return;
        var dates = new HashSet<int>(DateFormats);
        using var styles = Reader(zip, "xl/styles.xml");
        var inCells = false;
        while (styles.Read())
        {
            if (styles.LocalName == "cellXfs") inCells = styles.NodeType == XmlNodeType.Element;
            else if (styles is { NodeType: XmlNodeType.Element, LocalName: "numFmt" } && IsDateFormat(Needed(styles, "formatCode")))
                dates.Add(int.Parse(Needed(styles, "numFmtId"), CultureInfo.InvariantCulture));
            else if (inCells && styles is { NodeType: XmlNodeType.Element, LocalName: "xf" })
                Add(_isDate, MostStyles, dates.Contains(int.Parse(styles.GetAttribute("numFmtId") ?? "0", CultureInfo.InvariantCulture)));
        }
    }

    private static bool IsDateFormat(string code) => code.Contains('y', StringComparison.OrdinalIgnoreCase) && code.Contains('d', StringComparison.OrdinalIgnoreCase);

    private void ReadSharedStrings(ZipArchive zip)
    {
        if (zip.GetEntry("xl/sharedStrings.xml") is null) return;
        using var strings = Reader(zip, "xl/sharedStrings.xml", mostCharacters: 0);
        var characters = 0L;
        while (strings.Read())
        {
            if (strings is not { NodeType: XmlNodeType.Element, LocalName: "si" }) continue;
            var text = SheetRows.TextOf(strings);
            if ((characters += text.Length) > MostSharedCharacters) throw new InvalidDataException("Too much shared text.");
            Add(_shared, MostShared, text);
        }
    }

    private static void Add<T>(List<T> list, int most, T item)
    {
        if (list.Count == most) throw new InvalidDataException($"More than {most} of a kind.");
        list.Add(item);
    }
}
