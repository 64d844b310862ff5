namespace VillageInsurance.UseCases.Documents;

/// <summary>Where the bytes of attachments lie: a folder today, an object store when there are two web nodes. Write once.</summary>
public interface IFileStore
{
    /// <summary>Keeps the bytes under a key that the store has not seen before.</summary>
    Task PutAsync(string key, Stream content, CancellationToken cancel);

    /// <summary>Opens the bytes for reading.</summary>
    Task<Stream> OpenAsync(string key, CancellationToken cancel);

    /// <summary>Whether the bytes are there.</summary>
    Task<bool> ExistsAsync(string key, CancellationToken cancel);

    /// <summary>Forgets the bytes; nothing happens when they are not there.</summary>
    Task DeleteAsync(string key, CancellationToken cancel);
}
