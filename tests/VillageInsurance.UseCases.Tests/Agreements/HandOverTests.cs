using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Agreements;
using VillageInsurance.Domain.Households;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Policies;
using VillageInsurance.Domain.Shared;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Agreements;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Tests.Shared;
using static VillageInsurance.UseCases.Tests.Agreements.Staffing;

namespace VillageInsurance.UseCases.Tests.Agreements;

public class HandOverTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private readonly TimeProvider _clock = Staffing.Clock();

    [Fact]
    public async Task Households_are_divided_by_group_and_by_number_one_agent_at_a_time()
    {
        var (inGroup, single, rest) = (await HouseholdAsync(Places.Group), await HouseholdAsync(null), await HouseholdAsync(null));
        var (first, _) = await database.GivenAgentAsync(AgentStatus.Assigned, Places.Village);
        var (second, _) = await database.GivenAgentAsync(AgentStatus.Assigned, Places.Village);
        await Assert.ThrowsAsync<NotPermitted>(() => DivideAs(Insurer, first));

        await DivideAs(Office, first);
        Assert.Equal(2, await DivideAs(Office, second, [Places.Group], [single.Number]));
        Assert.Equal(0, await DivideAs(Office, second, [Places.Group]));

        var charges = await database.SeeAsync(Places.Village, db => db.HouseholdCharges.AsNoTracking().Where(c => c.To == null).ToDictionaryAsync(c => c.HouseholdId, c => c.ServiceId));
        Assert.Equal((second.Id, second.Id, first.Id), (charges[inGroup.Id], charges[single.Id], charges[rest.Id]));
        Assert.Equal(AgentRule.TheHouseholdsLieInTheVillage, (await Assert.ThrowsAsync<RuleBroken>(() => DivideAs(Office, second, [], ["no such number"]))).Rule);
        var detail = await new AgentDetail(database.GateFor(Office, _clock), _clock).RunAsync(second.Id, default);
        Assert.Equal((1, 1), (detail.Work.Groups.Single(g => g.GroupId == Places.Group).Own, detail.Work.Groups.Single(g => g.GroupId is null).Own));
    }

    [Fact]
    public async Task Whoever_leaves_hands_over_in_the_same_act_and_the_customers_are_listed()
    {
        // In no group, so that it is divided by its number alone, whatever else lies in the village.
        var household = await HouseholdAsync(null);
        var (leaving, agent) = await database.GivenAgentAsync(AgentStatus.Assigned, Places.Village);
        var (successor, _) = await database.GivenAgentAsync(AgentStatus.Assigned, Places.Village);
        var (elsewhere, _) = await database.GivenAgentAsync(AgentStatus.Assigned, Places.OtherVillage);
        await DivideAs(Office, leaving, [], [household.Number]);
        var customer = await CustomerAsync(agent.Id);
        Assert.Equal(AgentRule.TheHouseholdsAreHandedOver, (await Assert.ThrowsAsync<RuleBroken>(() => EndAs(Office, leaving, null))).Rule);
        Assert.Equal(AgentRule.TheSuccessorServesHere, (await Assert.ThrowsAsync<RuleBroken>(() => EndAs(Office, leaving, elsewhere.Id))).Rule);
        await Assert.ThrowsAsync<NotPermitted>(() => EndAs(Insurer, leaving, successor.Id));

        await EndAs(Office, leaving, successor.Id);

        var charges = await database.SeeAsync(Places.Village, db => db.HouseholdCharges.AsNoTracking().Where(c => c.HouseholdId == household.Id).OrderBy(c => c.Id).ToListAsync());
        Assert.Equal([(leaving.Id, Today), (successor.Id, null)], charges.Select(c => (c.ServiceId, c.To)));
        var due = Today.AddDays(30);
        var task = await database.SeeAsync(Places.Village, db => db.QueueItems.SingleAsync(q => q.Kind == QueueKind.CustomersToTell && q.RecordId == leaving.Id));
        Assert.Equal((Role.InsurerReviewer, due, null), (task.Role, task.Due, task.DoneAt));
        Assert.Contains(new(QueueKind.CustomersToTell, leaving.Id, Places.Village, due, Role.InsurerReviewer), await database.SeeAsync(Places.Village, db => db.StaffingDeadlinesAsync(Today, due)));

        var shown = Assert.Single((await DetailAs(Insurer, leaving)).Work.Customers);
        Assert.Equal(("W**", 1, due), (shown.Name, shown.Policies, shown.Due));
        Assert.Equal([customer.Number], shown.Numbers);
        Assert.Empty(Assert.Single((await DetailAs(Cadre, leaving)).Work.Customers).Numbers);
        Assert.Equal("Wei", Assert.Single((await DetailAs(Someone.Who(Role.ResidentAgent, Places.Village), leaving)).Work.Customers).Name);

        await Assert.ThrowsAsync<NotPermitted>(() => TellAs(Office, shown));
        await TellAs(Insurer, shown);
        Assert.NotNull(await database.SeeAsync(Places.Village, db => db.QueueItems.Where(q => q.Id == task.Id).Select(q => q.DoneAt).SingleAsync()));
        await Assert.ThrowsAsync<ChangedMeanwhile>(() => TellAs(Insurer, shown));
    }

    private async Task<Household> HouseholdAsync(Guid? group)
    {
        var batch = Guid.CreateVersion7();
        var household = new Household(Guid.CreateVersion7(), Places.Village, group, $"H{Guid.NewGuid():N}"[..20], HouseholdKind.Family, new(2020, 1, 1), batch);
        await database.GivenAsync(Places.Village, household);
        return household;
    }

    private async Task<Policy> CustomerAsync(Guid agent)
    {
        var batch = Guid.CreateVersion7();
        var person = new Person(Guid.CreateVersion7(), Places.Village, null, [1], Guid.NewGuid().ToByteArray(), "Wei", Sex.Male, new(1980, 1, 1), batch);
        var product = new Product(Guid.CreateVersion7(), $"P{Guid.NewGuid():N}"[..10], "Life", "WHOLE_LIFE", true, false, false, true, batch);
        var policy = new Policy(Guid.CreateVersion7(), Places.Village, null, $"N{Guid.NewGuid():N}"[..20], "CL", product.Id, person.Id, new(2025, 1, 1), new(2025, 1, 1), new(2045, 1, 1), PayMode.Annual, new(2025, 1, 1), batch);
        await database.GateFor(Someone.WhoMayDoAnythingIn(Places.Village)).ChangeAsync(Permission.DraftApplications, db =>
        {
            db.AddRange(person, product, policy);
            db.Entry(policy).Property(p => p.AgentId).CurrentValue = agent;
            return Task.CompletedTask;
        });
        return policy;
    }

    private Task<AgentDetail.View> DetailAs(Actor actor, AgentService service) => new AgentDetail(database.GateFor(actor, _clock), _clock).RunAsync(service.Id, default);

    private Task<int> DivideAs(Actor actor, AgentService service, IReadOnlyList<Guid>? groups = null, IReadOnlyList<string>? numbers = null) =>
        new DivideHouseholds(database.GateFor(actor, _clock), _clock).RunAsync(new(service.Id, Today, groups ?? [], numbers ?? []));

    private Task EndAs(Actor actor, AgentService service, Guid? successor) => new EndAgentService(database.GateFor(actor, _clock), _clock).RunAsync(new(service.Id, service.Version, Today, "Moves away", successor));

    private Task TellAs(Actor actor, AgentWork.Customer customer) => new RecordCustomerTold(database.GateFor(actor, _clock), _clock).RunAsync(new(customer.Id, customer.Version, Today, ToldBy.Telephone));
}
