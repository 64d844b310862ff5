using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.CallBacks;
using VillageInsurance.Domain.Complaints;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.CallBacks;
using VillageInsurance.UseCases.Complaints;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Tests.Agreements;
using VillageInsurance.UseCases.Tests.Households;
using VillageInsurance.UseCases.Tests.Shared;

namespace VillageInsurance.UseCases.Tests.CallBacks;

public class CallBackUseCaseTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static readonly TimeProvider Clock = GivenHousehold.Clock();

    [Fact]
    public async Task New_own_policies_over_one_year_are_asked_about_once()
    {
        var agent = await database.GivenReadyAgentAsync();
        var (asked, _) = await database.GivenSoldAsync(agent, Staffing.Today.AddDays(-2));
        var (old, _) = await database.GivenSoldAsync(agent, Staffing.Today.AddDays(-31));
        var (brief, _) = await database.GivenSoldAsync(agent, Staffing.Today.AddDays(-2), longTerm: false);
        var (rival, _) = await database.GivenSoldAsync(agent, Staffing.Today.AddDays(-2), insurer: "XX");

        await OpenAsync();
        await OpenAsync();

        var opened = await database.SeeAsync(Places.Village, db => db.CallBacks.AsNoTracking().Where(c => new[] { asked.Id, old.Id, brief.Id, rival.Id }.Contains(c.PolicyId)).ToListAsync());
        Assert.Equal((asked.Id, CallBackKind.NewPolicy, Staffing.Today.AddDays(13)), (opened.Single().PolicyId, opened.Single().Kind, opened.Single().Due));
    }

    [Fact]
    public async Task A_no_opens_a_case_that_somebody_else_decides()
    {
        var (agent, insurer, other) = (await database.GivenReadyAgentAsync(), await database.GivenActorAsync(Role.InsurerReviewer), await database.GivenActorAsync(Role.InsurerReviewer));
        var shown = await GivenAsync(agent, insurer);
        await new RecordMissedCall(database.GateFor(insurer, Clock), Clock).RunAsync(new(shown.Id, shown.Version));
        await Assert.ThrowsAsync<ChangedMeanwhile>(() => AnswerAsync(insurer, shown, CallBackQuestion.KnowsTheLoss));
        shown = await DetailAsync(insurer, shown.Id);
        await AnswerAsync(insurer, shown, CallBackQuestion.KnowsTheLoss);

        var done = await DetailAsync(insurer, shown.Id);
        Assert.Equal((Staffing.Today, 1, 7), (done.DoneOn, done.Missed.Count, done.Answers.Count));
        var opened = await database.SeeAsync(Places.Village, db => db.Complaints.AsNoTracking().SingleAsync(c => c.CallBackId == shown.Id));
        Assert.Equal((done.Case!.Value, ComplaintChannel.CallBack, agent.StaffId, insurer.StaffId), (opened.Id, opened.Channel, opened.AgentId!.Value, opened.RecordedById));
        Assert.Equal(1, await database.SeeAsync(Places.Village, db => db.QueueItems.CountAsync(q => q.Kind == QueueKind.ComplaintToDecide && q.RecordId == opened.Id && q.Due == opened.Due)));
        Assert.False((await new ComplaintDetail(database.GateFor(insurer, Clock), Clock).RunAsync(opened.Id, default)).MayDecide);
        Assert.True((await new ComplaintDetail(database.GateFor(other, Clock), Clock).RunAsync(opened.Id, default)).MayDecide);
    }

    [Fact]
    public async Task A_case_belongs_to_a_no_and_only_to_a_no()
    {
        var (agent, insurer) = (await database.GivenReadyAgentAsync(), await database.GivenActorAsync(Role.InsurerReviewer));
        var shown = await GivenAsync(agent, insurer);

        await Assert.ThrowsAsync<InvalidInput>(() => AnswerAsync(insurer, shown, null, ComplaintKind.Service));
        await Assert.ThrowsAsync<InvalidInput>(() => AnswerAsync(insurer, shown, CallBackQuestion.IsThePerson, null, noCase: true));
        Assert.Null((await DetailAsync(insurer, shown.Id)).DoneOn);
    }

    [Fact]
    public async Task Renewals_are_drawn_by_the_seed_and_a_repeat_draws_no_more()
    {
        var (agent, insurer) = (await database.GivenReadyAgentAsync(), await database.GivenActorAsync(Role.InsurerReviewer));
        var on = new DateOnly(2025, 11, 5);
        for (var i = 0; i < 4; i++) await database.GivenRenewalAsync((await database.GivenSoldAsync(agent, new(2024, 11, 1))).Policy, on);
        var input = new SampleRenewals.Input(Guid.NewGuid(), on, on, 2);

        Assert.Equal(2, await SampleAsync(insurer, input));
        Assert.Equal(0, await SampleAsync(insurer, input));
        Assert.Equal(2, await SampleAsync(insurer, input with { Seed = Guid.NewGuid(), Count = 10 }));
        Assert.Equal(0, await SampleAsync(insurer, input));
        await Assert.ThrowsAsync<InvalidInput>(() => SampleAsync(insurer, input with { Count = 101 }));
        var list = await new CallBackList(database.GateFor(insurer, Clock), Clock).RunAsync(new(), default);
        Assert.Equal(4, list.Rows.Count(r => r is { Kind: CallBackKind.Renewal, IsLate: false } && r.Due == Staffing.Today.AddDays(30)));
    }

    [Fact]
    public async Task Nobody_but_the_insurer_asks()
    {
        var (agent, insurer) = (await database.GivenReadyAgentAsync(), await database.GivenActorAsync(Role.InsurerReviewer));
        var shown = await GivenAsync(agent, insurer);

        foreach (var stranger in new[] { agent, Someone.InTheCounty(Role.CountyOffice), Someone.Who(Role.Supervisor, Places.Village), Someone.Who(Role.TownshipOfficial, Places.Village) })
        {
            await Assert.ThrowsAsync<NotPermitted>(() => DetailAsync(stranger, shown.Id));
            await Assert.ThrowsAsync<NotPermitted>(() => AnswerAsync(stranger, shown, null));
            await Assert.ThrowsAsync<NotPermitted>(() => SampleAsync(stranger, new(Guid.NewGuid(), Staffing.Today, Staffing.Today, 1)));
        }
        await Assert.ThrowsAsync<NotFound>(() => DetailAsync(Someone.Who(Role.InsurerReviewer, Places.OtherVillage), shown.Id));
    }

    private async Task<CallBackDetail.View> GivenAsync(Actor agent, Actor insurer)
    {
        var (policy, _) = await database.GivenSoldAsync(agent, Staffing.Today.AddDays(-2));
        await OpenAsync();
        return await DetailAsync(insurer, await database.SeeAsync(Places.Village, db => db.CallBacks.Where(c => c.PolicyId == policy.Id).Select(c => c.Id).SingleAsync()));
    }

    private Task<int> OpenAsync() => new OpenCallBacks(database.GateFor(Someone.InTheCounty(Role.CountyOffice), Clock), Clock).RunAsync();

    private Task<CallBackDetail.View> DetailAsync(Actor actor, Guid id) => new CallBackDetail(database.GateFor(actor, Clock), Clock).RunAsync(id, default);

    private Task<int> SampleAsync(Actor actor, SampleRenewals.Input input) => new SampleRenewals(database.GateFor(actor, Clock), Clock).RunAsync(input);

    private Task AnswerAsync(Actor actor, CallBackDetail.View shown, CallBackQuestion? no, ComplaintKind? kind = null, bool noCase = false) =>
        new RecordCallBack(database.GateFor(actor, Clock), Clock).RunAsync(new(shown.Id, shown.Version, [.. shown.Questions.Select(q => new HolderAnswer(q, q != no))], "V1",
            no is null ? "" : "Was told it is a deposit", no is null || noCase ? kind : ComplaintKind.SoldAsDeposit));
}
