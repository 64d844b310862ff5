using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Claims;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Policies;
using VillageInsurance.UseCases.Claims;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Documents;
using VillageInsurance.UseCases.Policies;
using VillageInsurance.UseCases.Rosters;
using VillageInsurance.UseCases.Tests.Exchange;
using VillageInsurance.UseCases.Tests.Households;
using VillageInsurance.UseCases.Tests.Shared;

namespace VillageInsurance.UseCases.Tests.Policies;

/// <summary>Claims by the insurer's lists, and all three kinds in the forms in which they come.</summary>
public sealed class ClaimListTests(TestPostgres postgres) : IAsyncLifetime
{
    private static readonly string[] Heads = ["赔案号", "保单号", "被保险人", "证件号码", "出险日期", "报案日期", "资料齐全日期", "核定日期", "核定结论", "达成协议日期", "给付日期", "核定金额（元）"];
    private static int _last;

    private readonly TestDatabase _database = new(postgres);
    private readonly string _folder = Directory.CreateTempSubdirectory("claim-lists").FullName;
    private Actor _insurer = null!;
    private string _policy = null!, _product = null!;
    private (string Head, string Spouse, string Child) _people;

    private DiskFileStore Store => new(_folder);

    private AppDbGate Gate => _database.GateFor(_insurer, GivenHousehold.Clock());

    public async ValueTask InitializeAsync()
    {
        await _database.InitializeAsync();
        (_insurer, _product, _policy) = (await _database.GivenInsurerAsync(), await _database.GivenProductAsync(), Next("P"));
        _people = await _database.GivenPeopleAsync(await _database.GivenReadyAgentAsync());
        await _database.TakeAsync(_insurer, GivenPolicy.Row(0, _policy, _product, _people.Head) with { IssuedOn = new(2025, 1, 1), EffectiveOn = new(2025, 1, 2) });
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return _database.DisposeAsync();
    }

    [Fact]
    public async Task A_list_of_claims_is_looked_at_first_taken_when_asked_and_a_later_one_brings_them_forward()
    {
        var number = Next("C");
        string[] first = [number, _policy, "N1984", _people.Head, "2026.1.5", "2026年1月6日", "20260110", "", "", "", "", ""];
        var id = await ReadAsync(await UploadAsync("utf-8", Heads, first));
        Assert.Equal(new InsurerListCounts(1, 0, 0, 0, 0), (await DetailAsync(id)).Counts);
        Assert.Null(await ClaimAsync(number));

        await TakeAsync(id);
        var claim = (await ClaimAsync(number))!;
        Assert.Equal((ClaimState.Filed, new DateOnly(2026, 1, 5), Places.Village), (claim.Facts().State, claim.AccidentOn, claim.VillageId));
        Assert.Equal([ClaimWay.List, ClaimWay.List], await _database.SeeAsync(Places.Village, db => db.ClaimSteps.Where(s => s.ClaimId == claim.Id).Select(s => s.Way).ToListAsync()));

        string[] later = [.. first[..7], "2026-1-20", "给付", "2026/1/21", "2026.1.25", "1200.50元"];
        await TakeAsync(await ReadAsync(await UploadAsync("utf-8", Heads, later)));
        Assert.Equal((ClaimState.Paid, ClaimDecision.Pay, 120_050L, 120_050L), StateOf((await ClaimAsync(number))!));

        // The older list once more, and one without the columns of the end: nothing goes back.
        await TakeAsync(await ReadAsync(await UploadAsync("utf-8", Heads, [.. first[..2], "", .. first[3..]])));
        await TakeAsync(await ReadAsync(await UploadAsync("utf-8", Heads[..6], [.. first[..6]])));
        Assert.Equal((ClaimState.Paid, ClaimDecision.Pay, 120_050L, 120_050L), StateOf((await ClaimAsync(number))!));
    }

