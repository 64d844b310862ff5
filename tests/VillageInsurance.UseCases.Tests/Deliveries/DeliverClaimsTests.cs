using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Claims;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Policies;
using VillageInsurance.UseCases.Claims;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Deliveries;
using VillageInsurance.UseCases.Policies;
using VillageInsurance.UseCases.Tests.Agreements;
using VillageInsurance.UseCases.Tests.CallBacks;
using VillageInsurance.UseCases.Tests.Exchange;
using VillageInsurance.UseCases.Tests.Households;
using VillageInsurance.UseCases.Tests.Policies;
using VillageInsurance.UseCases.Tests.Shared;

namespace VillageInsurance.UseCases.Tests.Deliveries;

public class DeliverClaimsTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static readonly TimeProvider Clock = GivenHousehold.Clock();

    [Fact]
    public async Task A_claim_is_told_as_a_whole_and_a_repeat_changes_nothing()
    {
        var (system, policy) = (await GivenSystemAsync(), await GivenPolicyAsync());
        var row = Told("C-1", policy, new(Day(-20), Day(-19)) { PapersReceivedOn = Day(-18) });

        Assert.Equal(RowOutcome.Added, await TakeAsync(system, row));
        Assert.Equal(RowOutcome.Unchanged, await TakeAsync(system, row));
        Assert.Equal(RowOutcome.Changed, await TakeAsync(system, row with { Told = row.Told with { DeterminedOn = Day(-2), Decision = ClaimDecision.Pay, DecidedFen = 50_000 } }));

        var claim = await database.SeeAsync(Places.Village, db => db.Claims.AsNoTracking().SingleAsync(c => c.Number == "C-1"));
        Assert.Equal((Places.Village, ClaimState.Determined, 50_000L), (claim.VillageId, claim.Facts().State, claim.DecidedFen!.Value));
        var steps = await database.SeeAsync(Places.Village, db => db.ClaimSteps.AsNoTracking().Where(s => s.ClaimId == claim.Id).OrderBy(s => s.Milestone).ToListAsync());
        Assert.Equal([ClaimMilestone.Reported, ClaimMilestone.PapersReceived, ClaimMilestone.Determined], steps.Select(s => s.Milestone));
        Assert.All(steps, s => Assert.Equal((ClaimWay.Interface, system.StaffId), (s.Way, s.RecordedById)));
    }

    [Fact]
    public async Task What_cannot_be_is_refused_where_it_stands_and_nothing_is_kept()
    {
        var (system, policy, other) = (await GivenSystemAsync(), await GivenPolicyAsync(), await GivenPolicyAsync());
        var facts = new ClaimFacts(Day(-20), Day(-19));
        var stranger = (await database.GivenPeopleAsync(await database.GivenReadyAgentAsync())).Head;
        var rival = (await database.GivenSoldAsync(await database.GivenReadyAgentAsync(), Day(-30), insurer: "RX")).Policy;
        await TakeAsync(system, Told("C-2", policy, facts));

        foreach (var (row, field, why) in new (ClaimRow, string?, string)[]
        {
            (Told("C-3", policy, facts) with { PolicyNumber = "none" }, "PolicyNumber", "IntakeReason.UnknownPolicy"),
            (Told("C-3", policy, facts) with { InsuredIdNumber = "999999199001010000" }, "InsuredIdNumber", "IntakeReason.UnknownPerson"),
            (Told("C-3", policy, new(Day(-1), Day(1))), null, "ClaimRule.NotOfADayToCome"),
            (Told("C-3", policy, new(Day(-5), Day(-6))), "ReportedOn", "ClaimRule.ReportedAfterTheAccident"),
            (Told("C-3", policy, facts with { DeterminedOn = Day(-5), Decision = ClaimDecision.Pay }), "DeterminedOn", "ClaimRule.AfterItsPredecessor"),
            (Told("C-3", policy, new(Day(-60), Day(-59))), "AccidentOn", "ClaimRule.ThePolicyWasInForce"),
            (Told("C-2", policy, new(Day(-60), Day(-59))), "AccidentOn", "ClaimRule.ThePolicyWasInForce"),
            (Told("C-3", policy, facts with { DecidedFen = 1 }), null, "ClaimRule.ADecisionNeedsItsDay"),
            (Told("C-3", policy, facts) with { InsuredIdNumber = stranger }, "InsuredIdNumber", "ClaimRule.TheInsuredIsThePolicys"),
            (Told("C-3", rival, facts), "PolicyNumber", "ClaimRule.OfTheProgrammesInsurer"),
            (Told("C-2", other, facts), "Number", "ClaimRule.TheNumberIsTaken"),
        })
            Assert.Equal(new DeliveredRow(0, RowOutcome.Refused, field, why), Assert.Single(await RunAsync(system, row)));
        Assert.False(await database.SeeAsync(Places.Village, db => db.Claims.AnyAsync(c => c.Number == "C-3")));
    }

    [Fact]
    public async Task The_good_rows_of_a_delivery_are_taken_beside_the_bad_ones()
    {
        var (system, policy) = (await GivenSystemAsync(), await GivenPolicyAsync());
        var facts = new ClaimFacts(Day(-20), Day(-19));

        var results = await RunAsync(system, Told("C-4", policy, facts), Told("C-5", policy, facts) with { Row = 1, PolicyNumber = null });
        Assert.Equal([RowOutcome.Added, RowOutcome.Refused], results.Select(r => r.Outcome));
        await Assert.ThrowsAsync<InvalidInput>(() => RunAsync(system, Told("C-6", policy, facts), Told("C-6", policy, facts)));
        await Assert.ThrowsAsync<NotPermitted>(() => RunAsync(Someone.InTheCounty(Role.InsurerReviewer), Told("C-6", policy, facts)));
    }

    private static DateOnly Day(int days) => Staffing.Today.AddDays(days);

    private static ClaimRow Told(string number, Policy policy, ClaimFacts facts) => new(0, number, policy.Number, null, facts);

    private async Task<Policy> GivenPolicyAsync() => (await database.GivenSoldAsync(await database.GivenReadyAgentAsync(), Day(-30))).Policy;

    private async Task<Actor> GivenSystemAsync()
    {
        var staff = await database.GivenPersonAsync();
        return new(staff.Id, staff.Name, [new(Role.InsurerReviewer, [Permission.DeliverClaims], DataScope.WholeCounty, Staffing.Today)], Staffing.Today);
    }

    private Task<IReadOnlyList<DeliveredRow>> RunAsync(Actor actor, params ClaimRow[] rows) => new DeliverClaims(database.GateFor(actor, Clock), Imports.Vault, Clock).RunAsync(new(rows));

    private async Task<RowOutcome> TakeAsync(Actor actor, ClaimRow row) => Assert.Single(await RunAsync(actor, row)).Outcome;
}
