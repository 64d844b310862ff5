namespace VillageInsurance.HouseRules.Tests;

/// <summary>A small tree with a violation in it, to see the rule find it.</summary>
internal static class Planted
{
    /// <summary>What the rule says about a tree that holds only these files.</summary>
    public static string[] Finds(Func<SourceTree, IEnumerable<string>> rule, params (string Name, string Text)[] files)
    {
        var root = Directory.CreateTempSubdirectory("planted-");
        try
        {
            foreach (var (name, text) in files)
            {
                var path = Path.Combine(root.FullName, name);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.WriteAllText(path, text);
            }

            return [.. rule(new SourceTree(root.FullName))];
        }
        finally
        {
            root.Delete(recursive: true);
        }
    }

    public static string Lines(int count) => string.Concat(Enumerable.Repeat("line\n", count));
}
