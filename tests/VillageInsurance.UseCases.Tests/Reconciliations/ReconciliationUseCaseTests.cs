using System.Text;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Reconciliations;
using VillageInsurance.Domain.Shared;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Documents;
using VillageInsurance.UseCases.Exchange;
using VillageInsurance.UseCases.Reconciliations;
using VillageInsurance.UseCases.Rosters;
using VillageInsurance.UseCases.Tests.Exchange;
using VillageInsurance.UseCases.Tests.Households;
using VillageInsurance.UseCases.Tests.Policies;
using VillageInsurance.UseCases.Tests.Shared;
using VillageInsurance.UseCases.Work;

namespace VillageInsurance.UseCases.Tests.Reconciliations;

public sealed class ReconciliationUseCaseTests(TestPostgres postgres) : IAsyncLifetime
{
    private readonly TestDatabase _database = new(postgres);
    private readonly string _folder = Directory.CreateTempSubdirectory("statements").FullName;
    private Actor _bringer = null!, _other = null!;

    private DiskFileStore Store => new(_folder);

    public async ValueTask InitializeAsync()
    {
        await _database.InitializeAsync();
        (_bringer, _other) = (await _database.GivenInsurerAsync(), await _database.GivenInsurerAsync());
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return _database.DisposeAsync();
    }

    [Fact]
    public async Task Differences_are_explained_and_somebody_else_closes()
    {
        var run = await GivenAsync(3);
        var lines = (await _database.SeenAsync(_bringer, run)).Lines;
        await Explain(_bringer).RunAsync(new(run, [Seen(lines[0]), Seen(lines[1])], "Booked on the next day"));
        Assert.Equal(EveryDifference, (await Assert.ThrowsAsync<RuleBroken>(async () => await CloseAsync(_other, run))).Rule);
        Assert.Equal(0, await ToCloseAsync(run));
        await Explain(_bringer).RunAsync(new(run, [Seen(lines[2])], "The same"));
        Assert.Equal(1, await ToCloseAsync(run));

        Assert.False((await _database.SeenAsync(_bringer, run)).MayClose);
        Assert.Equal(ReconciliationRule.NobodyDecidesTheirOwn, (await Assert.ThrowsAsync<RuleBroken>(async () => await CloseAsync(_bringer, run))).Rule);
        Assert.True((await _database.SeenAsync(_other, run)).MayClose);
        await CloseAsync(_other, run);

        var closed = await _database.SeenAsync(_bringer, run);
        Assert.Equal((ReconciliationState.Closed, "Insurer", 0), (closed.State, closed.ClosedBy, closed.Unexplained));
        Assert.All(closed.Lines, l => Assert.Equal("Insurer", l.ExplainedBy));
        Assert.Equal(0, await ToCloseAsync(run));
        Assert.Equal(ReconciliationRule.OnlyAnOpenOneGoesOn, (await Assert.ThrowsAsync<RuleBroken>(() => Explain(_other).RunAsync(new(run, [Seen(closed.Lines[0])], "Later")))).Rule);
    }

    [Fact]
    public async Task Who_explained_one_does_not_close_either()
    {
        var run = await GivenAsync(2);
        var lines = (await _database.SeenAsync(_bringer, run)).Lines;
        await Explain(_other).RunAsync(new(run, [.. lines.Select(Seen)], "Late"));
        Assert.Equal(ReconciliationRule.NobodyDecidesTheirOwn, (await Assert.ThrowsAsync<RuleBroken>(async () => await CloseAsync(_other, run))).Rule);
        await CloseAsync(await _database.GivenInsurerAsync(), run);
    }

    [Fact]
    public async Task It_waits_only_for_those_who_may_close_it()
    {
        var (third, run) = (await _database.GivenInsurerAsync(), await GivenAsync(2));
        var lines = (await _database.SeenAsync(_bringer, run)).Lines;
        await Explain(_other).RunAsync(new(run, [.. lines.Select(Seen)], "Late"));
        Assert.Equal((false, false, true), (await WaitsForAsync(_bringer, run), await WaitsForAsync(_other, run), await WaitsForAsync(third, run)));

        // The third says a line better, and so drops out as well.
        await Explain(third).RunAsync(new(run, [Seen((await _database.SeenAsync(third, run)).Lines[0])], "Booked on the next day"));
        Assert.Equal((true, false, true), (await WaitsForAsync(_other, run) == (await _database.SeenAsync(_other, run)).MayClose, await WaitsForAsync(third, run), await WaitsForAsync(await _database.GivenInsurerAsync(), run)));

        var matched = await _database.ComparedAsync(_bringer, Store, GivenStatement.NextDay(), GivenStatement.Csv("R1,P1,2020-01-01,1.00,Ai"));
        Assert.Equal((0, false, true), ((await _database.SeenAsync(_bringer, matched)).Unexplained, await WaitsForAsync(_bringer, matched), await WaitsForAsync(_other, matched)));
    }