    [Fact]
    public async Task A_claim_that_the_agent_registered_without_a_number_takes_the_insurers_unless_two_may_be_meant()
    {
        var (day, alone, one, other) = (GivenHousehold.Today.AddDays(-20), Next("C"), Next("C"), Next("C"));
        var (claim, twin) = (await RegisteredAsync(day), await RegisteredAsync(day.AddDays(1)));
        string[] Row(string number, DateOnly on) => [number, _policy, "N1984", _people.Head, $"{on:yyyy-MM-dd}", $"{on:yyyy-MM-dd}", "", "", "", "", "", ""];

        await TakeAsync(await ReadAsync(await UploadAsync("utf-8", Heads, Row(alone, day), Row(one, day.AddDays(1)), Row(other, day.AddDays(1)))));

        Assert.Equal((claim, true), ((await ClaimAsync(alone))!.Id, (await ClaimAsync(alone))!.RegisteredById is not null));
        Assert.DoesNotContain(twin, new[] { (await ClaimAsync(one))!.Id, (await ClaimAsync(other))!.Id });
        Assert.True(await _database.SeeAsync(Places.Village, db => db.Claims.Where(c => c.Id == twin).Select(c => c.Number.StartsWith(Claim.ProvisionalStart)).SingleAsync()));
        await TakeAsync(await ReadAsync(await UploadAsync("utf-8", Heads, Row(alone, day))));
        Assert.Equal(claim, (await ClaimAsync(alone))!.Id);
    }

    private async Task<Guid> RegisteredAsync(DateOnly accident)
    {
        var (id, agent) = (Guid.CreateVersion7(), await _database.GivenReadyAgentAsync());
        var policy = await _database.SeeAsync(Places.Village, db => db.Policies.Where(p => p.Number == _policy).Select(p => p.Id).SingleAsync());
        await new RegisterClaim(_database.GateFor(agent, GivenHousehold.Clock()), GivenHousehold.Clock()).RunAsync(new(id, policy, accident, accident, "fell", null, null));
        return id;
    }

