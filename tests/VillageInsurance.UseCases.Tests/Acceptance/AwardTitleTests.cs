using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Acceptance;
using VillageInsurance.Domain.Cycles;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;
using VillageInsurance.UseCases.Acceptance;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Documents;
using VillageInsurance.UseCases.Tests.Shared;

namespace VillageInsurance.UseCases.Tests.Acceptance;

public class AwardTitleTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task The_city_awards_the_title_once_the_notice_has_ended()
    {
        using var way = await Way.BeginAsync(database);
        var accepted = await way.AcceptedAsync();
        Assert.Equal(CycleRule.TheNoticeHasEnded, await RuleOf(() => AwardAsync(way, way.Second, accepted)));
        await way.PublishedAsync();
        Assert.Equal(CycleRule.TheNoticeHasEnded, await RuleOf(() => AwardAsync(way, way.Second, accepted)));
        way.Clock.SetUtcNow(new(2026, 1, 5, 4, 0, 0, TimeSpan.Zero));

        await AwardAsync(way, way.Second, accepted);

        var title = await database.SeeAsync(way.Village, db => db.Titles.SingleAsync(t => t.CycleId == way.CycleId));
        Assert.Equal((CycleState.Awarded, 2025, new DateOnly(2026, 1, 5)), (await way.StateAsync(), title.Year, title.AwardedOn));
        Assert.Equal(title.Certificate, (await new DeclarationDetail(way.As(way.Cadre), way.Clock).RunAsync(accepted.Id, default)).Certificate);
    }

    [Fact]
    public async Task The_notice_may_end_first_but_nothing_is_awarded_without_the_last_word()
    {
        using var way = await Way.BeginAsync(database);
        var forwarded = await way.ForwardedAsync();
        await way.PublishedAsync();
        way.Clock.SetUtcNow(new(2026, 1, 5, 4, 0, 0, TimeSpan.Zero));

        Assert.Equal(CycleRule.TheAcceptanceIsRecorded, await RuleOf(() => AwardAsync(way, way.Second, forwarded)));
        await Assert.ThrowsAsync<NotPermitted>(() => AwardAsync(way, way.Insurer, forwarded));
        await Assert.ThrowsAsync<NotFound>(() => AwardAsync(way, Someone.Who(Role.CountyOffice, Places.OtherVillage), forwarded));
    }

    [Fact]
    public async Task Two_awards_at_once_make_one_title()
    {
        using var way = await Way.BeginAsync(database);
        var accepted = await way.AcceptedAsync();
        await way.PublishedAsync();
        way.Clock.SetUtcNow(new(2026, 1, 5, 4, 0, 0, TimeSpan.Zero));

        var ends = await Task.WhenAll(Record.ExceptionAsync(() => AwardAsync(way, way.Second, accepted)).AsTask(), Record.ExceptionAsync(() => AwardAsync(way, way.Office, accepted)).AsTask());

        Assert.Equal([null, typeof(ChangedMeanwhile)], ends.OrderBy(e => e is not null).Select(e => e?.GetType()));
    }

    [Fact]
    public async Task In_the_town_the_township_and_the_county_both_sign_and_the_groups_minutes_are_the_last_word()
    {
        using var way = await Way.BeginAsync(database, town: true);
        var passed = await way.PassedAsync();
        Assert.Equal(ForwardingRule.NoListInThisScheme, await RuleOf(() => way.ListedAsync(passed)));
        Assert.Equal(ReplyRule.TheGroupsMinutesAreNamed, await RuleOf(() => way.ReplyAsync(way.Second, passed)));
        var minutes = await MinutesAsync(way);
        Assert.Equal(ReplyRule.TheCountyReviewSigned, await RuleOf(() => way.ReplyAsync(way.Second, passed, scanned: false, minutes: minutes)));

        await way.SheetAsync(passed.Id, way.Office);
        await way.SheetAsync(passed.Id, way.Second);
        Assert.Equal(ReplyRule.OnlyTheSchemesAcceptersRecord, await RuleOf(() => way.ReplyAsync(way.SecondInsurer, passed, minutes: minutes)));
        await way.ReplyAsync(way.Second, passed, scanned: false, minutes: minutes);
        await way.PublishedAsync(by: way.SecondTownship);
        way.Clock.SetUtcNow(new(2026, 1, 5, 4, 0, 0, TimeSpan.Zero));
        await AwardAsync(way, way.Office, await way.SeeAsync(passed.Id));

        Assert.Equal(CycleState.Awarded, await way.StateAsync());
    }

    [Fact]
    public async Task Both_tracks_of_signatures_stand_side_by_side()
    {
        using var way = await Way.BeginAsync(database);
        await database.GivenAsync(way.Village, new RoleGrant(Guid.CreateVersion7(), way.Insurer.StaffId, Role.InsurerReviewer, Places.County, new(2025, 1, 1), null, "-", Places.Giver.Id));
        await way.AcceptedAsync();

        var trail = await new SignatureTrail(way.As(way.Cadre)).RunAsync(way.CycleId, default);

        Assert.Equal(
            [SignatureAct.Proposed, SignatureAct.Designated, SignatureAct.AgreementInForce, SignatureAct.Declared, SignatureAct.TakenIn, SignatureAct.Reviewed, SignatureAct.Reviewed,
                SignatureAct.Passed, SignatureAct.Listed, SignatureAct.ListSigned, SignatureAct.Accepted],
            trail.Signatures.Select(s => s.Act).Order());
        Assert.Equal([SignatureAct.Declared], trail.Signatures.Where(s => s.ByInsurer).Select(s => s.Act));
        await Assert.ThrowsAsync<NotFound>(() => new SignatureTrail(way.As(Someone.Who(Role.VillageCadre, Places.OtherVillage))).RunAsync(way.CycleId, default));
    }

    private static async Task<Guid> MinutesAsync(Way way)
    {
        var id = Guid.CreateVersion7();
        await way.AttachAsync(way.Office, id, EvidenceKind.Review);
        await new RecordMinutes(way.As(way.Office), way.Clock).RunAsync(new(id, way.Village, MeetingBody.CountyGroup, way.Clock.Today(), "No. 3", "Acceptance", "Agreed", [way.Leader.StaffId]));
        return id;
    }

    private static Task AwardAsync(Way way, Actor official, Declaration declaration) => new AwardTitle(way.As(official), way.Clock).RunAsync(new(declaration.Id, declaration.Version));

    private static async Task<Enum> RuleOf(Func<Task> act) => (await Assert.ThrowsAsync<RuleBroken>(act)).Rule;
}
