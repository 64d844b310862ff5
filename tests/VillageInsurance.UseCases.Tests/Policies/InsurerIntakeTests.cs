using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Policies;
using VillageInsurance.UseCases.Policies;
using VillageInsurance.UseCases.Rosters;
using VillageInsurance.UseCases.Tests.Agreements;
using VillageInsurance.UseCases.Tests.Households;
using VillageInsurance.UseCases.Tests.Shared;

namespace VillageInsurance.UseCases.Tests.Policies;

public sealed class InsurerIntakeTests(TestPostgres postgres) : IAsyncLifetime
{
    private static int _last;

    private readonly TestDatabase _database = new(postgres);
    private Actor _agent = null!;
    private string _product = null!, _student = null!;
    private (string Head, string Spouse, string Child) _people;

    public async ValueTask InitializeAsync()
    {
        await _database.InitializeAsync();
        _agent = await _database.GivenReadyAgentAsync();
        (_product, _student) = (await _database.GivenProductAsync(), await _database.GivenProductAsync(forPupils: true));
        _people = await _database.GivenPeopleAsync(_agent);
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task A_policy_and_its_premium_are_taken_with_all_that_they_say()
    {
        var number = Next();
        Assert.Equal([RowOutcome.Added], Outcomes(await TakeAsync(Row(number))));
        Assert.Equal([RowOutcome.Added], Outcomes(await TakeAsync(GivenPolicy.Paid(1, $"F{number}", number) with { PayerName = "N1984", AccountOwner = "N1984", Method = PaymentMethod.InsurerPos })));

        var (policy, payment) = (await PolicyAsync(number), await PaymentAsync($"F{number}"));
        Assert.Equal((Places.Village, (Guid?)Places.Group, "CL", 60_000L, GivenPolicy.Today, GivenPolicy.Today), (policy!.VillageId, policy.GroupId, policy.Insurer, policy.PremiumFen, policy.IssueDate, policy.KnownOn));
        Assert.Equal((policy.Id, PaymentMethod.InsurerPos, "N1984", GivenPolicy.Today), (payment!.PolicyId, payment.Method, payment.PayerName, payment.CountsOn));
    }

    [Fact]
    public async Task The_same_rows_again_change_nothing_in_any_order_and_from_several_sides()
    {
        var numbers = Enumerable.Range(0, 40).Select(_ => Next()).ToArray();
        var policies = numbers.Select((n, i) => Row(n, i)).ToArray();
        var payments = numbers.SelectMany((n, i) => new[] { GivenPolicy.Paid(2 * i, $"F{n}", n), GivenPolicy.Paid(2 * i + 1, $"G{n}", n, 10_000, PaymentKind.RefundError) }).ToArray();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => TakeAsync(Shuffled(policies))));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => TakeAsync(Shuffled(payments))));

        Assert.All(Outcomes(await TakeAsync(Shuffled(policies))), o => Assert.Equal(RowOutcome.Unchanged, o));
        Assert.All(Outcomes(await TakeAsync(Shuffled(payments))), o => Assert.Equal(RowOutcome.Unchanged, o));
        Assert.Equal((40, 80), await _database.SeeAsync(Places.Village, async db => (await db.Policies.CountAsync(p => numbers.Contains(p.Number)), await db.Payments.CountAsync(p => db.Policies.Any(x => x.Id == p.PolicyId && numbers.Contains(x.Number))))));
        Assert.All(await _database.SeeAsync(Places.Village, db => db.Policies.Where(p => numbers.Contains(p.Number)).Select(p => p.Version).ToListAsync()), v => Assert.Equal(0, v));
    }

    [Fact]
    public async Task A_later_list_tells_the_standing_and_leaves_what_it_does_not_say()
    {
        var number = Next();
        await TakeAsync(Row(number));

        var later = new PolicyRow(1) { Number = number, Standing = new(null, null, GivenPolicy.Today.AddDays(90), null, null), DemandedOn = GivenPolicy.Today.AddDays(40), Grace = GraceTerm.ThirtyDaysFromDemand };
        Assert.Equal([RowOutcome.Changed], Outcomes(await TakeAsync(later)));
        Assert.Equal([RowOutcome.Unchanged], Outcomes(await TakeAsync(later)));
        Assert.Equal([RowOutcome.Unchanged], Outcomes(await TakeAsync(new PolicyRow(1) { Number = number, PremiumFen = 60_000 })));
        var policy = await PolicyAsync(number);
        Assert.Equal((GivenPolicy.Today.AddDays(90), GraceTerm.ThirtyDaysFromDemand, 60_000L), (policy!.SuspendedOn, policy.GraceTerm, policy.PremiumFen));

        await TakeAsync(later with { Standing = new(null, null, null, null, null) });
        Assert.Null((await PolicyAsync(number))!.SuspendedOn);
    }

    [Fact]
    public async Task What_does_not_hold_is_refused_by_field_and_reason_and_not_stored()
    {
        var (number, other) = (Next(), Next());
        await TakeAsync(Row(other));
        var results = await TakeAsync(
            Row(number) with { Product = "none" },
            Row(number, 1) with { Number = $"{number}a", Insured = new("110105194912310021", null) },
            Row(other, 2) with { Insured = new(_people.Spouse, null) },
            Row(number, 3) with { Number = $"{number}b", EndsOn = GivenPolicy.Today },
            Row(number, 4) with { Number = null },
            Row(number, 5) with { Number = $"{number}c", Village = new("999999999999", null, null) },
            Row(number, 6) with { Number = $"{number}d", PremiumFen = null },
            Row(number, 7) with { Number = $"{number}e", Standing = new(null, GivenPolicy.Today.AddDays(-1), null, null, null) },
            Row(number, 8) with { Number = $"{number}f" }, Row(number, 9) with { Number = $"{number}f", PremiumFen = 1 });

        Assert.Equal(
        [
            (RosterField.Product, "IntakeReason.UnknownProduct"), (RosterField.IdNumber, "IntakeReason.UnknownPerson"), (RosterField.IdNumber, "PolicyRule.ANumberInsuresOnePerson"),
            (RosterField.EndDate, "PolicyRule.ItEndsNotBeforeItBegins"), (RosterField.PolicyNo, "IntakeReason.Missing"), (RosterField.VillageCode, "IntakeReason.UnknownVillage"),
            (RosterField.Premium, "IntakeReason.Missing"), (RosterField.IssueDate, "PolicyRule.NothingHappensBeforeTheIssue"), (RosterField.PolicyNo, "IntakeReason.ListedTwice"), (RosterField.PolicyNo, "IntakeReason.ListedTwice"),
        ],
        results.Select(r => (r.Field!.Value, r.Why!)));
        Assert.All(results, r => Assert.Equal(RowOutcome.Refused, r.Outcome));
        Assert.Equal(0, await _database.SeeAsync(Places.Village, db => db.Policies.CountAsync(p => p.Number.StartsWith(number))));
    }

    [Fact]
    public async Task A_village_by_a_name_that_two_have_is_found_by_the_insured_or_asks()
    {
        var stranger = await _database.GivenReadyAgentAsync(Places.OtherVillage);
        var (number, away) = (Next(), await _database.GivenPeopleAsync(stranger, Places.OtherVillage));
        var named = Row(number) with { Village = new(null, "Village", null) };
        Assert.Equal([RowOutcome.Added], Outcomes(await TakeAsync(named)));
        Assert.Equal(Places.Village, (await PolicyAsync(number))!.VillageId);

        // Issued before anybody lived anywhere: nothing tells which of the two it is.
        var unknown = named with { Number = $"{number}a", IssuedOn = new(2020, 1, 1), EffectiveOn = new(2020, 1, 2) };
        var asked = Assert.Single(await TakeAsync(unknown));
        Assert.Equal((RowOutcome.Asks, RosterField.Village, "IntakeReason.SeveralVillages", 2), (asked.Outcome, asked.Field, asked.Why, asked.Candidates!.Count));
        Assert.Equal([RowOutcome.Added], Outcomes(await TakeAsync(unknown with { Chosen = new Dictionary<RosterField, Guid> { [RosterField.Village] = Places.OtherVillage } })));

        Assert.Equal([RowOutcome.Added], Outcomes(await TakeAsync(unknown with { Number = $"{number}b", Village = new(null, "Village", "Street"), Insured = new(away.Head, null) })));
        Assert.Equal([RowOutcome.Unchanged], Outcomes(await TakeAsync(unknown)));
    }

    [Fact]
    public async Task A_name_alone_asks_whom_it_means()
    {
        var (number, namesake) = (Next(), await _database.GivenPeopleAsync(_agent));
        var row = Row(number) with { Insured = new(null, "N1984"), Holder = new(null, null) };
        var asked = Assert.Single(await TakeAsync(row));
        Assert.Equal((RowOutcome.Asks, RosterField.Name), (asked.Outcome, asked.Field));
        Assert.True(asked.Candidates!.Count >= 2);
        Assert.All(asked.Candidates, c => Assert.StartsWith("N****", c.Shown, StringComparison.Ordinal));

        Assert.Equal([RowOutcome.Added], Outcomes(await TakeAsync(row with { Chosen = new Dictionary<RosterField, Guid> { [RosterField.Name] = asked.Candidates[0].Id } })));
        Assert.NotEqual(_people.Head, namesake.Head);
    }

    [Fact]
    public async Task What_the_agent_entered_from_the_paper_takes_the_insurers_number()
    {
        var family = await _database.GivenFamilyAsync(_agent);
        var receipt = $"F{Next()}";
        await _database.SaveAsync(_agent, family with { Policies = [new(Guid.CreateVersion7(), _product, family.Members[0].PersonId, family.Members[0].PersonId, GivenPolicy.Today, GivenPolicy.Today.AddDays(1), 60_000, receipt, PaymentMethod.Cash)] });
        var byHand = await PolicyAsync($"T{receipt}");
        var id = await _database.SeeAsync(Places.Village, db => db.Persons.Where(p => p.Id == byHand!.InsuredId).Select(p => p.Name).SingleAsync());

        var (number, chosen) = (Next(), new Dictionary<RosterField, Guid> { [RosterField.Name] = byHand!.InsuredId });
        Assert.Equal([RowOutcome.Changed], Outcomes(await TakeAsync(Row(number) with { Insured = new(null, id), Holder = new(null, null), Chosen = chosen })));
        Assert.Equal([RowOutcome.Changed], Outcomes(await TakeAsync(GivenPolicy.Paid(1, receipt, number))));

        Assert.Equal(byHand.Id, (await PolicyAsync(number))!.Id);
        Assert.Null(await PolicyAsync($"T{receipt}"));
        Assert.Equal((byHand.Id, PaymentMethod.Bank), await _database.SeeAsync(Places.Village, db => db.Payments.Where(p => p.Number == receipt).Select(p => new ValueTuple<Guid, PaymentMethod>(p.PolicyId, p.Method)).SingleAsync()));
        Assert.Equal([PremiumExceptionKind.Cash], await _database.SeeAsync(Places.Village, db => db.PremiumExceptions.Where(e => e.PolicyId == byHand.Id).Select(e => e.Kind).ToListAsync()));
    }

    [Fact]
    public async Task Pupils_of_a_group_policy_have_a_certificate_each()
    {
        var (group, second) = (Next(), await _database.GivenPeopleAsync(_agent));
        PolicyRow Certificate(int row, string child) => new(row) { GroupNumber = group, School = "School", Product = _student, Insured = new(child, null), IssuedOn = GivenPolicy.Today, PremiumFen = 8_000 };
        PolicyRow[] roster = [Certificate(1, _people.Child), Certificate(2, second.Child)];

        Assert.Equal([RowOutcome.Added, RowOutcome.Added], Outcomes(await TakeAsync(roster)));
        Assert.Equal([RowOutcome.Unchanged, RowOutcome.Unchanged], Outcomes(await TakeAsync([.. roster.Reverse()])));
        var stored = await _database.SeeAsync(Places.Village, db => db.Policies.Where(p => p.GroupNumber == group).ToListAsync());
        Assert.Equal(2, stored.Count);
        Assert.All(stored, p => Assert.Equal(("School", GivenPolicy.Today.AddDays(1), GivenPolicy.Today.AddDays(1).AddMonths(12).AddDays(-1), PayMode.Once), (p.School, p.EffectiveDate, p.EndDate, p.PayMode)));
    }

    [Fact]
    public async Task A_receipt_is_booked_once_and_no_more_is_given_back_than_came_in()
    {
        var (number, other) = (Next(), Next());
        await TakeAsync(Row(number), Row(other, 1));
        var results = await TakeAsync(
            GivenPolicy.Paid(1, $"F{number}2", number, 70_000, PaymentKind.RefundPremium), GivenPolicy.Paid(2, $"F{number}1", number), GivenPolicy.Paid(3, $"F{number}3", number, 60_000, PaymentKind.RefundHesitation),
            GivenPolicy.Paid(4, $"F{number}4", "none"), GivenPolicy.Paid(5, $"F{number}5", number, -1), GivenPolicy.Paid(6, $"F{number}1", number), GivenPolicy.Paid(7, $"F{number}6", number, 900_000, PaymentKind.CashValue));
        Assert.Equal(
            ["PolicyRule.RefundsStayWithinReceipts", null, null, "IntakeReason.UnknownPolicy", "IntakeReason.Missing", null, null], results.Select(r => r.Why));
        Assert.Equal([RowOutcome.Added, RowOutcome.Added, RowOutcome.Unchanged, RowOutcome.Added], Outcomes(results.Where(r => r.Why is null)));
    }

    [Fact]
    public async Task The_same_receipt_with_another_amount_or_policy_is_refused()
    {
        var (number, other) = (Next(), Next());
        await TakeAsync(Row(number), Row(other, 1));
        await TakeAsync(GivenPolicy.Paid(1, $"F{number}", number));

        Assert.Equal(["PolicyRule.AReceiptIsBookedOnce"], (await TakeAsync(GivenPolicy.Paid(1, $"F{number}", number, 50_000))).Select(r => r.Why));
        Assert.Equal(["PolicyRule.AReceiptIsBookedOnce"], (await TakeAsync(GivenPolicy.Paid(1, $"F{number}", other))).Select(r => r.Why));
        Assert.Equal([RowOutcome.Changed], Outcomes(await TakeAsync(GivenPolicy.Paid(1, $"F{number}", number) with { PayerName = "Ai" })));
        Assert.Equal([RowOutcome.Added], Outcomes(await TakeAsync(GivenPolicy.Paid(1, $"G{number}", number, 60_000, PaymentKind.RefundHesitation))));
        Assert.Equal([RowOutcome.Refused], Outcomes(await TakeAsync(GivenPolicy.Paid(1, $"H{number}", number, 1, PaymentKind.RefundHesitation))));
    }

    [Fact]
    public async Task Each_exception_is_opened_once_however_often_the_payment_comes()
    {
        var number = Next();
        await TakeAsync(Row(number));
        var cash = GivenPolicy.Paid(1, $"F{number}", number) with { Method = PaymentMethod.Cash, PayerName = "Ai", PaidTo = Payee.Person, Receipt = ReceiptForm.Handwritten };
        await TakeAsync(cash);
        await TakeAsync(cash);
        await TakeAsync(cash with { AccountOwner = "Ai" });

        var open = await _database.SeeAsync(Places.Village, db => db.PremiumExceptions.Where(e => db.Policies.Any(p => p.Id == e.PolicyId && p.Number == number)).OrderBy(e => e.Kind).ToListAsync());
        Assert.Equal([PremiumExceptionKind.Cash, PremiumExceptionKind.ThirdParty, PremiumExceptionKind.ToAPerson, PremiumExceptionKind.HandwrittenReceipt], open.Select(e => e.Kind));
        var ids = open.Select(e => e.Id).ToList();
        Assert.Equal(8, await _database.SeeAsync(Places.Village, db => db.QueueItems.CountAsync(q => ids.Contains(q.RecordId))));
    }

    [Fact]
    public async Task A_rivals_policy_is_filed_and_its_cash_is_not_asked_about()
    {
        var number = Next();
        await TakeAsync(Row(number) with { Insurer = "RX" });
        await TakeAsync(GivenPolicy.Paid(1, $"F{number}", number) with { Method = PaymentMethod.Cash });

        var policy = await PolicyAsync(number);
        Assert.Equal("RX", policy!.Insurer);
        Assert.Equal(0, await _database.SeeAsync(Places.Village, db => db.PremiumExceptions.CountAsync(e => e.PolicyId == policy.Id)));
    }

    private Task<IReadOnlyList<RowResult>> TakeAsync(params PolicyRow[] rows) => _database.TakeAsync(Staffing.Insurer, rows);

    private Task<IReadOnlyList<RowResult>> TakeAsync(params PaymentRow[] rows) => _database.TakeAsync(Staffing.Insurer, rows);

    private PolicyRow Row(string number, int row = 0) => GivenPolicy.Row(row, number, _product, _people.Head);

    private Task<Policy?> PolicyAsync(string number) => _database.SeeAsync(Places.Village, db => db.Policies.AsNoTracking().SingleOrDefaultAsync(p => p.Number == number));

    private Task<Payment?> PaymentAsync(string number) => _database.SeeAsync(Places.Village, db => db.Payments.AsNoTracking().SingleOrDefaultAsync(p => p.Number == number));

    private static IEnumerable<RowOutcome> Outcomes(IEnumerable<RowResult> results) => results.Select(r => r.Outcome);

    private static T[] Shuffled<T>(T[] rows)
    {
        var copy = rows.ToArray();
        Random.Shared.Shuffle(copy);
        return copy;
    }

    private static string Next() => $"P{Interlocked.Increment(ref _last):000000}";
}
