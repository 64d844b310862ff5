using Microsoft.EntityFrameworkCore;
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

/// <summary>What is kept while somebody types or a job runs is no act of anybody's; what a person does with it is.</summary>
public class NoteTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 4, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider _clock = new(Noon);
    private readonly StaffMember _person = new(Guid.CreateVersion7(), $"p{Guid.NewGuid():N}", "Person", null);

    private AppDbGate Gate => database.GateFor(new Actor(_person.Id, "Person",
        [new(Role.CountyOffice, RolePermissions.Of(Role.CountyOffice), DataScope.WholeCounty, Someone.Today)], Someone.Today), _clock);

    [Fact]
    public async Task Typing_leaves_no_event_and_a_refused_draft_does()
    {
        await database.GivenAsync(Places.Village, _person);
        var (save, record) = (new SaveDraft(Gate, Imports.Vault, _clock), Guid.NewGuid());

        await save.RunAsync(new("form", record, """{"a": 1}"""));
        await save.RunAsync(new("form", record, """{"a": 2}"""));
        Assert.Empty(await EventsAsync());

        await Assert.ThrowsAsync<InvalidInput>(() => save.RunAsync(new("form", record, "no json")));
        Assert.Equal(AuditResult.Refused, Assert.Single(await EventsAsync()).Result);
    }

    [Fact]
    public async Task To_ask_for_a_job_and_its_end_leave_an_event_and_its_progress_none()
    {
        var id = Guid.CreateVersion7();

        await new RequestImport(Gate, _clock).RunAsync(new(id, Imports.InputFor("/staging/county.zip")));
        var asked = Assert.Single(await EventsAsync());
        Assert.Equal((Permission.ImportCountyData, AuditResult.Done), (asked.Permission, asked.Result));
        Assert.Equal((nameof(JobRequest), id), (await ChangesAsync(asked)).Select(c => (c.Record, c.RecordId)).Single());

        await new ReportJob(Gate, _clock).RunAsync(new(id, "Begin", 0, 0));
        await new ReportJob(Gate, _clock).RunAsync(new(id, "residents", 1, 2));
        Assert.Single(await EventsAsync());

        await new EndJob(Gate, _clock).RunAsync(new(id, JobState.Failed, null, "IOException"));
        Assert.Equal(2, (await EventsAsync()).Count);
    }

    [Fact]
    public async Task To_dismiss_what_waits_leaves_an_event()
    {
        var item = QueueItem.For(_person.Id, QueueKind.ImportEnded, Guid.NewGuid(), Noon);
        await database.GivenAsync(Places.Village, item);

        await new DismissQueueItem(Gate).RunAsync(new(item.Id));

        var dismissed = Assert.Single(await EventsAsync());
        Assert.Equal((Permission.UseOwnQueue, AuditResult.Done), (dismissed.Permission, dismissed.Result));
    }

    private Task<List<AuditEvent>> EventsAsync() =>
        database.SeeAsync(Places.Village, db => db.AuditEvents.Where(e => e.StaffId == _person.Id).ToListAsync());

    private Task<List<AuditChange>> ChangesAsync(AuditEvent done) =>
        database.SeeAsync(Places.Village, db => db.AuditChanges.Where(c => c.EventId == done.Id).ToListAsync());
}
