using System.Text.RegularExpressions;

namespace VillageInsurance.HouseRules.Tests.Texts;

public class LanguageTests
{
    [Fact]
    public void There_are_texts_to_check() => Assert.NotEmpty(TextFiles.Names(SourceTree.Project));

    [Fact]
    public void Every_text_is_there_in_both_languages() => Law.Holds(Incomplete(SourceTree.Project));

    [Fact]
    public void Every_key_that_a_page_names_has_its_text() => Law.Holds(Unknown(SourceTree.Project));

    [Fact]
    public void A_gap_between_the_languages_is_found() => Assert.Equal(
        [
            "ClaimTexts.OnlyChinese is missing in one language",
            "ClaimTexts.Count does not have the same places for values",
            "ClaimTexts.OnlyEnglish is missing in one language",
        ],
        Planted.Finds(
            Incomplete,
            TextFiles.Planted("ClaimTexts", ("Title", "理赔"), ("OnlyChinese", "只有"), ("Count", "{0} 件")),
            TextFiles.Planted("ClaimTexts.en", ("Title", "Claims"), ("OnlyEnglish", "Only"), ("Count", "claims"))));

    [Fact]
    public void An_empty_text_is_found() => Assert.NotEmpty(Planted.Finds(
        Incomplete, TextFiles.Planted("ClaimTexts", ("Title", " ")), TextFiles.Planted("ClaimTexts.en", ("Title", "Claims"))));

    [Theory]
    [InlineData("""@T["Title"] @T[$"Status.{status}"] @(T["Status.Draft"])""", 0)]
    [InlineData("""@T["Missing"]""", 1)]
    [InlineData("""@T[$"Kind.{kind}"]""", 1)]
    public void An_unknown_key_is_found(string markup, int unknown) => Assert.Equal(unknown, Planted.Finds(
        Unknown,
        TextFiles.Planted("ClaimTexts", ("Title", "理赔"), ("Status.Draft", "草稿")),
        ("src/VillageInsurance.Web/Claims/ClaimPage.razor", $"@inject IStringLocalizer<ClaimTexts> T\n{markup}")).Length);

    private static IEnumerable<string> Incomplete(SourceTree tree) =>
        from name in TextFiles.Names(tree)
        let chinese = TextFiles.Read(tree, name)
        let english = TextFiles.Read(tree, name + ".en")
        from key in chinese.Keys.Union(english.Keys)
        let here = chinese.GetValueOrDefault(key, "")
        let there = english.GetValueOrDefault(key, "")
        let problem = string.IsNullOrWhiteSpace(here) || string.IsNullOrWhiteSpace(there) ? "is missing in one language"
            : !Places(here).SequenceEqual(Places(there)) ? "does not have the same places for values" : null
        where problem is not null
        select $"{name}.{key} {problem}";

    // A key put together at run time is known by its beginning: $"Status.{status}".
    private static IEnumerable<string> Unknown(SourceTree tree) =>
        from file in tree.Files("*.razor", under: "src").Concat(tree.Files("*.cs", under: "src"))
        let code = tree.Code(file)
        from Match texts in Regex.Matches(code, @"IStringLocalizer<(\w+)>\s+(\w+)")
        let keys = TextFiles.Read(tree, texts.Groups[1].Value).Keys
        from Match use in Regex.Matches(code, $"""(?<!\w){texts.Groups[2].Value}\[(\$?)"([^"\u007b]*)["\u007b]""")
        let key = use.Groups[2].Value
        where use.Groups[1].Length > 0 ? !keys.Any(known => known.StartsWith(key, StringComparison.Ordinal)) : !keys.Contains(key)
        select $"{texts.Groups[1].Value}.{key} in {file}";

    private static IEnumerable<string> Places(string text) => Regex.Matches(text, @"\{\d+").Select(place => place.Value).Distinct().Order();
}
