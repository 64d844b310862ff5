using VillageInsurance.Domain.Agreements;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;
using VillageInsurance.UseCases.Agreements;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Organisation;
using VillageInsurance.UseCases.Tests.Applications;
using VillageInsurance.UseCases.Tests.Shared;
using static VillageInsurance.UseCases.Tests.Agreements.Staffing;

namespace VillageInsurance.UseCases.Tests.Agreements;

public class PeopleReadingTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private readonly TimeProvider _clock = Staffing.Clock();

    [Fact]
    public async Task Each_sees_the_people_that_the_role_may_see()
    {
        await database.GivenSiteAsync(Places.Village);
        var (service, agent) = await database.GivenAgentAsync(AgentStatus.Assigned, Places.Village);

        var (office, leader, resident) = (await PeopleAs(Office), await PeopleAs(Leader), await PeopleAs(AsAgent(agent, Places.Village)));

        Assert.Equal(service.Id, Assert.Single(office.AgentServices!).Id);
        Assert.True(leader.AgentServices is null && leader.Agreements is not null && leader.Supervisors is not null);
        Assert.True(resident.AgentServices is not null && resident.Agreements is null && resident.Supervisors is null);
        Assert.Equal(new VillagePeople.Actions(true, false, false, false, true), (await PeopleAs(Insurer)).May);
        Assert.Equal(new VillagePeople.Actions(false, true, true, true, false), (await PeopleAs(Cadre)).May);
        await Assert.ThrowsAsync<NotFound>(() => PeopleAs(Stranger));
    }

    [Fact]
    public async Task The_villages_file_gets_its_people_in_short()
    {
        var (ready, agent) = await database.GivenAgentAsync(AgentStatus.Assigned, Places.OtherVillage);
        var (lapsed, _) = await database.GivenAgentAsync(AgentStatus.Assigned, Places.OtherVillage, registeredTo: new(2026, 2, 1));
        await MemberAs(Stranger, Places.OtherVillage, "Yu", inCharge: true);

        var file = await database.SeeAsync(Places.OtherVillage, db => db.PeopleOfAsync(new FigurePlace(Places.OtherVillage, null), Today, default));

        Assert.True(Assert.Single(file.Lines, l => l.Id == ready.Id).Holds);
        Assert.Equal(agent.Name, file.Lines.Single(l => l.Id == ready.Id).Name);
        Assert.False(Assert.Single(file.Lines, l => l.Id == lapsed.Id).Holds);
        Assert.Equal(("Yu", "Deputy"), (file.Lines.Single(l => l.Kind == PeopleLine.Cadre).Name, file.Lines.Single(l => l.Kind == PeopleLine.Cadre).Number));
    }

    [Fact]
    public async Task A_village_has_one_cadre_in_charge_at_a_time()
    {
        await MemberAs(Cadre, Places.Village, "Dao", inCharge: true);
        Assert.Equal(SeatRule.OneCadreInCharge, (await Assert.ThrowsAsync<RuleBroken>(() => MemberAs(Cadre, Places.Village, "Yu", inCharge: true))).Rule);
        await Assert.ThrowsAsync<OutOfScope>(() => MemberAs(Cadre, Places.OtherVillage, "Yu"));
        await Assert.ThrowsAsync<NotPermitted>(() => MemberAs(Insurer, Places.Village, "Yu"));
        await Assert.ThrowsAsync<NotPermitted>(() => MemberAs(Cadre, Places.Village, "Yu", office: true));

        var dao = (await PeopleAs(Cadre)).Members.Single(m => m.Name == "Dao");
        await new EndCommitteeMember(database.GateFor(Cadre, _clock)).RunAsync(new(dao.Id, dao.Version, Today));
        await MemberAs(Office, Places.Village, "Yu", inCharge: true, office: true);

        Assert.Equal("Yu", Assert.Single((await PeopleAs(Cadre)).Members, m => m.InCharge && m.To is null).Name);
    }

    [Fact]
    public async Task The_office_records_every_group_and_a_township_its_own()
    {
        var township = Someone.With(new Grant(Role.TownshipOfficial, RolePermissions.Of(Role.TownshipOfficial), new([Places.Village, Places.Township]), Someone.Today));
        await SeatAs(Office, Places.County, "Head", office: true);
        await SeatAs(township, Places.Township, "Own");
        Assert.Equal(SeatRule.OnlyTheOwnTownshipsGroup, (await Assert.ThrowsAsync<RuleBroken>(() => SeatAs(township, Places.OtherTownship, "Foreign"))).Rule);
        Assert.Equal(SeatRule.OnlyTheOwnTownshipsGroup, (await Assert.ThrowsAsync<RuleBroken>(() => SeatAs(township, Places.County, "Above"))).Rule);
        Assert.Equal(SeatRule.AGroupIsTheCountysOrATownships, (await Assert.ThrowsAsync<RuleBroken>(() => SeatAs(Office, Places.Village, "Below", office: true))).Rule);
        await Assert.ThrowsAsync<NotPermitted>(() => SeatAs(Leader, Places.County, "Leader"));

        var own = await GroupAs(township, Places.Township);
        Assert.True(own.CanEdit && !(await GroupAs(township, null)).CanEdit);
        var seat = Assert.Single(own.Seats);
        await new EndSeat(database.GateFor(township, _clock)).RunAsync(new(seat.Id, seat.Version, Today));
        Assert.Equal(Today, Assert.Single((await GroupAs(Office, Places.Township)).Seats).To);
    }

    [Fact]
    public async Task A_renamed_department_keeps_its_former_name()
    {
        var before = (await GroupAs(Office, null)).Departments.Single(d => d.Code == "AGR");
        await Assert.ThrowsAsync<NotPermitted>(() => NameAs(Cadre, before.Id, "AGR", "Farming", Today));

        await NameAs(Office, before.Id, "AGR", "Farming", Today);
        await NameAs(Office, Guid.CreateVersion7(), "NEW", "Newly founded", Today);

        var after = (await GroupAs(Office, null)).Departments;
        Assert.Equal(("Farming", before.Names.Count + 1), (after.Single(d => d.Code == "AGR").Name, after.Single(d => d.Code == "AGR").Names.Count));
        Assert.Contains(after, d => d.Code == "NEW");
        await Assert.ThrowsAsync<AlreadyCreated>(() => NameAs(Office, Guid.CreateVersion7(), "NEW", "Again", Today));
    }

    private Task<VillagePeople.View> PeopleAs(Actor actor) => new VillagePeople(database.GateFor(actor, _clock), _clock).RunAsync(Places.Village, default);

    private Task<LeadingGroups.View> GroupAs(Actor actor, Guid? area) => new LeadingGroups(database.GateFor(actor, _clock), _clock).RunAsync(area, default);

    private Task MemberAs(Actor actor, Guid village, string name, bool inCharge = false, bool office = false) =>
        new RecordCommitteeMember(database.GateFor(actor, _clock)).RunAsync(new(Guid.CreateVersion7(), village, name, "Deputy", inCharge, null, Today, office));

    private Task SeatAs(Actor actor, Guid area, string name, bool office = false) =>
        new TakeSeat(database.GateFor(actor, _clock)).RunAsync(new(Guid.CreateVersion7(), area, null, name, "Mayor", LeadershipPost.Head, Today, office));

    private Task NameAs(Actor actor, Guid id, string code, string name, DateOnly from) => new NameDepartment(database.GateFor(actor, _clock)).RunAsync(new(id, code, name, from));
}
