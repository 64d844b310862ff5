using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Claims;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Claims;
using VillageInsurance.UseCases.Exchange;
using VillageInsurance.UseCases.Tests.Exchange;
using VillageInsurance.UseCases.Tests.Shared;

namespace VillageInsurance.UseCases.Tests.Claims;

public class ClaimImportTests(DemoCounty demo, TestPostgres postgres)
{
    private static readonly DateOnly KnownAt = new(2026, 1, 31);

    private static string Expected => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "data", "demo-county", "expected-claims.csv"));

    [Fact]
    public async Task The_clocks_equal_the_reference_byte_for_byte() => Assert.Equal(Expected, await ClocksAsync(await demo.OpenAsync(postgres), KnownAt));

    [Fact]
    public async Task Every_claim_is_there_with_its_steps_where_the_insured_lived()
    {
        var database = await demo.OpenAsync(postgres);
        var rows = DemoCounty.Rows(await File.ReadAllLinesAsync(Path.Combine(DemoCounty.Unpacked(), "claims.csv")));

        var (claims, steps) = await database.GateFor(Imports.Office).ReadAsync(Permission.ImportCountyData, async db => (await db.Claims.ToListAsync(), await db.ClaimSteps.ToListAsync()), CancellationToken.None);

        Assert.Equal(rows.Count, claims.Count);
        Assert.Equal(rows.Sum(r => r.Count(c => c.Key.EndsWith("_on", StringComparison.Ordinal) && c.Key != "accident_on" && c.Value != "")), steps.Count);
        Assert.All(steps, s => Assert.Equal((ClaimWay.List, Imports.Office.StaffId), (s.Way, s.RecordedById)));
        Assert.All(claims, c => Assert.Null(c.Facts().Fault()));
        Assert.Equal(rows.Where(r => r["decision"] == "pay").Sum(r => decimal.Parse(r["amount"], null) * 100), claims.Sum(c => c.DecidedFen ?? 0));
    }

    [Fact]
    public async Task Shuffled_repeated_and_corrected_lists_give_what_the_last_one_says()
    {
        await using var database = await DemoCounty.NewAsync(postgres);
        var folder = DemoCounty.Unpacked();
        var path = Path.Combine(folder, "claims.csv");
        var right = await File.ReadAllLinesAsync(path);
        // First a list of another day: half of the claims, as they stood before anything was determined, and one with a wrong day.
        await File.WriteAllLinesAsync(path, right.Take(1).Concat(right.Skip(1).Where((_, i) => i % 2 == 0).Select(OnlyReported)));
        Assert.Empty((await database.ImportAsync(folder)).Problems);

        await File.WriteAllLinesAsync(path, right.Take(1).Concat(right.Skip(1).Reverse()));
        var second = await database.ImportAsync(folder);
        await File.WriteAllLinesAsync(path, right.Take(1).Concat(right.Skip(1).OrderBy(l => l.GetHashCode(StringComparison.Ordinal))));
        var third = await database.ImportAsync(folder);

        Assert.Equal(ImportOutcome.Stored, second.Outcome);
        var (added, changed) = second.Counts!.Tables.Where(t => t.Table == "claims").Select(t => (t.Added, t.Changed)).Single();
        Assert.Equal((right.Length - 1) / 2, added);
        Assert.True(changed > 50);
        Assert.True(third.Outcome == ImportOutcome.AlreadyStored || third.Counts!.NothingChanged);
        Assert.Equal(Expected, await ClocksAsync(database, KnownAt));
    }

    [Theory]
    [InlineData("paid_on", "2026-01-01", "agreed_on", "", ImportExpectation.AfterEarlierStep, "paid_on")]
    [InlineData("determined_on", "2020-01-01", "decision", "pay", ImportExpectation.DaysInOrder, "determined_on")]
    [InlineData("decision", "", "determined_on", "2025-12-20", ImportExpectation.FitsTheDecision, "determined_on")]
    [InlineData("policy_no", "B0", "decision", "pay", ImportExpectation.KnownPolicy, "policy_no")]
    [InlineData("insured_id", "R0", "decision", "pay", ImportExpectation.KnownResident, "insured_id")]
    [InlineData("decision", "maybe", "amount", "1.00", ImportExpectation.OneOf, "decision")]
    [InlineData("amount", "-5", "decision", "pay", ImportExpectation.Money, "amount")]
    public async Task What_is_wrong_is_told_with_its_column_and_nothing_is_stored(string column, string value, string other, string otherValue, ImportExpectation expected, string told)
    {
        await using var database = new TestDatabase(postgres);
        await database.InitializeAsync();
        var files = new CountyFiles();
        var insured = files.Resident(files.Household()).Number;
        var policy = files.Policy("P03", insured, insured, "2025-01-01", "2025-01-02", "2026-12-31");
        var folder = files.Write();
        var row = new Dictionary<string, string>
        {
            ["claim_no"] = "C1",
            ["policy_no"] = policy,
            ["insured_id"] = insured,
            ["accident_on"] = "2025-12-01",
            ["reported_on"] = "2025-12-02",
            ["documents_received_on"] = "2025-12-03",
            ["supplement_asked_on"] = "",
            ["supplement_received_on"] = "",
            ["surveyed_on"] = "",
            ["determined_on"] = "2025-12-20",
            ["decision"] = "pay",
            ["refusal_notice_on"] = "",
            ["agreed_on"] = "2025-12-21",
            ["paid_on"] = "2025-12-22",
            ["interim_paid_on"] = "",
            ["amount"] = "100.00",
        };
        (row[column], row[other]) = (value, otherValue);
        if (other == "agreed_on") row["agreed_on"] = "";
        await File.WriteAllLinesAsync(Path.Combine(folder, "claims.csv"), [string.Join(',', row.Keys), string.Join(',', row.Values)]);

        var view = await database.ImportAsync(folder);

        var problem = Assert.Single(view.Problems);
        Assert.Equal((expected, told, 2), (problem.Expected, problem.Column, problem.Row));
        Assert.Equal(0, await database.SeeAsync(Places.Village, db => db.Claims.CountAsync()));
    }

    private static string OnlyReported(string line)
    {
        var cells = line.Split(',');
        return string.Join(',', [.. cells[..5], .. Enumerable.Repeat("", 10), "0.00"]);
    }

    private static async Task<string> ClocksAsync(TestDatabase database, DateOnly asOf)
    {
        var office = new Actor(Imports.Office.StaffId, "office", [new(Role.CountyOffice, RolePermissions.Of(Role.CountyOffice), DataScope.WholeCounty, Someone.Today)], Someone.Today);
        var view = await new ClaimClockTable(database.GateFor(office)).RunAsync(new(asOf), CancellationToken.None);
        await using var text = new StringWriter();
        await ClaimClockCsv.WriteAsync(text, view.Rows);
        return text.ToString();
    }
}
