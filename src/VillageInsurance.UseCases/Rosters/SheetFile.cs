using System.IO.Compression;
using VillageInsurance.UseCases.Exchange;

namespace VillageInsurance.UseCases.Rosters;

/// <summary>A file as people keep it, a workbook or a text, with its sheets. It is looked through before any reader touches it, and refused by name of reason.</summary>
internal sealed class SheetFile : IDisposable
{
    private static readonly byte[] Ole = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], Zip = [(byte)'P', (byte)'K', 3, 4];

    private readonly ZipArchive? _zip;
    private readonly List<(string Name, Func<TableRows> Open)> _sheets = [];

    private SheetFile(string name, ZipArchive? zip = null) => (Name, _zip) = (name, zip);

    /// <summary>The file's name, without its folder.</summary>
    public string Name { get; }

    /// <summary>Its sheets in their order; a text has one, without a name.</summary>
    public IReadOnlyList<(string Name, Func<TableRows> Open)> Sheets => _sheets;

    /// <summary>Opens a file. Refused: empty or too big, no sheet, an old or locked workbook, one with macros, links or objects, one that unpacks to too much.</summary>
    public static SheetFile Open(SheetSource source, SheetLimits? limits = null)
    {
        limits ??= SheetLimits.Upload;
        var start = new byte[Ole.Length];
        using (var stream = source.Open())
        {
            if (stream.Length == 0) throw new RefusedFile(FileFault.Empty);
            if (stream.Length > limits.Bytes) throw new RefusedFile(FileFault.TooBig);
            stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        }
        if (start.AsSpan().StartsWith(Ole)) throw new RefusedFile(OleFile.IsEncrypted(source) ? FileFault.Encrypted : FileFault.OldWorkbook);
        return start.AsSpan().StartsWith(Zip) ? OfWorkbook(source, limits) : OfText(source, limits);
    }

    public void Dispose() => _zip?.Dispose();

    private static SheetFile OfText(SheetSource source, SheetLimits limits)
    {
        var form = TextForm.Find(source);
        var file = new SheetFile(source.Name);
        file._sheets.Add(("", () => new CsvRows(file.Name, TextForm.Open(source), form) { Limits = limits.Table }));
        return file;
    }

    private static SheetFile OfWorkbook(SheetSource source, SheetLimits limits)
    {
        ZipArchive? zip = null;
        try
        {
            zip = new(source.Open());
            WorkbookParts.Check(zip, limits);
            var file = new SheetFile(source.Name, zip);
            var book = Workbook.Open(file.Name, zip);
            foreach (var (sheet, entry) in book.Sheets) file._sheets.Add((sheet, () => book.Rows(sheet, entry, limits.Table)));
            return file;
        }
        catch (Exception cause)
        {
            zip?.Dispose();
            if (cause is UnreadableFile or InvalidDataException or OverflowException) throw new RefusedFile(FileFault.Broken);
            throw;
        }
    }
}
