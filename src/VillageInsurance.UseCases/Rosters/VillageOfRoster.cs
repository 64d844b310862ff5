namespace VillageInsurance.UseCases.Rosters;

/// <summary>Which village a roster is of, by its file's name or its title.</summary>
internal static class VillageOfRoster
{
    private static readonly char[] Gaps = ['-', '_', ' ', '\u2014', '(', ')', '\uFF08', '\uFF09', '\u3000'];

    /// <summary>The village's full name; null when neither tells.</summary>
    public static string? Find(string file, string title) => FindIn(Path.GetFileNameWithoutExtension(file)) ?? FindIn(title);

    private static string? FindIn(string text)
    {
        foreach (var part in text.Split(Gaps, StringSplitOptions.RemoveEmptyEntries))
            foreach (var end in RosterWords.Own.VillageFull)
                if (part.IndexOf(end, StringComparison.Ordinal) is > 0 and var at) return WithoutTownship(part[..at]) + end;
        return null;
    }

    private static string WithoutTownship(string name)
    {
        foreach (var end in RosterWords.Own.TownshipEnds)
            if (name.LastIndexOf(end, StringComparison.Ordinal) is > 0 and var at && at + end.Length < name.Length) name = name[(at + end.Length)..];
        return name;
    }
}
