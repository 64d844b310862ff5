using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Complaints;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Complaints;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Tests.Agreements;
using VillageInsurance.UseCases.Tests.CallBacks;
using VillageInsurance.UseCases.Tests.Exchange;
using VillageInsurance.UseCases.Tests.Households;
using VillageInsurance.UseCases.Tests.Shared;
using VillageInsurance.UseCases.Work;

namespace VillageInsurance.UseCases.Tests.Complaints;

public class ComplaintUseCaseTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static readonly TimeProvider Clock = GivenHousehold.Clock();

    [Fact]
    public async Task A_complaint_goes_from_the_supervisor_to_the_insurer_and_back_to_the_complainant()
    {
        var (supervisor, insurer) = (await database.GivenActorAsync(Role.Supervisor, Places.Village), await database.GivenActorAsync(Role.InsurerReviewer));
        var agent = await database.GivenReadyAgentAsync();
        var (policy, _) = await database.GivenSoldAsync(agent, Staffing.Today.AddDays(-2));
        var input = Said() with { AgentId = agent.StaffId, PolicyNumber = policy.Number };
        await TakeInAsync(supervisor, input);
        await TakeInAsync(supervisor, input);

        var shown = await DetailAsync(insurer, input.Id);
        Assert.Equal(("Yu Han", true, true, Staffing.Today.AddDays(14), policy.Number), (shown.Complainant, shown.HasPhone, shown.MayDecide, shown.Due, shown.PolicyNumber));
        await DecideAsync(insurer, shown);
        await Assert.ThrowsAsync<ChangedMeanwhile>(() => DecideAsync(insurer, shown));
        Assert.Equal([QueueKind.ComplainantToTell, QueueKind.ComplaintDecided], (await OpenQueueAsync(input.Id)).Order());
        shown = await DetailAsync(insurer, input.Id);
        await new TellComplainant(database.GateFor(insurer, Clock), Clock).RunAsync(new(shown.Id, shown.Version, Staffing.Today));

        shown = await DetailAsync(supervisor, input.Id);
        Assert.Equal((ComplaintStep.Done, Staffing.Today, false, false), (shown.Step, shown.ToldOn, shown.MayDecide, shown.MayTell));
        Assert.Empty(await OpenQueueAsync(input.Id));
    }

    [Fact]
    public async Task The_complainant_is_in_clear_only_for_who_took_it_in_and_who_decides()
    {
        var (supervisor, other) = (await database.GivenActorAsync(Role.Supervisor, Places.Village), await database.GivenActorAsync(Role.Supervisor, Places.Village));
        var input = Said();
        await TakeInAsync(supervisor, input);

        foreach (var watcher in new[] { other, Someone.InTheCounty(Role.CountyOffice) })
        {
            var seen = await DetailAsync(watcher, input.Id);
            Assert.Equal(("Y*****", null), (seen.Complainant, seen.PolicyNumber));
        }
        Assert.Equal("Yu Han", (await DetailAsync(supervisor, input.Id)).Complainant);
        Assert.Equal("13800138000", await RevealAsync(Someone.InTheCounty(Role.InsurerReviewer), input.Id));
        await Assert.ThrowsAsync<NotPermitted>(() => RevealAsync(other, input.Id));
        var look = await database.SeeAsync(Places.Village, db => db.AuditChanges.SingleAsync(c => c.RecordId == input.Id && c.Change == AuditChange.Revealed));
        Assert.DoesNotContain("13800138000", look.Values, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_who_may_decide_is_asked_to()
    {
        var (insurer, colleague) = (await database.GivenActorAsync(Role.InsurerReviewer), await database.GivenActorAsync(Role.InsurerReviewer));
        var input = Said();
        await TakeInAsync(insurer, input);

        Assert.False(await IsAskedAsync(insurer, input.Id));
        Assert.True(await IsAskedAsync(colleague, input.Id));
    }

    [Fact]
    public async Task An_agent_sees_what_he_took_in_and_nothing_about_himself()
    {
        var (agent, supervisor) = (await database.GivenReadyAgentAsync(), await database.GivenActorAsync(Role.Supervisor, Places.Village));
        var (own, about) = (Said() with { Channel = ComplaintChannel.Agent }, Said() with { AgentId = agent.StaffId });
        await TakeInAsync(agent, own);
        await TakeInAsync(supervisor, about);

        var list = await ListAsync(agent);
        Assert.Contains(list.Rows, r => r.Id == own.Id);
        Assert.DoesNotContain(list.Rows, r => r.Id == about.Id);
        await Assert.ThrowsAsync<NotFound>(() => DetailAsync(agent, about.Id));
        Assert.Contains((await ListAsync(supervisor)).Rows, r => r.Id == about.Id);
    }

    [Fact]
    public async Task Who_took_it_in_does_not_decide_not_even_by_plain_sql()
    {
        var insurer = await database.GivenActorAsync(Role.InsurerReviewer);
        var input = Said() with { Channel = ComplaintChannel.Hotline };
        await TakeInAsync(insurer, input);

        var no = await Assert.ThrowsAsync<RuleBroken>(async () => await DecideAsync(insurer, await DetailAsync(insurer, input.Id)));
        Assert.Equal(ComplaintRule.NobodyDecidesTheirOwn, no.Rule);
        await using var source = Npgsql.NpgsqlDataSource.Create(database.SuperuserConnectionString);
        await using var command = source.CreateCommand("update complaints set decided_by_id = recorded_by_id where id = $1");
        command.Parameters.Add(new() { Value = input.Id });
        Assert.Equal("ck_nobody_decides_their_own_complaint", (await Assert.ThrowsAsync<Npgsql.PostgresException>(() => command.ExecuteNonQueryAsync())).ConstraintName);
    }

    [Fact]
    public async Task Bad_facts_and_foreign_places_are_refused_and_nothing_is_kept()
    {
        var supervisor = await database.GivenActorAsync(Role.Supervisor, Places.Village);
        var input = Said();

        await Assert.ThrowsAsync<NotFound>(() => TakeInAsync(supervisor, input with { VillageId = Places.OtherVillage }));
        await Assert.ThrowsAsync<NotFound>(() => TakeInAsync(supervisor, input with { AgentId = Guid.NewGuid() }));
        await Assert.ThrowsAsync<PolicyNotFound>(() => TakeInAsync(supervisor, input with { PolicyNumber = "B0" }));
        await Assert.ThrowsAsync<InvalidInput>(() => TakeInAsync(supervisor, input with { Facts = "bad" }));
        await Assert.ThrowsAsync<InvalidInput>(() => TakeInAsync(supervisor, input with { Phone = "12" }));
        await Assert.ThrowsAsync<InvalidInput>(() => TakeInAsync(supervisor, input with { Channel = ComplaintChannel.CallBack }));
        await Assert.ThrowsAsync<NotPermitted>(() => TakeInAsync(Someone.Who(Role.TownshipOfficial, Places.Village), input));
        await Assert.ThrowsAsync<NotPermitted>(async () => await DecideAsync(supervisor, await DetailAsync(supervisor, await GivenAsync(supervisor))));
        Assert.False(await database.SeeAsync(Places.Village, db => db.Complaints.AnyAsync(c => c.Id == input.Id)));
        await TakeInAsync(supervisor, input);
        await Assert.ThrowsAsync<AlreadyCreated>(() => TakeInAsync(supervisor, input with { Facts = "Something else" }));
        await Assert.ThrowsAsync<NotFound>(() => DetailAsync(Someone.Who(Role.Supervisor, Places.OtherVillage), input.Id));
    }

    [Fact]
    public async Task The_list_counts_what_is_late_and_the_agents_of_a_village_can_be_named()
    {
        var (supervisor, agent) = (await database.GivenActorAsync(Role.Supervisor, Places.Village), await database.GivenReadyAgentAsync());
        await TakeInAsync(supervisor, Said() with { ReceivedOn = Staffing.Today.AddDays(-16) });

        Assert.True((await ListAsync(supervisor)).Late > 0);
        Assert.Equal([Places.Village], (await ListAsync(supervisor)).Places.Select(p => p.VillageId));
        Assert.Contains(await new AgentsToName(database.GateFor(supervisor, Clock)).RunAsync(Places.Village, default), a => a.Id == agent.StaffId);
    }

    private static TakeInComplaint.Input Said() =>
        new(Guid.CreateVersion7(), Places.Village, ComplaintChannel.Supervisor, ComplaintKind.TookMoney, "The renewal was paid in cash", Staffing.Today.AddDays(-1), "Yu Han", "13800138000", null, null);

    private async Task<Guid> GivenAsync(Actor supervisor)
    {
        var input = Said();
        await TakeInAsync(supervisor, input);
        return input.Id;
    }

    private Task TakeInAsync(Actor actor, TakeInComplaint.Input input) => new TakeInComplaint(database.GateFor(actor, Clock), Imports.Vault, Clock).RunAsync(input);

    private async Task<bool> IsAskedAsync(Actor actor, Guid complaint) =>
        (await new OwnQueue(database.GateFor(actor, Clock), Clock).RunAsync(CancellationToken.None)).Items.Any(i => i.RecordId == complaint && i.Kind == QueueKind.ComplaintToDecide);

    private Task<ComplaintDetail.View> DetailAsync(Actor actor, Guid id) => new ComplaintDetail(database.GateFor(actor, Clock), Clock).RunAsync(id, default);

    private Task<ComplaintList.View> ListAsync(Actor actor) => new ComplaintList(database.GateFor(actor, Clock), Clock).RunAsync(new(false), default);

    private Task DecideAsync(Actor actor, ComplaintDetail.View shown) => new DecideComplaint(database.GateFor(actor, Clock), Clock).RunAsync(new(shown.Id, shown.Version, ComplaintOutcome.Founded, "Money given back"));

    private Task<string?> RevealAsync(Actor actor, Guid id) => new RevealComplainant(database.GateFor(actor, Clock), Imports.Vault, Clock).RunAsync(new(id, "to call"));

    private Task<List<QueueKind>> OpenQueueAsync(Guid id) =>
        database.SeeAsync(Places.Village, db => db.QueueItems.Where(q => q.RecordId == id && q.DoneAt == null).OrderBy(q => q.Id).Select(q => q.Kind).ToListAsync());
}
