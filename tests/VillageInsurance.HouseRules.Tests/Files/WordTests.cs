using System.Text.RegularExpressions;

namespace VillageInsurance.HouseRules.Tests.Files;

public partial class WordTests
{
    [Fact]
    public void What_users_read_stands_in_the_texts_alone() => Law.Holds(ChineseIn(SourceTree.Project));

    [Fact]
    public void What_people_typed_never_becomes_markup() => Law.Holds(RawMarkupIn(SourceTree.Project));

    [Fact]
    public void The_database_keeps_no_logic_and_no_second_wall_is_opened() => Law.Holds(DatabaseLogicIn(SourceTree.Project));

    [Fact]
    public void Interfaces_are_rare() => Law.Holds(TooManyInterfacesIn(SourceTree.Project));

    [Fact]
    public void Public_types_say_what_they_are() => Law.Holds(UndocumentedIn(SourceTree.Project));

    [Theory]
    [InlineData("src/Web/A.cs", "var title = \"保险\";", true)]
    [InlineData("src/Web/A.razor", "<p>保险</p>", true)]
    [InlineData("src/Web/A.cs", "var site = \"http://a/保险\";", true)]
    [InlineData("src/Web/A.cs", "/// <summary>A site (建设点).</summary>\nclass A; // 建设点", false)]
    [InlineData("src/Web/A.razor", "@* 建设点 *@\n<p>@T[\"Site\"]</p>", false)]
    [InlineData("src/Web/Texts/A.resx", "<value>保险</value>", false)]
    public void Chinese_in_code_is_found(string file, string text, bool wrong) =>
        Assert.Equal(wrong, Planted.Finds(ChineseIn, (file, text)).Length > 0);

    [Fact]
    public void Raw_markup_is_found() => Assert.Equal(2, Planted.Finds(
        RawMarkupIn, ("src/A.razor", "@((MarkupString)text)"), ("src/B.cs", "builder.AddMarkupContent(0, text);"), ("src/C.cs", "// no MarkupString")).Length);

    [Theory]
    [InlineData("create trigger t before insert")]
    [InlineData("CREATE MATERIALIZED VIEW v")]
    [InlineData("where xmin = 1")]
    [InlineData("set app.villages = 'all'")]
    [InlineData("alter table t disable row level security")]
    public void Logic_in_the_database_is_found(string sql) =>
        Assert.NotEmpty(Planted.Finds(DatabaseLogicIn, ("src/VillageInsurance.UseCases/Data/A.cs", $"var sql = \"{sql}\";")));

    [Fact]
    public void Many_interfaces_are_found() =>
        Assert.NotEmpty(Planted.Finds(TooManyInterfacesIn, ("src/A.cs", string.Concat(Enumerable.Repeat("class A;\n", 19)) + "interface IA;\n")));

    [Theory]
    [InlineData("public sealed class A;", true)]
    [InlineData("[Obsolete]\npublic readonly record struct A(int B);", true)]
    [InlineData("/// <summary>One.</summary>\n[Obsolete]\npublic abstract class A;", false)]
    [InlineData("internal sealed class A;", false)]
    public void A_public_type_without_a_summary_is_found(string text, bool wrong) =>
        Assert.Equal(wrong, Planted.Finds(UndocumentedIn, ("src/VillageInsurance.Domain/A.cs", $"namespace N;\n\n{text}\n")).Length > 0);

    private static IEnumerable<string> ChineseIn(SourceTree tree) =>
        from pattern in (string[])["*.cs", "*.razor", "*.js", "*.css", "*.html", "*.json"]
        from file in tree.Files(pattern, under: "src")
        from line in tree.Code(file).Split('\n').Index()
        where Chinese().IsMatch(line.Item)
        select $"{file}:{line.Index + 1}";

    private static IEnumerable<string> RawMarkupIn(SourceTree tree) =>
        from file in tree.Files("*.cs", under: "src").Concat(tree.Files("*.razor", under: "src"))
        where Regex.IsMatch(tree.Code(file), @"\b(MarkupString|AddMarkupContent)\b")
        select file;

    private static IEnumerable<string> DatabaseLogicIn(SourceTree tree) =>
        from file in tree.Files("*.cs", under: "src")
        from Match found in DatabaseLogic().Matches(tree.Code(file))
        select $"{found.Value} in {file}";

    private static IEnumerable<string> TooManyInterfacesIn(SourceTree tree)
    {
        var kinds = tree.Files("*.cs", under: "src").SelectMany(file => Declaration().Matches(tree.Code(file))).Select(found => found.Groups[2].Value).ToList();
        var interfaces = kinds.Count(kind => kind == "interface");
        if (interfaces * 20 >= kinds.Count && interfaces > 0) yield return $"{interfaces} of {kinds.Count} types are interfaces";
    }

    private static IEnumerable<string> UndocumentedIn(SourceTree tree) =>
        from file in tree.Files("*.cs", under: "src").Where(file => !file.StartsWith("src/VillageInsurance.Web/", StringComparison.Ordinal))
        let lines = tree.Lines(file)
        from line in lines.Index()
        where line.Item.StartsWith("public ", StringComparison.Ordinal) && Declaration().IsMatch(line.Item)
        let before = lines.Take(line.Index).Reverse().SkipWhile(above => above.StartsWith('[')).FirstOrDefault("")
        where !before.StartsWith("///", StringComparison.Ordinal)
        select $"{file}:{line.Index + 1}";

    [GeneratedRegex(@"[\u3400-\u9fff\uf900-\ufaff\u3000-\u303f\uff00-\uffef]")]
    private static partial Regex Chinese();

    [GeneratedRegex(@"create\s+(or\s+replace\s+)?trigger|materialized\s+view|\bxmin\b|UseXmin|(?<=set\s+)app\.villages|disable\s+row\s+level|HasDefaultSchema|CreateTrigger", RegexOptions.IgnoreCase)]
    private static partial Regex DatabaseLogic();

    [GeneratedRegex(@"^\s*((?:public|internal|private|protected|sealed|abstract|static|readonly|partial|file|ref)\s+)*(class|record struct|record|struct|enum|interface)\s+\w", RegexOptions.Multiline)]
    private static partial Regex Declaration();
}
