using System.IO.Compression;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using VillageInsurance.Domain.Papers;
using VillageInsurance.Domain.Shared;

namespace VillageInsurance.UseCases.Papers;

/// <summary>Looks at a Word file that is to become a template: by its content, never by its name.</summary>
internal static class DocxCheck
{
    /// <summary>Two megabytes as sent, thirty unpacked.</summary>
    public const long Largest = 2_000_000, LargestUnpacked = 30_000_000;

    private const int MostEntries = 500;

    /// <summary>The places that this paper does not know; none when the file may be used. Refuses what is no harmless Word file.</summary>
    public static IReadOnlyList<string> Unknown(byte[] file, PaperKind kind)
    {
        Require(file.Length <= Largest, PaperRule.ATemplateIsAtMostTwoMegabytes);
        Require(file.AsSpan().StartsWith("PK\u0003\u0004"u8), PaperRule.OnlyAWordFile);
        try
        {
            RequireUnpackable(file);
            using var stream = new MemoryStream(file, writable: false);
            using var document = WordprocessingDocument.Open(stream, isEditable: false, new OpenSettings { AutoSave = false, MaxCharactersInPart = LargestUnpacked });
            Require(document.DocumentType == WordprocessingDocumentType.Document && document.MainDocumentPart?.Document?.Body is not null, PaperRule.OnlyAWordFile);
            RequireHarmless(document);
            return Places(document, kind);
        }
        catch (Exception no) when (no is OpenXmlPackageException or InvalidDataException or XmlException or FileFormatException or InvalidOperationException or NotSupportedException or ArgumentException or KeyNotFoundException or UriFormatException)
        {
            throw PaperRule.OnlyAWordFile.Broken();
        }
    }

    // A few bytes can say that they are a thousand times as many: what is there is read, not what is said of it.
    private static void RequireUnpackable(byte[] file)
    {
        using var zip = new ZipArchive(new MemoryStream(file, writable: false), ZipArchiveMode.Read);
        Require(zip.Entries.Count <= MostEntries, PaperRule.ATemplateIsAtMostTwoMegabytes);
        var left = LargestUnpacked;
        var buffer = new byte[64 * 1024];
        foreach (var entry in zip.Entries)
        {
            using var content = entry.Open();
            for (int read; (read = content.Read(buffer)) > 0;) Require((left -= read) >= 0, PaperRule.ATemplateIsAtMostTwoMegabytes);
        }
    }

    private static void RequireHarmless(WordprocessingDocument document)
    {
        var parts = AllParts(document).ToList();
        Require(!parts.Any(p => p is VbaProjectPart or VbaDataPart or EmbeddedObjectPart or EmbeddedPackagePart or EmbeddedControlPersistencePart or EmbeddedControlPersistenceBinaryDataPart
            or AlternativeFormatImportPart or MailMergeRecipientDataPart or WordprocessingCommentsPart or CustomizationPart or WordAttachedToolbarsPart), PaperRule.NoMacrosOrObjects);
        Require(!document.ExternalRelationships.Any() && !document.HyperlinkRelationships.Any(IsOutside)
            && parts.All(p => !p.ExternalRelationships.Any() && !p.HyperlinkRelationships.Any(IsOutside)), PaperRule.NoLinksOutside);
        var roots = Roots(document).ToList();
        Require(roots.All(r => !r.Descendants<AltChunk>().Any() && !r.Descendants<EmbeddedObject>().Any()), PaperRule.NoMacrosOrObjects);
        // Fields can fetch files and run programs when the document is opened.
        Require(roots.SelectMany(r => r.Descendants<FieldCode>().Select(f => f.Text).Concat(r.Descendants<SimpleField>().Select(f => f.Instruction?.Value ?? ""))).All(IsPageNumber), PaperRule.OnlyPageNumberFields);
    }

    private static List<string> Places(WordprocessingDocument document, PaperKind kind)
    {
        var places = Roots(document).SelectMany(DocxPlaces.In).ToHashSet();
        var known = PaperBook.PlacesOf(kind);
        var unknown = places.Where(p => !known.Contains(p)).Order(StringComparer.Ordinal).ToList();
        Require(unknown.Count > 0 || places.Any(p => known.Contains(p) && p != PaperBook.PrintNumber), PaperRule.TheTemplateHasPlaces);
        Require(unknown.Count > 0 || places.Contains(PaperBook.PrintNumber), PaperRule.TheTemplateShowsThePrintNumber);
        return unknown;
    }

    private static IEnumerable<OpenXmlPartRootElement> Roots(WordprocessingDocument document) =>
        AllParts(document).Select(p => p.RootElement).OfType<OpenXmlPartRootElement>();

    private static HashSet<OpenXmlPart> AllParts(OpenXmlPartContainer container)
    {
        var (seen, ahead) = (new HashSet<OpenXmlPart>(), new Queue<OpenXmlPart>(container.Parts.Select(p => p.OpenXmlPart)));
        while (ahead.TryDequeue(out var part))
        {
            if (!seen.Add(part)) continue;
            foreach (var inner in part.Parts) ahead.Enqueue(inner.OpenXmlPart);
        }
        return seen;
    }

    private static bool IsOutside(HyperlinkRelationship link) => link.IsExternal;

    private static bool IsPageNumber(string? code) => (code ?? "").Trim().Split(' ', '\\')[0].ToUpperInvariant() is "PAGE" or "NUMPAGES" or "";

    private static void Require(bool holds, Enum rule)
    {
        if (!holds) throw rule.Broken();
    }
}
