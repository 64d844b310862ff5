using Microsoft.EntityFrameworkCore;
using Npgsql;
using VillageInsurance.Domain.Acceptance;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Tests.Exchange;
using VillageInsurance.UseCases.Tests.Shared;

namespace VillageInsurance.UseCases.Tests.Acceptance;

public class FigureSnapshotTests(TestDatabase database, DemoCounty demo, TestPostgres postgres) : IClassFixture<TestDatabase>
{
    private static readonly FigurePeriod Year = FigurePeriod.Of(2025);

    [Fact]
    public async Task The_records_of_every_village_add_up_to_its_figures()
    {
        var county = await demo.OpenAsync(postgres);
        var villages = await county.SeeAsync(Places.Village, db => db.Areas.Where(a => a.Level == AreaLevel.Village).ToListAsync());
        var policies = (await county.SeeAsync(Places.Village, db => db.Schemes.FirstAsync())).Rules.Policies;
        var gate = county.GateFor(Imports.Office);

        foreach (var village in villages)
        {
            var records = await gate.CountRecordsAsync(new(village.Id), Year, policies, TestContext.Current.CancellationToken);
            Assert.Equal((await gate.CountAsync([new(village.Id)], Year, policies, default))[0].Figures, records.Figures);
        }
        Assert.Contains(villages, v => v.Code == DemoCounty.Reference[0]["village_code"]);
    }

    [Fact]
    public async Task Whoever_sees_nothing_there_counts_nothing_there()
    {
        var county = await demo.OpenAsync(postgres);
        var village = await county.SeeAsync(Places.Village, db => db.Areas.FirstAsync(a => a.Level == AreaLevel.Village && a.Id != Places.Village));
        var policies = (await county.SeeAsync(Places.Village, db => db.Schemes.FirstAsync())).Rules.Policies;

        await Assert.ThrowsAsync<NotFound>(() => county.GateFor(Someone.Who(Role.VillageCadre, Places.Village)).CountRecordsAsync(new(village.Id), Year, policies));
    }

    [Fact]
    public async Task Read_back_it_is_still_what_its_hash_was_made_of()
    {
        using var way = await Way.BeginAsync(database);
        var submitted = await way.SubmittedAsync();

        var snapshot = await database.SeeAsync(way.Village, db => db.Snapshots.SingleAsync(s => s.Id == submitted.SnapshotId));

        Assert.True(snapshot.IsIntact);
        Assert.Equal((1, 50_000, 5_000, 1), (snapshot.Frozen.Figures.Population, snapshot.Frozen.Figures.LifeNewRegularFen, snapshot.Frozen.Figures.AccidentFen, snapshot.Frozen.Figures.HouseholdsRegular));
        Assert.Equal((new DateOnly(2025, 12, 31), new DateOnly(2025, 12, 10)), (snapshot.AsOf, snapshot.KnownAt));
        Assert.Contains($"\nlife {snapshot.Records.Life[0].PaymentId} {snapshot.Records.Life[0].PolicyId} 50000\n", SnapshotText.Of(snapshot), StringComparison.Ordinal);
    }

    [Fact]
    public void One_fen_more_is_another_hash()
    {
        var (one, other) = (Of(1), Of(2));

        Assert.NotEqual(one.Sha256, other.Sha256);
        Assert.True(one.IsIntact && other.IsIntact);
    }

    [Theory]
    [InlineData("update figure_snapshots set sha256 = ''")]
    [InlineData("update figure_snapshots set frozen = '{}'")]
    [InlineData("delete from figure_snapshots")]
    public async Task Not_even_plain_sql_of_the_application_changes_it(string sql)
    {
        using var way = await Way.BeginAsync(database);
        await way.SubmittedAsync();
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var change = new NpgsqlCommand($"begin; set local app.villages = 'all'; {sql}", connection);

        var no = await Assert.ThrowsAsync<PostgresException>(() => change.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, no.SqlState);
    }

    [Fact]
    public async Task The_audit_never_says_who_was_counted()
    {
        using var way = await Way.BeginAsync(database);
        var submitted = await way.SubmittedAsync();

        var change = await database.SeeAsync(way.Village, db => db.AuditChanges.SingleAsync(c => c.RecordId == submitted.SnapshotId));

        Assert.Contains("\"FigureSnapshot.Records\": \"***\"", change.Values, StringComparison.Ordinal);
    }

    private static FigureSnapshot Of(long fen)
    {
        var id = new Guid("00000000-0000-7000-8000-000000000001");
        var scheme = new Domain.Schemes.Scheme(id, Domain.Schemes.Programme.City, 2025, 1, new("-", "-"), SchemeTemplates.Read("city-scheme.json").Rules, Domain.Schemes.SchemeStatus.Template);
        var records = new CountedRecords([new(id, id)], [], [], [new(id, id, fen)], [], [], []);
        return FigureSnapshot.Take(id, id, null, id, SnapshotPurpose.Declaration, Year, scheme, records, id, default);
    }
}
