namespace VillageInsurance.UseCases.Rosters;

/// <summary>What sheets are read from: a file in a folder, or the bytes of an upload, which never lie in clear on a disk.</summary>
/// <param name="Name">The file's name, without its folder.</param>
/// <param name="Open">Opens it for a reading from its start; a stream that can seek.</param>
internal sealed record SheetSource(string Name, Func<Stream> Open)
{
    /// <summary>A file in a folder.</summary>
    public static SheetSource OfFile(string path) => new(Path.GetFileName(path), () => File.OpenRead(path));

    /// <summary>An upload.</summary>
    public static SheetSource OfUpload(byte[] content) => new("list", () => new MemoryStream(content, writable: false));
}
