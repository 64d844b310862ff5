using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Exchange;
using VillageInsurance.UseCases.Organisation;
using VillageInsurance.UseCases.Tests.Exchange;
using VillageInsurance.UseCases.Tests.Shared;

namespace VillageInsurance.UseCases.Tests.Organisation;

/// <summary>In an installation that holds nothing but its schema.</summary>
public sealed class FirstRoleTests(TestPostgres postgres) : IAsyncLifetime
{
    private const string County = "999999";

    private static readonly Actor CommandLine = new(StaffMember.CommandLineId, "command line",
        [new(Role.SystemAdministrator, Enum.GetValues<Permission>(), DataScope.WholeCounty, Someone.Today)], Someone.Today);

    private string _database = "";

    private AppDbGate Gate => new(ConnectionSettings.OptionsFor(_database), new TheCommandLine(), TimeProvider.System);

    [Fact]
    public async Task Each_kind_of_administrator_has_a_first_one_in_the_same_county()
    {
        await FirstAsync("system", Role.SystemAdministrator, County);
        await FirstAsync("security", Role.SecurityAdministrator);
        await FirstAsync("audit", Role.Auditor);

        var county = Assert.Single(await AreasAsync());
        var held = await ReadAsync(db => db.RoleGrants.OrderBy(g => g.Id).ToListAsync());
        Assert.Equal([Role.SystemAdministrator, Role.SecurityAdministrator, Role.Auditor], held.Select(g => g.Role));
        Assert.All(held, g => Assert.Equal((county.Id, StaffMember.CommandLineId), (g.AreaId, g.GrantedById)));
        Assert.Equal((County, "Test county"), (county.Code, county.Name));
    }

    [Fact]
    public async Task Without_data_the_county_must_be_named()
    {
        var no = await Assert.ThrowsAsync<RuleBroken>(() => FirstAsync("system", Role.SystemAdministrator));

        Assert.Equal(GrantRule.TheCountyComesFirst, no.Rule);
        await Assert.ThrowsAsync<InvalidInput>(() => FirstAsync("system", Role.SystemAdministrator, "99999"));
        Assert.Empty(await AreasAsync());
    }

    [Fact]
    public async Task Whom_no_account_could_be_made_for_does_not_hold_the_role()
    {
        await FirstAsync("system", Role.SystemAdministrator, County);

        await Assert.ThrowsAsync<InvalidInput>(() => FirstAsync("Zhang San", Role.SecurityAdministrator));
        Assert.Equal(StaffRule.ACodeIsUnique, (await Assert.ThrowsAsync<RuleBroken>(() => FirstAsync("system", Role.SecurityAdministrator))).Rule);
        await FirstAsync("security", Role.SecurityAdministrator);
    }

    [Fact]
    public async Task A_later_import_finds_the_county_by_its_code()
    {
        await FirstAsync("system", Role.SystemAdministrator, County);
        var county = Assert.Single(await AreasAsync());

        var view = await ImportAsync("999999101");

        Assert.Equal(ImportOutcome.Stored, view.Outcome);
        var areas = await AreasAsync();
        Assert.Equal(county.Id, areas.Single(a => a.Level == AreaLevel.County).Id);
        Assert.Equal(county.Id, areas.Single(a => a.Level == AreaLevel.Township).ParentId);
    }

    [Fact]
    public async Task Another_countys_data_is_refused()
    {
        await FirstAsync("system", Role.SystemAdministrator, "532801");

        var view = await ImportAsync("999999101");

        Assert.Equal(ImportOutcome.Refused, view.Outcome);
        Assert.Contains(view.Problems, p => (p.File, p.Expected, p.Detail) == ("townships.csv", ImportExpectation.CodeOfThisCounty, "532801"));
    }

    public async ValueTask InitializeAsync()
    {
        _database = await postgres.MakeEmptyAsync();
        await Schema.MigrateAsync(postgres.AsMigrator(_database), TimeProvider.System);
    }

    public async ValueTask DisposeAsync() => await postgres.DropAsync(_database);

    private Task FirstAsync(string code, Role role, string? county = null) =>
        new GiveFirstRole(Gate, TimeProvider.System).RunAsync(new(Guid.CreateVersion7(), code, code, role, county, county is null ? null : "Test county"));

    private Task<ImportCounty.View> ImportAsync(string township)
    {
        var files = new CountyFiles();
        files.Add("townships", township, "Town", "town");
        return new ImportCounty(Gate, Imports.Vault, TimeProvider.System, new(true)).RunAsync(Imports.InputFor(files.Write()));
    }

    private Task<List<Area>> AreasAsync() => ReadAsync(db => db.Areas.ToListAsync());

    private Task<T> ReadAsync<T>(Func<AppDb, Task<T>> read) => Gate.ReadAsync(Permission.ViewAreas, read, CancellationToken.None);

    private sealed class TheCommandLine : ICurrentActor
    {
        public Task<Actor> GetAsync(CancellationToken cancel) => Task.FromResult(CommandLine);
    }
}
