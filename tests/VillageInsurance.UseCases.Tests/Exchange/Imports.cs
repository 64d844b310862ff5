using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Acceptance;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Exchange;
using VillageInsurance.UseCases.Tests.Shared;

namespace VillageInsurance.UseCases.Tests.Exchange;

/// <summary>Imports and counts as the county office does.</summary>
internal static class Imports
{
    public static readonly Vault Vault = new(ColumnKeys.Random());

    /// <summary>The county office, as the command line has it: a staff member who is there.</summary>
    public static Actor Office { get; } = new(StaffMember.CommandLineId, "office",
        [new Grant(Role.CountyOffice, RolePermissions.Of(Role.CountyOffice), DataScope.WholeCounty, From: Someone.Today)], Someone.Today);

    public static ImportCounty ImportAs(this TestDatabase database, Actor actor, bool testRegionAllowed = true) =>
        new(database.GateFor(actor), Vault, TimeProvider.System, new(testRegionAllowed));

    public static Task<ImportCounty.View> ImportAsync(this TestDatabase database, string path, Func<ImportProgress, Task>? progress = null) =>
        database.ImportAs(Office).RunAsync(InputFor(path), progress);

    /// <summary>Imports what must be sound.</summary>
    public static async Task ImportAsync(this TestDatabase database, CountyFiles files)
    {
        var view = await database.ImportAsync(files.Write());
        Assert.Empty(view.Problems);
    }

    public static ImportCounty.Input InputFor(string path) => new(path, "register", "scheme", new(2025, 1, 1));

    public static async Task<IndicatorTable.Row> CountAsync(this TestDatabase database, string village, string asOf = "2025-12-31", string? knownAt = null)
    {
        var day = DateOnly.ParseExact(asOf, "yyyy-MM-dd");
        var view = await new IndicatorTable(database.GateFor(Office)).RunAsync(
            new(day, knownAt is null ? day.AddDays(31) : DateOnly.ParseExact(knownAt, "yyyy-MM-dd"), village), CancellationToken.None);
        return Assert.Single(view.Rows);
    }
}
