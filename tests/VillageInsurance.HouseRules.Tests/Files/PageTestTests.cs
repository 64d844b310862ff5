using System.Text.RegularExpressions;

namespace VillageInsurance.HouseRules.Tests.Files;

/// <summary>How page tests act: an element found in one turn of the renderer and acted on in another may have lost its handler to a render in between.</summary>
public partial class PageTestTests
{
    private const string Folder = "tests/VillageInsurance.Web.Tests", Hand = $"{Folder}/Shared/PageHand.cs";

    [Fact]
    public void Page_tests_act_through_the_hand_alone() => Law.Holds(ActsBesideTheHandIn(SourceTree.Project));

    [Theory]
    [InlineData("page.Find(\"form\").Submit();", true)]
    [InlineData("await page.Find(\"form\").SubmitAsync();", true)]
    [InlineData("page.FindAll(\"input\")[1].Change(true);", true)]
    [InlineData("page\n    .Find(\"input\")\n    .Change(true);", true)]
    [InlineData("row.QuerySelector(\"button\")!.Click();", true)]
    [InlineData("own.Click();", true)]
    [InlineData("page.Find(\"input\").KeyDown(\"Enter\");", true)]
    [InlineData("page.Find(\"input\").TriggerEvent(\"onfocus\", new());", true)]
    [InlineData("page.Click(\"button\");", false)]
    [InlineData("await page.ChangeAsync(\"input\", true, 1);", false)]
    [InlineData("await page.SubmitAsync(\"form\");", false)]
    [InlineData("await database.GateFor(actor).ChangeAsync(Permission.ManageGrants, db => x);", false)]
    [InlineData("// page.Find(\"form\").Submit();", false)]
    public void An_act_beside_the_hand_is_found(string line, bool wrong) => Assert.Equal(wrong, Planted.Finds(ActsBesideTheHandIn, ($"{Folder}/ATests.cs", line)).Length > 0);

    [Fact]
    public void The_hand_itself_acts() => Assert.Empty(Planted.Finds(ActsBesideTheHandIn, (Hand, "page.Find(css).Click();")));

    private static IEnumerable<string> ActsBesideTheHandIn(SourceTree tree) =>
        from file in tree.Files("*.cs", under: Folder)
        where file != Hand
        let code = tree.Code(file)
        from Match act in Act().Matches(code)
        select $"{file}:{code[..act.Index].Count(c => c == '\n') + 1}";

    // On what was found just now, or on an element kept in a variable. A gate's change names its permission.
    [GeneratedRegex(@"[)\]!]\s*\.(Click|DoubleClick|Change|Input|KeyDown|KeyUp|KeyPress|Focus|Blur|Submit|TriggerEvent)(Async)?\((?!Permission\.)|\.(Click|Submit)(Async)?\(\s*\)")]
    private static partial Regex Act();
}
