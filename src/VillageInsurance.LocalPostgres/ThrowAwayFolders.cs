namespace VillageInsurance.LocalPostgres;

/// <summary>The folders of test clusters. Their names say which process they belong to, so that those of a killed one are found.</summary>
internal static class ThrowAwayFolders
{
    private const string Prefix = "village-insurance-pg-";

    // A person's own temporary folder may be closed to the server's account, or its name too long.
    private static string[] Parents => [.. new[] { Path.TrimEndingDirectorySeparator(Path.GetTempPath()), "/tmp", "/var/tmp" }.Distinct().Where(Directory.Exists)];

    public static async Task<string> MakeAsync()
    {
        foreach (var parent in Parents)
        {
            // Nobody can guess the last part, so nobody can have put something there beforehand.
            var folder = Path.Combine(parent, $"{Prefix}{ProcessMark.Mine}-{Guid.NewGuid().ToString("N")[..12]}");
            if (await ServerFolder.IsFitAsync(folder)) return folder;
        }

        throw new NoPrivatePostgres($"PostgreSQL's account cannot work in any of {string.Join(", ", Parents)}.");
    }

    /// <summary>A test run that was killed leaves its server behind; the next one stops it.</summary>
    public static async Task SweepAsync()
    {
        foreach (var folder in Parents.SelectMany(parent => Directory.GetDirectories(parent, Prefix + "*")))
        {
            if (ProcessMark.Parse(Path.GetFileName(folder)[Prefix.Length..]) is { IsAlive: true }) continue;
            try
            {
                await RemoveAsync(folder);
            }
            catch (Exception no) when (no is InvalidOperationException or IOException or UnauthorizedAccessException)
            {
                // Somebody else's, or another run sweeps it just now.
            }
        }
    }

    public static async Task RemoveAsync(string folder)
    {
        if (!Directory.Exists(folder)) return;
        await new Cluster(folder).StopAsync("immediate");
        Directory.Delete(folder, recursive: true);
    }
}
