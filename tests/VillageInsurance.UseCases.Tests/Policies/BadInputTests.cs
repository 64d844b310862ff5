using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Policies;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Deliveries;
using VillageInsurance.UseCases.Documents;
using VillageInsurance.UseCases.Policies;
using VillageInsurance.UseCases.Tests.Agreements;
using VillageInsurance.UseCases.Tests.Exchange;
using VillageInsurance.UseCases.Tests.Households;
using VillageInsurance.UseCases.Tests.Shared;

namespace VillageInsurance.UseCases.Tests.Policies;

/// <summary>Rows that cannot be, by list and by the insurer's system: refused where they stand, nothing stored, and the row put right is taken afterwards.</summary>
public sealed class BadInputTests(TestPostgres postgres) : IAsyncLifetime
{
    private const string PolicyHeads = "保单号,村代码,证件号码,险种,承保日期,生效日期,终止日期,交费方式,保费,退保日期", PaymentHeads = "收据号,保单号,入账日期,收付类型,保单年度,金额";

    private readonly TestDatabase _database = new(postgres);
    private readonly string _folder = Directory.CreateTempSubdirectory("bad-input").FullName;
    private Actor _insurer = null!, _system = null!;
    private string _product = null!;
    private (string Head, string Spouse, string Child) _people;

    public async ValueTask InitializeAsync()
    {
        await _database.InitializeAsync();
        (_insurer, _product) = (await _database.GivenInsurerAsync(), await _database.GivenProductAsync());
        _system = new(_insurer.StaffId, _insurer.Name, [new(Role.InsurerReviewer, [Permission.DeliverPolicies, Permission.DeliverPremiums], DataScope.WholeCounty, Staffing.Today)], Staffing.Today);
        _people = await _database.GivenPeopleAsync(await _database.GivenReadyAgentAsync());
        await _database.TakeAsync(_insurer, GivenPolicy.Row(0, "KNOWN", _product, _people.Head), GivenPolicy.Row(1, "OTHER", _product, _people.Head));
        await _database.TakeAsync(_insurer, GivenPolicy.Paid(0, "F-KNOWN", "KNOWN"));
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return _database.DisposeAsync();
    }

    [Theory]
    [InlineData("NEW,999999101201,HEAD,none,2026-02-01,2026-02-02,2036-02-01,年交,600.00,", "IntakeReason.UnknownProduct")]
    [InlineData("NEW,999999101201,110105194912310021,PRODUCT,2026-02-01,2026-02-02,2036-02-01,年交,600.00,", "RosterReason.IdCheckDigit")]
    [InlineData("NEW,999999101201,11010519491231002X,PRODUCT,2026-02-01,2026-02-02,2036-02-01,年交,600.00,", "IntakeReason.UnknownPerson")]
    [InlineData("KNOWN,999999101201,SPOUSE,PRODUCT,2026-02-01,2026-02-02,2036-02-01,年交,600.00,", "PolicyRule.ANumberInsuresOnePerson")]
    [InlineData("NEW,999999101201,HEAD,PRODUCT,2026-02-01,2026-02-02,2026-01-01,年交,600.00,", "PolicyRule.ItEndsNotBeforeItBegins")]
    [InlineData("NEW,999999101201,HEAD,PRODUCT,2026-02-01,2026-02-02,2036-02-01,年交,600.00,2026-01-31", "PolicyRule.NothingHappensBeforeTheIssue")]
    [InlineData("NEW,999999101201,HEAD,PRODUCT,2026-02-01,2026-02-02,2036-02-01,按天,600.00,", "IntakeReason.UnknownWord")]
    public async Task A_policy_that_cannot_be_is_refused_by_a_list(string row, string why)
    {
        await RefusedByListAsync($"{PolicyHeads}\n{Named(row)}\n", why);
        await TakenByListAsync($"{PolicyHeads}\n{Named("NEW,999999101201,HEAD,PRODUCT,2026-02-01,2026-02-02,2036-02-01,年交,600.00,")}\n");
    }

    [Theory]
    [InlineData("F-KNOWN,KNOWN,2026-03-01,保费,1,599.00", "PolicyRule.AReceiptIsBookedOnce")]
    [InlineData("F-KNOWN,OTHER,2026-03-01,保费,1,600.00", "PolicyRule.AReceiptIsBookedOnce")]
    [InlineData("F-NEW,KNOWN,2026-03-01,差错退费,1,600.01", "PolicyRule.RefundsStayWithinReceipts")]
    [InlineData("F-NEW,none,2026-03-01,保费,1,600.00", "IntakeReason.UnknownPolicy")]
    [InlineData("F-NEW,KNOWN,2026-03-01,保费,1,六百", "RosterReason.AmountUnreadable")]
    [InlineData("F-NEW,KNOWN,2026-03-01,保费,,600.00", "IntakeReason.Missing")]
    public async Task A_payment_that_cannot_be_is_refused_by_a_list(string row, string why)
    {
        await RefusedByListAsync($"{PaymentHeads}\n{row}\n", why);
        await TakenByListAsync($"{PaymentHeads}\nF-NEW,KNOWN,2026-03-01,差错退费,1,600.00\n");
    }

