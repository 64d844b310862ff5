using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Claims;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Claims;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Tests.Agreements;
using VillageInsurance.UseCases.Tests.Households;
using VillageInsurance.UseCases.Tests.Shared;
using static VillageInsurance.UseCases.Tests.Claims.GivenClaim;

namespace VillageInsurance.UseCases.Tests.Claims;

public class ClaimReadingTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private readonly TimeProvider _clock = Clock();

    [Fact]
    public async Task The_board_counts_by_village_and_step_and_names_nobody()
    {
        var late = await database.GivenClaimAsync(80, f => f.Filed(70));
        await database.GivenClaimAsync(5);
        var foreign = await database.GivenClaimAsync(90, f => f.Filed(80), Places.OtherVillage);
        // Not the sibling village: another test fills more than a page of it.
        var official = Someone.Who(Role.TownshipOfficial, Places.Village);

        var (office, township) = (await Board(Office, new(Places.OtherVillage)), await Board(official));

        Assert.Contains(office.Claims, c => c.Number == foreign.Number);
        Assert.DoesNotContain(township.Claims, c => c.Number == foreign.Number);
        var row = Assert.Single(township.Claims, c => c.Number == late.Number);
        Assert.Equal((ClaimState.Filed, ClaimMilestone.Determined, ClaimDesk.Insurer, -40, 100_000L), (row.State, row.Next, row.Desk, row.Due.DaysLeft, row.AmountFen!.Value));
        Assert.Equal(township.Open, township.Villages.Sum(v => v.Steps.Values.Sum()));
        Assert.Empty((await Board(official, new(Places.OtherVillage))).Claims);
        await Assert.ThrowsAsync<NotPermitted>(() => Board(Supervisor));
        await Assert.ThrowsAsync<NotPermitted>(() => Board(Agent));
        // Neither a person nor a policy has a place in what the board gives.
        Assert.DoesNotContain(typeof(ClaimBoard.LateRow).GetProperties().Concat(typeof(ClaimBoard.VillageRow).GetProperties()), p => p.PropertyType == typeof(Guid) || p.Name.Contains("Insured", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_board_goes_on_page_by_page()
    {
        for (var i = 0; i < ClaimBoard.PageSize + 2; i++) await database.GivenClaimAsync(80, f => f.Filed(70), Places.Sibling);
        var official = Someone.Who(Role.TownshipOfficial, Places.Sibling);

        var first = await Board(official);
        var second = await Board(official, new(After: first.Next));

        Assert.Equal((ClaimBoard.PageSize, 2, null), (first.Claims.Count, second.Claims.Count, second.Next));
        Assert.Empty(first.Claims.Select(c => c.Number).Intersect(second.Claims.Select(c => c.Number)));
    }

    [Fact]
    public async Task Each_sees_of_a_claim_what_is_his()
    {
        var claim = await database.GivenClaimAsync();

        var (supervisor, agent, insurer) = (await database.SeenAsync(Supervisor, claim.Id), await database.SeenAsync(Agent, claim.Id), await database.SeenAsync(Insurer, claim.Id));

        Assert.Equal(("Yu Xiang", (string?)null), (supervisor.Insured, supervisor.PolicyNumber));
        Assert.Equal("Yu Xiang", agent.Insured);
        Assert.NotNull(agent.PolicyNumber);
        Assert.Equal("Yu Xiang", insurer.Insured);
        Assert.NotNull(insurer.PolicyNumber);
        Assert.Equal((false, true, true), (supervisor.May.Update, supervisor.May.Watch, agent.May.Register));
        foreach (var nobody in new[] { Office, Someone.InTheCounty(Role.CountyLeader), Someone.Who(Role.TownshipOfficial, Places.Village), Someone.Who(Role.VillageCadre, Places.Village), Someone.InTheCounty(Role.Auditor) })
            await Assert.ThrowsAsync<NotPermitted>(() => database.SeenAsync(nobody, claim.Id));
        await Assert.ThrowsAsync<NotFound>(() => new ClaimDetail(database.GateFor(Someone.Who(Role.Supervisor, Places.OtherVillage), _clock), _clock).RunAsync(claim.Id, CancellationToken.None));
    }

    [Fact]
    public async Task The_list_holds_open_and_settled_ones_masked_for_the_insurer()
    {
        var (open, settled) = (await database.GivenClaimAsync(40, f => f.Filed(35)), await database.GivenClaimAsync(40, f => f.Filed(35) with { DeterminedOn = Today, Decision = ClaimDecision.Pay, AgreedOn = Today, PaidOn = Today }));

        var row = (await List(Insurer, new(Search: open.Number))).Rows.Single();
        Assert.Equal("Y*******", row.Insured);
        Assert.Equal("Yu Xiang", (await List(Supervisor, new(Search: open.Number))).Rows.Single().Insured);
        Assert.Equal(-5, row.Due!.DaysLeft);
        Assert.Empty((await List(Insurer, new(Search: settled.Number))).Rows);
        Assert.Single((await List(Insurer, new(true, settled.Number))).Rows);
        Assert.Empty((await List(Someone.Who(Role.Supervisor, Places.OtherVillage), new(Search: open.Number))).Rows);
        await Assert.ThrowsAsync<NotPermitted>(() => List(Office, new()));
    }

    [Fact]
    public async Task The_book_puts_the_longest_waiting_first_and_says_whose_family_was_not_told()
    {
        var (first, second) = (await database.GivenClaimAsync(300), await database.GivenClaimAsync(299, f => f.Filed(298)));
        await new WriteClaimNote(database.GateFor(Supervisor, _clock), _clock).RunAsync(new(Guid.CreateVersion7(), second.Id, ClaimNoteKind.FamilyTold, ""));

        var book = await Book(Supervisor);

        Assert.Equal([first.Id, second.Id], book.Claims.Take(2).Select(c => c.Id));
        Assert.Equal((false, true), (book.Claims[0].FamilyTold, book.Claims[1].FamilyTold));
        Assert.Equal(("Yu Xiang", 300, Today), (book.Claims[0].Insured, book.Claims[0].Waited, book.Claims[1].NotedOn));
        Assert.Equal(second.Number, Assert.Single(book.Notes, n => n.ClaimId == second.Id).Number);
        Assert.Equal((2026, true), (book.Duties.Year, book.Duties.Notes > 0));
        Assert.Empty((await Book(Someone.Who(Role.Supervisor, Places.Township))).Claims);
        await Assert.ThrowsAsync<NotPermitted>(() => Book(Agent));
    }

    [Fact]
    public async Task The_notice_counts_and_holds_nothing_else()
    {
        await database.GivenClaimAsync(50, f => f.Filed(45));

        var notice = await new ClaimNotice(database.GateFor(Supervisor, _clock), _clock).RunAsync(Places.Village, CancellationToken.None);

        Assert.Equal(notice.Open, notice.Lines.Sum(l => l.Count));
        Assert.DoesNotContain(typeof(ClaimNotice.Line).GetProperties(), p => p.PropertyType == typeof(string) || p.PropertyType == typeof(long));
        await Assert.ThrowsAsync<NotFound>(() => new ClaimNotice(database.GateFor(Supervisor, _clock), _clock).RunAsync(Places.OtherVillage, CancellationToken.None));
        await Assert.ThrowsAsync<NotPermitted>(() => new ClaimNotice(database.GateFor(Agent, _clock), _clock).RunAsync(Places.Village, CancellationToken.None));
    }

    [Fact]
    public async Task A_household_shows_its_members_claims_and_its_policies_to_claim_on()
    {
        var agent = await database.GivenReadyAgentAsync();
        var family = await database.GivenFamilyAsync(agent);
        var policy = await database.GivenPolicyAsync();
        var member = family.Members[0].PersonId;
        await database.GateFor(Someone.WhoMayDoAnythingIn(Places.Village)).ChangeAsync(Permission.DraftApplications, async db => (await db.Policies.SingleAsync(p => p.Id == policy.Id)).Insures(member));

        var start = await new ClaimStart(database.GateFor(agent, _clock), _clock).RunAsync(family.Id, CancellationToken.None);
        await new RegisterClaim(database.GateFor(agent, _clock), _clock).RunAsync(new(Guid.CreateVersion7(), start.Policies.Single().Id, Today, Today, "fell", null, "H-1"));

        var shown = await new HouseholdClaims(database.GateFor(Supervisor, _clock), _clock).RunAsync(family.Id, CancellationToken.None);
        Assert.Equal(("H-1", false), (Assert.Single(shown.Rows).Number, shown.MayRegister));
        Assert.Equal(Places.Group, await database.SeeAsync(Places.Village, db => db.Claims.Where(c => c.Number == "H-1").Select(c => c.GroupId).SingleAsync()));
        await Assert.ThrowsAsync<NotPermitted>(() => new HouseholdClaims(database.GateFor(Office, _clock), _clock).RunAsync(family.Id, CancellationToken.None));
        await Assert.ThrowsAsync<NotPermitted>(() => new ClaimStart(database.GateFor(Supervisor, _clock), _clock).RunAsync(family.Id, CancellationToken.None));
        await Assert.ThrowsAsync<NotFound>(() => new ClaimStart(database.GateFor(Someone.Who(Role.ResidentAgent, Places.OtherVillage), _clock), _clock).RunAsync(family.Id, CancellationToken.None));
    }

    [Fact]
    public async Task Claims_near_their_limit_are_reminded_of_once_and_picked_once_a_month()
    {
        var (near, far) = (await database.GivenClaimAsync(29, f => f.Filed(28)), await database.GivenClaimAsync(10, f => f.Filed(9)));

        await Remind();
        await Remind();
        Assert.Equal(1, await WaitingAsync(near.Id, QueueKind.ClaimDue));
        Assert.Equal(0, await WaitingAsync(far.Id, QueueKind.ClaimDue));

        var picked = await new PickClaims(database.GateFor(Office, _clock), _clock).RunAsync();
        Assert.InRange(picked, 1, 9);
        Assert.Equal(0, await new PickClaims(database.GateFor(Office, _clock), _clock).RunAsync());
        var picks = await database.SeeAsync(Places.Village, db => db.ClaimPicks.ToListAsync());
        Assert.All(picks, p => Assert.True(p is { Seed: > 0 } && p.Month == new DateOnly(2026, 3, 1)));
        Assert.Equal(1, await WaitingAsync(picks[0].ClaimId, QueueKind.ClaimPicked));
        await Assert.ThrowsAsync<NotPermitted>(() => new PickClaims(database.GateFor(Supervisor, _clock), _clock).RunAsync());
        await Assert.ThrowsAsync<NotPermitted>(() => new RemindOfClaims(database.GateFor(Supervisor, _clock), _clock).RunAsync());
    }

    private Task<int> Remind() => new RemindOfClaims(database.GateFor(Office, _clock), _clock).RunAsync();

    private Task<int> WaitingAsync(Guid claim, QueueKind kind) => database.SeeAsync(Places.Village, db => db.QueueItems.CountAsync(q => q.RecordId == claim && q.Kind == kind && q.DoneAt == null));

    private Task<ClaimBoard.View> Board(Actor who, ClaimBoard.Input? input = null) => new ClaimBoard(database.GateFor(who, _clock), _clock).RunAsync(input ?? new(), CancellationToken.None);

    private Task<ClaimList.View> List(Actor who, ClaimList.Input input) => new ClaimList(database.GateFor(who, _clock), _clock).RunAsync(input, CancellationToken.None);

    private Task<SupervisorBook.View> Book(Actor who) => new SupervisorBook(database.GateFor(who, _clock), _clock).RunAsync(5, CancellationToken.None);
}
