namespace VillageInsurance.Web.CommandLine;

/// <summary>Where an evaluation keeps what belongs to this checkout alone: the private PostgreSQL, keys, files, logs. Ignored by git.</summary>
internal static class LocalFolder
{
    /// <summary>The folder ".local" beside the solution; beside the program when there is no solution.</summary>
    public static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "VillageInsurance.sln"))) return Path.Combine(folder.FullName, ".local");
        return Path.Combine(AppContext.BaseDirectory, ".local");
    }
}
