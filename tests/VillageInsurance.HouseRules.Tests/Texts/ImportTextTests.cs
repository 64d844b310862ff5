using VillageInsurance.UseCases.Exchange;

namespace VillageInsurance.HouseRules.Tests.Texts;

public class ImportTextTests
{
    [Fact]
    public void Whatever_an_import_expects_has_a_text() => Assert.Empty(
        Enum.GetNames<ImportExpectation>().Select(name => $"{nameof(ImportExpectation)}.{name}").Except(TextFiles.Read(SourceTree.Project, "ImportTexts").Keys));
}
