using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using VillageInsurance.Domain.Awards;
using VillageInsurance.Domain.Cycles;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Schemes;
using VillageInsurance.Domain.Shared;
using VillageInsurance.UseCases.Awards;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Documents;
using VillageInsurance.UseCases.Tests.Cycles;
using VillageInsurance.UseCases.Tests.Shared;

namespace VillageInsurance.UseCases.Tests.Awards;

/// <summary>What happens to a title after its award, and the money and words around it.</summary>
public class TitleTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private readonly FakeTimeProvider _clock = new(new(2027, 5, 1, 4, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task Ceremony_plaque_and_monument_are_recorded_with_their_photos()
    {
        using var award = await GivenAsync(2026, town: true);

        await HonourAs(award.Office, award, 0, HonourKind.Ceremony);
        Assert.Equal(RewardRule.AProofIsAttached, (await Assert.ThrowsAsync<RuleBroken>(() => HonourAs(award.Office, award, 1, HonourKind.Plaque))).Rule);
        await award.AttachAsync(award.Office, award.Title.Id, EvidenceKind.Award);
        await HonourAs(award.Office, award, 1, HonourKind.Plaque);
        await HonourAs(award.Office, award, 2, HonourKind.Monument, "Main road");

        var title = await new TitleDetail(database.GateFor(award.Office, _clock), _clock).RunAsync(award.Title.Id, default);
        Assert.Equal((true, true, "Main road", true, true), (title.CeremonyOn is not null, title.PlaqueNumber is not null, title.MonumentPlace, title.HasMonument, title.CheckIsDue));
        await Assert.ThrowsAsync<ChangedMeanwhile>(() => HonourAs(award.Office, award, 0, HonourKind.Ceremony));
        await Assert.ThrowsAsync<NotPermitted>(() => HonourAs(award.Leader, award, 3, HonourKind.Ceremony));
        await Assert.ThrowsAsync<NotFound>(() => HonourAs(Someone.Who(Role.CountyOffice, Places.OtherVillage), award, 3, HonourKind.Ceremony));
    }

    [Fact]
    public async Task The_yearly_check_keeps_the_title_once_a_year_and_moves_the_cycle()
    {
        using var award = await GivenAsync(2025);

        await CheckAs(award.Office, award, 0, kept: true);

        Assert.Equal(CycleState.Kept, await StateAsync(award));
        Assert.Equal(TitleRule.ATitleIsCheckedOnceAYear, (await Assert.ThrowsAsync<RuleBroken>(() => CheckAs(award.Office, award, 0, kept: true))).Rule);
        Assert.Contains(await new TitleList(database.GateFor(award.Office, _clock), _clock).RunAsync(default), t => t.Id == award.Title.Id && t.CheckedIn == 2027 && !t.CheckIsDue);
    }

    [Fact]
    public async Task A_revoked_title_gives_no_rewards_any_more()
    {
        using var award = await GivenAsync(2026);
        var line = Guid.CreateVersion7();
        await new PrepareReward(database.GateFor(award.Office, _clock), _clock).RunAsync(new(line, award.Title.Id, RewardKind.Village, null, "", "", null));

        Assert.Equal(TitleRule.ARevocationHasItsGround, (await Assert.ThrowsAsync<RuleBroken>(() => CheckAs(award.Office, award, 1, kept: false))).Rule);
        await CheckAs(award.Office, award, 1, kept: false, RevocationGround.ForcedPurchase);

        Assert.Equal(CycleState.Revoked, await StateAsync(award));
        Assert.Equal(RewardRule.TheTitleIsHeld, (await Assert.ThrowsAsync<RuleBroken>(() => new ApproveReward(database.GateFor(award.Leader, _clock), _clock).RunAsync(new(line, 0)))).Rule);
        await Assert.ThrowsAsync<NotPermitted>(() => CheckAs(award.Leader, award, 2, kept: false, RevocationGround.FalseData));
        await Assert.ThrowsAsync<NotFound>(() => CheckAs(Someone.Who(Role.CountyOffice, Places.OtherVillage), award, 2, kept: false, RevocationGround.FalseData));
    }

    [Fact]
    public async Task Qualified_supervisors_get_the_towns_allowance_for_each_full_month_once()
    {
        using var award = await GivenAsync(2026, town: true);
        await PublishTownAsync(2026);
        var prepare = new PrepareAllowances(database.GateFor(award.Office, _clock), _clock);

        Assert.Equal(RewardRule.TheAmountIsTheSchemes, (await Assert.ThrowsAsync<RuleBroken>(() => prepare.RunAsync(new(2026, "49.99", "No. 3", award.NoticeId)))).Rule);
        await Assert.ThrowsAsync<InvalidInput>(() => prepare.RunAsync(new(2026, "50.005", "No. 3", award.NoticeId)));
        var (first, second) = (await prepare.RunAsync(new(2026, "60", "No. 3", award.NoticeId)), await prepare.RunAsync(new(2026, "", "No. 3", award.NoticeId)));

        Assert.Equal((0, 0), (first % 12, second));
        var own = await database.SeeAsync(award.Village, db => db.RewardLines.Where(l => l.PayeeId == award.Supervisor.Id).OrderBy(l => l.Month).ToListAsync());
        Assert.Equal(Enumerable.Range(1, 12).Select(m => (new DateOnly(2026, m, 1), 6_000L)), own.Select(l => (l.Month!.Value, l.Fen)));
        Assert.Equal(RewardRule.TheSchemeGivesIt, (await Assert.ThrowsAsync<RuleBroken>(() => prepare.RunAsync(new(2025, "", "No. 3", null)))).Rule);
        await Assert.ThrowsAsync<NotPermitted>(() => new PrepareAllowances(database.GateFor(award.Leader, _clock), _clock).RunAsync(new(2026, "", "No. 3", null)));
    }

    [Fact]
    public async Task Costs_stand_with_their_payer_and_add_up_by_year()
    {
        var office = Someone.InTheCounty(Role.CountyOffice);
        await CostAs(office, "1234.56", CostPayer.Insurer);
        await CostAs(office, "0.44", CostPayer.Insurer);
        await CostAs(office, "100", CostPayer.Township);

        var totals = (await new RewardLedger(database.GateFor(office)).RunAsync(new(2022), default)).Totals;

        Assert.Equal([123_500L, 0L, 10_000L], totals.Select(t => t.Costs));
        await Assert.ThrowsAsync<InvalidInput>(() => CostAs(office, "1.005", CostPayer.County));
        Assert.Equal(CostRule.ACostIsMoreThanNothing, (await Assert.ThrowsAsync<RuleBroken>(() => CostAs(office, "0.00", CostPayer.County))).Rule);
        await Assert.ThrowsAsync<NotPermitted>(() => CostAs(Someone.InTheCounty(Role.CountyLeader), "1", CostPayer.County));
    }

    [Fact]
    public async Task A_village_writes_its_years_summary_and_a_stale_page_is_told()
    {
        await database.GivenAsync(Places.Village, GivenCycle.In(CycleState.Building, 2021));
        var cadre = Someone.Who(Role.VillageCadre, Places.Village);

        await WriteAs(cadre, null, "Visits in the evening reach more");
        await Assert.ThrowsAsync<ChangedMeanwhile>(() => WriteAs(cadre, null, "Again"));
        await WriteAs(cadre, 0, "Visits in the evening reach most");

        var rows = await new SummaryList(database.GateFor(Someone.InTheCounty(Role.CountyOffice))).RunAsync(new(2021), default);
        Assert.Equal(("Visits in the evening reach most", false), rows.Where(r => r.AreaId == Places.Village).Select(r => (r.Text, r.MayWrite)).Single());
        await Assert.ThrowsAsync<NotFound>(() => WriteAs(Someone.Who(Role.VillageCadre, Places.OtherVillage), 1, "Not mine"));
        await Assert.ThrowsAsync<NotPermitted>(() => WriteAs(Someone.InTheCounty(Role.CountyOffice), 1, "Not mine"));
    }

    private async Task<GivenAward> GivenAsync(int year, bool town = false) => await new GivenAward(database, year, town).StoreAsync();

    private Task HonourAs(Actor actor, GivenAward award, int seen, HonourKind kind, string place = "") =>
        new RecordHonour(database.GateFor(actor, _clock), _clock).RunAsync(new(award.Title.Id, seen, kind, new(2026, 4, 1), place));

    private Task CheckAs(Actor actor, GivenAward award, int seen, bool kept, params RevocationGround[] grounds) =>
        new CheckTitle(database.GateFor(actor, _clock), _clock).RunAsync(new(Guid.CreateVersion7(), award.Title.Id, seen, kept, grounds, "As found"));

    private Task CostAs(Actor actor, string yuan, CostPayer payer) =>
        new RecordCost(database.GateFor(actor, _clock), _clock).RunAsync(new(Guid.CreateVersion7(), null, 2022, CostKind.Assessment, payer, yuan, new(2022, 6, 1), "Travel"));

    private Task WriteAs(Actor actor, int? seen, string text) => new WriteSummary(database.GateFor(actor, _clock), _clock).RunAsync(new(Places.Village, 2021, seen, text));

    private Task<CycleState> StateAsync(GivenAward award) => database.GateFor(award.Office).ReadAsync(Permission.ViewCycles, db => db.Cycles.Where(c => c.Id == award.Title.CycleId).Select(c => c.State).SingleAsync(), default);

    // The town's scheme holds in this year.
    private async Task PublishTownAsync(int year)
    {
        var basis = new LegalDocument(LegalDocumentKind.Approval, "Approval", null, null, null, null);
        var scheme = new Scheme(Guid.CreateVersion7(), Programme.Town, year, 1, new("-", "-"), GivenCycle.Town with { LegalBasis = [basis] }, SchemeStatus.Draft);
        typeof(Scheme).GetProperty(nameof(Scheme.Status))!.SetValue(scheme, SchemeStatus.Published);
        typeof(Scheme).GetProperty(nameof(Scheme.PublishedOn))!.SetValue(scheme, new DateOnly(year, 1, 1));
        await database.GivenAsync(Places.Village, scheme);
    }
}
