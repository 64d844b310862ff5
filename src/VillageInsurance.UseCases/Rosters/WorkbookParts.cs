using System.IO.Compression;
using System.Text;

namespace VillageInsurance.UseCases.Rosters;

/// <summary>Looks through the parts of a workbook by their names, sizes and first letters, before any is unpacked.</summary>
internal static class WorkbookParts
{
    private const int MostParts = 2_000, MostRatio = 200, Beginning = 2_048;

    // Below this nothing that unpacks well is a danger.
    private const long Harmless = 1_000_000;

    private static readonly (string Word, FileFault Fault)[] Unwanted =
    [
        ("vbaProject", FileFault.Macros), ("externalLinks/", FileFault.ExternalLinks), ("embeddings/", FileFault.EmbeddedObjects), ("oleObject", FileFault.EmbeddedObjects),
        ("activeX", FileFault.EmbeddedObjects), ("ctrlProps", FileFault.EmbeddedObjects), ("EncryptedPackage", FileFault.Encrypted),
    ];

    public static void Check(ZipArchive zip, SheetLimits limits)
    {
        if (zip.Entries.Count > MostParts) throw new RefusedFile(FileFault.TooManyParts);
        if (zip.Entries.Any(part => part.IsEncrypted)) throw new RefusedFile(FileFault.Encrypted);
        foreach (var (word, fault) in Unwanted)
            if (zip.Entries.Any(part => part.FullName.Contains(word, StringComparison.OrdinalIgnoreCase))) throw new RefusedFile(fault);
        var unpacked = zip.Entries.Sum(part => part.Length);
        if (unpacked > limits.UnpackedBytes || unpacked > MostRatio * Math.Max(Harmless / MostRatio, zip.Entries.Sum(part => part.CompressedLength))) throw new RefusedFile(FileFault.UnpacksTooBig);
        if (zip.GetEntry("xl/workbook.xml") is null) throw new RefusedFile(FileFault.NotASheet);
        foreach (var part in zip.Entries.Where(IsXml))
            if (HasDocumentType(part)) throw new RefusedFile(FileFault.DocumentType);
    }

    private static bool IsXml(ZipArchiveEntry part) => part.Name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || part.Name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);

    // The reader refuses document types as well; looking first gives the reason its name.
    private static bool HasDocumentType(ZipArchiveEntry part)
    {
        var start = new byte[Beginning];
        using var stream = part.Open();
        var read = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        return Encoding.Latin1.GetString(start, 0, read).Replace("\0", "", StringComparison.Ordinal).Contains("<!DOCTYPE", StringComparison.OrdinalIgnoreCase);
    }
}
