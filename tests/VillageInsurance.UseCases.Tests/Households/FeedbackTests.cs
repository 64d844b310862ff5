using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using VillageInsurance.Domain.Claims;
using VillageInsurance.Domain.Complaints;
using VillageInsurance.Domain.Households;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Papers;
using VillageInsurance.Domain.Shared;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Households;
using VillageInsurance.UseCases.Papers;
using VillageInsurance.UseCases.Tests.CallBacks;
using VillageInsurance.UseCases.Tests.Shared;

namespace VillageInsurance.UseCases.Tests.Households;

public class FeedbackTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static readonly DateOnly March = new(2026, 3, 1);

    private readonly FakeTimeProvider _clock = new(new(2026, 3, 20, 4, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task What_was_given_keeps_its_figures_and_waits_for_the_cadres()
    {
        var (agent, household) = await GivenVisitAsync(Places.Village);
        var cadre = new StaffMember(Guid.CreateVersion7(), $"c{Guid.NewGuid():N}", "Cadre", null);
        await database.GivenAsync(Places.Village, cadre, new RoleGrant(Guid.CreateVersion7(), cadre.Id, Role.VillageCadre, Places.Village, new(2026, 1, 1), null, "appointed", Places.Giver.Id));
        await WriteAsync(agent, Places.Village, "Groups 4 and 5", new(2026, 3, 18), "Head of the committee", "Agreed");
        var draft = await DetailAsync(agent, Places.Village);

        await new HandOverFeedback(database.GateFor(agent, _clock), _clock).RunAsync(new(draft.Id!.Value, draft.Version!.Value));
        await database.GivenAsync(Places.Village, Called(household, agent.StaffId));

        var given = await DetailAsync(Someone.Who(Role.VillageCadre, Places.Village), Places.Village);
        Assert.Equal((FeedbackStatus.Given, 1, 1, false), (given.Status, given.Figures.Visits, given.Figures.Visited, given.MayWrite));
        Assert.Equal(cadre.Id, await database.SeeAsync(Places.Village, db => db.QueueItems.Where(q => q.Kind == QueueKind.FeedbackGiven && q.RecordId == draft.Id).Select(q => q.StaffId).SingleAsync()));
        var no = await Assert.ThrowsAsync<RuleBroken>(() => WriteAsync(agent, Places.Village, "Other", null, "", "", given.Version));
        Assert.Equal(FeedbackRule.WhatWasGivenStays, no.Rule);
        Assert.Equal(PaperStanding.Final, (await PaperAsync(Someone.Who(Role.VillageCadre, Places.Village), draft.Id.Value)).Standing);
    }

    [Fact]
    public async Task Claims_and_complaints_of_the_month_are_counted_and_stay_as_they_were_given()
    {
        var (agent, february) = (await database.GivenReadyAgentAsync(), new DateOnly(2026, 2, 1));
        var (policy, _) = await database.GivenSoldAsync(agent, new(2025, 6, 1));
        Claim Told(int number, ClaimFacts facts) =>
            Claim.OfInsurer(Guid.CreateVersion7(), new(Places.Village, null), $"FB-{number}", policy.Id, policy.InsuredId, facts, true, ClaimWay.List, agent.StaffId, _clock.GetUtcNow(), Guid.NewGuid()).Claim;
        Complaint Heard(DateOnly on) => Complaint.TakeIn(Guid.CreateVersion7(), Places.Village, new(ComplaintChannel.Supervisor, ComplaintKind.TookMoney, "Cash", on), agent.StaffId, _clock.GetUtcNow(), new(2026, 3, 20));
        await database.GivenAsync(Places.Village, Heard(new(2026, 2, 3)), Heard(new(2026, 1, 31)),
            Told(1, new(february, february)), Told(2, new(new(2026, 1, 30), new(2026, 1, 31)) { PapersReceivedOn = february, DeterminedOn = new(2026, 2, 5), Decision = ClaimDecision.Pay, AgreedOn = new(2026, 2, 6), PaidOn = new(2026, 2, 20) }),
            // Agreed and not paid within ten days; then one that was refused and told in time.
            Told(3, new(new(2026, 1, 1), new(2026, 1, 2)) { PapersReceivedOn = new(2026, 1, 20), DeterminedOn = new(2026, 1, 30), Decision = ClaimDecision.Pay, AgreedOn = new(2026, 2, 9) }),
            Told(4, new(new(2026, 1, 1), new(2026, 1, 2)) { PapersReceivedOn = new(2026, 1, 25), DeterminedOn = new(2026, 2, 10), Decision = ClaimDecision.Refuse, RefusalNotifiedOn = new(2026, 2, 12) }));
        Task<FeedbackDetail.View> SeenAsync() => new FeedbackDetail(database.GateFor(agent, _clock), _clock).RunAsync(new(Places.Village, february), default);
        await new WriteFeedback(database.GateFor(agent, _clock), _clock).RunAsync(new(Places.Village, february, null, "Groups 4 and 5", new(2026, 3, 1), "Head of the committee", "Agreed"));
        var draft = await SeenAsync();
        Assert.Equal((1L, 2L, 1L, 1L, 1L), CountsOf(draft));

        await new HandOverFeedback(database.GateFor(agent, _clock), _clock).RunAsync(new(draft.Id!.Value, draft.Version!.Value));
        await database.GivenAsync(Places.Village, Told(5, new(february, february)));
        Assert.Equal((1L, 2L, 1L, 1L, 1L), CountsOf(await SeenAsync()));
    }

    private static (long?, long?, long?, long?, long?) CountsOf(FeedbackDetail.View v) => (v.Figures.ClaimsReported, v.Figures.ClaimsDecided, v.Figures.ClaimsPaid, v.Figures.ClaimsLate, v.Figures.Complaints);

    [Fact]
    public async Task A_draft_is_its_writers_alone()
    {
        var (agent, _) = await GivenVisitAsync(Places.Sibling);
        await WriteAsync(agent, Places.Sibling, "Groups 4 and 5", null, "", "");
        var draft = await DetailAsync(agent, Places.Sibling);
        var cadre = Someone.Who(Role.VillageCadre, Places.Sibling);

        await Assert.ThrowsAsync<NotFound>(() => DetailAsync(cadre, Places.Sibling));
        await Assert.ThrowsAsync<NotFound>(() => PaperAsync(cadre, draft.Id!.Value));
        Assert.DoesNotContain((await ListAsync(cadre)).Rows, r => r.Id == draft.Id);
        Assert.Contains((await ListAsync(agent)).Rows, r => r.Id == draft.Id);
        await Assert.ThrowsAsync<ChangedMeanwhile>(() => WriteAsync(agent, Places.Sibling, "Other", null, "", ""));
    }

    [Fact]
    public async Task It_is_given_with_a_plan_and_a_talk_only_by_who_may_in_that_village()
    {
        var (agent, _) = await GivenVisitAsync(Places.OtherVillage);
        await WriteAsync(agent, Places.OtherVillage, "Groups 4 and 5", null, "", "");
        var draft = await DetailAsync(agent, Places.OtherVillage);
        var handOver = new HandOverFeedback.Input(draft.Id!.Value, draft.Version!.Value);

        var no = await Assert.ThrowsAsync<RuleBroken>(() => new HandOverFeedback(database.GateFor(agent, _clock), _clock).RunAsync(handOver));

        Assert.Equal(FeedbackRule.TheTalkIsRecorded, no.Rule);
        await Assert.ThrowsAsync<NotPermitted>(() => new HandOverFeedback(database.GateFor(Someone.Who(Role.VillageCadre, Places.OtherVillage), _clock), _clock).RunAsync(handOver));
        await Assert.ThrowsAsync<NotFound>(() => new HandOverFeedback(database.GateFor(Someone.Who(Role.ResidentAgent, Places.Sibling), _clock), _clock).RunAsync(handOver));
        await Assert.ThrowsAsync<NotFound>(() => WriteAsync(Someone.Who(Role.ResidentAgent, Places.Sibling), Places.OtherVillage, "Plan", null, "", ""));
    }

    [Theory]
    [InlineData("2026-02-28", FeedbackRule.TheTalkWasHeld)]
    [InlineData("2026-03-21", FeedbackRule.TheTalkWasHeld)]
    public void A_talk_lies_in_the_month_or_after_it_and_not_in_the_future(string on, FeedbackRule rule)
    {
        var feedback = CommitteeFeedback.Begin(Guid.NewGuid(), Places.Village, March, Guid.NewGuid(), new(2026, 3, 20));

        Assert.Equal(rule, Assert.Throws<RuleBroken>(() => feedback.Write("Plan", DateOnly.ParseExact(on, "yyyy-MM-dd"), "Who", "What", Guid.NewGuid(), new(2026, 3, 20))).Rule);
    }

    [Fact]
    public void A_month_to_come_has_no_feedback() =>
        Assert.Equal(FeedbackRule.TheMonthHasBegun, Assert.Throws<RuleBroken>(() => CommitteeFeedback.Begin(Guid.NewGuid(), Places.Village, new(2026, 4, 1), Guid.NewGuid(), new(2026, 3, 20))).Rule);

    private async Task<(Actor Agent, Household Household)> GivenVisitAsync(Guid village)
    {
        var staff = new StaffMember(Guid.CreateVersion7(), $"p{Guid.NewGuid():N}", "Agent", null);
        var household = new Household(Guid.CreateVersion7(), village, null, $"F{Guid.NewGuid():N}"[..20], HouseholdKind.Family, new(2020, 1, 1), null);
        await database.GivenAsync(village, staff, household, Called(household, staff.Id));
        return (new Actor(staff.Id, staff.Name, [new Grant(Role.ResidentAgent, RolePermissions.Of(Role.ResidentAgent), new([village]), From: Someone.Today)], Someone.Today), household);
    }

    private Visit Called(Household household, Guid agent) => Visit.Record(Guid.CreateVersion7(), household, agent, new(2026, 3, 5), new("head", null, [], [], null, false, [], false, null, null), _clock.Today(), _clock.GetUtcNow());

    private Task WriteAsync(Actor actor, Guid village, string plan, DateOnly? talkOn, string talkWith, string minutes, int? seen = null) =>
        new WriteFeedback(database.GateFor(actor, _clock), _clock).RunAsync(new(village, March, seen, plan, talkOn, talkWith, minutes));

    private Task<FeedbackDetail.View> DetailAsync(Actor actor, Guid village) => new FeedbackDetail(database.GateFor(actor, _clock), _clock).RunAsync(new(village, March), default);

    private Task<FeedbackList.View> ListAsync(Actor actor) => new FeedbackList(database.GateFor(actor, _clock)).RunAsync(new(2026), default);

    private Task<PaperContent> PaperAsync(Actor actor, Guid id) => database.GateFor(actor, _clock).ReadAsync(Permission.ViewCycles, db => db.PaperAsync(PaperKind.CommitteeFeedback, id, default), default);
}
