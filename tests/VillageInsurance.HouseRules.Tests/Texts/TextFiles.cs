using System.Xml.Linq;

namespace VillageInsurance.HouseRules.Tests.Texts;

/// <summary>The texts of a tree: by resource, language and key.</summary>
internal static class TextFiles
{
    public const string Folder = "src/VillageInsurance.Web/Texts/";

    /// <summary>The neutral files, which are Chinese: ApplicationTexts, MessageTexts…</summary>
    public static IEnumerable<string> Names(SourceTree tree) =>
        tree.Files("*.resx", under: Folder).Select(file => Path.GetFileNameWithoutExtension(file)).Where(name => !name.EndsWith(".en", StringComparison.Ordinal));

    public static Dictionary<string, string> Read(SourceTree tree, string name)
    {
        var file = $"{Folder}{name}.resx";
        return !tree.Files($"{name}.resx", under: Folder).Any() ? [] : XDocument.Parse(tree.Text(file)).Root!.Elements("data")
            .ToDictionary(entry => entry.Attribute("name")!.Value, entry => entry.Element("value")?.Value ?? "");
    }

    public static (string Name, string Text) Planted(string name, params (string Key, string Value)[] entries) => ($"{Folder}{name}.resx", new XElement(
        "root", entries.Select(e => new XElement("data", new XAttribute("name", e.Key), new XElement("value", e.Value)))).ToString());
}