    [Fact]
    public async Task What_does_not_hold_is_refused_by_field_and_reason_and_nothing_of_it_is_stored()
    {
        var (number, rival, lapsed) = (Next("C"), Next("P"), Next("P"));
        await _database.TakeAsync(_insurer, GivenPolicy.Row(0, rival, _product, _people.Head) with { Insurer = "RX", IssuedOn = new(2025, 1, 1), EffectiveOn = new(2025, 1, 2) },
            GivenPolicy.Row(1, lapsed, _product, _people.Head) with { IssuedOn = new(2025, 1, 1), EffectiveOn = new(2025, 1, 2), EndsOn = new(2025, 12, 31) });
        string[] Row(string end, string policy, string name, string id, params string[] days) => [number + end, policy, name, id, .. days, .. Enumerable.Repeat("", 8 - days.Length)];
        var list = await ReadAsync(await UploadAsync("utf-8", Heads,
            Row("a", "none", "N1984", _people.Head, "2026-01-05", "2026-01-06"), Row("b", _policy, "N1986", _people.Spouse, "2026-01-05", "2026-01-06"), Row("c", _policy, "Somebody", "", "2026-01-05", "2026-01-06"),
            Row("d", rival, "N1984", _people.Head, "2026-01-05", "2026-01-06"), Row("e", lapsed, "N1984", _people.Head, "2026-01-05", "2026-01-06"), Row("f", _policy, "N1984", _people.Head, "2026-01-07", "2026-01-06"),
            Row("g", _policy, "N1984", _people.Head, "2026-01-05", "2026-01-06", "", "2026-01-10", "给付"), Row("h", _policy, "N1984", _people.Head, "2026-01-05", "2026-01-06", "2026-01-08", "2026-01-10", "也许"),
            Row("i", _policy, "N1984", _people.Head, "2026-01-05", ""), Row("j", _policy, "N1984", _people.Head, "2026-01-05", "2026-03-02"), Row("k", _policy, "N1984", _people.Head, "2026-01", "2026-01-06"),
            Row("l", _policy, "N1984", _people.Head, "2026-01-05", "2026-01-06"), Row("l", _policy, "N1984", _people.Head, "2026-01-04", "2026-01-06")));
        await TakeAsync(list);

        var refused = (await DetailAsync(list)).Questions;
        (string, RosterField?, string)[] expected =
        [
            ("a", RosterField.PolicyNo, "IntakeReason.UnknownPolicy"), ("b", RosterField.IdNumber, "ClaimRule.TheInsuredIsThePolicys"), ("c", RosterField.Name, "ClaimRule.TheInsuredIsThePolicys"),
            ("d", RosterField.PolicyNo, "ClaimRule.OfTheProgrammesInsurer"), ("e", RosterField.AccidentOn, "ClaimRule.ThePolicyWasInForce"), ("f", RosterField.ReportedOn, "ClaimRule.ReportedAfterTheAccident"),
            ("g", RosterField.DeterminedOn, "ClaimRule.AfterItsPredecessor"), ("h", RosterField.ClaimDecision, "IntakeReason.UnknownWord"), ("i", RosterField.ReportedOn, "IntakeReason.Missing"),
            ("j", null, "ClaimRule.NotOfADayToCome"), ("k", RosterField.AccidentOn, "RosterReason.DateNoDay"), ("l", RosterField.ClaimNo, "IntakeReason.ListedTwice"), ("l", RosterField.ClaimNo, "IntakeReason.ListedTwice"),
        ];
        Assert.Equal(expected, refused.Select(q => (q.Number[number.Length..], q.Field, q.Why)));
        Assert.All(refused, q => Assert.Equal(RowOutcome.Refused, q.Outcome));
        Assert.Equal(0, await _database.SeeAsync(Places.Village, db => db.Claims.CountAsync(c => c.Number.StartsWith(number))));
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("GB18030")]
    [InlineData("xlsx")]
    public async Task All_three_kinds_come_with_titles_odd_heads_wide_digits_and_days_as_people_write_them(string form)
    {
        var (policy, receipt, claim) = (Next("P"), Next("F"), Next("C"));
        await TakeAsync(await ReadAsync(await UploadAsync(form, ["某公司承保清单（2026年）"], ["序号", "保单号码 *", "村代码", "被保险人姓名", "证件号码", "险种代码", "承保日期", "生效日期", "交费方式", "保费（元）"],
            ["1", $"'{policy}", "999999101201", "N1984", _people.Head, _product, "2009.1.5", "２００９年１月６日", "年交", "６００．００元"], ["合计", "", "", "", "", "", "", "", "", "600"])));
        await TakeAsync(await ReadAsync(await UploadAsync(form, ["收费明细"], ["收据号码", "保险单号", "入账日期", "收付类型", "保单年度", "金额", "收付方式"], [receipt, policy, "2009.1.5", "保费", "第１年", "600", "转账"])));
        await TakeAsync(await ReadAsync(await UploadAsync(form, ["理赔明细"], ["案件号", "保单号", "证件号码", "出险时间", "报案时间"], [claim, policy, _people.Head, "2010.2.3", "２０１０－２－４"])));

        var stored = await _database.SeeAsync(Places.Village, async db => (Policy: await db.Policies.SingleAsync(p => p.Number == policy), Payment: await db.Payments.SingleAsync(p => p.Number == receipt)));
        Assert.Equal((new DateOnly(2009, 1, 5), new DateOnly(2009, 1, 6), PayMode.Annual, 60_000L), (stored.Policy.IssueDate, stored.Policy.EffectiveDate, stored.Policy.PayMode, stored.Policy.PremiumFen));
        Assert.Equal((new DateOnly(2009, 1, 5), 1, 60_000L, PaymentMethod.Bank), (stored.Payment.BookedOn, stored.Payment.PolicyYear, stored.Payment.AmountFen, stored.Payment.Method));
        Assert.Equal((new DateOnly(2010, 2, 3), new DateOnly(2010, 2, 4)), ((await ClaimAsync(claim))!.AccidentOn, (await ClaimAsync(claim))!.ReportedOn));
    }

