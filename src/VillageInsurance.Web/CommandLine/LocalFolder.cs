namespace VillageInsurance.Web.CommandLine;

/// <summary>Where an evaluation keeps what belongs to this checkout alone: the private PostgreSQL, keys, files, logs. Ignored by git.</summary>
internal static class LocalFolder
{
    /// <summary>The configured one (Local:Folder); else ".local" beside the solution, or beside the program when there is no solution.</summary>
    public static string Find(IConfiguration configuration)
    {
        if (configuration["Local:Folder"] is { Length: > 0 } configured) return configured;
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "VillageInsurance.sln"))) return Path.Combine(folder.FullName, ".local");
        return Path.Combine(AppContext.BaseDirectory, ".local");
    }
}
