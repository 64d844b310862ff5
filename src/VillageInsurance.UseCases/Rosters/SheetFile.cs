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
    public static SheetFile Open(string path, SheetLimits? limits = null)
    {
        limits ??= SheetLimits.Upload;
        var length = new FileInfo(path).Length;
        if (length == 0) throw new RefusedFile(FileFault.Empty);
        if (length > limits.Bytes) throw new RefusedFile(FileFault.TooBig);
        var start = new byte[Ole.Length];
        using (var stream = File.OpenRead(path)) stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        if (start.AsSpan().StartsWith(Ole)) throw new RefusedFile(OleFile.IsEncrypted(path) ? FileFault.Encrypted : FileFault.OldWorkbook);
        return start.AsSpan().StartsWith(Zip) ? OfWorkbook(path, limits) : OfText(path, limits);
    }

    public void Dispose() => _zip?.Dispose();

    private static SheetFile OfText(string path, SheetLimits limits)
    {
        var form = TextForm.Find(path);
        var file = new SheetFile(Path.GetFileName(path));
        file._sheets.Add(("", () => new CsvRows(file.Name, TextForm.Open(path), form) { Limits = limits.Table }));
        return file;
    }

    private static SheetFile OfWorkbook(string path, SheetLimits limits)
    {
        ZipArchive? zip = null;
        try
        {
            zip = ZipFile.OpenRead(path);
            WorkbookParts.Check(zip, limits);
            var file = new SheetFile(Path.GetFileName(path), zip);
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