    [Fact]
    public async Task One_workbook_of_policies_and_of_payments_and_claims_on_them_is_foretold_as_it_is_taken_and_changes_nothing_again()
    {
        var (one, other, mark) = (Next("P"), Next("P"), Next("M"));
        string[][] policies = [["保单号", "村代码", "被保险人", "证件号码", "险种", "承保日期", "交费方式", "保费"],
            [one, "999999101201", "N1984", _people.Head, _product, "2025-01-01", "年交", "600.00"], [other, "999999101201", "N1986", _people.Spouse, _product, "2025-01-01", "年交", "700.00"]];
        string[][] payments = [["收据号", "保单号", "入账日期", "收付类型", "保单年度", "金额", "收付方式", "交款人"],
            [$"{mark}1", one, "2025-01-01", "收费", "1", "600.00", "银行转账", "N1984"], [$"{mark}2", other, "2025-01-01", "收费", "1", "700.00", "现金", ""], [$"{mark}3", "none", "2025-01-01", "收费", "1", "1.00", "银行转账", ""]];
        string[][] claims = [Heads[..6], [$"{mark}4", one, "N1984", _people.Head, "2026-01-05", "2026-01-06"], [$"{mark}5", other, "N1986", _people.Spouse, "2026-01-07", "2026-01-08"]];
        var (book, counts) = (await Sheets.BookAsync(claims, payments, policies), new InsurerListCounts(6, 0, 0, 0, 1));

        var list = await ReadAsync((await SendAsync(book)).ListId);
        Assert.Equal(counts, (await DetailAsync(list)).Counts);
        Assert.Equal((0, 0, 0, 0), await StoredAsync(mark, one, other));
        await TakeAsync(list);
        Assert.Equal(counts, (await DetailAsync(list)).Counts);
        Assert.Equal([($"{mark}3", "IntakeReason.UnknownPolicy")], (await DetailAsync(list)).Questions.Select(q => (q.Number, q.Why)));
        Assert.Equal((2, 2, 2, 1), await StoredAsync(mark, one, other));
        var linked = await _database.SeeAsync(Places.Village, db => (from c in db.Claims
                                                                     join p in db.Policies on c.PolicyId equals p.Id
                                                                     join m in db.Payments on p.Id equals m.PolicyId
                                                                     where c.Number.StartsWith(mark)
                                                                     orderby c.Number
                                                                     select new { c.Number, Policy = p.Number, Receipt = m.Number, IsOfTheInsured = c.InsuredId == p.InsuredId, m.AmountFen, p.PremiumFen, p.BatchId }).ToListAsync());
        Assert.Equal([($"{mark}4", one, $"{mark}1", true, 600_00L, 600_00L, list), ($"{mark}5", other, $"{mark}2", true, 700_00L, 700_00L, list)],
            linked.Select(l => (l.Number, l.Policy, l.Receipt, l.IsOfTheInsured, l.AmountFen, l.PremiumFen, l.BatchId!.Value)));

        Assert.Equal((list, true), ((await SendAsync(book)).ListId, (await SendAsync(book)).WasThere));
        var again = await ReadAsync((await SendAsync(await Sheets.BookAsync(policies, payments, claims))).ListId);
        Assert.Equal(new InsurerListCounts(0, 0, 6, 0, 1), (await DetailAsync(again)).Counts);
        await TakeAsync(again);
        Assert.Equal(new InsurerListCounts(0, 0, 6, 0, 1), (await DetailAsync(again)).Counts);
        Assert.Equal((2, 2, 2, 1), await StoredAsync(mark, one, other));
        Assert.All(await _database.SeeAsync(Places.Village, db => db.Policies.Where(p => p.Number == one || p.Number == other).ToListAsync()), p => Assert.Equal((0, list), (p.Version, p.BatchId!.Value)));
    }

