using System.Text.RegularExpressions;

namespace VillageInsurance.HouseRules.Tests.Files;

/// <summary>What the documents say must still be there.</summary>
public class DocumentTests
{
    [Fact]
    public void Every_name_in_the_glossary_is_in_the_code() => Law.Holds(Forgotten(SourceTree.Project));

    [Fact]
    public void Every_link_leads_to_a_file() => Law.Holds(Broken(SourceTree.Project));

    [Theory]
    [InlineData("| 保单 | policy | `Policy` | |", "class Policy;", false)]
    [InlineData("| 保单 | policy | `Policy` | |", "class PolicyRow;", true)]
    [InlineData("| 保单 | policy | `Policy` | |", "// Policy", true)]
    public void A_forgotten_name_is_found(string line, string code, bool wrong) =>
        Assert.Equal(wrong, Planted.Finds(Forgotten, ("docs/glossary.md", line), ("src/A.cs", code)).Length > 0);

    [Theory]
    [InlineData("[one](decisions/0001-one.md)", false)]
    [InlineData("[one](https://example.org)", false)]
    [InlineData("[two](decisions/0002-two.md)", true)]
    public void A_broken_link_is_found(string text, bool wrong) =>
        Assert.Equal(wrong, Planted.Finds(Broken, ("docs/a.md", text), ("docs/decisions/0001-one.md", "One")).Length > 0);

    private static IEnumerable<string> Forgotten(SourceTree tree)
    {
        var words = tree.Files("*.cs", under: "src/").SelectMany(file => Regex.Matches(tree.Code(file), @"\w+")).Select(word => word.Value).ToHashSet();
        return from name in Regex.Matches(tree.Text("docs/glossary.md"), @"`(\w+)`").Select(match => match.Groups[1].Value)
               where !words.Contains(name)
               select $"docs/glossary.md: {name} is not in the code";
    }

    private static IEnumerable<string> Broken(SourceTree tree)
    {
        var files = tree.Files("*").ToHashSet();
        return from file in files
               where file.EndsWith(".md", StringComparison.Ordinal)
               from link in Regex.Matches(tree.Text(file), @"\]\(([^):#]+)\)").Select(match => match.Groups[1].Value)
               where !files.Contains(Path.GetRelativePath(".", Path.Combine(Path.GetDirectoryName(file)!, link)).Replace('\\', '/'))
               select $"{file}: nothing lies at {link}";
    }
}
