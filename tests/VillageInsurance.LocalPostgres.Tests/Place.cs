namespace VillageInsurance.LocalPostgres.Tests;

/// <summary>A folder such as a checkout's .local/postgres, and what lies elsewhere because of it.</summary>
internal sealed class Place : IDisposable
{
    private readonly DirectoryInfo _top = Directory.CreateTempSubdirectory("place-");

    private Place(string mode, string below)
    {
        if (!OperatingSystem.IsWindows()) _top.UnixFileMode = (UnixFileMode)Convert.ToInt32(mode, 8);
        Folder = Path.Combine(_top.FullName, below, ".local", "postgres");
    }

    public string Folder { get; }

    public string Note => Path.Combine(Folder, "place");

    public static Place Open() => new("755", "checkout");

    /// <summary>In a home folder that nobody but its person, and root, can enter.</summary>
    public static Place InAClosedHome() => new("700", "checkout");

    /// <summary>Too long for the name of a socket.</summary>
    public static Place Deep() => new("755", string.Join('/', Enumerable.Repeat("a-folder-in-a-folder", 6)));

    public void Dispose()
    {
        if (File.Exists(Note)) Directory.Delete(File.ReadAllText(Note).Trim(), recursive: true);
        _top.Delete(recursive: true);
    }
}
