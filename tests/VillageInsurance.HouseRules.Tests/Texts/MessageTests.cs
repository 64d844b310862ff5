using VillageInsurance.Domain.Shared;
using VillageInsurance.HouseRules.Tests.Types;

namespace VillageInsurance.HouseRules.Tests.Texts;

public class MessageTests
{
    [Fact]
    public void Every_refusal_rule_and_status_has_a_text() =>
        Law.Holds(Unexplained([.. ProductTypes.Domain, .. ProductTypes.UseCases], SourceTree.Project));

    [Fact]
    public void A_refusal_rule_or_status_without_a_text_is_found() => Assert.Equal(
        ["PlantedRule.Second", "PlantedStatus.Open", "Refusal.PlantedRefusal"],
        Planted.Finds(
            tree => Unexplained([typeof(PlantedRule), typeof(PlantedStatus), typeof(PlantedRefusal)], tree),
            TextFiles.Planted("MessageTexts", ("PlantedRule.First", "一"))));

    // A broken rule is explained by the rule itself, not by its type.
    private static IEnumerable<string> Unexplained(IEnumerable<Type> types, SourceTree tree)
    {
        var known = TextFiles.Read(tree, "MessageTexts").Keys;
        return types.SelectMany(type =>
            type.IsEnum && (type.Name.EndsWith("Rule", StringComparison.Ordinal) || type.Name.EndsWith("Status", StringComparison.Ordinal))
                ? Enum.GetNames(type).Select(member => $"{type.Name}.{member}")
                : type.IsAssignableTo(typeof(Refusal)) && !type.IsAbstract && type != typeof(RuleBroken) ? [$"Refusal.{type.Name}"] : [])
            .Except(known);
    }

    private enum PlantedRule
    {
        First,
        Second,
    }

    private enum PlantedStatus
    {
        Open,
    }

    private sealed class PlantedRefusal() : Refusal("No");
}
