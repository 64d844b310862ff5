using System.Text.RegularExpressions;

namespace VillageInsurance.HouseRules.Tests.Files;

public class LengthTests
{
    [Fact]
    public void Files_are_short() => Law.Holds(TooLong(SourceTree.Project));

    [Fact]
    public void The_code_of_a_component_is_short() => Law.Holds(TooMuchCode(SourceTree.Project));

    [Fact]
    public void Most_files_are_very_short() => Law.Holds(MedianTooLong(SourceTree.Project));

    [Theory]
    [InlineData("src/Long.cs", 301)]
    [InlineData("src/Long.razor", 201)]
    public void A_long_file_is_found(string name, int lines)
    {
        Assert.NotEmpty(Planted.Finds(TooLong, (name, Planted.Lines(lines))));
        Assert.Empty(Planted.Finds(TooLong, (name, Planted.Lines(lines - 1))));
    }

    [Fact]
    public void Long_code_of_a_component_is_found()
    {
        Assert.NotEmpty(Planted.Finds(TooMuchCode, ("src/Page.razor", $"<p/>\n@code {{\n{Planted.Lines(81)}}}\n")));
        Assert.NotEmpty(Planted.Finds(TooMuchCode, ("src/Page.razor", $"@code {{\n{Planted.Lines(41)}}}\n@functions\n{{\n{Planted.Lines(41)}}}\n")));
        Assert.Empty(Planted.Finds(TooMuchCode, ("src/Page.razor", $"<p/>\n@code {{\n{Planted.Lines(80)}}}\n")));
    }

    [Theory]
    [InlineData("cs", 51)]
    [InlineData("razor", 61)]
    public void A_high_median_is_found(string kind, int lines)
    {
        var tree = new[] { 3, lines, lines }.Select((count, i) => ($"src/File{i}.{kind}", Planted.Lines(count))).ToArray();

        Assert.NotEmpty(Planted.Finds(MedianTooLong, tree));
        Assert.Empty(Planted.Finds(MedianTooLong, [.. tree, ("src/One." + kind, ""), ("src/Another." + kind, "")]));
    }

    private static IEnumerable<string> TooLong(SourceTree tree) =>
        from kind in (IEnumerable<(string Pattern, int Limit)>)[("*.cs", 300), ("*.razor", 200)]
        from file in tree.Files(kind.Pattern)
        let lines = tree.Lines(file).Length
        where lines > kind.Limit
        select $"{file} has {lines} lines, at most {kind.Limit}";

    private static IEnumerable<string> TooMuchCode(SourceTree tree) =>
        from file in tree.Files("*.razor")
        let lines = Regex.Matches(tree.Text(file), @"^@(code|functions)\s*\{(.*?)^\}", RegexOptions.Multiline | RegexOptions.Singleline)
            .Sum(block => block.Groups[2].Value.Count(c => c == '\n') - 1)
        where lines > 80
        select $"{file} has {lines} lines of code, at most 80";

    private static IEnumerable<string> MedianTooLong(SourceTree tree) =>
        from kind in (IEnumerable<(string Pattern, int Limit)>)[("*.cs", 50), ("*.razor", 60)]
        let lengths = tree.Files(kind.Pattern).Select(file => tree.Lines(file).Length).Order().ToArray()
        where lengths.Length > 0 && lengths[lengths.Length / 2] > kind.Limit
        select $"Half of the {kind.Pattern} files have {lengths[lengths.Length / 2]} lines or more, at most {kind.Limit}";
}
