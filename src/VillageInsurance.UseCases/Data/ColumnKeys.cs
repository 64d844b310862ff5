using System.Security.Cryptography;
using System.Text.Json;

namespace VillageInsurance.UseCases.Data;

/// <summary>The keys of encrypted columns: numbered keys for the values, and one apart for the blind index.
/// They stand in a file outside the database and its backup, readable by nobody else.</summary>
/// <param name="Current">The number of the key that new values are sealed with.</param>
/// <param name="Keys">Each key by its number, 32 bytes.</param>
/// <param name="Index">The key of the blind index, 32 bytes.</param>
public sealed record ColumnKeys(ushort Current, IReadOnlyDictionary<ushort, byte[]> Keys, byte[] Index)
{
    /// <summary>Reads the file. Refuses to go on when it is missing, incomplete or readable by others.</summary>
    public static ColumnKeys Load(string file)
    {
        if (!File.Exists(file)) throw new InvalidOperationException($"The column keys are missing: no file {file}. Make one with 32-byte keys, mode 0400.");
        const UnixFileMode others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(file) & others) != 0)
            throw new InvalidOperationException($"The column keys in {file} can be read by others: set its mode to 0400.");
        var keys = JsonSerializer.Deserialize<ColumnKeys>(File.ReadAllText(file), JsonColumn.Format);
        return keys is { Index.Length: 32 } && keys.Keys.ContainsKey(keys.Current) && keys.Keys.Values.All(k => k.Length == 32)
            ? keys : throw new InvalidOperationException($"The column keys in {file} are incomplete: each is 32 bytes in base 64.");
    }

    /// <summary>Reads the file, or makes it: for evaluation and tests only, where no operator has made one.</summary>
    public static ColumnKeys LoadOrMake(string file)
    {
        if (File.Exists(file)) return Load(file);
        var keys = Random();
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var stream = new FileStream(file, options)) JsonSerializer.Serialize(stream, keys, JsonColumn.Format);
        return keys;
    }

    /// <summary>Fresh keys.</summary>
    public static ColumnKeys Random() =>
        new(1, new Dictionary<ushort, byte[]> { [1] = RandomNumberGenerator.GetBytes(32) }, RandomNumberGenerator.GetBytes(32));
}
