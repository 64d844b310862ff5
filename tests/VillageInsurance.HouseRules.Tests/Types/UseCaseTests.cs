using System.Reflection;
using System.Text.RegularExpressions;
using FluentValidation;

namespace VillageInsurance.HouseRules.Tests.Types;

public class UseCaseTests
{
    private const string Folder = "src/VillageInsurance.UseCases/";

    [Fact]
    public void There_are_use_cases_to_check() => Assert.NotEmpty(UseCases(ProductTypes.UseCases));

    [Fact]
    public void Every_use_case_is_one_sealed_class_with_one_public_method() => Law.Holds(Misshapen(ProductTypes.UseCases));

    [Fact]
    public void Every_use_case_is_a_file_of_its_name_that_opens_the_gate() => Law.Holds(PastTheGate(ProductTypes.UseCases, SourceTree.Project));

    [Fact]
    public void Every_input_has_its_rules_and_meets_them() => Law.Holds(Unchecked(ProductTypes.UseCases, SourceTree.Project));

    [Fact]
    public void Every_use_case_is_named_in_a_test() => Law.Holds(Untested(ProductTypes.UseCases, SourceTree.Project));

    [Fact]
    public void A_use_case_of_another_shape_is_found() =>
        Assert.Equal([nameof(ManyThings)], Misshapen([typeof(PlantedUseCase), typeof(ManyThings)]));

    [Theory]
    [InlineData("public Task RunAsync() => Task.CompletedTask; // gate.ReadAsync()", true)]
    [InlineData("public Task RunAsync() => gate.ReadAsync(Permission.View, async db => 1);", false)]
    public void A_way_past_the_gate_is_found(string text, bool wrong) => Assert.Equal(wrong, Planted.Finds(
        tree => PastTheGate([typeof(PlantedUseCase)], tree), ($"{Folder}Claims/{nameof(PlantedUseCase)}.cs", text)).Length > 0);

    [Theory]
    [InlineData(typeof(PlantedUseCase), "input.MustMeet(new InputRules());", false)]
    [InlineData(typeof(PlantedUseCase), "", true)]
    [InlineData(typeof(WithoutRules), "input.MustMeet(new InputRules());", true)]
    public void An_input_that_nobody_checks_is_found(Type useCase, string text, bool wrong) => Assert.Equal(wrong, Planted.Finds(
        tree => Unchecked([useCase], tree), ($"{Folder}Claims/{useCase.Name}.cs", text)).Length > 0);

    [Theory]
    [InlineData("Tests.cs", "new PlantedUseCase(gate).RunAsync();", false)]
    [InlineData("Tests.cs", "new APlantedUseCase(gate).RunAsync();", true)]
    [InlineData("Tests.cs", "// PlantedUseCase is still to be tested", true)]
    [InlineData("Given.cs", "new PlantedUseCase(gate).RunAsync();", true)]
    public void An_untested_use_case_is_found(string file, string text, bool wrong) => Assert.Equal(wrong, Planted.Finds(
        tree => Untested([typeof(PlantedUseCase)], tree), ($"tests/X/Claims/{file}", text)).Length > 0);

    private static IEnumerable<Type> UseCases(IEnumerable<Type> types) => types.Where(type => Methods(type).Any(method => method.Name == "RunAsync"));

    private static MethodInfo[] Methods(Type type) =>
        type.GetMethods(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.DeclaredOnly);

    private static IEnumerable<string> Misshapen(IEnumerable<Type> types) =>
        from useCase in UseCases(types)
        where !useCase.IsSealed || Methods(useCase).Length != 1
        select useCase.Name;

    private static IEnumerable<string> PastTheGate(IEnumerable<Type> types, SourceTree tree) =>
        from useCase in UseCases(types)
        where !CodeOf(useCase, tree).Any(code => Regex.IsMatch(code, @"\bgate\.\w+Async\b"))
        select $"{useCase.Name} does not open the gate in a file of its name";

    private static IEnumerable<string> Unchecked(IEnumerable<Type> types, SourceTree tree) =>
        from useCase in UseCases(types)
        let input = useCase.GetNestedType("Input")
        where input is not null
        let rules = typeof(AbstractValidator<>).MakeGenericType(input)
        where useCase.GetNestedType("InputRules")?.IsAssignableTo(rules) is not true
            || !CodeOf(useCase, tree).Any(code => Regex.IsMatch(code, @"\.MustMeet\(new InputRules\("))
        select $"{useCase.Name} does not check its input";

    private static IEnumerable<string> Untested(IEnumerable<Type> types, SourceTree tree)
    {
        var tests = string.Join('\n', tree.Files("*Tests.cs", under: "tests/").Where(f => !f.Contains("HouseRules", StringComparison.Ordinal)).Select(tree.Code));
        return from useCase in UseCases(types)
               where !Regex.IsMatch(tests, $@"\b{useCase.Name}\b")
               select $"{useCase.Name} is named in no test";
    }

    private static IEnumerable<string> CodeOf(Type useCase, SourceTree tree) => tree.Files($"{useCase.Name}.cs", under: Folder).Select(tree.Code);
}

#pragma warning disable CA1812, CA1822 // Only looked at.

internal sealed class PlantedUseCase
{
    public sealed record Input(string Name);

    public sealed class InputRules : AbstractValidator<Input>;

    public Task RunAsync(Input input) => Task.FromResult(input);
}

internal sealed class WithoutRules
{
    public sealed record Input(string Name);

    public Task RunAsync(Input input) => Task.FromResult(input);
}

internal sealed class ManyThings
{
    public Task RunAsync() => Task.CompletedTask;

    public Task RunAnotherAsync() => Task.CompletedTask;
}
