using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Papers;
using VillageInsurance.Domain.Schemes;
using VillageInsurance.UseCases.Awards;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Tests.Awards;
using VillageInsurance.UseCases.Tests.Shared;

namespace VillageInsurance.UseCases.Tests.Papers;

public class RewardSheetTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private readonly FakeTimeProvider _clock = new(new(2026, 3, 20, 4, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task A_title_has_one_sheet_with_one_number_and_the_sum_in_characters()
    {
        using var award = await GivenAsync(2036);
        await PrepareAs(award, RewardKind.Village, null);
        await PrepareAs(award, RewardKind.Supervisor, award.Supervisor.Id);

        var text = await TakenPaper.TextAsync(database.GateFor(award.Office), PaperKind.RewardSheet, award.Title.Id);

        var number = await database.SeeAsync(award.Village, db => db.Titles.Where(t => t.Id == award.Title.Id).Select(t => t.RewardSheet).SingleAsync());
        Assert.StartsWith("先奖", number, StringComparison.Ordinal);
        Assert.All([number!, award.Title.Certificate, "Yi", "5,000.00", "1,200.00", "6,200.00 元", "陆仟贰佰元整", "监督员奖励", "No. 12", "保险公司支公司"], said => Assert.Contains(said, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_is_a_draft_until_every_line_is_decided_and_refused_lines_are_left_out()
    {
        using var award = await GivenAsync(2037);
        var (village, person) = (await PrepareAs(award, RewardKind.Village, null), await PrepareAs(award, RewardKind.Supervisor, award.Supervisor.Id));
        Assert.NotEmpty((await TakenPaper.SheetAsync(database.GateFor(award.Office), PaperKind.RewardSheet, award.Title.Id)).Watermark);

        await new ApproveReward(database.GateFor(award.Leader), _clock).RunAsync(new(village, 0));
        await new RefuseReward(database.GateFor(award.Leader), _clock).RunAsync(new(person, 0, "Not this year"));

        var sheet = await TakenPaper.SheetAsync(database.GateFor(award.Office), PaperKind.RewardSheet, award.Title.Id);
        Assert.Empty(sheet.Watermark);
        Assert.Equal("5,000.00", Assert.Single(sheet.Content.RowsOf("lines"))["amount"]);
        Assert.Equal("伍仟元整", sheet.Content.Values["totalInWords"]);
    }

    [Fact]
    public async Task A_study_trip_is_a_place_on_it_and_no_money()
    {
        using var award = await GivenAsync(2038, town: true);
        await PrepareAs(award, RewardKind.StudyTrip, award.Agent.Id);

        var sheet = await TakenPaper.SheetAsync(database.GateFor(award.Office), PaperKind.RewardSheet, award.Title.Id);

        Assert.Equal("名额 1 个", Assert.Single(sheet.Content.RowsOf("lines"))["amount"]);
        Assert.Equal("零元整", sheet.Content.Values["totalInWords"]);
    }

    [Fact]
    public async Task Without_a_reward_there_is_no_sheet_and_who_sees_only_their_own_rewards_sees_none()
    {
        using var award = await GivenAsync(2039);
        await Assert.ThrowsAsync<NotFound>(() => TakenPaper.SheetAsync(database.GateFor(award.Office), PaperKind.RewardSheet, award.Title.Id));
        await PrepareAs(award, RewardKind.Village, null);

        await Assert.ThrowsAsync<NotFound>(() => TakenPaper.SheetAsync(database.GateFor(Someone.Who(Role.Supervisor, award.Village)), PaperKind.RewardSheet, award.Title.Id));
        await Assert.ThrowsAsync<NotFound>(() => TakenPaper.SheetAsync(database.GateFor(Someone.Who(Role.TownshipOfficial, Places.OtherVillage)), PaperKind.RewardSheet, award.Title.Id));
        Assert.NotNull(await TakenPaper.SheetAsync(database.GateFor(award.Leader), PaperKind.RewardSheet, award.Title.Id));
    }

    private Task<GivenAward> GivenAsync(int year, bool town = false) => new GivenAward(database, year, town).StoreAsync();

    private async Task<Guid> PrepareAs(GivenAward award, RewardKind kind, Guid? payee)
    {
        var id = Guid.CreateVersion7();
        await new PrepareReward(database.GateFor(award.Office), _clock).RunAsync(new(id, award.Title.Id, kind, payee, "", "No. 12", award.NoticeId));
        return id;
    }
}
