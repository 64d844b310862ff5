using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Documents;

namespace VillageInsurance.UseCases.Rosters;

/// <summary>The uploaded file: sealed in the file store, and in clear only in memory while it is read.</summary>
internal static class RosterFile
{
    private const string Cell = "roster_batches.file";

    /// <summary>The store's key is the roster's id.</summary>
    public static async Task PutAsync(IFileStore store, Vault vault, Guid batch, byte[] content)
    {
        using var sealedContent = new MemoryStream(vault.SealBytes(Cell, batch, content));
        await store.PutAsync(batch.ToString("N"), sealedContent, CancellationToken.None);
    }

    /// <summary>Takes the file out, to be read.</summary>
    public static async Task<SheetSource> OpenAsync(IFileStore store, Vault vault, Guid batch)
    {
        using var buffer = new MemoryStream();
        await using (var stored = await store.OpenAsync(batch.ToString("N"), CancellationToken.None)) await stored.CopyToAsync(buffer);
        return SheetSource.OfUpload(vault.OpenBytes(Cell, batch, buffer.ToArray()));
    }

    /// <summary>What is wrong with a file as a whole is said at once, before anything of it is kept.</summary>
    public static void Refuse(byte[] content)
    {
        try { SheetFile.Open(SheetSource.OfUpload(content)).Dispose(); }
        catch (RefusedFile no) { throw new RosterRefused(no.Fault); }
    }
}
