using Microsoft.EntityFrameworkCore;
using Npgsql;
using VillageInsurance.Domain.Acceptance;
using VillageInsurance.Domain.Cycles;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Acceptance;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Documents;
using VillageInsurance.UseCases.Tests.Shared;

namespace VillageInsurance.UseCases.Tests.Acceptance;

public class ForwardingTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task A_signed_list_that_is_sent_forwards_its_villages_and_the_reply_waits()
    {
        using var way = await Way.BeginAsync(database);

        var forwarded = await way.ForwardedAsync();

        Assert.Equal((DeclarationStatus.Forwarded, CycleState.Forwarded), (forwarded.Status, await way.StateAsync()));
        var waiting = await database.SeeAsync(way.Village, db => db.QueueItems.Where(q => q.RecordId == forwarded.Id && q.DoneAt == null).Select(q => q.Role).ToListAsync());
        Assert.Equal([Role.CountyOffice, Role.InsurerReviewer], waiting.Order());
        var list = Assert.Single(await new ForwardingLists(way.As(way.Township)).RunAsync(default), l => l.Villages == 1);
        var detail = await new ForwardingDetail(way.As(way.Cadre)).RunAsync(list.Id, default);
        Assert.Equal((1, way.Village, false), (detail.Lines[0].Rank, detail.Lines[0].Place.VillageId, detail.CanSend));
        Assert.StartsWith(detail.Number![..2], detail.Number, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_sees_none_of_its_villages_does_not_find_the_list()
    {
        using var way = await Way.BeginAsync(database);
        var list = await way.ListedAsync(await way.PassedAsync());
        var stranger = way.As(Someone.Who(Role.TownshipOfficial, Places.OtherVillage));

        await Assert.ThrowsAsync<NotFound>(() => new ForwardingDetail(stranger).RunAsync(list, default));
        Assert.Empty(await new ForwardingLists(stranger).RunAsync(default));
    }

    [Fact]
    public async Task Candidates_come_with_their_points_until_they_stand_on_a_list()
    {
        using var way = await Way.BeginAsync(database);
        var passed = await way.PassedAsync();
        var candidates = new ForwardingCandidates(way.As(way.Office));
        Assert.Equal(100, Assert.Single(await candidates.RunAsync(default), r => r.DeclarationId == passed.Id).Points);

        await way.ListedAsync(passed);

        Assert.DoesNotContain(await candidates.RunAsync(default), r => r.DeclarationId == passed.Id);
        Assert.Equal(ForwardingRule.AVillageIsOnOneList, await RuleOf(() => way.ListedAsync(passed)));
    }

    [Fact]
    public async Task Without_its_papers_no_village_goes_on_a_list()
    {
        using var way = await Way.BeginAsync(database);
        var passed = await way.PassedAsync();
        await way.Database.GateFor(Someone.WhoMayDoAnythingIn(way.Village)).ChangeAsync(Permission.DraftApplications, async db =>
            (await db.Attachments.SingleAsync(f => f.VillageId == way.Village && f.Kind == EvidenceKind.SitePlaque)).Remove(way.Clock.GetUtcNow()));

        Assert.Equal(ForwardingRule.ThePapersAreComplete, await RuleOf(() => way.ListedAsync(passed)));
        var missing = (await new DeclarationDetail(way.As(way.Office), way.Clock).RunAsync(passed.Id, default)).Pack.Where(i => !i.Present);
        Assert.Equal(["Plaque"], missing.Select(i => i.Key));
    }

    [Fact]
    public async Task Nobody_signs_the_list_that_they_prepared_not_even_by_plain_sql()
    {
        using var way = await Way.BeginAsync(database);
        var list = await way.ListedAsync(await way.PassedAsync());
        var both = new Actor(way.Office.StaffId, "Both", [new Grant(Role.CountyLeader, RolePermissions.Of(Role.CountyLeader), DataScope.WholeCounty, Someone.Today)], Someone.Today);

        Assert.Equal(ForwardingRule.NobodySignsTheirOwnList, await RuleOf(() => new SignList(way.As(both), way.Clock).RunAsync(new(list, 1))));
        await Assert.ThrowsAsync<NotPermitted>(() => new SignList(way.As(way.Second), way.Clock).RunAsync(new(list, 1)));
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var own = new NpgsqlCommand($"update forwarding_lists set signed_by_id = prepared_by_id where id = '{list}'", connection);
        Assert.Equal(PostgresErrorCodes.CheckViolation, (await Assert.ThrowsAsync<PostgresException>(() => own.ExecuteNonQueryAsync(TestContext.Current.CancellationToken))).SqlState);
    }

    [Fact]
    public async Task Sent_back_it_is_laid_before_again_under_its_number_or_given_up()
    {
        using var way = await Way.BeginAsync(database);
        var (passed, gate) = (await way.PassedAsync(), way.As(way.Office));
        var list = await way.ListedAsync(passed);
        var number = (await new ForwardingDetail(gate).RunAsync(list, default)).Number;
        await new SendBackList(way.As(way.Leader), way.Clock).RunAsync(new(list, 1, "Rank them anew"));
        await new LayListBefore(gate, way.Clock).RunAsync(new(list, 2));
        Assert.Equal(number, (await new ForwardingDetail(gate).RunAsync(list, default)).Number);

        await new SendBackList(way.As(way.Leader), way.Clock).RunAsync(new(list, 3, "No"));
        await new GiveUpList(gate).RunAsync(new(list, 4));

        Assert.Contains(await new ForwardingCandidates(gate).RunAsync(default), r => r.DeclarationId == passed.Id);
    }

    [Fact]
    public async Task An_unsigned_list_is_not_sent()
    {
        using var way = await Way.BeginAsync(database);
        var list = await way.ListedAsync(await way.PassedAsync());

        Assert.Equal(ForwardingRule.OnlyASignedListIsSent, await RuleOf(() => new SendList(way.As(way.Office), way.Clock).RunAsync(new(list, 1))));
        Assert.Equal(CycleState.Reviewed, await way.StateAsync());
    }

    [Fact]
    public async Task A_yes_waits_for_the_title_with_the_figures_counted_again()
    {
        using var way = await Way.BeginAsync(database);

        var accepted = await way.AcceptedAsync();

        Assert.Equal((DeclarationStatus.Accepted, CycleState.Forwarded), (accepted.Status, await way.StateAsync()));
        var view = await new DeclarationDetail(way.As(way.Cadre), way.Clock).RunAsync(accepted.Id, default);
        Assert.Equal((true, "No. 7", 3), (view.Reply!.Approved, view.Reply.LetterNumber, view.Figures.Count));
    }

    [Fact]
    public async Task A_no_says_why_and_sends_the_village_back()
    {
        using var way = await Way.BeginAsync(database);
        var forwarded = await way.ForwardedAsync();
        way.Clock.SetUtcNow(new(2026, 2, 10, 4, 0, 0, TimeSpan.Zero));
        Assert.Equal(ReplyRule.ARefusalSaysWhy, await RuleOf(() => way.ReplyAsync(way.SecondInsurer, forwarded, approved: false)));

        await way.ReplyAsync(way.SecondInsurer, forwarded, approved: false, reason: "Files do not match");

        Assert.Equal((DeclarationStatus.Refused, CycleState.Returned), ((await way.SeeAsync(forwarded.Id)).Status, await way.StateAsync()));
        Assert.Equal(way.Insurer.StaffId, await database.SeeAsync(way.Village, db => db.QueueItems.Where(q => q.RecordId == forwarded.Id && q.DoneAt == null && q.Kind == QueueKind.DeclarationReturned).Select(q => q.StaffId).SingleAsync()));
    }

    [Fact]
    public async Task The_reply_is_recorded_by_a_second_person_from_a_scan()
    {
        using var way = await Way.BeginAsync(database);
        var forwarded = await way.ForwardedAsync();

        Assert.Equal(ReplyRule.ASecondPersonRecords, await RuleOf(() => way.ReplyAsync(way.Office, forwarded)));
        Assert.Equal(ReplyRule.ASecondPersonRecords, await RuleOf(() => way.ReplyAsync(way.Insurer, forwarded)));
        Assert.Equal(ReplyRule.TheLetterIsScanned, await RuleOf(() => way.ReplyAsync(way.Second, forwarded, scanned: false)));
        Assert.Equal(DocumentRule.APhotoCanBeRead, await RuleOf(() => way.AttachAsync(way.Second, Guid.CreateVersion7(), EvidenceKind.Reply, "\u00ff\u00d8\u00ff but no photo")));
        await Assert.ThrowsAsync<NotPermitted>(() => way.ReplyAsync(way.Township, forwarded, scanned: false));
        Assert.Equal(CycleState.Forwarded, await way.StateAsync());
    }

    [Fact]
    public async Task Of_two_who_record_the_reply_at_once_the_second_is_told()
    {
        using var way = await Way.BeginAsync(database);
        var forwarded = await way.ForwardedAsync();

        var ends = await Task.WhenAll(Record.ExceptionAsync(() => way.ReplyAsync(way.Second, forwarded)).AsTask(), Record.ExceptionAsync(() => way.ReplyAsync(way.SecondInsurer, forwarded)).AsTask());

        Assert.Equal([null, typeof(ChangedMeanwhile)], ends.OrderBy(e => e is not null).Select(e => e?.GetType()));
    }

    [Fact]
    public async Task A_yes_on_figures_that_fall_short_by_now_is_refused()
    {
        using var way = await Way.BeginAsync(database);
        var forwarded = await way.ForwardedAsync();
        way.Files.Resident(way.Files.Household());
        way.Files.Resident(way.Files.Household());
        await Exchange.Imports.ImportAsync(database, way.Files);

        Assert.Equal(ReplyRule.TheRecountReachesTheStandard, await RuleOf(() => way.ReplyAsync(way.Second, forwarded)));
    }

    private static async Task<Enum> RuleOf(Func<Task> act) => (await Assert.ThrowsAsync<RuleBroken>(act)).Rule;
}