    [Fact]
    public async Task What_cannot_be_is_refused_by_the_insurers_system_too_and_put_right_it_is_taken()
    {
        var good = GivenPolicy.Row(0, "NEW", _product, _people.Head);
        foreach (var (row, field, why) in new (PolicyRow, string, string)[]
        {
            (good with { Product = "none" }, "Product", "IntakeReason.UnknownProduct"), (good with { Insured = new("110105194912310021", null) }, "IdNumber", "IntakeReason.UnknownPerson"),
            (good with { Number = "KNOWN", Insured = new(_people.Spouse, null) }, "IdNumber", "PolicyRule.ANumberInsuresOnePerson"), (good with { EndsOn = GivenPolicy.Today.AddDays(-1) }, "EndDate", "PolicyRule.ItEndsNotBeforeItBegins"),
        })
            Assert.Equal(new DeliveredRow(0, RowOutcome.Refused, field, why), Assert.Single(await DeliverAsync(row)));
        var paid = GivenPolicy.Paid(0, "F-NEW", "KNOWN", 60_000, PaymentKind.RefundError);
        foreach (var (row, field, why) in new (PaymentRow, string, string)[]
        {
            (paid with { AmountFen = 60_001 }, "Premium", "PolicyRule.RefundsStayWithinReceipts"), (GivenPolicy.Paid(0, "F-KNOWN", "KNOWN", 1), "PaymentNo", "PolicyRule.AReceiptIsBookedOnce"),
            (paid with { PolicyNumber = "none" }, "PolicyNo", "IntakeReason.UnknownPolicy"),
        })
            Assert.Equal(new DeliveredRow(0, RowOutcome.Refused, field, why), Assert.Single(await DeliverAsync(row)));
        Assert.Equal((2, 1), await StoredAsync());

        foreach (var expected in (RowOutcome[])[RowOutcome.Added, RowOutcome.Unchanged])
            Assert.Equal((expected, expected), ((await DeliverAsync(good))[0].Outcome, (await DeliverAsync(paid))[0].Outcome));
    }

    private async Task RefusedByListAsync(string content, string why)
    {
        var list = await TakeAsync(content);
        Assert.Equal((new InsurerListCounts(0, 0, 0, 0, 1), why), (list.Counts, list.Questions.Single().Why));
        Assert.Equal((2, 1), await StoredAsync());
    }

    // Twice, as somebody does who is not sure that the first time went through.
    private async Task TakenByListAsync(string content)
    {
        Assert.Equal(new InsurerListCounts(1, 0, 0, 0, 0), (await TakeAsync(content)).Counts);
        Assert.Equal(new InsurerListCounts(0, 0, 1, 0, 0), (await TakeAsync(content)).Counts);
    }

    private async Task<InsurerListDetail.View> TakeAsync(string content)
    {
        var (gate, clock, store) = (_database.GateFor(_insurer, GivenHousehold.Clock()), GivenHousehold.Clock(), new DiskFileStore(_folder));
        var id = (await new UploadInsurerList(gate, Imports.Vault, store, clock).RunAsync(new(Guid.CreateVersion7(), "list.csv", System.Text.Encoding.UTF8.GetBytes(content)))).ListId;
        var read = new ReadInsurerList(gate, Imports.Vault, store, clock, new(true));
        await read.RunAsync(new(id));
        await new AskToTakeInsurerList(gate, clock).RunAsync(new(id, (await new InsurerListDetail(gate, Imports.Vault).RunAsync(new(id), CancellationToken.None)).Version, Guid.CreateVersion7()));
        await read.RunAsync(new(id));
        return await new InsurerListDetail(gate, Imports.Vault).RunAsync(new(id), CancellationToken.None);
    }

    private string Named(string row) => row.Replace("HEAD", _people.Head, StringComparison.Ordinal).Replace("SPOUSE", _people.Spouse, StringComparison.Ordinal).Replace("PRODUCT", _product, StringComparison.Ordinal);

    private Task<IReadOnlyList<DeliveredRow>> DeliverAsync(PolicyRow row) => new DeliverPolicies(_database.GateFor(_system, GivenHousehold.Clock()), Imports.Vault, GivenHousehold.Clock()).RunAsync(new([row]));

    private Task<IReadOnlyList<DeliveredRow>> DeliverAsync(PaymentRow row) => new DeliverPremiums(_database.GateFor(_system, GivenHousehold.Clock()), Imports.Vault, GivenHousehold.Clock()).RunAsync(new([row]));

    private Task<(int, int)> StoredAsync() => _database.SeeAsync(Places.Village, async db => (await db.Policies.CountAsync(), await db.Payments.CountAsync()));
}
