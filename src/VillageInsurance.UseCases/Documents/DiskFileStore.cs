namespace VillageInsurance.UseCases.Documents;

/// <summary>Keeps files in a folder, spread over sub-folders by the end of their key.</summary>
public sealed class DiskFileStore(string folder) : IFileStore
{
    /// <inheritdoc />
    public async Task PutAsync(string key, Stream content, CancellationToken cancel)
    {
        var path = PathOf(key);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        // Written beside and moved in one step, so that a cut leaves no half file under the key.
        var part = path + ".part";
        await using (var file = new FileStream(part, FileMode.Create, FileAccess.Write)) await content.CopyToAsync(file, cancel);
        File.Move(part, path, overwrite: false);
    }

    /// <inheritdoc />
    public Task<Stream> OpenAsync(string key, CancellationToken cancel) => Task.FromResult<Stream>(File.OpenRead(PathOf(key)));

    /// <inheritdoc />
    public Task<bool> ExistsAsync(string key, CancellationToken cancel) => Task.FromResult(File.Exists(PathOf(key)));

    /// <inheritdoc />
    public Task DeleteAsync(string key, CancellationToken cancel)
    {
        // A folder that is not there yet is refused by File.Delete.
        if (File.Exists(PathOf(key))) File.Delete(PathOf(key));
        return Task.CompletedTask;
    }

    // Keys are made by the server from a Guid; anything else is not a file of ours.
    private string PathOf(string key) => Guid.TryParseExact(key, "N", out _)
        ? Path.Combine(folder, key[^2..], key) : throw new ArgumentException("Not a key of this store.", nameof(key));
}
