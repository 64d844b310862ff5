using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Organisation;
using VillageInsurance.UseCases.Tests.Exchange;
using VillageInsurance.UseCases.Tests.Shared;
using VillageInsurance.UseCases.Work;

namespace VillageInsurance.UseCases.Tests.Work;

public class OwnQueueTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 4, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider _clock = new(Noon);

    [Fact]
    public async Task What_waits_for_a_role_is_seen_by_its_holders_in_that_village()
    {
        var item = await GivenAsync(QueueItem.ForWhoever(Role.TownshipOfficial, Places.Village, QueueKind.ApplicationToDecide, Guid.NewGuid(), Noon));

        Assert.Contains(item, await QueueOf(Someone.Who(Role.TownshipOfficial, Places.Village)));
        Assert.DoesNotContain(item, await QueueOf(Someone.Who(Role.TownshipOfficial, Places.OtherVillage)));
        Assert.DoesNotContain(item, await QueueOf(Someone.Who(Role.VillageCadre, Places.Village)));
    }

    [Fact]
    public async Task What_waits_for_a_person_is_seen_by_nobody_else()
    {
        var (mine, other) = (Someone.Who(Role.TownshipOfficial, Places.Village), Someone.Who(Role.TownshipOfficial, Places.Village));
        var item = await GivenAsync(QueueItem.For(mine.StaffId, QueueKind.ApplicationReturned, Guid.NewGuid(), Noon, Places.Village));

        Assert.Contains(item, await QueueOf(mine));
        Assert.DoesNotContain(item, await QueueOf(other));
    }

    [Fact]
    public async Task A_colleague_sees_it_while_it_is_shared_and_only_where_he_holds_the_role()
    {
        var (away, standIn) = (await PersonAsync(Places.Township), await PersonAsync(Places.Village));
        var here = await GivenAsync(QueueItem.For(away, QueueKind.ApplicationReturned, Guid.NewGuid(), Noon, Places.Village));
        var beside = await GivenAsync(QueueItem.For(away, QueueKind.ApplicationReturned, Guid.NewGuid(), Noon, Places.Sibling));

        var colleague = await LoadAsync(standIn);
        Assert.DoesNotContain(here, await QueueOf(colleague));
        await new ShareQueue(database.GateFor(await LoadAsync(away)), _clock).RunAsync(new(Guid.CreateVersion7(), standIn, new(2026, 3, 1), new(2026, 3, 7)));

        Assert.Contains(here, await QueueOf(colleague));
        Assert.DoesNotContain(beside, await QueueOf(colleague));
        _clock.Advance(TimeSpan.FromDays(7));
        Assert.DoesNotContain(here, await QueueOf(colleague));
    }

    [Fact]
    public async Task Taken_back_it_is_shared_no_longer_and_only_by_who_shared_it()
    {
        var (away, standIn) = (await PersonAsync(Places.Township), await PersonAsync(Places.Village));
        var here = await GivenAsync(QueueItem.For(away, QueueKind.ApplicationReturned, Guid.NewGuid(), Noon, Places.Village));
        var (owner, colleague) = (await LoadAsync(away), await LoadAsync(standIn));
        await new ShareQueue(database.GateFor(owner), _clock).RunAsync(new(Guid.CreateVersion7(), standIn, new(2026, 3, 1), new(2026, 3, 7)));
        var shared = Assert.Single((await new OwnSharing(database.GateFor(owner), _clock).RunAsync(default)).Shared);

        await Assert.ThrowsAsync<NotFound>(() => new EndSharing(database.GateFor(colleague), _clock).RunAsync(new(shared.Id)));
        await new EndSharing(database.GateFor(owner), _clock).RunAsync(new(shared.Id));

        Assert.DoesNotContain(here, await QueueOf(colleague));
    }

    [Fact]
    public async Task A_person_dismisses_his_own_news_only()
    {
        var (mine, other) = (Someone.Who(Role.TownshipOfficial, Places.Village), Someone.Who(Role.TownshipOfficial, Places.Village));
        var item = await GivenAsync(QueueItem.For(mine.StaffId, QueueKind.ApplicationApproved, Guid.NewGuid(), Noon, Places.Village));

        await Assert.ThrowsAsync<NotFound>(() => new DismissQueueItem(database.GateFor(other)).RunAsync(new(item)));
        await new DismissQueueItem(database.GateFor(mine)).RunAsync(new(item));

        Assert.DoesNotContain(item, await QueueOf(mine));
    }

    [Fact]
    public async Task A_draft_is_kept_as_typed_and_seen_by_its_writer_only()
    {
        var (writer, other, record) = (await PersonAsync(Places.Township), Someone.Who(Role.TownshipOfficial, Places.Village), Guid.NewGuid());
        var gate = database.GateFor(await LoadAsync(writer));

        await new SaveDraft(gate, Imports.Vault, _clock).RunAsync(new("form", record, """{"a": 1}"""));
        await new SaveDraft(gate, Imports.Vault, _clock).RunAsync(new("form", record, """{"a": 2}"""));

        Assert.Equal("""{"a": 2}""", (await new FindDraft(gate, Imports.Vault).RunAsync("form", record, default))!.Content);
        Assert.Null(await new FindDraft(database.GateFor(other), Imports.Vault).RunAsync("form", record, default));
        await Assert.ThrowsAsync<InvalidInput>(() => new SaveDraft(gate, Imports.Vault, _clock).RunAsync(new("form", record, "no json")));
    }

    [Fact]
    public async Task A_draft_lies_sealed_and_one_of_before_that_still_opens()
    {
        var writer = await LoadAsync(await PersonAsync(Places.Township));
        var (gate, record, older) = (database.GateFor(writer), Guid.NewGuid(), Guid.NewGuid());
        await new SaveDraft(gate, Imports.Vault, _clock).RunAsync(new("form", record, """{"id": "999999198407011111"}"""));
        await database.GivenAsync(Places.Village, new Draft(Guid.CreateVersion7(), writer.StaffId, "form", older, """{"a": 1}"""u8.ToArray(), _clock.GetUtcNow()));

        Assert.True((await database.SeeAsync(Places.Village, db => db.Drafts.Where(d => d.RecordId == record).Select(d => d.Content).SingleAsync())).AsSpan().IndexOf("999999"u8) < 0);
        Assert.Equal("""{"id": "999999198407011111"}""", (await new FindDraft(gate, Imports.Vault).RunAsync("form", record, default))!.Content);
        Assert.Equal("""{"a": 1}""", (await new FindDraft(gate, Imports.Vault).RunAsync("form", older, default))!.Content);
    }

    [Fact]
    public async Task An_auditor_has_no_queue()
    {
        var gate = database.GateFor(Someone.InTheCounty(Role.Auditor));

        await Assert.ThrowsAsync<NotPermitted>(() => new OwnQueue(gate, _clock).RunAsync(default));
        await Assert.ThrowsAsync<NotPermitted>(() => new DismissQueueItem(gate).RunAsync(new(Guid.NewGuid())));
        await Assert.ThrowsAsync<NotPermitted>(() => new SaveDraft(gate, Imports.Vault, _clock).RunAsync(new("form", Guid.NewGuid(), "{}")));
        await Assert.ThrowsAsync<NotPermitted>(() => new FindDraft(gate, Imports.Vault).RunAsync("form", Guid.NewGuid(), default));
        await Assert.ThrowsAsync<NotPermitted>(() => new ShareQueue(gate, _clock).RunAsync(new(Guid.NewGuid(), Guid.NewGuid(), Someone.Today, Someone.Today)));
        await Assert.ThrowsAsync<NotPermitted>(() => new OwnSharing(gate, _clock).RunAsync(default));
        await Assert.ThrowsAsync<NotPermitted>(() => new EndSharing(gate, _clock).RunAsync(new(Guid.NewGuid())));
    }

    private async Task<Guid> GivenAsync(QueueItem item)
    {
        await database.GivenAsync(Places.Village, item);
        return item.Id;
    }

    private async Task<Guid> PersonAsync(Guid area)
    {
        var person = new StaffMember(Guid.CreateVersion7(), $"p{Guid.NewGuid():N}", "Person", null);
        await database.GivenAsync(Places.Village, person,
            new RoleGrant(Guid.CreateVersion7(), person.Id, Role.TownshipOfficial, area, new(2026, 1, 1), null, "-", Places.Giver.Id));
        return person.Id;
    }

    private Task<Actor> LoadAsync(Guid person) => new ActorLoader(ConnectionSettings.OptionsFor(database.ConnectionString), _clock).LoadAsync(person, default);

    private async Task<IEnumerable<Guid>> QueueOf(Actor actor) =>
        (await new OwnQueue(database.GateFor(actor), _clock).RunAsync(default)).Items.Select(i => i.Id);
}
