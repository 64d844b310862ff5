using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using VillageInsurance.Domain.Households;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Documents;
using VillageInsurance.UseCases.Exchange;
using VillageInsurance.UseCases.Households;
using VillageInsurance.UseCases.Tests.Exchange;
using VillageInsurance.UseCases.Tests.Shared;
using VillageInsurance.UseCases.Work;

namespace VillageInsurance.UseCases.Tests.Households;

public sealed class LongExportTests(TestDatabase database) : IClassFixture<TestDatabase>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("long-exports-").FullName;
    private readonly FakeTimeProvider _clock = new(new(2026, 3, 1, 4, 0, 0, TimeSpan.Zero));
    private readonly Actor _agent = Someone.Who(Role.ResidentAgent, Places.Village);

    private DiskFileStore Store => new(_folder);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task It_is_written_once_kept_sealed_for_a_day_and_told_to_who_asked()
    {
        var (id, number) = await GivenAskedAsync(search: true);
        var reports = new List<(long, long)>();

        await WriteAsync(id, _agent, (done, of) => { reports.Add((done, of)); return Task.CompletedTask; });
        await WriteAsync(id, _agent);

        var own = Assert.Single(await OwnAsync(_agent), r => r.Id == id);
        Assert.Equal((JobState.Succeeded, 1L, _clock.GetUtcNow().AddHours(24)), (own.State, own.Done, own.Until));
        using var file = await OpenAsync(id, _agent);
        Assert.Contains(number, await new StreamReader(file.File).ReadToEndAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain(number, Encoding.UTF8.GetString(await File.ReadAllBytesAsync(Assert.Single(Directory.GetFiles(_folder, "*", SearchOption.AllDirectories)))), StringComparison.Ordinal);
        var (queued, told, asked) = await database.SeeAsync(Places.Village, async db => (await db.QueueItems.CountAsync(q => q.RecordId == id && q.Kind == QueueKind.ExportReady),
            await db.AuditChanges.Where(c => c.RecordId == id && c.Change == AuditChange.Exported).OrderBy(c => c.Id).Select(c => c.Values).ToListAsync(), await db.JobRequests.Where(j => j.Id == id).Select(j => j.Input).SingleAsync()));
        Assert.Equal(1, queued);
        // One event of the writing, with rows and hash, and one of the download.
        Assert.Equal(2, told.Count);
        Assert.Contains("\"Rows\": 1", told[0], StringComparison.Ordinal);
        Assert.Contains(file.Hash, told[0], StringComparison.Ordinal);
        // What was searched for may name somebody.
        Assert.DoesNotContain(number, asked, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Progress_is_told_on_the_way()
    {
        await database.GivenAsync(Places.Village, [.. Enumerable.Range(0, 501).Select(_ => Bare())]);
        var (id, _) = await GivenAskedAsync();
        var reports = new List<(long Done, long Of)>();

        await WriteAsync(id, _agent, async (done, of) =>
        {
            reports.Add((done, of));
            await new ReportJob(database.GateFor(_agent, _clock), _clock).RunAsync(new(id, "Rows", done, of, JobKind.Export));
        });

        Assert.Equal(500, reports[0].Done);
        Assert.True(reports[0].Of > 500);
        Assert.Equal(JobState.Succeeded, Assert.Single(await OwnAsync(_agent), r => r.Id == id).State);
    }

    [Fact]
    public async Task Another_persons_file_is_not_found_and_nobody_else_writes_or_ends_it()
    {
        var (id, _) = await GivenAskedAsync();
        var other = Someone.Who(Role.ResidentAgent, Places.Village);

        await Assert.ThrowsAsync<NotFound>(() => WriteAsync(id, other));
        await WriteAsync(id, _agent);

        await Assert.ThrowsAsync<NotFound>(() => OpenAsync(id, other));
        await Assert.ThrowsAsync<NotPermitted>(() => OpenAsync(id, Someone.InTheCounty(Role.CountyOffice)));
        await Assert.ThrowsAsync<NotFound>(() => new EndLongExport(database.GateFor(other, _clock), Store, _clock).RunAsync(new(id, JobState.Failed, "x")));
        Assert.DoesNotContain(await OwnAsync(other), r => r.Id == id);
    }

    [Fact]
    public async Task Whose_right_or_village_has_gone_gets_nothing()
    {
        var (id, _) = await GivenAskedAsync();
        await WriteAsync(id, _agent);

        await Assert.ThrowsAsync<NotPermitted>(() => OpenAsync(id, Again(Role.Supervisor, Places.Village)));
        await Assert.ThrowsAsync<NotPermitted>(() => OpenAsync(id, Again(Role.ResidentAgent, Places.Sibling)));
        await Assert.ThrowsAsync<NotPermitted>(() => BeginAsync(Someone.Who(Role.Supervisor, Places.Village), Guid.CreateVersion7(), Order()));
        await Assert.ThrowsAsync<InvalidInput>(() => BeginAsync(_agent, Guid.CreateVersion7(), Order() with { Purpose = "" }));
    }

    [Fact]
    public async Task Of_another_village_nothing_is_written()
    {
        var (_, number) = await GivenAskedAsync();
        var (foreign, id) = (Someone.Who(Role.ResidentAgent, Places.Sibling), Guid.CreateVersion7());
        await BeginAsync(foreign, id, Order());

        await WriteAsync(id, foreign);

        using var file = await OpenAsync(id, foreign);
        Assert.DoesNotContain(number, await new StreamReader(file.File).ReadToEndAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asked_for_twice_it_is_one_and_the_id_stands_for_nothing_else()
    {
        var (id, _) = await GivenAskedAsync();

        await BeginAsync(_agent, id, Order());

        await Assert.ThrowsAsync<AlreadyCreated>(() => BeginAsync(_agent, id, Order() with { Purpose = "another" }));
        await Assert.ThrowsAsync<AlreadyCreated>(() => BeginAsync(Someone.Who(Role.ResidentAgent, Places.Village), id, Order()));
    }

    [Fact]
    public async Task After_a_day_it_is_refused_and_swept_also_when_the_program_stood_still()
    {
        var (id, _) = await GivenAskedAsync();
        await WriteAsync(id, _agent);
        await SweepAsync();
        using (await OpenAsync(id, _agent)) { }

        _clock.Advance(TimeSpan.FromHours(24));

        Assert.Equal(ExportRule.TheFileIsKeptForADay, (await Assert.ThrowsAsync<RuleBroken>(() => OpenAsync(id, _agent))).Rule);
        _clock.Advance(TimeSpan.FromDays(30));
        await SweepAsync();
        await SweepAsync();
        Assert.Empty(Directory.GetFiles(_folder, "*", SearchOption.AllDirectories));
        Assert.Equal(ExportRule.TheFileIsKeptForADay, (await Assert.ThrowsAsync<RuleBroken>(() => OpenAsync(id, _agent))).Rule);
    }

    [Fact]
    public async Task Cut_off_after_its_file_was_kept_it_is_taken_up_again_and_written_anew()
    {
        var (id, number) = await GivenAskedAsync();
        await Store.PutAsync(id.ToString("N"), new MemoryStream([1, 2, 3]), CancellationToken.None);
        await new ReportJob(database.GateFor(_agent, _clock), _clock).RunAsync(new(id, "Rows", 1, 2, JobKind.Export));
        _clock.Advance(TimeSpan.FromMinutes(4));

        var stranded = await new StrandedJobs(database.GateFor(Someone.InTheCounty(Role.CountyOffice), _clock), _clock).RunAsync(CancellationToken.None);
        Assert.Contains(stranded, j => j.Id == id && j.Kind == JobKind.Export);
        await WriteAsync(id, _agent);

        using var file = await OpenAsync(id, _agent);
        Assert.Contains(number, await new StreamReader(file.File).ReadToEndAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_is_told_and_leaves_no_file()
    {
        var (id, _) = await GivenAskedAsync();
        await Store.PutAsync(id.ToString("N"), new MemoryStream([1]), CancellationToken.None);
        var end = new EndLongExport(database.GateFor(_agent, _clock), Store, _clock);

        await end.RunAsync(new(id, JobState.Failed, "IOException"));

        Assert.Equal((JobState.Failed, "IOException"), await OwnAsync(_agent) is var rows && rows.Single(r => r.Id == id) is var own ? (own.State, own.Reason) : default);
        Assert.Empty(Directory.GetFiles(_folder, "*", SearchOption.AllDirectories));
        await Assert.ThrowsAsync<RuleBroken>(() => end.RunAsync(new(id, JobState.Failed, "IOException")));
        await Assert.ThrowsAsync<RuleBroken>(() => OpenAsync(id, _agent));
    }

    private static ExportHouseholds.Input Order() => new(ExportKind.List, SheetForm.Csv, Places.Village, null, null, false, false, "own copy");

    private static Household Bare() => new(Guid.CreateVersion7(), Places.Village, null, $"Z{Guid.NewGuid():N}"[..24], HouseholdKind.Family, new(2020, 1, 1), null);

    private async Task<(Guid Id, string Number)> GivenAskedAsync(bool search = false)
    {
        var (id, household) = (Guid.CreateVersion7(), Bare());
        await database.GivenAsync(Places.Village, household);
        await BeginAsync(_agent, id, Order() with { Search = search ? household.Number : null });
        return (id, household.Number);
    }

    // The same person with other rights.
    private Actor Again(Role role, Guid village) => new(_agent.StaffId, "-", [new Grant(role, RolePermissions.Of(role), new([village]), Someone.Today)], Someone.Today);

    private Task<Guid> BeginAsync(Actor actor, Guid id, ExportHouseholds.Input order) => new BeginLongExport(database.GateFor(actor, _clock), Imports.Vault, _clock).RunAsync(new(id, order, "en"));

    private Task WriteAsync(Guid id, Actor actor, Func<long, long, Task>? progress = null) => new WriteLongExport(database.GateFor(actor, _clock), Imports.Vault, Store, _clock).RunAsync(new(id), _ => key => key, progress);

    private async Task<OpenFileOf> OpenAsync(Guid id, Actor actor) => new(await new OpenLongExport(database.GateFor(actor, _clock), Imports.Vault, Store, _clock).RunAsync(new(id)));

    private Task<IReadOnlyList<OwnLongExports.Row>> OwnAsync(Actor actor) => new OwnLongExports(database.GateFor(actor, _clock), Imports.Vault, _clock).RunAsync(CancellationToken.None);

    private Task SweepAsync() => new SweepLongExports(database.GateFor(Someone.InTheCounty(Role.CountyOffice), _clock), Store, _clock).RunAsync();

    private sealed class OpenFileOf(ExportHouseholds.View view) : IDisposable
    {
        public Stream File => view.File;
        public string Hash => view.Hash;
        public void Dispose() => view.File.Dispose();
    }
}
