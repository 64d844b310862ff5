using System.Text;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Exchange;
using VillageInsurance.UseCases.Tests.Shared;
using static VillageInsurance.UseCases.Exchange.ImportExpectation;

namespace VillageInsurance.UseCases.Tests.Exchange;

/// <summary>Whatever is wrong is told with file, row, column, value and expectation, and nothing is stored.</summary>
public class BadInputTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private readonly CountyFiles _files = new();

    public static TheoryData<string, string, string, string, ImportExpectation> WrongCells => new()
    {
        { "households", "joined_on", "2017-13-01", "2017-13-01", Date },
        { "households", "village_code", "999999101999", "999999101999", KnownVillage },
        { "households", "kind", "clan", "clan", OneOf },
        { "households", "left_on", "2016-01-01", "2016-01-01", NotBeforeStart },
        { "households", "head_name", "", "", ImportExpectation.Text },
        { "residents", "id_no", "999999198005051234", "999***********1234", ImportExpectation.IdNumber },
        { "residents", "sex", "530101199003077774", "530***********7774", OneOf },
        { "residents", "join_reason", "13900005678", "139****5678", OneOf },
        { "residents", "birth_date", "1981-05-05", "1981-05-05", BirthDateOfIdNumber },
        { "residents", "household_no", "nowhere", "nowhere", ImportExpectation.KnownHousehold },
        { "residents", "residence_kind", "tourist", "tourist", OneOf },
        { "residents", "join_reason", "magic", "magic", OneOf },
        { "students", "stage", "university-of-life", "university-of-life", OneOf },
        { "students", "resident_id", "R-none", "R-none", KnownResident },
        { "products", "long_term", "yes", "yes", ImportExpectation.Flag },
        { "policies", "product_code", "P99", "P99", KnownProduct },
        { "policies", "end_date", "2020-01-01", "2020-01-01", NotBeforeStart },
        { "policies", "insured_id", "R-none", "R-none", KnownResident },
        { "policies", "agent_id", "A-none", "A-none", ImportExpectation.KnownStaff },
        { "policies", "premium", "-5.00", "-5.00", Money },
        { "policies", "pay_mode", "weekly", "weekly", OneOf },
        { "payments", "amount", "1.234", "1.234", Money },
        { "payments", "kind", "gift", "gift", OneOf },
        { "payments", "policy_year", "first", "first", WholeNumber },
        { "payments", "policy_no", "B-none", "B-none", ImportExpectation.KnownPolicy },
        { "villages", "township_code", "999999999", "999999999", KnownTownship },
        { "villages", "code", "12", "12", AreaCode },
    };

    [Theory]
    [MemberData(nameof(WrongCells))]
    public async Task A_wrong_cell_is_told(string table, string column, string value, string shown, ImportExpectation expected)
    {
        GivenASoundCounty();
        var (header, cells) = (_files[table][0].Split(','), _files[table][^1].Split(','));
        cells[Array.IndexOf(header, column)] = value;
        _files[table][^1] = string.Join(',', cells);

        var view = await database.ImportAsync(_files.Write());

        Assert.Equal((ImportOutcome.Refused, null), (view.Outcome, view.BatchId));
        Assert.Contains(new ImportProblem($"{table}.csv", _files[table].Count, column, shown, expected), view.Problems.Select(p => p with { Detail = null }));
        await NothingIsStored();
    }

    [Theory]
    [InlineData("households")]
    [InlineData("residents")]
    [InlineData("students")]
    [InlineData("products")]
    [InlineData("policies")]
    [InlineData("payments")]
    [InlineData("villages")]
    [InlineData("staff")]
    public async Task A_key_that_comes_twice_is_told(string table)
    {
        GivenASoundCounty();
        _files[table].Add(_files[table][^1]);

        var view = await database.ImportAsync(_files.Write());

        Assert.Contains(view.Problems, p => p.File == $"{table}.csv" && p.Row == _files[table].Count && p.Expected == UniqueKey);
        await NothingIsStored();
    }

    [Fact]
    public async Task A_missing_column_is_told()
    {
        GivenASoundCounty();
        _files["policies"][0] = _files["policies"][0].Replace("premium", "price", StringComparison.Ordinal);

        var view = await database.ImportAsync(_files.Write());

        Assert.Contains(view.Problems, p => (p.File, p.Row, p.Column, p.Expected) == ("policies.csv", 1, "premium", AllColumns));
        await NothingIsStored();
    }

    [Theory]
    [InlineData(",")]
    [InlineData("short")]
    public async Task A_row_of_another_length_is_told(string tail)
    {
        GivenASoundCounty();
        _files["payments"][^1] = tail == "short" ? "F1,B1" : _files["payments"][^1] + ",too,much";

        var view = await database.ImportAsync(_files.Write());

        Assert.Contains(view.Problems, p => p.Row == 2 && p.Expected == AsManyCellsAsColumns);
    }

    [Fact]
    public async Task Text_that_is_not_utf_8_is_told()
    {
        GivenASoundCounty();
        var folder = _files.Write();
        await File.WriteAllBytesAsync(Path.Combine(folder, "households.csv"), [.. Encoding.UTF8.GetBytes(_files["households"][0] + "\nH1,"), 0xB2, 0xE2, 0x0A]);

        var view = await database.ImportAsync(folder);

        Assert.Contains(view.Problems, p => (p.File, p.Expected) == ("households.csv", Utf8));
    }

    [Fact]
    public async Task A_byte_order_mark_windows_line_ends_and_quotes_are_no_problem()
    {
        GivenASoundCounty();
        _files["households"][^1] = _files["households"][^1].Replace("岩温", "\"岩,温\"", StringComparison.Ordinal);
        var folder = _files.Write();
        await File.WriteAllTextAsync(Path.Combine(folder, "households.csv"), string.Join("\r\n", _files["households"]), new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));

        Assert.Equal(ImportOutcome.Stored, (await database.ImportAsync(folder)).Outcome);
        var number = _files["households"][^1].Split(',')[0];
        Assert.Equal("岩,温", await database.GateFor(Imports.Office).ReadAsync(Permission.ImportCountyData, db => db.Households.Where(h => h.Number == number).Select(h => h.HeadName).SingleAsync(), CancellationToken.None));
    }

    [Fact]
    public async Task A_quote_that_is_never_closed_is_told()
    {
        GivenASoundCounty();
        _files["payments"].Add("\"F1,B1");

        Assert.Contains((await database.ImportAsync(_files.Write())).Problems, p => (p.File, p.Expected) == ("payments.csv", AsManyCellsAsColumns));
    }

    [Fact]
    public async Task A_zip_that_is_damaged_inside_is_told()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("county-").FullName, "county.zip");
        var bytes = await File.ReadAllBytesAsync(DemoCounty.Zip);
        Array.Fill(bytes, (byte)0xFF, bytes.Length / 2, 4_000);
        await File.WriteAllBytesAsync(path, bytes);

        Assert.Equal(ZipOrWorkbook, Assert.Single((await database.ImportAsync(path)).Problems).Expected);
    }

    [Fact]
    public async Task Two_imports_at_once_are_refused()
    {
        GivenASoundCounty();
        var (path, refused) = (_files.Write(), 0);

        await database.ImportAsync(path, async _ =>
        {
            await Assert.ThrowsAsync<AnotherImportIsRunning>(() => database.ImportAsync(path));
            refused++;
        });

        Assert.True(refused > 0);
    }

    [Fact]
    public async Task An_empty_file_is_told()
    {
        GivenASoundCounty();
        var folder = _files.Write();
        await File.WriteAllTextAsync(Path.Combine(folder, "staff.csv"), "");

        Assert.Contains((await database.ImportAsync(folder)).Problems, p => (p.File, p.Expected) == ("staff.csv", FileNotEmpty));
    }

    [Fact]
    public async Task A_thousand_problems_are_listed_and_all_are_counted()
    {
        GivenASoundCounty();
        var policy = _files["policies"][^1].Split(',')[0];
        for (var i = 0; i < 1_200; i++) _files.Payment(policy, "2025-01-01", "-1.00");

        var view = await database.ImportAsync(_files.Write());

        Assert.Equal((1_200, 1_000), (view.ProblemCount, view.Problems.Count));
    }

    [Fact]
    public async Task Made_up_people_are_refused_where_they_are_not_allowed()
    {
        GivenASoundCounty();

        var view = await database.ImportAs(Imports.Office, testRegionAllowed: false).RunAsync(Imports.InputFor(_files.Write()));

        Assert.Contains(view.Problems, p => (p.Column, p.Expected) == ("id_no", ImportExpectation.IdNumber));
    }

    [Fact]
    public async Task Another_county_is_refused()
    {
        GivenASoundCounty();
        _files.Add("townships", "110101001", "Elsewhere", "street");

        Assert.Contains((await database.ImportAsync(_files.Write())).Problems, p => p.Expected == CodeOfThisCounty);
    }

    [Fact]
    public async Task Other_files_are_named_and_ignored()
    {
        GivenASoundCounty();
        var folder = _files.Write();
        await File.WriteAllTextAsync(Path.Combine(folder, "weather.csv"), "nonsense");

        var view = await database.ImportAsync(folder);

        Assert.Equal((ImportOutcome.Stored, "weather.csv"), (view.Outcome, Assert.Single(view.Ignored)));
    }

    [Fact]
    public async Task Only_who_may_import_for_the_whole_county_does()
    {
        GivenASoundCounty();
        var input = Imports.InputFor(_files.Write());

        await Assert.ThrowsAsync<NotPermitted>(() => database.ImportAs(Someone.InTheCounty(Role.CountyLeader)).RunAsync(input));
        await Assert.ThrowsAsync<NotPermitted>(() => database.ImportAs(Someone.WhoMay(Permission.ImportCountyData, Places.Village)).RunAsync(input));
        await Assert.ThrowsAsync<InvalidInput>(() => database.ImportAs(Imports.Office).RunAsync(input with { Basis = "" }));
    }

    private void GivenASoundCounty()
    {
        _files.Add("staff", $"A{_files.VillageCode}", _files.VillageCode, "agent", "王强", "TEST1", "2023-01-01", "");
        var (head, _) = _files.Resident(_files.Household());
        _files.Student(head);
        _files.Payment(_files.Policy("P03", head, head, "2025-03-01", "2025-03-02", "2026-03-01", agent: $"A{_files.VillageCode}"), "2025-03-01", "30.00");
    }

    private async Task NothingIsStored() =>
        Assert.False(await database.SeeAsync(Places.Village, db => db.Areas.AnyAsync(a => a.Code == _files.VillageCode)));
}
