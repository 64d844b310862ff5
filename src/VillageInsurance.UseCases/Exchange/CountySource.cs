using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace VillageInsurance.UseCases.Exchange;

/// <summary>A county's data as it came: a folder of CSV files, a zip of them, or one workbook with a sheet for each table.</summary>
internal sealed class CountySource : IDisposable
{
    /// <summary>The tables that an import knows, in the order in which they are read: each names only rows of those before it.</summary>
    public static readonly string[] Known = ["townships", "villages", "staff", "households", "residents", "students", "products", "policies", "payments", "claims"];

    // A first load's limits; a page takes smaller files.
    private const long MostPacked = 200_000_000, MostUnpacked = 1_000_000_000;
    private const int MostEntries = 2_000, MostRatio = 200;

    private static readonly string[] SharedParts = ["xl/sharedStrings.xml", "xl/styles.xml"];

    private readonly Dictionary<string, Func<TableRows>> _tables = [];
    private readonly List<(string Name, Func<Stream> Open)> _hashed = [];
    private readonly ZipArchive? _zip;
    private bool _hasLines = true;

    private CountySource(ZipArchive? zip = null) => _zip = zip;

    /// <summary>Files or sheets that are none of the tables; named, not read.</summary>
    public List<string> Ignored { get; } = [];

    /// <summary>Lines of all files, to show how far an import is; zero for a workbook.</summary>
    public long Lines { get; private set; }

    /// <summary>Opens a folder or file. Told as a problem: neither a zip nor a workbook, too big, no table in it, a table twice.</summary>
    public static CountySource Open(string path)
    {
        var source = Directory.Exists(path) ? OfFolder(path) : OfFile(path);
        if (source._tables.Count > 0) return source;
        source.Dispose();
        throw new UnreadableFile(new(Path.GetFileName(path), null, null, null, ImportExpectation.KnownTable, string.Join(", ", Known)));
    }

    /// <summary>The rows of a table; null when the source has no such table.</summary>
    public TableRows? Rows(string table) => _tables.GetValueOrDefault(table)?.Invoke();

    /// <summary>SHA-256 of the tables' names and content: the same data is recognised in a folder and in a zip. Counts the lines by the way.</summary>
    public string Hash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 16];
        foreach (var (name, open) in _hashed.OrderBy(h => h.Name, StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{name}\n"));
            try
            {
                using var stream = open();
                for (int read; (read = stream.Read(buffer)) > 0;)
                {
                    hash.AppendData(buffer, 0, read);
                    if (_hasLines) Lines += buffer.AsSpan(0, read).Count((byte)'\n');
                }
            }
            catch (InvalidDataException)
            {
                throw new UnreadableFile(new(name, null, null, null, ImportExpectation.ZipOrWorkbook));
            }
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    public void Dispose() => _zip?.Dispose();

    private static CountySource OfFolder(string path)
    {
        var source = new CountySource();
        foreach (var file in Directory.EnumerateFiles(path).Order(StringComparer.Ordinal))
            source.TakeCsv(Path.GetFileName(file), () => File.OpenRead(file));
        return source;
    }

    private static CountySource OfFile(string path)
    {
        var name = Path.GetFileName(path);
        ImportProblem? problem = new FileInfo(path) switch
        {
            { Exists: false } => new(name, null, null, null, ImportExpectation.ZipOrWorkbook),
            { Length: 0 } => new(name, null, null, null, ImportExpectation.FileNotEmpty),
            { Length: > MostPacked } => new(name, null, null, null, ImportExpectation.SmallEnough, $"{MostPacked}"),
            _ => null,
        };
        if (problem is not null) throw new UnreadableFile(problem);
        ZipArchive zip;
        try
        {
            zip = ZipFile.OpenRead(path);
            CheckSize(name, zip);
        }
        catch (Exception cause) when (cause is InvalidDataException or OverflowException)
        {
            throw new UnreadableFile(new(name, null, null, null, ImportExpectation.ZipOrWorkbook));
        }
        var source = new CountySource(zip);
        if (zip.GetEntry("xl/workbook.xml") is not null) source.TakeWorkbook(name, zip);
        else foreach (var entry in zip.Entries.Where(e => e.Name.Length > 0)) source.TakeCsv(entry.Name, entry.Open);
        return source;
    }

    private static void CheckSize(string name, ZipArchive zip)
    {
        var unpacked = zip.Entries.Sum(e => e.Length);
        if (zip.Entries.Count <= MostEntries && unpacked <= MostUnpacked && unpacked <= MostRatio * Math.Max(1_000_000, zip.Entries.Sum(e => e.CompressedLength))) return;
        zip.Dispose();
        throw new UnreadableFile(new(name, null, null, null, ImportExpectation.SmallEnough, $"{MostUnpacked}"));
    }

    private void TakeCsv(string file, Func<Stream> open)
    {
        var table = Path.GetFileNameWithoutExtension(file).ToLowerInvariant();
        if (!Known.Contains(table) || !file.EndsWith(".csv", StringComparison.OrdinalIgnoreCase))
        {
            Ignored.Add(file);
            return;
        }
        if (!_tables.TryAdd(table, () => new CsvRows(file, open()))) throw new UnreadableFile(new(file, null, null, null, ImportExpectation.OneFileForEachTable));
        _hashed.Add((table, open));
    }

    private void TakeWorkbook(string file, ZipArchive zip)
    {
        var workbook = Workbook.Open(file, zip);
        foreach (var (sheet, entry) in workbook.Sheets)
        {
            if (!Known.Contains(sheet)) Ignored.Add(sheet);
            else if (!_tables.TryAdd(sheet, () => workbook.Rows(sheet, entry))) throw new UnreadableFile(new(sheet, null, null, null, ImportExpectation.OneFileForEachTable));
            else _hashed.Add((sheet, entry.Open));
        }
        // What the sheets point to; neither the file's name nor the time of packing makes other data.
        foreach (var part in SharedParts.Select(zip.GetEntry).OfType<ZipArchiveEntry>()) _hashed.Add((part.FullName, part.Open));
        _hasLines = false;
    }
}