    // Policies, payments, claims, and what the rule of no cash asks about.
    private Task<(int, int, int, int)> StoredAsync(string mark, params string[] policies) => _database.SeeAsync(Places.Village, async db => (await db.Policies.CountAsync(p => policies.Contains(p.Number)),
        await db.Payments.CountAsync(p => p.Number.StartsWith(mark)), await db.Claims.CountAsync(c => c.Number.StartsWith(mark)), await db.PremiumExceptions.CountAsync(e => db.Payments.Any(p => p.Id == e.PaymentId && p.Number.StartsWith(mark)))));

    [Fact]
    public async Task Lists_of_claims_shuffled_repeated_and_at_once_leave_the_register_the_same()
    {
        var numbers = Enumerable.Range(0, 30).Select(_ => Next("C")).ToArray();
        string[][] rows = [.. numbers.Select((n, i) => new[] { n, _policy, "N1984", _people.Head, "2026-01-05", "2026-01-06", "2026-01-10", i % 2 == 0 ? "2026-01-20" : "", i % 2 == 0 ? "拒赔" : "" })];
        var lists = new List<Guid>();
        for (var i = 0; i < 4; i++) lists.Add(await ReadAsync(await UploadAsync("utf-8", [Heads[..9], .. Shuffled(rows)])));
        foreach (var list in lists) await AskAsync(list);
        await Task.WhenAll(lists.Select(l => ReadAsync(l)));

        var claims = await _database.SeeAsync(Places.Village, db => db.Claims.Where(c => numbers.Contains(c.Number)).ToListAsync());
        Assert.Equal((30, 15), (claims.Count, claims.Count(c => c.Decision == ClaimDecision.Refuse)));
        Assert.All(claims, c => Assert.Equal(0, c.Version));
        Assert.Equal(75, await _database.SeeAsync(Places.Village, db => db.ClaimSteps.CountAsync(s => db.Claims.Any(c => c.Id == s.ClaimId && numbers.Contains(c.Number)))));
    }

    private static (ClaimState, ClaimDecision?, long?, long?) StateOf(Claim c) => (c.Facts().State, c.Decision, c.DecidedFen, c.PaidFen);

    private async Task<Guid> UploadAsync(string form, params string[][] rows) => (await SendAsync(await Sheets.OfAsync(form, rows))).ListId;

    private Task<UploadInsurerList.View> SendAsync(byte[] content) => new UploadInsurerList(Gate, Imports.Vault, Store, GivenHousehold.Clock()).RunAsync(new(Guid.CreateVersion7(), "list", content));

    private async Task<Guid> ReadAsync(Guid list)
    {
        await new ReadInsurerList(Gate, Imports.Vault, Store, GivenHousehold.Clock(), new(true)).RunAsync(new(list));
        return list;
    }

    private async Task AskAsync(Guid list) => await new AskToTakeInsurerList(Gate, GivenHousehold.Clock()).RunAsync(new(list, (await DetailAsync(list)).Version, Guid.CreateVersion7()));

    private async Task TakeAsync(Guid list)
    {
        await AskAsync(list);
        await ReadAsync(list);
    }

    private Task<InsurerListDetail.View> DetailAsync(Guid list) => new InsurerListDetail(Gate, Imports.Vault).RunAsync(new(list), CancellationToken.None);

    private Task<Claim?> ClaimAsync(string number) => _database.SeeAsync(Places.Village, db => db.Claims.AsNoTracking().SingleOrDefaultAsync(c => c.Number == number));

    private static T[] Shuffled<T>(T[] rows)
    {
        var copy = rows.ToArray();
        Random.Shared.Shuffle(copy);
        return copy;
    }

    private static string Next(string what) => $"{what}L{Interlocked.Increment(ref _last):00000}";
}
