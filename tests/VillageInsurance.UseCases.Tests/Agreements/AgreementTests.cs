using Microsoft.EntityFrameworkCore;
using Npgsql;
using VillageInsurance.Domain.Agreements;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Agreements;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Documents;
using VillageInsurance.UseCases.Tests.Applications;
using VillageInsurance.UseCases.Tests.Shared;
using static VillageInsurance.UseCases.Tests.Agreements.Staffing;

namespace VillageInsurance.UseCases.Tests.Agreements;

public class AgreementTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private readonly TimeProvider _clock = Staffing.Clock();

    [Fact]
    public async Task A_village_that_is_no_site_has_no_agreement()
    {
        var no = await Assert.ThrowsAsync<RuleBroken>(() => DraftAs(Insurer, Guid.CreateVersion7(), Places.OtherVillage));

        Assert.Equal(AgreementRule.TheVillageIsASite, no.Rule);
    }

    [Fact]
    public async Task Only_the_insurer_drafts_and_only_the_office_decides()
    {
        var sent = await SubmittedAsync(Places.Sibling, scan: true);

        await Assert.ThrowsAsync<NotPermitted>(() => DraftAs(Office, Guid.CreateVersion7(), Places.Sibling));
        await Assert.ThrowsAsync<NotPermitted>(() => DraftAs(Cadre, Guid.CreateVersion7(), Places.Sibling));
        await Assert.ThrowsAsync<NotPermitted>(() => PutInForceAs(Insurer, sent));
        await Assert.ThrowsAsync<NotPermitted>(() => PutInForceAs(Leader, sent));
        await Assert.ThrowsAsync<NotFound>(() => PutInForceAs(Someone.Who(Role.CountyOffice, Places.OtherVillage), sent));
        await Assert.ThrowsAsync<NotPermitted>(() => new AgreementDetail(database.GateFor(Given.Agent, _clock), _clock).RunAsync(sent.Id, default));
        await Assert.ThrowsAsync<NotFound>(() => new AgreementDetail(database.GateFor(Stranger, _clock), _clock).RunAsync(sent.Id, default));
        await EndAllAsync(Places.Sibling);
    }

    [Fact]
    public async Task Without_the_scan_it_is_refused_and_nothing_is_numbered()
    {
        var sent = await SubmittedAsync(Places.Village, scan: false);

        var no = await Assert.ThrowsAsync<RuleBroken>(() => PutInForceAs(Office, sent));

        Assert.Equal(AgreementRule.TheScanIsAttached, no.Rule);
        var saved = await SavedAsync(sent);
        Assert.Equal((AgreementStatus.Submitted, null), (saved.Status, saved.Number));
        await EndAllAsync(Places.Village);
    }

    [Fact]
    public async Task A_return_waits_for_the_sender_with_its_reason()
    {
        var sent = await SubmittedAsync(Places.Village, scan: true);
        await Assert.ThrowsAsync<InvalidInput>(() => ReturnAs(Office, sent, ""));

        await ReturnAs(Office, sent, "The seal is missing");

        var item = await database.SeeAsync(Places.Village, db => db.QueueItems.SingleAsync(q => q.RecordId == sent.Id && q.DoneAt == null));
        Assert.Equal((QueueKind.AgreementReturned, Insurer.StaffId), (item.Kind, item.StaffId));
        Assert.Equal("The seal is missing", (await SavedAsync(sent)).Opinion);
        await Assert.ThrowsAsync<ChangedMeanwhile>(() => ReturnAs(Office, sent, "Again"));
        await EndAllAsync(Places.Village);
    }

    [Fact]
    public async Task A_second_one_waits_while_one_is_written_and_a_renewal_takes_over()
    {
        var first = await InForceAsync(Places.Village);
        var fresh = await SubmittedAsync(Places.Village, scan: true);
        Assert.Equal(AgreementRule.OneAgreementUnderWay, (await Assert.ThrowsAsync<RuleBroken>(() => DraftAs(Insurer, Guid.CreateVersion7(), Places.Village, first.Id))).Rule);
        Assert.Equal(AgreementRule.OneAgreementInForcePerVillage, (await Assert.ThrowsAsync<RuleBroken>(() => PutInForceAs(Office, fresh))).Rule);
        await DropAsync(fresh);
        var renewal = await SubmittedAsync(Places.Village, scan: true, first.Id, from: first.To!.Value.AddDays(1));

        await PutInForceAs(Office, renewal);

        var (old, now) = (await SavedAsync(first), await SavedAsync(renewal));
        Assert.Equal((AgreementStatus.Ended, AgreementStatus.InForce), (old.Status, now.Status));
        Assert.True(old.HoldsOn(Today) && !now.HoldsOn(Today) && now.HoldsOn(first.To.Value.AddDays(1)));
        await new EndAgreement(database.GateFor(Insurer, _clock)).RunAsync(new(now.Id, now.Version, now.From!.Value, "By consent"));
        Assert.Equal("By consent", (await SavedAsync(now)).EndReason);
    }

    [Fact]
    public async Task Of_two_who_decide_at_the_same_moment_the_second_is_told()
    {
        var sent = await SubmittedAsync(Places.Sibling, scan: true);

        var ends = await Task.WhenAll(EndOf(() => PutInForceAs(Office, sent)), EndOf(() => ReturnAs(Someone.InTheCounty(Role.CountyOffice), sent, "Why")));

        Assert.Single(ends, e => e is null);
        Assert.Single(ends, e => e is ChangedMeanwhile);
        await EndAllAsync(Places.Sibling);

        static Task<Exception?> EndOf(Func<Task> act) => Record.ExceptionAsync(act).AsTask();
    }

    [Fact]
    public async Task Not_even_plain_sql_puts_a_second_one_in_force()
    {
        var first = await InForceAsync(Places.Sibling);
        var second = await SubmittedAsync(Places.Sibling, scan: true);
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync();
        await using var sql = new NpgsqlCommand($"begin; set local app.villages = 'all'; update agreements set status = 'InForce' where id = '{second.Id}'", connection);

        Assert.Equal(PostgresErrorCodes.UniqueViolation, (await Assert.ThrowsAsync<PostgresException>(() => sql.ExecuteNonQueryAsync())).SqlState);
        Assert.Equal(AgreementStatus.InForce, (await SavedAsync(first)).Status);
        await EndAllAsync(Places.Sibling);
    }

    [Fact]
    public async Task The_list_says_how_many_days_are_left_and_which_sites_have_none()
    {
        var inForce = await InForceAsync(Places.Village);

        var list = await new AgreementList(database.GateFor(Insurer, _clock), _clock).RunAsync(AgreementStatus.InForce, null, default);

        Assert.Equal(364, Assert.Single(list.Rows, r => r.Id == inForce.Id).DaysLeft);
        Assert.DoesNotContain(list.WithoutOne, p => p.VillageId == Places.Village);
        Assert.Empty((await new AgreementList(database.GateFor(Stranger, _clock), _clock).RunAsync(null, null, default)).Rows);
        await EndAllAsync(Places.Village);
    }

    private async Task<Agreement> SubmittedAsync(Guid village, bool scan, Guid? previous = null, DateOnly? from = null)
    {
        if (!await database.SeeAsync(village, db => db.Sites.AnyAsync(s => s.VillageId == village))) await database.GivenSiteAsync(village);
        var id = Guid.CreateVersion7();
        await DraftAs(Insurer, id, village, previous);
        if (scan) await database.ScanAsync(village, id, EvidenceKind.Agreement);
        var draft = await database.SeeAsync(village, db => db.Agreements.AsNoTracking().SingleAsync(a => a.Id == id));
        await new SubmitAgreement(database.GateFor(Insurer, _clock), _clock).RunAsync(new(id, draft.Version, Terms(draft.Terms, from)));
        return await database.SeeAsync(village, db => db.Agreements.AsNoTracking().SingleAsync(a => a.Id == id));
    }

    private async Task<Agreement> InForceAsync(Guid village)
    {
        var sent = await SubmittedAsync(village, scan: true);
        await PutInForceAs(Office, sent);
        return await SavedAsync(sent);
    }

    // One village has one agreement under way: the next test begins anew.
    private Task EndAllAsync(Guid village) => SqlAsync($"update agreements set status = 'Ended' where village_id = '{village}'");

    private Task DropAsync(Agreement agreement) => SqlAsync($"update agreements set status = 'Ended' where id = '{agreement.Id}'");

    private async Task SqlAsync(string text)
    {
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync();
        await using var sql = new NpgsqlCommand($"begin; set local app.villages = 'all'; {text}; commit", connection);
        await sql.ExecuteNonQueryAsync();
    }

    private Task<Agreement> SavedAsync(Agreement agreement) => database.SeeAsync(agreement.VillageId, db => db.Agreements.AsNoTracking().SingleAsync(a => a.Id == agreement.Id));

    private Task DraftAs(Actor actor, Guid id, Guid village, Guid? previous = null) => new DraftAgreement(database.GateFor(actor, _clock), _clock).RunAsync(new(id, village, previous));

    private Task PutInForceAs(Actor actor, Agreement seen) => new PutAgreementInForce(database.GateFor(actor, _clock), _clock).RunAsync(new(seen.Id, seen.Version, ""));

    private Task ReturnAs(Actor actor, Agreement seen, string why) => new ReturnAgreement(database.GateFor(actor, _clock), _clock).RunAsync(new(seen.Id, seen.Version, why));
}