    [Fact]
    public async Task A_page_that_somebody_overtook_is_refused_and_a_line_of_another_file_is_not_found()
    {
        var (run, foreign) = (await GivenAsync(2), await GivenAsync(1));
        var (lines, seen) = ((await _database.SeenAsync(_bringer, run)).Lines, (await _database.SeenAsync(_bringer, run)).Version);
        await Explain(_bringer).RunAsync(new(run, [Seen(lines[0])], "First"));
        await Assert.ThrowsAsync<ChangedMeanwhile>(() => Explain(_other).RunAsync(new(run, [Seen(lines[1]), Seen(lines[0])], "Second")));
        Assert.Equal(["First", ""], (await _database.SeenAsync(_bringer, run)).Lines.Select(l => l.Explanation));
        await Assert.ThrowsAsync<NotFound>(() => Explain(_bringer).RunAsync(new(foreign, [Seen(lines[1])], "Not its own")));
        Assert.Equal(ReconciliationRule.AnExplanationSaysSomething, (await Assert.ThrowsAsync<RuleBroken>(() => Explain(_bringer).RunAsync(new(run, [Seen(lines[1])], "  ")))).Rule);
        await Explain(_bringer).RunAsync(new(run, [Seen(lines[1])], "Last"));
        await CloseAsync(_other, run);
        await Assert.ThrowsAsync<ChangedMeanwhile>(() => Close(_other).RunAsync(new(run, seen)));
    }

