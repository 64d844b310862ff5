using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Exchange;
using VillageInsurance.UseCases.Rosters;
using VillageInsurance.UseCases.Tests.Exchange;
using VillageInsurance.UseCases.Tests.Shared;

namespace VillageInsurance.UseCases.Tests.Rosters;

/// <summary>Every defect of the spoiled county is found and handled as its list of defects says, and nothing else is touched.</summary>
public class DirtyCountyTests(TestPostgres postgres)
{
    private static readonly DateOnly Today = new(2026, 3, 1);

    [Fact]
    public void Nothing_is_touched_but_what_was_spoiled()
    {
        var spoiled = DirtyCounty.Defects.Select(DirtyCounty.PlaceOf).ToHashSet();

        var issues = Alone();

        Assert.DoesNotContain(issues, issue => !spoiled.Contains(DirtyCounty.PlaceOf(issue)));
        Assert.Equal(issues.Count, issues.Select(DirtyCounty.PlaceOf).Distinct().Count());
    }

    [Fact]
    public void Every_defect_is_handled_as_it_must_be()
    {
        Assert.Equal(22, DirtyCounty.Defects.Select(d => d["defect"]).Distinct().Count());
        Assert.Empty(Wrong(Alone(), (_, _) => true));
    }

    [Fact]
    public void What_is_fixed_gets_its_clean_value() => Assert.Empty(Wrong(Alone(), (defect, issue) => issue.Value == defect["clean"], "fix"));

    [Fact]
    public void What_is_refused_gets_no_value_and_the_reason_for_it()
    {
        string Reason(Dictionary<string, string> defect) => defect["defect"] == "wrong check digit" ? "id-check-digit" : "id-cut-to-fifteen";

        Assert.Empty(Wrong(Alone(), (defect, issue) => issue.Value.Length == 0 && issue.Reason == Reason(defect), "reject"));
    }

    [Fact]
    public async Task The_register_knows_the_answer_to_every_question()
    {
        await using var database = await WithRegisterAsync();

        var issues = await new CheckRosters(database.GateFor(Imports.Office), Imports.Vault, TimeProvider.System, new(true)).RunAsync(new(DirtyCounty.Lists), CancellationToken.None);

        Assert.Empty(Wrong(issues, (defect, issue) => issue.Value == defect["clean"], "fix", "ask"));
        Assert.Equal(DirtyCounty.Defects.Count, issues.Count);
    }

    [Fact]
    public async Task Who_may_not_bring_in_rosters_may_not_check_them_either()
    {
        await using var database = await DemoCounty.NewAsync(postgres);
        var check = new CheckRosters(database.GateFor(Someone.InTheCounty(Role.CountyLeader)), Imports.Vault, TimeProvider.System, new(true));

        await Assert.ThrowsAsync<NotPermitted>(() => check.RunAsync(new(DirtyCounty.Lists), CancellationToken.None));
    }

    private static IReadOnlyList<RosterIssue> Alone() => LoneFolder.Check(DirtyCounty.Lists, new(TestRegionAllowed: true), Today);

    private static IEnumerable<string> Wrong(IReadOnlyList<RosterIssue> issues, Func<Dictionary<string, string>, RosterIssue, bool> isRight, params string[] handlings)
    {
        var found = issues.ToDictionary(DirtyCounty.PlaceOf);
        return from defect in DirtyCounty.Defects
               where handlings.Length == 0 || handlings.Contains(defect["handling"])
               let issue = found.GetValueOrDefault(DirtyCounty.PlaceOf(defect))
               where issue is null || !issue.Handling.ToString().Equals(defect["handling"], StringComparison.OrdinalIgnoreCase) || !isRight(defect, issue)
               select $"{string.Join(' ', defect.Values)} → {issue}";
    }

    private async Task<TestDatabase> WithRegisterAsync()
    {
        var database = await DemoCounty.NewAsync(postgres);
        Assert.Empty((await database.ImportAsync(DirtyCounty.Register)).Problems);
        return database;
    }
}
