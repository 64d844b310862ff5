using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using VillageInsurance.Domain.Awards;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Schemes;
using VillageInsurance.Domain.Shared;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Awards;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Documents;
using VillageInsurance.UseCases.Tests.Shared;

namespace VillageInsurance.UseCases.Tests.Awards;

/// <summary>From what the scheme gives to the proof of its use: amounts, payees, who may what, and what is refused.</summary>
public class RewardTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private readonly FakeTimeProvider _clock = new(new(2026, 3, 20, 4, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task The_city_scheme_gives_the_village_and_the_supervisor_what_it_says_and_nobody_else()
    {
        using var award = await GivenAsync(2026);

        var rows = await new EligibleRewards(database.GateFor(award.Office)).RunAsync(award.Title.Id, default);

        Assert.Equal([(RewardKind.Village, null, 500_000L), (RewardKind.Supervisor, award.Supervisor.Id, 120_000L)], rows.Select(r => (r.Kind, r.PayeeId, r.Fen)));
    }

    [Fact]
    public async Task The_town_scheme_gives_the_village_agents_cadres_and_two_study_trips()
    {
        using var award = await GivenAsync(2027, town: true);

        var rows = await new EligibleRewards(database.GateFor(award.Office)).RunAsync(award.Title.Id, default);

        Assert.Equal(
            [(RewardKind.Village, null, 300_000L), (RewardKind.AgentsAndCadres, award.Agent.Id, 100_000L), (RewardKind.AgentsAndCadres, award.Cadre.Id, 100_000L),
                (RewardKind.StudyTrip, award.Agent.Id, 0L), (RewardKind.StudyTrip, award.Cadre.Id, 0L)], rows.Select(r => (r.Kind, r.PayeeId, r.Fen)));
        await PrepareAs(award, award.Office, RewardKind.StudyTrip, award.Agent.Id);
        await PrepareAs(award, award.Office, RewardKind.StudyTrip, award.Cadre.Id);
        Assert.DoesNotContain(await new EligibleRewards(database.GateFor(award.Office)).RunAsync(award.Title.Id, default), r => r.Kind == RewardKind.StudyTrip);
    }

    [Fact]
    public async Task Who_sees_his_own_rewards_only_opens_the_proofs_of_their_payment_only()
    {
        using var award = await GivenAsync(2036);
        var (own, other) = (await PrepareAs(award, award.Office, RewardKind.Supervisor, award.Supervisor.Id), await PrepareAs(award, award.Office, RewardKind.Village, null));
        foreach (var line in new[] { own, other }) await award.AttachAsync(award.Insurer, line, EvidenceKind.Payment);
        var supervisor = new Actor(award.Supervisor.Id, "Yi", [new(Role.Supervisor, RolePermissions.Of(Role.Supervisor), new([award.Village]), From: Someone.Today)], Someone.Today);
        Task<IReadOnlyList<FileView>> Seen(Actor by, Guid line) => new EvidenceOf(database.GateFor(by)).RunAsync(EvidenceKind.Payment, line, default);
        Task OpenAs(Actor by, Guid file) => new OpenFile(database.GateFor(by), award.Store).RunAsync(EvidenceKind.Payment, file, default);

        var proof = Assert.Single(await Seen(award.Office, other));
        await OpenAs(award.Office, proof.Id);
        await OpenAs(supervisor, Assert.Single(await Seen(supervisor, own)).Id);
        Assert.Empty(await Seen(supervisor, other));
        await Assert.ThrowsAsync<NotFound>(() => OpenAs(supervisor, proof.Id));
    }

    [Fact]
    public async Task A_second_agent_gets_no_study_trip_in_the_same_year()
    {
        using var one = await GivenAsync(2034, town: true);
        using var other = await GivenAsync(2034, town: true);
        await PrepareAs(one, one.Office, RewardKind.StudyTrip, one.Agent.Id);

        Assert.Equal(RewardRule.TwoStudyTripsAYear, (await Assert.ThrowsAsync<RuleBroken>(() => PrepareAs(other, other.Office, RewardKind.StudyTrip, other.Agent.Id))).Rule);
        await PrepareAs(other, other.Office, RewardKind.StudyTrip, other.Cadre.Id);
    }

    [Fact]
    public async Task A_supervisor_who_failed_the_assessment_is_not_eligible()
    {
        using var award = await GivenAsync(2028, passed: false);

        Assert.Equal(RewardRule.ThePayeeIsEligible, (await Assert.ThrowsAsync<RuleBroken>(() => PrepareAs(award, award.Office, RewardKind.Supervisor, award.Supervisor.Id))).Rule);
    }

    [Theory]
    [InlineData(2040, "4999.99")]
    [InlineData(2041, "5000.01")]
    [InlineData(2042, "0")]
    public async Task Another_amount_than_the_schemes_is_refused(int year, string yuan)
    {
        using var award = await GivenAsync(year);

        Assert.Equal(RewardRule.TheAmountIsTheSchemes, (await Assert.ThrowsAsync<RuleBroken>(() => PrepareAs(award, award.Office, RewardKind.Village, null, yuan))).Rule);
    }

    [Theory]
    [InlineData("5000.001")]
    [InlineData("5,000")]
    [InlineData("-5000")]
    [InlineData("5e3")]
    [InlineData("\uff15\uff10\uff10\uff10")]
    [InlineData("5000.00 ")]
    public async Task Decimal_tricks_are_refused(string yuan)
    {
        using var award = await GivenAsync(2043 + yuan.Length);

        await Assert.ThrowsAsync<InvalidInput>(() => PrepareAs(award, award.Office, RewardKind.Village, null, yuan));
        Assert.Empty(await LinesAsync(award));
    }

    [Fact]
    public async Task Nobody_but_people_on_duty_there_is_a_payee_and_each_reward_is_given_once()
    {
        using var award = await GivenAsync(2029);

        Assert.Equal(RewardRule.ThePayeeIsEligible, (await Assert.ThrowsAsync<RuleBroken>(() => PrepareAs(award, award.Office, RewardKind.Village, Guid.NewGuid()))).Rule);
        Assert.Equal(RewardRule.TheSchemeGivesIt, (await Assert.ThrowsAsync<RuleBroken>(() => PrepareAs(award, award.Office, RewardKind.AgentsAndCadres, award.Agent.Id))).Rule);
        await PrepareAs(award, award.Office, RewardKind.Village, null);
        Assert.Equal(RewardRule.EachRewardIsGivenOnce, (await Assert.ThrowsAsync<RuleBroken>(() => PrepareAs(award, award.Office, RewardKind.Village, null))).Rule);
    }

    [Fact]
    public async Task A_village_reward_is_prepared_approved_paid_and_its_use_proved_and_each_waits_for_the_next()
    {
        using var award = await GivenAsync(2030);
        var line = await PrepareAs(award, award.Office, RewardKind.Village, null);
        Assert.Equal((QueueKind.RewardToApprove, Role.CountyLeader), await WaitingAsync(line));

        await new ApproveReward(database.GateFor(award.Leader, _clock), _clock).RunAsync(new(line, 0));
        Assert.Equal((QueueKind.RewardToPay, Role.InsurerReviewer), await WaitingAsync(line));
        Assert.Equal(RewardRule.AProofIsAttached, (await Assert.ThrowsAsync<RuleBroken>(() => PayAs(award.Insurer, line, 1))).Rule);
        await award.AttachAsync(award.Insurer, line, EvidenceKind.Payment);
        await PayAs(award.Insurer, line, 1);
        Assert.Equal((QueueKind.UseToProve, Role.CountyOffice), await WaitingAsync(line));
        await award.AttachAsync(award.Office, line, EvidenceKind.RewardUse);
        await new RecordRewardUse(database.GateFor(award.Office, _clock), _clock).RunAsync(new(line, 2, RewardPurpose.Health, "A clinic's roof", new(2026, 3, 20)));

        var row = Assert.Single((await new RewardLedger(database.GateFor(award.Leader)).RunAsync(new(2030), default)).Rows);
        Assert.Equal((RewardStatus.Used, RewardPurpose.Health, 500_000L, 2), (row.Status, row.UsedFor!.Value, row.Fen, row.Files.Count));
        Assert.Equal((500_000L, 0L), (await new RewardLedger(database.GateFor(award.Leader)).RunAsync(new(2030), default)).Totals.Select(t => (t.Rewards, t.ToPay)).First());
    }

    [Fact]
    public async Task A_person_is_paid_after_resolution_and_notice_only()
    {
        using var award = await GivenAsync(2031);
        var line = await PrepareAs(award, award.Office, RewardKind.Supervisor, award.Supervisor.Id);

        Assert.Equal(RewardRule.APersonNeedsTheResolution, (await Assert.ThrowsAsync<RuleBroken>(() => ApproveAs(award.Leader, line, 0))).Rule);
        await new RestReward(database.GateFor(award.Office)).RunAsync(new(line, 0, "No. 7 of 1 March", null));
        Assert.Equal(RewardRule.APersonNeedsTheNotice, (await Assert.ThrowsAsync<RuleBroken>(() => ApproveAs(award.Leader, line, 1))).Rule);
        await new RestReward(database.GateFor(award.Office)).RunAsync(new(line, 1, "No. 7 of 1 March", award.NoticeId));
        _clock.SetUtcNow(new(2026, 3, 21, 4, 0, 0, TimeSpan.Zero));
        await ApproveAs(award.Leader, line, 2);

        Assert.Contains(await new RewardNoticesOf(database.GateFor(award.Office)).RunAsync(award.Village, default), n => n.Id == award.NoticeId);
        Assert.Equal(RewardStatus.Approved, Assert.Single(await LinesAsync(award)).Status);
    }

    [Fact]
    public async Task Each_act_is_its_roles_alone_and_a_stale_page_is_told()
    {
        using var award = await GivenAsync(2032);
        var line = await PrepareAs(award, award.Office, RewardKind.Village, null);

        await Assert.ThrowsAsync<NotPermitted>(() => PrepareAs(award, award.Leader, RewardKind.Supervisor, award.Supervisor.Id));
        await Assert.ThrowsAsync<NotPermitted>(() => ApproveAs(award.Office, line, 0));
        await Assert.ThrowsAsync<NotPermitted>(() => PayAs(award.Office, line, 0));
        await Assert.ThrowsAsync<NotFound>(() => PrepareAs(award, Someone.Who(Role.CountyOffice, Places.OtherVillage), RewardKind.Supervisor, award.Supervisor.Id));
        await Assert.ThrowsAsync<NotFound>(() => new EligibleRewards(database.GateFor(Someone.Who(Role.CountyOffice, Places.OtherVillage))).RunAsync(award.Title.Id, default));
        await new RefuseReward(database.GateFor(award.Leader, _clock), _clock).RunAsync(new(line, 0, "The plaque is missing"));
        await Assert.ThrowsAsync<ChangedMeanwhile>(() => ApproveAs(award.Leader, line, 0));
        Assert.Equal(QueueKind.RewardRefused, (await database.SeeAsync(Places.Village, db => db.QueueItems.SingleAsync(q => q.RecordId == line && q.StaffId == award.Office.StaffId && q.DoneAt == null))).Kind);
    }

    [Fact]
    public async Task Of_two_leaders_who_decide_at_once_one_wins_and_the_other_is_told()
    {
        using var award = await GivenAsync(2033);
        var line = await PrepareAs(award, award.Office, RewardKind.Village, null);

        var ends = await Task.WhenAll(Record.ExceptionAsync(() => ApproveAs(award.Leader, line, 0)).AsTask(),
            Record.ExceptionAsync(() => ApproveAs(Someone.InTheCounty(Role.CountyLeader), line, 0)).AsTask());

        Assert.Equal([null, typeof(ChangedMeanwhile)], ends.OrderBy(e => e is not null).Select(e => e?.GetType()));
    }

    [Fact]
    public async Task A_supervisor_sees_the_own_line_alone_and_a_cadre_the_own_village()
    {
        using var award = await GivenAsync(2035);
        await PrepareAs(award, award.Office, RewardKind.Village, null);
        await PrepareAs(award, award.Office, RewardKind.Supervisor, award.Supervisor.Id);
        var supervisor = new Actor(award.Supervisor.Id, "Yi", [new Grant(Role.Supervisor, RolePermissions.Of(Role.Supervisor), new([award.Village]), Someone.Today)], Someone.Today);

        Assert.Equal([RewardKind.Supervisor], (await new RewardLedger(database.GateFor(supervisor)).RunAsync(new(2035), default)).Rows.Select(r => r.Kind));
        Assert.Equal(2, (await new RewardLedger(database.GateFor(Someone.Who(Role.VillageCadre, award.Village))).RunAsync(new(2035), default)).Rows.Count);
        Assert.Empty((await new RewardLedger(database.GateFor(Someone.Who(Role.VillageCadre, Places.OtherVillage))).RunAsync(new(2035), default)).Rows);
    }

    private async Task<GivenAward> GivenAsync(int year, bool town = false, bool passed = true) => await new GivenAward(database, year, town).StoreAsync(passed);

    private async Task<Guid> PrepareAs(GivenAward award, Actor actor, RewardKind kind, Guid? payee, string yuan = "")
    {
        var id = Guid.CreateVersion7();
        await new PrepareReward(database.GateFor(actor, _clock), _clock).RunAsync(new(id, award.Title.Id, kind, payee, yuan, "", null));
        return id;
    }

    private Task ApproveAs(Actor leader, Guid line, int seen) => new ApproveReward(database.GateFor(leader, _clock), _clock).RunAsync(new(line, seen));

    private Task PayAs(Actor insurer, Guid line, int seen) => new RecordRewardPayment(database.GateFor(insurer, _clock), _clock).RunAsync(new(line, seen, new(2026, 3, 20), "T-1"));

    private Task<List<RewardLine>> LinesAsync(GivenAward award) => database.GateFor(award.Office).ReadAsync(Permission.ViewRewards, db => db.RewardLines.Where(l => l.TitleId == award.Title.Id).ToListAsync(), default);

    private Task<(QueueKind, Role)> WaitingAsync(Guid line) => database.SeeAsync(Places.Village, async db =>
    {
        var item = await db.QueueItems.SingleAsync(q => q.RecordId == line && q.DoneAt == null);
        return (item.Kind, item.Role!.Value);
    });
}
