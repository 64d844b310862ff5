using System.Text.RegularExpressions;

namespace VillageInsurance.HouseRules.Tests.Files;

public class PlaceTests
{
    private static readonly string[] Drawers = ["Helpers", "Services", "Managers", "Dtos", "Utils", "Common", "Infrastructure", "Core"];
    private static readonly string[] SqlDoors =
        ["SqlQuery", "FromSql", "ExecuteSql", "NpgsqlCommand", "CreateCommand", "CommandText", "BeginBinaryImport", "BeginTextImport", "BeginRawBinaryCopy"];

    [Fact]
    public void No_folder_is_a_drawer_for_anything() => Law.Holds(DrawersIn(SourceTree.Project));

    [Fact]
    public void No_region_hides_code() => Law.Holds(RegionsIn(SourceTree.Project));

    [Fact]
    public void Sql_is_written_only_where_data_and_exchange_live() => Law.Holds(SqlOutsideIn(SourceTree.Project));

    [Fact]
    public void Projects_reference_only_what_lies_below_them() => Law.Holds(WrongReferencesIn(SourceTree.Project));

    [Theory]
    [InlineData("src/Web/Helpers/Text.cs")]
    [InlineData("src/Product.Common/Text.cs")]
    public void A_drawer_is_found(string file) => Assert.NotEmpty(Planted.Finds(DrawersIn, (file, "")));

    [Fact]
    public void A_region_is_found() => Assert.NotEmpty(Planted.Finds(RegionsIn, ("src/A.cs", "class A\n{\n    #region Fields\n    #endregion\n}\n")));

    [Theory]
    [InlineData("src/VillageInsurance.Web/Shell/Menu.cs", true)]
    [InlineData("src/VillageInsurance.Web/Data/Menu.cs", true)]
    [InlineData("src/VillageInsurance.UseCases/Claims/ClaimList.cs", true)]
    [InlineData("src/VillageInsurance.UseCases/Data/Counting.cs", false)]
    [InlineData("src/VillageInsurance.UseCases/Exchange/Copying.cs", false)]
    public void Sql_in_another_place_is_found(string file, bool wrong) =>
        Assert.Equal(wrong, Planted.Finds(SqlOutsideIn, (file, "db.Database.SqlQuery<int>($\"select 1\")")).Length > 0);

    [Theory]
    [InlineData("Domain", """<PackageReference Include="MudBlazor" />""", true)]
    [InlineData("UseCases", """<ProjectReference Include="../VillageInsurance.Web/VillageInsurance.Web.csproj" />""", true)]
    [InlineData("LocalPostgres", """<ProjectReference Include="../VillageInsurance.Domain/VillageInsurance.Domain.csproj" />""", true)]
    [InlineData("Web", """<ProjectReference Include="../VillageInsurance.UseCases/VillageInsurance.UseCases.csproj" />""", false)]
    public void A_reference_upwards_is_found(string project, string reference, bool wrong) =>
        Assert.Equal(wrong, Planted.Finds(WrongReferencesIn, ($"src/VillageInsurance.{project}/VillageInsurance.{project}.csproj", reference)).Length > 0);

    private static IEnumerable<string> DrawersIn(SourceTree tree) =>
        from file in tree.Files("*")
        where file.Split('/', '.').SkipLast(1).Intersect(Drawers).Any()
        select file;

    private static IEnumerable<string> RegionsIn(SourceTree tree) =>
        from file in tree.Files("*.cs").Concat(tree.Files("*.razor"))
        where Regex.IsMatch(tree.Text(file), @"^\s*#region", RegexOptions.Multiline)
        select file;

    private static IEnumerable<string> SqlOutsideIn(SourceTree tree) =>
        from file in tree.Files("*.cs", under: "src").Concat(tree.Files("*.razor", under: "src"))
        where !Regex.IsMatch(file, "^src/VillageInsurance.UseCases/(Data|Exchange)/")
        let code = tree.Code(file)
        from door in SqlDoors
        where code.Contains(door, StringComparison.Ordinal)
        select $"{door} in {file}";

    private static IEnumerable<string> WrongReferencesIn(SourceTree tree) =>
        from project in tree.Files("*.csproj", under: "src")
        let allowed = Path.GetFileNameWithoutExtension(project).Split('.')[^1] switch
        {
            "UseCases" => "Domain",
            "Web" => "UseCases|LocalPostgres",
            _ => "nothing",
        }
        from Match reference in Regex.Matches(tree.Text(project), """<(Project|Package|Framework)Reference Include="([^"]+)""")
        where reference.Groups[1].Value == "Project"
            ? !Regex.IsMatch(reference.Groups[2].Value, $@"VillageInsurance\.({allowed})\.csproj$")
            : allowed == "nothing"
        select $"{project} references {reference.Groups[2].Value}";
}
