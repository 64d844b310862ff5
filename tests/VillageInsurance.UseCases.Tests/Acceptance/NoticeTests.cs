using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Acceptance;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Acceptance;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Documents;
using VillageInsurance.UseCases.Tests.Shared;

namespace VillageInsurance.UseCases.Tests.Acceptance;

public class NoticeTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task It_runs_five_working_days_and_ends_by_itself()
    {
        using var way = await Way.BeginAsync(database);
        await way.ForwardedAsync();

        var id = await way.PublishedAsync();

        // Published on Wednesday the 10th: the 11th is the first day, the 17th the fifth that is worked.
        var notice = await new NoticeDetail(way.As(way.Cadre), way.Clock).RunAsync(id, default);
        Assert.Equal((new DateOnly(2025, 12, 17), NoticeResult.Running), (notice.LastDay, notice.Places[0].Result));
        way.Clock.SetUtcNow(new(2025, 12, 17, 17, 0, 0, TimeSpan.Zero));
        Assert.Equal(NoticeResult.Ended, (await new NoticeDetail(way.As(way.Cadre), way.Clock).RunAsync(id, default)).Places[0].Result);
        Assert.Equal(new DateOnly(2025, 12, 17), await database.SeeAsync(way.Village, db => db.QueueItems.Where(q => q.RecordId == id && q.Kind == QueueKind.NoticeRunning).Select(q => q.Due!.Value).SingleAsync()));
    }

    [Theory]
    [InlineData("Ask Yu at 138 1234 5678")]
    [InlineData("Ask Yu at 138-1234-5678.")]
    [InlineData("\uff11\uff13\uff18\uff11\uff12\uff13\uff14\uff15\uff16\uff17\uff18")]
    [InlineData("ID 53280119800505123X")]
    [InlineData("0691-2123456")]
    public async Task Numbers_of_persons_are_not_hung_up(string text)
    {
        using var way = await Way.BeginAsync(database);
        await way.ForwardedAsync();

        Assert.Equal(NoticeRule.NoPersonalDataInTheText, await RuleOf(() => way.PublishedAsync(text)));
    }

    [Theory]
    [InlineData("From 2025-12-11 to 2025-12-17, 300 households, premium 1,234,567.00")]
    [InlineData("Village code 532801105204, list 2025 No. 003")]
    public void Days_codes_and_amounts_are_no_numbers_of_persons(string text) => Assert.False(PersonalPatterns.AreIn(text));

    [Fact]
    public async Task Only_villages_that_await_their_title_are_hung_up_and_from_today_on()
    {
        using var way = await Way.BeginAsync(database);
        await way.PassedAsync();
        Assert.Equal(NoticeRule.TheVillagesAwaitTheirTitle, await RuleOf(() => way.PublishedAsync()));
        Assert.DoesNotContain(await new NoticeCandidates(way.As(way.Office)).RunAsync(default), c => c.CycleId == way.CycleId);

        var yesterday = new PublishNotice.Input(Guid.CreateVersion7(), NoticeKind.Titles, null, "Named", way.Clock.Today().AddDays(-1), [new(Guid.CreateVersion7(), way.CycleId, "Board")]);
        Assert.Equal(NoticeRule.ItHangsFromTodayOn, await RuleOf(() => new PublishNotice(way.As(way.Office), way.Clock).RunAsync(yesterday)));
        await Assert.ThrowsAsync<NotPermitted>(() => way.PublishedAsync(by: way.Cadre));
        await Assert.ThrowsAsync<NotFound>(() => way.PublishedAsync(by: Someone.Who(Role.TownshipOfficial, Places.OtherVillage)));
    }

    [Fact]
    public async Task An_open_objection_keeps_it_from_ending_until_somebody_else_answers()
    {
        using var way = await Way.BeginAsync(database);
        await way.ForwardedAsync();
        Assert.Contains(await new NoticeCandidates(way.As(way.Office)).RunAsync(default), c => c.CycleId == way.CycleId);
        var (id, objection) = (await way.PublishedAsync(), Guid.CreateVersion7());
        await ObjectAsync(way, id, objection, "The files are not true");
        way.Clock.SetUtcNow(new(2025, 12, 18, 4, 0, 0, TimeSpan.Zero));
        Assert.Equal(NoticeResult.ToAnswer, await ResultAsync(way, id));
        Assert.Equal(1, Assert.Single(await new NoticeList(way.As(way.Office), way.Clock).RunAsync(default), n => n.Id == id).Open);

        Assert.Equal(NoticeRule.WhoRecordedTheObjectionDoesNotAnswerIt, await RuleOf(() => AnswerAsync(way, way.Second, objection, ObjectionOutcome.Rejected)));
        await AnswerAsync(way, way.Office, objection, ObjectionOutcome.Rejected);

        Assert.Equal(NoticeResult.Ended, await ResultAsync(way, id));
        Assert.False(await database.SeeAsync(way.Village, db => db.QueueItems.AnyAsync(q => q.RecordId == id && q.Kind == QueueKind.ObjectionToAnswer && q.DoneAt == null)));
        await Assert.ThrowsAsync<ChangedMeanwhile>(() => AnswerAsync(way, way.Office, objection, ObjectionOutcome.Upheld));
        Assert.Equal(NoticeRule.ObjectionsComeWhileItRuns, await RuleOf(() => ObjectAsync(way, id, Guid.CreateVersion7(), "Too late")));
    }

    [Fact]
    public async Task An_upheld_objection_never_ends_well()
    {
        using var way = await Way.BeginAsync(database);
        await way.ForwardedAsync();
        var (id, objection) = (await way.PublishedAsync(), Guid.CreateVersion7());
        Assert.Equal(NoticeRule.NoPersonalDataInTheText, await RuleOf(() => ObjectAsync(way, id, objection, "Call 13812345678")));
        await ObjectAsync(way, id, objection, "They forced people");
        await AnswerAsync(way, way.Office, objection, ObjectionOutcome.Upheld);
        way.Clock.SetUtcNow(new(2026, 1, 18, 4, 0, 0, TimeSpan.Zero));

        Assert.Equal(NoticeResult.Upheld, await ResultAsync(way, id));
    }

    [Fact]
    public async Task After_an_upheld_objection_the_office_sends_the_village_back_and_before_it_nobody_can()
    {
        using var way = await Way.BeginAsync(database);
        var accepted = await way.AcceptedAsync();
        var (id, objection) = (await way.PublishedAsync(), Guid.CreateVersion7());
        Assert.Equal(DeclarationRule.OnlyAnOpenOneIsReturned, await RuleOf(ReturnAsync));
        await ObjectAsync(way, id, objection, "They forced people");
        await AnswerAsync(way, way.Office, objection, ObjectionOutcome.Upheld);
        Assert.True((await new DeclarationDetail(way.As(way.Second), way.Clock).RunAsync(accepted.Id, default)).May.Return);

        await ReturnAsync();

        Assert.Equal(DeclarationStatus.Returned, (await way.SeeAsync(accepted.Id)).Status);

        Task ReturnAsync() => new ReturnDeclaration(way.As(way.Second), way.Clock).RunAsync(new(accepted.Id, accepted.Version, "Objection upheld", ["NoViolation"]));
    }

    [Fact]
    public async Task Objections_are_shown_to_who_handles_them_alone()
    {
        using var way = await Way.BeginAsync(database);
        await way.ForwardedAsync();
        var id = await way.PublishedAsync();
        await ObjectAsync(way, id, Guid.CreateVersion7(), "The files are not true");

        Assert.Empty((await new NoticeDetail(way.As(way.Cadre), way.Clock).RunAsync(id, default)).Objections);
        Assert.Single((await new NoticeDetail(way.As(way.Office), way.Clock).RunAsync(id, default)).Objections);
        await Assert.ThrowsAsync<NotFound>(() => new NoticeDetail(way.As(Someone.Who(Role.VillageCadre, Places.OtherVillage)), way.Clock).RunAsync(id, default));
    }

    [Fact]
    public async Task Minutes_need_their_scan_a_past_day_and_known_participants()
    {
        using var way = await Way.BeginAsync(database);
        var known = await way.SomebodyAsync(Role.CountyLeader, withGrant: true);
        Assert.Contains(await new DutyStaff(way.As(way.Office), way.Clock).RunAsync(default), s => s.Id == known.StaffId);
        var input = new RecordMinutes.Input(Guid.CreateVersion7(), way.Village, MeetingBody.CountyGroup, way.Clock.Today(), "No. 3", "Acceptance", "Agreed", [known.StaffId]);
        Assert.Equal(MinutesRule.TheMinutesAreScanned, await RuleOf(() => RecordAsync(input)));
        await way.AttachAsync(way.Office, input.Id, EvidenceKind.Review);
        Assert.Equal(MinutesRule.TheMeetingWasHeld, await RuleOf(() => RecordAsync(input with { HeldOn = way.Clock.Today().AddDays(1) })));
        Assert.Equal(MinutesRule.TheParticipantsAreKnown, await RuleOf(() => RecordAsync(input with { Participants = [Guid.CreateVersion7()] })));

        await RecordAsync(input);
        await RecordAsync(input);

        var shown = Assert.Single((await new MinutesList(way.As(way.Cadre)).RunAsync(default)).Rows);
        Assert.Equal(("No. 3", "CountyLeader", 1), (shown.ResolutionNumber, Assert.Single(shown.Participants), shown.Files.Count));
        await Assert.ThrowsAsync<AlreadyCreated>(() => RecordAsync(input with { Decision = "Not agreed" }));

        Task RecordAsync(RecordMinutes.Input minutes) => new RecordMinutes(way.As(way.Office), way.Clock).RunAsync(minutes);
    }

    private static Task ObjectAsync(Way way, Guid notice, Guid id, string text) =>
        new RecordObjection(way.As(way.Second), way.Clock).RunAsync(new(id, notice, way.Village, text, ObjectionChannel.Mailbox));

    private static Task AnswerAsync(Way way, Actor official, Guid objection, ObjectionOutcome outcome) =>
        new AnswerObjection(way.As(official), way.Clock).RunAsync(new(objection, 0, "Looked into it", outcome));

    private static async Task<NoticeResult> ResultAsync(Way way, Guid id) => (await new NoticeDetail(way.As(way.Office), way.Clock).RunAsync(id, default)).Places[0].Result;

    private static async Task<Enum> RuleOf(Func<Task> act) => (await Assert.ThrowsAsync<RuleBroken>(act)).Rule;
}
