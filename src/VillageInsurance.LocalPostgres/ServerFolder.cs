using System.Security.Cryptography;
using System.Text;

namespace VillageInsurance.LocalPostgres;

/// <summary>Where a cluster's data, socket and log lie together: one folder of mode 700 that its server can enter.</summary>
internal static class ServerFolder
{
    // A socket's full name has at most 107 bytes; its own name takes 14 of them, and some room is left.
    private const int LongestName = 90;

    private const string WhereItIs = "place";

    /// <summary>The folder "cluster" in it, or another one when the server cannot work there; then the file "place" says where.
    /// Data that were made once are never passed over for new ones: if they cannot be used, that is refused.</summary>
    public static async Task<string> FindAsync(string folder)
    {
        folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        var (note, here) = (Path.Combine(folder, WhereItIs), Path.Combine(folder, "cluster"));
        try
        {
            Directory.CreateDirectory(folder);
            if (File.Exists(note)) return await FitOrRefuseAsync((await File.ReadAllTextAsync(note)).Trim());
            if (Directory.Exists(here)) return await FitOrRefuseAsync(here);
            if (await IsFitAsync(here)) return here;

            if (Directory.Exists(here)) Directory.Delete(here);
            var elsewhere = await FitOrRefuseAsync(await ElsewhereAsync(folder));
            await File.WriteAllTextAsync(note, elsewhere + "\n");
            return elsewhere;
        }
        catch (Exception no) when (no is IOException or UnauthorizedAccessException)
        {
            throw new NoPrivatePostgres($"The private PostgreSQL has no place: {no.Message} Start as the account that owns {folder}.", no);
        }
    }

    /// <summary>Short, plain and usable by the account that runs the server.</summary>
    public static Task<bool> IsFitAsync(string folder) =>
        Encoding.UTF8.GetByteCount(folder) <= LongestName && folder.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '.' or '-' or '_')
            ? PostgresPrograms.CanUseAsync(folder) : Task.FromResult(false);

    private static async Task<string> FitOrRefuseAsync(string folder) => await IsFitAsync(folder) ? folder : throw new NoPrivatePostgres(
        $"The private PostgreSQL cannot work in {folder}: the folder belongs to another account, others may enter it, the account that runs the server cannot, " +
        $"or its name is longer than {LongestName} bytes. Start as the account that made it, or set ConnectionStrings__Main to a server of your own.");

    // Not the temporary folder: what people typed must outlast a restart of the machine.
    private static async Task<string> ElsewhereAsync(string folder)
    {
        var parent = Environment.IsPrivilegedProcess ? "/var/lib"
            : Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        var ours = Path.Combine(parent, "village-insurance");
        await PostgresPrograms.MakePassageAsync(ours);
        return Path.Combine(ours, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(folder)))[..12]);
    }
}
