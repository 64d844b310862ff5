using Microsoft.Extensions.Time.Testing;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Exchange;
using VillageInsurance.UseCases.Tests.Exchange;
using VillageInsurance.UseCases.Tests.Shared;
using VillageInsurance.UseCases.Work;

namespace VillageInsurance.UseCases.Tests.Work;

public class JobTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 4, 0, 0, TimeSpan.Zero);
    private static readonly ImportCounty.Input Files = Imports.InputFor("/staging/county.zip");

    private readonly FakeTimeProvider _clock = new(Noon);
    private readonly Actor _office = Someone.InTheCounty(Role.CountyOffice), _colleague = Someone.InTheCounty(Role.CountyOffice);

    [Fact]
    public async Task A_request_waits_as_it_was_made()
    {
        var id = await AskAsync();

        var job = await ShowAsync(id);
        Assert.Equal((JobState.Waiting, Noon, Files), (job.State, job.At, job.Input));
        Assert.Null(job.Result);
        Assert.Equal(id, Assert.Single(await OwnAsync(_office)).Id);
    }

    [Fact]
    public async Task Asked_for_twice_it_is_one()
    {
        var id = await AskAsync();
        _clock.Advance(TimeSpan.FromMinutes(1));

        await RequestAs(_office).RunAsync(new(id, Files));

        Assert.Equal(Noon, Assert.Single(await OwnAsync(_office)).At);
    }

    [Fact]
    public async Task An_id_that_is_used_stands_for_one_request_of_one_person()
    {
        var id = await AskAsync();

        await Assert.ThrowsAsync<AlreadyCreated>(() => RequestAs(_office).RunAsync(new(id, Files with { Source = "another" })));
        await Assert.ThrowsAsync<AlreadyCreated>(() => RequestAs(_colleague).RunAsync(new(id, Files)));
    }

    [Fact]
    public async Task Without_a_legal_basis_nothing_is_asked_for()
    {
        var no = await Assert.ThrowsAsync<InvalidInput>(() => RequestAs(_office).RunAsync(new(Guid.CreateVersion7(), Files with { Basis = "" })));

        Assert.Equal("Import.Basis", Assert.Single(no.Problems).Field);
        Assert.Empty(await OwnAsync(_office));
    }

    [Fact]
    public async Task Progress_is_shown_to_who_asked()
    {
        var id = await AskAsync();
        _clock.Advance(TimeSpan.FromSeconds(10));

        await ReportAs(_office).RunAsync(new(id, "residents", 5_000, 45_000));

        var job = await ShowAsync(id);
        Assert.Equal((JobState.Running, "residents", 5_000, 45_000, Noon.AddSeconds(10)), (job.State, job.Step, job.Done, job.Total, job.SeenAt));
        await Assert.ThrowsAsync<InvalidInput>(() => ReportAs(_office).RunAsync(new(id, "residents", -1, 45_000)));
    }

    [Fact]
    public async Task An_end_is_kept_with_its_result_and_waits_in_the_queue_of_who_asked()
    {
        var (id, batch) = (await AskAsync(), Guid.CreateVersion7());

        await EndAs(_office).RunAsync(new(id, JobState.Succeeded, new(ImportOutcome.Stored, batch, null, ["notes.txt"], 0, []), null));

        var job = await ShowAsync(id);
        Assert.Equal((JobState.Succeeded, ImportOutcome.Stored, batch), (job.State, job.Result!.Outcome, job.Result.BatchId));
        Assert.Equal(["notes.txt"], job.Result.Ignored);
        Assert.Equal((QueueKind.ImportEnded, id), (await QueueOf(_office)).Select(q => (q.Kind, q.RecordId)).Single());
        Assert.Empty(await QueueOf(_colleague));
    }

    [Fact]
    public async Task An_ended_job_neither_goes_on_nor_ends_again()
    {
        var id = await AskAsync();
        await EndAs(_office).RunAsync(new(id, JobState.Failed, null, "IOException"));

        foreach (var again in new Func<Task>[] { () => ReportAs(_office).RunAsync(new(id, "Begin", 0, 0)), () => EndAs(_office).RunAsync(new(id, JobState.Refused, null, "late")) })
            Assert.Equal(JobRule.AnEndedJobStaysEnded, (await Assert.ThrowsAsync<RuleBroken>(again)).Rule);

        var job = await ShowAsync(id);
        Assert.Equal((JobState.Failed, "IOException"), (job.State, job.Reason));
        Assert.Single(await QueueOf(_office));
        await Assert.ThrowsAsync<InvalidInput>(() => EndAs(_office).RunAsync(new(id, JobState.Running, null, null)));
    }

    [Fact]
    public async Task Somebody_elses_job_is_not_there()
    {
        var id = await AskAsync();

        Assert.Empty(await OwnAsync(_colleague));
        await Assert.ThrowsAsync<NotFound>(() => new JobDetail(database.GateFor(_colleague)).RunAsync(id, default));
        await Assert.ThrowsAsync<NotFound>(() => ReportAs(_colleague).RunAsync(new(id, "Begin", 0, 0)));
        await Assert.ThrowsAsync<NotFound>(() => EndAs(_colleague).RunAsync(new(id, JobState.Failed, null, "x")));
        Assert.Equal(JobState.Waiting, (await ShowAsync(id)).State);
    }

    [Fact]
    public async Task A_job_is_stranded_when_nobody_takes_it_up_or_it_falls_silent()
    {
        var (waiting, running, ended) = (await AskAsync(), await AskAsync(), await AskAsync());
        await ReportAs(_office).RunAsync(new(running, "Begin", 0, 0));
        await EndAs(_office).RunAsync(new(ended, JobState.Refused, null, "x"));

        Assert.Empty(await StrandedAsync());
        _clock.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal([waiting], await StrandedAsync());
        _clock.Advance(TimeSpan.FromMinutes(3));
        Assert.Equal([waiting, running], await StrandedAsync());
        await ReportAs(_office).RunAsync(new(running, "residents", 1, 2));
        Assert.Equal([waiting], await StrandedAsync());
    }

    [Theory]
    [MemberData(nameof(EveryoneElse))]
    public async Task Nobody_else_imports_or_sees_imports(Role role)
    {
        var gate = database.GateFor(Someone.InTheCounty(role));

        await Assert.ThrowsAsync<NotPermitted>(() => new RequestImport(gate, _clock).RunAsync(new(Guid.CreateVersion7(), Files)));
        await Assert.ThrowsAsync<NotPermitted>(() => new JobDetail(gate).RunAsync(Guid.CreateVersion7(), default));
        await Assert.ThrowsAsync<NotPermitted>(() => new OwnJobs(gate).RunAsync(default));
        await Assert.ThrowsAsync<NotPermitted>(() => new ReportJob(gate, _clock).RunAsync(new(Guid.CreateVersion7(), "Begin", 0, 0)));
        await Assert.ThrowsAsync<NotPermitted>(() => new EndJob(gate, _clock).RunAsync(new(Guid.CreateVersion7(), JobState.Failed, null, null)));
        await Assert.ThrowsAsync<NotPermitted>(() => new StrandedJobs(gate, _clock).RunAsync(default));
    }

    public static TheoryData<Role> EveryoneElse() => [.. Enum.GetValues<Role>().Where(r => r != Role.CountyOffice)];

    private async Task<Guid> AskAsync()
    {
        var id = Guid.CreateVersion7();
        await RequestAs(_office).RunAsync(new(id, Files));
        return id;
    }

    private RequestImport RequestAs(Actor actor) => new(database.GateFor(actor), _clock);

    private ReportJob ReportAs(Actor actor) => new(database.GateFor(actor), _clock);

    private EndJob EndAs(Actor actor) => new(database.GateFor(actor), _clock);

    private Task<JobDetail.View> ShowAsync(Guid id) => new JobDetail(database.GateFor(_office)).RunAsync(id, default);

    private Task<IReadOnlyList<JobDetail.View>> OwnAsync(Actor actor) => new OwnJobs(database.GateFor(actor)).RunAsync(default);

    // Other tests of this class ask in the name of others.
    private async Task<IEnumerable<Guid>> StrandedAsync() =>
        (await new StrandedJobs(database.GateFor(_colleague), _clock).RunAsync(default)).Where(j => j.StaffId == _office.StaffId).Select(j => j.Id).Order();

    private async Task<IReadOnlyList<OwnQueue.Item>> QueueOf(Actor actor) => (await new OwnQueue(database.GateFor(actor), _clock).RunAsync(default)).Items;
}
