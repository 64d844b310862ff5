using System.Text.Json;

namespace VillageInsurance.Web.CommandLine.Demo;

/// <summary>What people write in the sample year: the words of the file demo-year.json by their keys.</summary>
internal sealed class DemoWords(IReadOnlyDictionary<string, string> words)
{
    public string this[string key] => words[key];

    public static DemoWords Read() =>
        new(JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(DemoFiles.Path("demo-year.json"))) ?? []);
}
