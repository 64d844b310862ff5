using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Documents;

namespace VillageInsurance.UseCases.Rosters;

/// <summary>The uploaded file: sealed in the file store, and in clear only while it is read.</summary>
internal sealed class RosterFile : IDisposable
{
    private const string Cell = "roster_batches.file";

    private RosterFile(string path) => Path = path;

    /// <summary>Where it lies in clear, under a name of ours; gone with this object.</summary>
    public string Path { get; }

    /// <summary>The store's key is the roster's id.</summary>
    public static async Task PutAsync(IFileStore store, Vault vault, Guid batch, byte[] content)
    {
        using var sealedContent = new MemoryStream(vault.SealBytes(Cell, batch, content));
        await store.PutAsync(batch.ToString("N"), sealedContent, CancellationToken.None);
    }

    /// <summary>Takes the file out, for one reading.</summary>
    public static async Task<RosterFile> OpenAsync(IFileStore store, Vault vault, Guid batch)
    {
        using var buffer = new MemoryStream();
        await using (var stored = await store.OpenAsync(batch.ToString("N"), CancellationToken.None)) await stored.CopyToAsync(buffer);
        return await OfAsync(vault.OpenBytes(Cell, batch, buffer.ToArray()));
    }

    /// <summary>A file for one reading.</summary>
    public static async Task<RosterFile> OfAsync(byte[] content)
    {
        var file = new RosterFile(System.IO.Path.Combine(Directory.CreateTempSubdirectory("roster-").FullName, "list"));
        try
        {
            await File.WriteAllBytesAsync(file.Path, content);
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    public void Dispose() => Directory.Delete(System.IO.Path.GetDirectoryName(Path)!, recursive: true);
}
