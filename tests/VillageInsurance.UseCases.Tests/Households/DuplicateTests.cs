using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using VillageInsurance.Domain.Agreements;
using VillageInsurance.Domain.Households;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Households;
using VillageInsurance.UseCases.Tests.Exchange;
using VillageInsurance.UseCases.Tests.Shared;
using VillageInsurance.UseCases.Worklists;

namespace VillageInsurance.UseCases.Tests.Households;

public class DuplicateTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static readonly DateOnly Began = new(2026, 2, 10), Born = new(1985, 7, 7);

    private readonly CountyFiles _files = new();
    private readonly FakeTimeProvider _clock = new(new(2026, 3, 1, 4, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task Who_gives_way_ends_today_and_its_members_join_the_one_that_stays()
    {
        var (kept, other, village) = await GivenTwoAsync();

        await MergeAsync(Agent(village), kept, other);

        await database.SeeAsync(village, async db =>
        {
            var ended = await db.Households.SingleAsync(h => h.Id == other);
            Assert.Equal((new DateOnly(2026, 3, 1), HouseholdEnd.Merged), (ended.LeftOn, ended.LeftReason));
            Assert.True(await db.HouseholdPlaces.AllAsync(p => p.HouseholdId != other || p.To != null));
            Assert.Equal(4, await db.Memberships.CountAsync(m => m.HouseholdId == kept && m.LeftOn == null));
            Assert.Equal(kept, (await db.Visits.SingleAsync(v => v.VillageId == village)).HouseholdId);
            return true;
        });
    }

    [Fact]
    public async Task Two_rows_of_one_person_become_one_and_the_one_with_the_number_stays()
    {
        var (kept, other, village) = await GivenTwoAsync();
        var (stays, givesWay) = await PairAsync(village, kept, other);

        await MergeAsync(Agent(village), kept, other, same: [new(stays, givesWay)]);

        var members = await database.SeeAsync(village, db => db.Memberships.Where(m => m.HouseholdId == kept && m.LeftOn == null).Select(m => m.PersonId).ToListAsync());
        Assert.Equal(3, members.Count);
        Assert.True(members.Contains(stays) && !members.Contains(givesWay));
    }

    [Fact]
    public async Task Who_has_a_number_does_not_give_way()
    {
        var (kept, other, village) = await GivenTwoAsync();
        var (stays, givesWay) = await PairAsync(village, kept, other);

        var no = await Assert.ThrowsAsync<RuleBroken>(() => MergeAsync(Agent(village), kept, other, same: [new(givesWay, stays)]));

        Assert.Equal(MergeRule.WhoHasANumberStays, no.Rule);
    }

    [Fact]
    public async Task A_field_of_the_other_is_taken_over_where_it_was_chosen()
    {
        var (kept, other, village) = await GivenTwoAsync();

        await MergeAsync(Agent(village), kept, other, take: [MergeField.Phone, MergeField.Address]);

        var household = await database.SeeAsync(village, db => db.Households.SingleAsync(h => h.Id == kept));
        Assert.Equal(("曼听路2号", "10055556666"), (household.Address, Imports.Vault.Open(PersonalCells.Phone, kept, household.Phone!)));
    }

    [Fact]
    public async Task Figures_of_last_year_do_not_move_and_an_undone_merge_leaves_those_of_this_year_as_they_were()
    {
        var (kept, other, village) = await GivenTwoAsync();
        var (last, now) = (await database.CountAsync(_files.VillageCode), await database.CountAsync(_files.VillageCode, "2026-03-01", "2026-03-31"));
        var (stays, givesWay) = await PairAsync(village, kept, other);

        await MergeAsync(Agent(village), kept, other, same: [new(stays, givesWay)]);

        Assert.Equal(last.Figures, (await database.CountAsync(_files.VillageCode)).Figures);
        var merged = (await database.CountAsync(_files.VillageCode, "2026-03-01", "2026-03-31")).Figures;
        Assert.Equal((now.Figures.Households - 1, now.Figures.Population - 1), (merged.Households, merged.Population));

        await UndoAsync(Agent(village), kept);

        Assert.Equal(last.Figures, (await database.CountAsync(_files.VillageCode)).Figures);
        foreach (var knownAt in new[] { "2026-03-01", "2026-03-31" })
            Assert.Equal(now.Figures, (await database.CountAsync(_files.VillageCode, "2026-03-01", knownAt)).Figures);
    }

    [Fact]
    public async Task Undone_everything_stands_as_before()
    {
        var (kept, other, village) = await GivenTwoAsync();
        var before = await StateAsync(village, kept, other);
        var (stays, givesWay) = await PairAsync(village, kept, other);
        await MergeAsync(Agent(village), kept, other, take: [MergeField.Phone, MergeField.Address], same: [new(stays, givesWay)]);
        Assert.NotEqual(before, await StateAsync(village, kept, other));

        await UndoAsync(Agent(village), kept);

        Assert.Equal(before, await StateAsync(village, kept, other));
    }

    [Fact]
    public async Task The_agents_charge_of_the_household_that_gives_way_ends_and_goes_on_when_it_is_undone()
    {
        var (kept, other, village) = await GivenTwoAsync();
        var charge = await GivenChargeAsync(village, other);
        Task<DateOnly?> LastDayAsync() => database.SeeAsync(village, db => db.HouseholdCharges.Where(c => c.Id == charge).Select(c => c.To).SingleAsync());

        await MergeAsync(Agent(village), kept, other);
        Assert.Equal(new DateOnly(2026, 2, 28), await LastDayAsync());

        await UndoAsync(Agent(village), kept);
        Assert.Null(await LastDayAsync());
    }

    [Fact]
    public async Task Once_somebody_changed_a_household_the_merge_stays()
    {
        var (kept, other, village) = await GivenTwoAsync();
        await MergeAsync(Agent(village), kept, other);
        await database.GateFor(Someone.WhoMayDoAnythingIn(village)).ChangeAsync(Permission.KeepHouseholds, async db => (await db.Households.SingleAsync(h => h.Id == kept)).NameHead("改名"));

        var no = await Assert.ThrowsAsync<RuleBroken>(() => UndoAsync(Agent(village), kept));

        Assert.Equal(MergeRule.NobodyEditedSince, no.Rule);
    }

    [Fact]
    public async Task Same_phone_same_head_and_same_name_and_birthday_make_a_pair_until_somebody_sets_it_apart()
    {
        var (kept, other, village) = await GivenTwoAsync(samePhone: true);
        var agent = Agent(village);

        var pair = Assert.Single((await ListAsync(agent)).Pairs);
        Assert.Equal((1, 0), (await CountAsync(agent), await CountAsync(Agent(Places.Sibling))));
        Assert.Equal([DuplicateReason.Phone, DuplicateReason.NameAndBirth, DuplicateReason.Head], pair.Reasons);
        Assert.Empty((await ListAsync(Agent(Places.Sibling))).Pairs);

        await new SetApart(database.GateFor(agent, _clock), _clock).RunAsync(new(other, kept));

        Assert.DoesNotContain((await ListAsync(agent)).Pairs, p => p.First.Id == pair.First.Id);
    }

    [Fact]
    public async Task The_office_compares_masked_and_sees_no_facts()
    {
        var (kept, other, village) = await GivenTwoAsync();

        var office = await CompareAsync(Someone.InTheCounty(Role.CountyOffice), kept, other);
        var agent = await CompareAsync(Agent(village), kept, other);

        Assert.All(office.First.Members, m => Assert.EndsWith("*", m.Name, StringComparison.Ordinal));
        Assert.Equal((null, null), (office.First.Facts, office.First.Policies));
        Assert.Equal((true, true), (agent.Second.Facts is not null, Assert.Single(agent.Alike).IsSure));
    }

    [Fact]
    public async Task Only_who_may_merge_in_that_village_does()
    {
        var (kept, other, village) = await GivenTwoAsync();

        await Assert.ThrowsAsync<NotPermitted>(() => MergeAsync(Someone.Who(Role.TownshipOfficial, village), kept, other));
        await Assert.ThrowsAsync<NotFound>(() => MergeAsync(Agent(Places.Sibling), kept, other));
        await Assert.ThrowsAsync<ChangedMeanwhile>(() => MergeAsync(Agent(village), kept, other, seen: 7));
    }

    [Fact]
    public async Task While_typing_near_households_are_told_and_never_those_of_another_village()
    {
        var (_, other, village) = await GivenTwoAsync();
        var agent = Agent(village);

        Assert.Equal(DuplicateReason.Phone, (await NearAsync(agent, new(village, Phone: "10055556666")))[0].Reason);
        Assert.Equal(other, Assert.Single(await NearAsync(agent, new(village, Name: "郑小溪", BirthDate: Born))).HouseholdId);
        Assert.Equal(DuplicateReason.Head, (await NearAsync(agent, new(village, HeadName: "玉香")))[0].Reason);
        Assert.Empty(await NearAsync(Agent(Places.Sibling), new(Places.Sibling, Phone: "10055556666")));
        Assert.Empty(await NearAsync(agent, new(village, Phone: "1005555")));
    }

    // The agent's worklists tell it.
    private async Task<int?> CountAsync(Actor actor) => (await new WorklistOf(database.GateFor(actor, _clock), _clock).RunAsync(new(Worklist.NotVisited), CancellationToken.None)).Duplicates;

    private static Actor Agent(Guid village) => Someone.Who(Role.ResidentAgent, village);

    // The first came from a list, with numbers; the second was entered by hand in February, without.
    private async Task<(Guid Kept, Guid Other, Guid Village)> GivenTwoAsync(bool samePhone = false)
    {
        var number = _files.Household();
        var (head, id) = _files.Resident(number);
        var (pupil, _) = _files.Resident(number, born: "2015-05-05");
        _files.Student(pupil);
        _files.Payment(_files.Policy("P03", head, head, "2025-12-01", "2025-12-02", "2026-12-01"), "2025-12-01", "30.00");
        await database.ImportAsync(_files);
        Assert.True(IdNumber.TryParse(id, true, out var known));
        var village = await database.SeeAsync(Places.Village, db => db.Areas.Where(a => a.Code == _files.VillageCode).Select(a => a.Id).SingleAsync());
        var kept = await database.SeeAsync(village, db => db.Households.Where(h => h.Number == number).Select(h => h.Id).SingleAsync());
        var staff = new StaffMember(Guid.CreateVersion7(), $"p{Guid.NewGuid():N}", "Agent", null);
        var other = new Household(Guid.CreateVersion7(), village, null, $"X{Guid.NewGuid():N}"[..20], HouseholdKind.Family, Began, null);
        other.NameHead("玉香");
        other.Describe(new("曼听路2号", null, null, null, null, null, null));
        other.ReachedAt(Imports.Vault.Seal(PersonalCells.Phone, other.Id, samePhone ? "10012345678" : "10055556666"));
        if (samePhone) await database.GateFor(Someone.WhoMayDoAnythingIn(village)).ChangeAsync(Permission.KeepHouseholds, async db => (await db.Households.SingleAsync(h => h.Id == kept)).NameHead("玉香"));
        var (twin, child) = (Somebody(village, "玉香", known.BirthDate), Somebody(village, "郑小溪", Born));
        await database.GivenAsync(village, staff, other, new HouseholdPlace(Guid.CreateVersion7(), other.Id, village, null, isFamily: true, Began, null, Began, null), twin, child,
            MemberOf(other, twin), MemberOf(other, child), Visit.Record(Guid.CreateVersion7(), other, staff.Id, Began, new("head", null, [], [], null, false, [], false, null, null), _clock.Today(), _clock.GetUtcNow()));
        return (kept, other.Id, village);
    }

    private async Task<Guid> GivenChargeAsync(Guid village, Guid household)
    {
        var staff = new StaffMember(Guid.CreateVersion7(), $"q{Guid.NewGuid():N}", "Agent", null);
        var service = AgentService.Recommend(Guid.CreateVersion7(), village, null, staff.Id, new("a", "b", "c", "d"), false, Someone.Who(Role.VillageCadre, village), _clock.GetUtcNow());
        var charge = new HouseholdCharge(Guid.CreateVersion7(), village, null, household, service.Id, Began);
        await database.GivenAsync(village, staff, service, charge);
        return charge.Id;
    }

    private static Person Somebody(Guid village, string name, DateOnly born) => new(Guid.CreateVersion7(), village, null, null, null, name, Sex.Female, born, null);

    private static Membership MemberOf(Household household, Person person) =>
        new(Guid.CreateVersion7(), household.VillageId, null, $"M{Guid.NewGuid():N}"[..20], person.Id, household.Id, ResidenceKind.Local, Began, JoinReason.Initial, Began, null);

    private Task<(Guid Stays, Guid GivesWay)> PairAsync(Guid village, Guid kept, Guid other) => database.SeeAsync(village, async db =>
    {
        var persons = await (from m in db.Memberships join p in db.Persons on m.PersonId equals p.Id where (m.HouseholdId == kept || m.HouseholdId == other) && m.LeftOn == null select new { m.HouseholdId, Person = p }).ToListAsync();
        var twin = persons.First(p => p.HouseholdId == other && p.Person.Name == "玉香").Person;
        return (persons.First(p => p.HouseholdId == kept && p.Person.BirthDate == twin.BirthDate).Person.Id, twin.Id);
    });

    // What pages and figures read of the two, without what has never been.
    private Task<string> StateAsync(Guid village, Guid kept, Guid other) => database.SeeAsync(village, async db =>
    {
        var households = await db.Households.Where(h => h.Id == kept || h.Id == other).OrderBy(h => h.Id).ToListAsync();
        var members = await db.Memberships.Where(m => (m.HouseholdId == kept || m.HouseholdId == other) && m.LeftOn != m.JoinedOn).OrderBy(m => m.Id).ToListAsync();
        var places = await db.HouseholdPlaces.Where(p => p.HouseholdId == kept || p.HouseholdId == other).OrderBy(p => p.Id).ToListAsync();
        var visits = await db.Visits.Where(v => v.HouseholdId == kept || v.HouseholdId == other).OrderBy(v => v.Id).ToListAsync();
        return string.Join('\n', households.Select(h => $"{h.Id} {h.Address} {Convert.ToHexString(h.Phone!.Index)} {h.LeftOn} {h.LeftReason} {h.HeadName}")
            .Concat(members.Select(m => $"{m.Id} {m.PersonId} {m.HouseholdId} {m.Relation} {m.JoinedOn} {m.LeftOn} {m.LeftReason} {m.LeftKnownOn}"))
            .Concat(places.Select(p => $"{p.Id} {p.To} {p.ToKnownOn}")).Concat(visits.Select(v => $"{v.Id} {v.HouseholdId}")));
    });

    private async Task MergeAsync(Actor actor, Guid kept, Guid other, IReadOnlyList<MergeField>? take = null, IReadOnlyList<SamePerson>? same = null, int? seen = null)
    {
        var versions = await database.GateFor(Someone.InTheCounty(Role.CountyOffice)).ReadAsync(Permission.MergeHouseholds, db => db.Households.Where(h => h.Id == kept || h.Id == other).ToDictionaryAsync(h => h.Id, h => h.Version), default);
        await new MergeHouseholds(database.GateFor(actor, _clock), Imports.Vault, _clock).RunAsync(new(Guid.CreateVersion7(), kept, seen ?? versions[kept], other, versions[other], take ?? [], same ?? []));
    }

    private async Task UndoAsync(Actor actor, Guid kept)
    {
        var merge = Assert.Single((await ListAsync(actor)).Merges, m => m.Kept.Id == kept);
        await new UndoMerge(database.GateFor(actor, _clock), _clock).RunAsync(new(merge.Id, merge.Version));
    }

    private Task<DuplicateList.View> ListAsync(Actor actor) => new DuplicateList(database.GateFor(actor, _clock), _clock).RunAsync(new(), CancellationToken.None);

    private Task<DuplicateComparison.View> CompareAsync(Actor actor, Guid first, Guid second) =>
        new DuplicateComparison(database.GateFor(actor, _clock), Imports.Vault, _clock).RunAsync(new(first, second), CancellationToken.None);

    private Task<IReadOnlyList<PossibleDuplicates.Near>> NearAsync(Actor actor, PossibleDuplicates.Input input) =>
        new PossibleDuplicates(database.GateFor(actor, _clock), Imports.Vault).RunAsync(input, CancellationToken.None);
}