    [Fact]
    public async Task The_database_says_a_second_time_that_nobody_decides_their_own()
    {
        var run = await GivenAsync(1);
        await using var connection = NpgsqlDataSource.Create(_database.SuperuserConnectionString);
        await using var command = connection.CreateCommand($"update reconciliations set closed_by_id = staff_id where id = '{run}'");
        Assert.Equal(PostgresErrorCodes.CheckViolation, (await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync())).SqlState);
    }

    [Fact]
    public async Task Pages_follow_each_other_and_show_one_verdict_or_what_is_open()
    {
        var run = await GivenAsync(120);
        var (seen, after) = (new List<int>(), 0);
        for (var more = true; more;)
        {
            var page = await _database.SeenAsync(_bringer, run, ReconciliationVerdict.MissingHere, after: after);
            seen.AddRange(page.Lines.Select(l => l.Ordinal));
            (more, after) = (page.HasMore, page.Lines[^1].Ordinal);
        }
        Assert.Equal(Enumerable.Range(1, 120), seen);
        var first = await _database.SeenAsync(_bringer, run);
        await Explain(_bringer).RunAsync(new(run, [.. first.Lines.Select(Seen)], "All of the first page"));
        var open = await _database.SeenAsync(_bringer, run, open: true);
        Assert.Equal((70, 51), (open.Unexplained, open.Lines[0].Ordinal));
        Assert.Empty((await _database.SeenAsync(_bringer, run, ReconciliationVerdict.Matched)).Lines);
        Assert.Contains((await new ReconciliationList(_database.GateFor(_other)).RunAsync(new(), CancellationToken.None)).Rows, r => r.Id == run && r.Unexplained == 70);
    }

    [Fact]
    public async Task The_same_open_file_again_says_so_and_a_closed_one_may_be_compared_anew()
    {
        var (day, content) = (GivenStatement.NextDay(), GivenStatement.Csv("R1,P1,2026-01-01,1.00,Ai"));
        var run = await _database.ComparedAsync(_bringer, Store, day, content);
        Assert.Equal((run, true), Said(await _database.BringAsync(_other, Store, day, content)));
        Assert.Equal((run, true), Said(await _database.BringAsync(_bringer, Store, day, content, run)));
        Assert.False((await _database.BringAsync(_bringer, Store, day.AddDays(-1), content)).WasThere);
        await CloseAsync(_other, run);
        Assert.False((await _database.BringAsync(_bringer, Store, day, content)).WasThere);
    }

    [Fact]
    public async Task What_cannot_be_meant_is_refused_before_anything_is_kept()
    {
        var future = await Assert.ThrowsAsync<RuleBroken>(() => _database.BringAsync(_bringer, Store, GivenHousehold.Today.AddDays(1), GivenStatement.Csv("x")));
        Assert.Equal(ReconciliationRule.NoPeriodToCome, future.Rule);
        await Assert.ThrowsAsync<RosterRefused>(() => _database.BringAsync(_bringer, Store, GivenHousehold.Today, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]));
        await Assert.ThrowsAsync<RosterRefused>(() => _database.BringAsync(_bringer, Store, GivenHousehold.Today, new byte[UploadRoster.MostBytes + 1]));
        Assert.Equal(0, await _database.SeeAsync(Places.Village, db => db.Reconciliations.CountAsync()));
    }

    [Theory]
    [InlineData(SheetForm.Csv)]
    [InlineData(SheetForm.Xlsx)]
    public async Task Lines_leave_as_a_file_masked_and_without_formulas_and_the_audit_keeps_it(SheetForm form)
    {
        var day = GivenStatement.NextDay();
        var run = await _database.ComparedAsync(_bringer, Store, day, GivenStatement.Csv($"=R1,P1,{day:yyyy-MM-dd},1.00,Aibo"));
        var file = await new ExportReconciliation(_database.GateFor(_bringer, GivenHousehold.Clock()), Imports.Vault).RunAsync(new(run, form), key => key);
        using var content = new MemoryStream();
        await using (file.File) await file.File.CopyToAsync(content);
        Assert.Equal(1, file.Rows);
        Assert.Equal(1, await _database.SeeAsync(Places.Village, db => db.AuditChanges.CountAsync(c => c.RecordId == run && c.Change == AuditChange.Exported)));
        if (form == SheetForm.Xlsx) return;
        var text = Encoding.UTF8.GetString(content.ToArray());
        Assert.Contains("\"'=R1\"", text, StringComparison.Ordinal);
        Assert.Contains("\"A***\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Aibo", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_names_a_payer_in_clear_in_what_is_stored()
    {
        var day = GivenStatement.NextDay();
        await _database.ComparedAsync(_bringer, Store, day, GivenStatement.Csv($"R1,P1,{day:yyyy-MM-dd},1.00,Canarypayer"));
        await using var connection = NpgsqlDataSource.Create(_database.SuperuserConnectionString);
        await using var command = connection.CreateCommand("select count(*) from reconciled_lines l where position('Canarypayer' in encode(l.cells, 'escape')) > 0 or l::text like '%Canarypayer%'");
        Assert.Equal(0L, await command.ExecuteScalarAsync());
    }

    [Theory]
    [InlineData(Role.CountyOffice)]
    [InlineData(Role.CountyLeader)]
    [InlineData(Role.ResidentAgent)]
    [InlineData(Role.Supervisor)]
    public async Task Nobody_but_the_insurer_reconciles(Role role)
    {
        var (gate, clock) = (_database.GateFor(Someone.With(new Grant(role, RolePermissions.Of(role), DataScope.WholeCounty, From: Someone.Today)), GivenHousehold.Clock()), GivenHousehold.Clock());
        Func<Task>[] all =
        [
            () => new BringStatement(gate, Imports.Vault, Store, clock).RunAsync(new(Guid.CreateVersion7(), "x", clock.Today(), clock.Today(), new byte[1])), () => new CompareStatement(gate, Imports.Vault, Store, clock).RunAsync(new(Guid.NewGuid())),
            () => new EndComparison(gate, clock).RunAsync(new(Guid.NewGuid(), JobState.Failed, null)), () => new ReconciliationList(gate).RunAsync(new(), CancellationToken.None),
            () => new ReconciliationDetail(gate, Imports.Vault).RunAsync(new(Guid.NewGuid()), CancellationToken.None), () => new ExplainDifferences(gate, clock).RunAsync(new(Guid.NewGuid(), [new(Guid.NewGuid(), 0)], "x")),
            () => new CloseReconciliation(gate, clock).RunAsync(new(Guid.NewGuid(), 0)), () => new ExportReconciliation(gate, Imports.Vault).RunAsync(new(Guid.NewGuid(), SheetForm.Csv), key => key),
        ];
        foreach (var act in all) await Assert.ThrowsAsync<NotPermitted>(act);
    }

    private const ReconciliationRule EveryDifference = ReconciliationRule.EveryDifferenceIsExplained;

    private Task<Guid> GivenAsync(int missing)
    {
        var (day, mark) = (GivenStatement.NextDay(), Guid.NewGuid().ToString("N")[..8]);
        return _database.ComparedAsync(_bringer, Store, day, GivenStatement.Csv([.. Enumerable.Range(0, missing).Select(i => $"{mark}-{i},P1,{day:yyyy-MM-dd},1.00,Ai")]));
    }

    private ExplainDifferences Explain(Actor actor) => new(_database.GateFor(actor, GivenHousehold.Clock()), GivenHousehold.Clock());

    private CloseReconciliation Close(Actor actor) => new(_database.GateFor(actor, GivenHousehold.Clock()), GivenHousehold.Clock());

    private async Task CloseAsync(Actor actor, Guid run) => await Close(actor).RunAsync(new(run, (await _database.SeenAsync(actor, run)).Version));

    private Task<int> ToCloseAsync(Guid run) => _database.SeeAsync(Places.Village, db => db.QueueItems.CountAsync(q => q.RecordId == run && q.Kind == QueueKind.ReconciliationToClose && q.DoneAt == null));

    private async Task<bool> WaitsForAsync(Actor actor, Guid run) =>
        (await new OwnQueue(_database.GateFor(actor), GivenHousehold.Clock()).RunAsync(CancellationToken.None)).Items.Any(i => i.RecordId == run && i.Kind == QueueKind.ReconciliationToClose);

    private static ExplainDifferences.SeenLine Seen(ReconciliationDetail.Line line) => new(line.Id, line.Version);

    private static (Guid, bool) Said(BringStatement.View view) => (view.Id, view.WasThere);
}
