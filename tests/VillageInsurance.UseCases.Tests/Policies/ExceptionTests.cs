using Microsoft.EntityFrameworkCore;
using Npgsql;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Policies;
using VillageInsurance.Domain.Shared;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Policies;
using VillageInsurance.UseCases.Tests.Agreements;
using VillageInsurance.UseCases.Tests.Households;
using VillageInsurance.UseCases.Tests.Shared;

namespace VillageInsurance.UseCases.Tests.Policies;

public sealed class ExceptionTests(TestPostgres postgres) : IAsyncLifetime
{
    private static int _last;

    private readonly TestDatabase _database = new(postgres);
    private Actor _agent = null!;
    private string _product = null!;
    private (string Head, string Spouse, string Child) _people;

    public async ValueTask InitializeAsync()
    {
        await _database.InitializeAsync();
        (_agent, _product) = (await _database.GivenReadyAgentAsync(), await _database.GivenProductAsync());
        _people = await _database.GivenPeopleAsync(_agent);
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Cash_is_explained_called_about_and_decided_by_another()
    {
        var (bringer, decider) = (await _database.GivenInsurerAsync(), await _database.GivenInsurerAsync());
        var id = await GivenExceptionAsync(bringer);
        Assert.Equal((ExceptionStep.ToExplain, true, false), await SeenByAsync(_agent, id));
        await Explain(_agent).RunAsync(new(id, 0, "The bank was closed."));
        await Call(bringer).RunAsync(new(id, 1, CallBackAnswer.Confirms, "At home"));

        Assert.Equal(PremiumExceptionRule.NobodyDecidesTheirOwn, (await Assert.ThrowsAsync<RuleBroken>(() => Decide(bringer).RunAsync(new(id, 2, ExceptionDecision.Cleared, "Fine")))).Rule);
        await Assert.ThrowsAsync<ChangedMeanwhile>(() => Decide(decider).RunAsync(new(id, 1, ExceptionDecision.Cleared, "Fine")));
        await Decide(decider).RunAsync(new(id, 2, ExceptionDecision.Cleared, "Fine"));

        Assert.Equal((ExceptionStep.Decided, false, false), await SeenByAsync(decider, id));
        Assert.Equal(0, await _database.SeeAsync(Places.Village, db => db.QueueItems.CountAsync(q => q.RecordId == id && q.DoneAt == null)));
        Assert.Contains((await new ExceptionList(Gate(decider)).RunAsync(new(Decided: true), CancellationToken.None)).Rows, r => r.Id == id && r.Decision == ExceptionDecision.Cleared);
        Assert.DoesNotContain((await new ExceptionList(Gate(decider)).RunAsync(new(), CancellationToken.None)).Rows, r => r.Id == id);
    }

    [Fact]
    public async Task Nothing_is_cleared_that_the_customer_denies_or_was_not_asked_about()
    {
        var (bringer, decider) = (await _database.GivenInsurerAsync(), await _database.GivenInsurerAsync());
        var id = await GivenExceptionAsync(bringer);
        await Explain(_agent).RunAsync(new(id, 0, "The bank was closed."));
        Assert.Equal(PremiumExceptionRule.TheCustomerIsCalledFirst, (await Assert.ThrowsAsync<RuleBroken>(() => Decide(decider).RunAsync(new(id, 1, ExceptionDecision.Cleared, "Fine")))).Rule);
        await Call(decider).RunAsync(new(id, 1, CallBackAnswer.Denies, ""));
        Assert.Equal(PremiumExceptionRule.WhatTheCustomerDeniesIsNotCleared, (await Assert.ThrowsAsync<RuleBroken>(() => Decide(decider).RunAsync(new(id, 2, ExceptionDecision.Cleared, "Fine")))).Rule);
        await Decide(decider).RunAsync(new(id, 2, ExceptionDecision.Violation, "Cash kept"));
        Assert.Equal(PremiumExceptionRule.WhatIsDecidedStays, (await Assert.ThrowsAsync<RuleBroken>(() => Explain(_agent).RunAsync(new(id, 3, "Later")))).Rule);
    }

    [Fact]
    public async Task Who_has_no_right_or_stands_in_another_village_changes_nothing()
    {
        var id = await GivenExceptionAsync(Staffing.Insurer);
        var stranger = await _database.GivenReadyAgentAsync(Places.OtherVillage);
        await Assert.ThrowsAsync<NotFound>(() => Explain(stranger).RunAsync(new(id, 0, "Not mine")));
        await Assert.ThrowsAsync<NotFound>(() => new ExceptionDetail(Gate(stranger)).RunAsync(id, CancellationToken.None));
        await Assert.ThrowsAsync<NotPermitted>(() => Explain(Staffing.Insurer).RunAsync(new(id, 0, "Not mine")));
        await Assert.ThrowsAsync<NotPermitted>(() => Call(_agent).RunAsync(new(id, 0, CallBackAnswer.Confirms, "")));
        await Assert.ThrowsAsync<NotPermitted>(() => Decide(_agent).RunAsync(new(id, 0, ExceptionDecision.Cleared, "Fine")));
    }

    [Fact]
    public async Task The_database_says_a_second_time_that_nobody_decides_their_own()
    {
        var id = await GivenExceptionAsync(Staffing.Insurer);
        await using var connection = NpgsqlDataSource.Create(_database.SuperuserConnectionString);
        await using var command = connection.CreateCommand($"update premium_exceptions set decided_by_id = recorded_by_id where id = '{id}'");
        Assert.Equal(PostgresErrorCodes.CheckViolation, (await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync())).SqlState);
    }

    [Fact]
    public async Task An_agent_sees_his_villages_policies_and_the_insurer_masked_names()
    {
        var number = Next();
        await _database.TakeAsync(Staffing.Insurer, GivenPolicy.Row(0, number, _product, _people.Head));
        await _database.TakeAsync(Staffing.Insurer, GivenPolicy.Paid(0, $"F{number}", number));
        Assert.Equal([("N1984", PolicyState.NotYet, GivenPolicy.Today.AddDays(1).AddYears(1))], (await BookAsync(_agent, number)).Select(r => (r.Insured, r.State, r.NextDue!.Value)));
        var masked = Assert.Single(await BookAsync(Staffing.Insurer, number));
        Assert.Equal("N****", masked.Insured);
        Assert.Empty(await BookAsync(await _database.GivenReadyAgentAsync(Places.OtherVillage), number));
        await Assert.ThrowsAsync<NotFound>(async () => await new PolicyDetail(Gate(await _database.GivenReadyAgentAsync(Places.OtherVillage)), GivenHousehold.Clock()).RunAsync(masked.Id, CancellationToken.None));
        Assert.Equal([60_000L], (await new PolicyDetail(Gate(Staffing.Insurer), GivenHousehold.Clock()).RunAsync(masked.Id, CancellationToken.None)).Payments.Select(p => p.AmountFen));
    }

    [Fact]
    public async Task What_presses_is_on_the_agents_list_and_a_family_that_said_no_is_not()
    {
        var (overdue, soon, later, suspended, pupil) = (Next(), Next(), Next(), Next(), Next());
        var student = await _database.GivenProductAsync(forPupils: true);
        var row = GivenPolicy.Row(0, overdue, _product, _people.Head);
        PolicyRow Begun(string number, DateOnly day) => row with { Number = number, IssuedOn = day, EffectiveOn = day, EndsOn = day.AddYears(20) };
        await _database.TakeAsync(Staffing.Insurer, Begun(overdue, GivenPolicy.Today.AddDays(-30).AddYears(-1)), Begun(soon, GivenPolicy.Today.AddDays(30).AddYears(-1)), Begun(later, GivenPolicy.Today.AddDays(31).AddYears(-1)),
            Begun(suspended, GivenPolicy.Today.AddYears(-2)) with { Standing = new(null, null, GivenPolicy.Today.AddDays(-100), null, null) },
            row with { Number = pupil, Product = student, Mode = PayMode.Once, EndsOn = GivenPolicy.Today.AddDays(50) });
        await _database.TakeAsync(Staffing.Insurer, [.. new[] { overdue, soon, later, suspended }.Select((n, i) => GivenPolicy.Paid(i, $"F{n}", n) with { BookedOn = GivenPolicy.Today.AddYears(-1) })]);

        var page = await RenewalsAsync(_agent);
        Assert.Equal([(overdue, RenewalReason.Overdue), (soon, RenewalReason.DueSoon), (suspended, RenewalReason.Suspended), (pupil, RenewalReason.StudentCoverEnds)], page.Rows.Select(r => (r.Number, r.Reason)));
        Assert.Equal([GivenPolicy.Today.AddDays(-30), GivenPolicy.Today.AddDays(30)], page.Rows.Take(2).Select(r => r.Day));
        Assert.Equal([overdue], (await RenewalsAsync(_agent, RenewalReason.Overdue)).Rows.Select(r => r.Number));
        Assert.Empty((await RenewalsAsync(await _database.GivenReadyAgentAsync(Places.OtherVillage))).Rows);
        await Assert.ThrowsAsync<NotPermitted>(() => RenewalsAsync(Staffing.Insurer));

        var home = page.Rows[0].HouseholdId!.Value;
        await _database.GivenAsync(Places.Village, new Domain.Households.Visit(Guid.CreateVersion7(), Places.Village, Places.Group, home, _agent.StaffId, GivenPolicy.Today,
            new("Head", null, [], [], null, false, [], true, null, null), Staffing.Noon));
        Assert.Empty((await RenewalsAsync(_agent)).Rows);
    }

    [Fact]
    public async Task A_list_with_several_asks_by_one_task_with_their_count_until_all_are_done()
    {
        var (bringer, decider, number) = (await _database.GivenInsurerAsync(), await _database.GivenInsurerAsync(), Next());
        await _database.TakeAsync(bringer, GivenPolicy.Row(0, number, _product, _people.Head));
        await _database.TakeAsync(bringer, [.. Enumerable.Range(0, 3).Select(i => GivenPolicy.Paid(i, $"F{number}{i}", number) with { Method = PaymentMethod.Cash })]);
        var ids = await _database.SeeAsync(Places.Village, db => db.PremiumExceptions.Where(e => db.Policies.Any(p => p.Id == e.PolicyId && p.Number == number)).Select(e => e.Id).ToListAsync());
        var items = await _database.SeeAsync(Places.Village, db => db.QueueItems.Where(q => q.DoneAt == null && (q.Kind == QueueKind.ExceptionsToExplain || q.Kind == QueueKind.CustomersToCall)).ToListAsync());
        Assert.Equal([(QueueKind.CustomersToCall, (Role?)Role.InsurerReviewer, "3"), (QueueKind.ExceptionsToExplain, Role.ResidentAgent, "3")], items.Select(q => (q.Kind, q.Role, q.Detail)).OrderBy(q => q.Kind.ToString(), StringComparer.Ordinal));
        Assert.All(items, q => Assert.Equal(GivenPolicy.Today.AddDays(PremiumException.Days), q.Due));
        Assert.Equal(0, await _database.SeeAsync(Places.Village, db => db.QueueItems.CountAsync(q => ids.Contains(q.RecordId))));
        Assert.Contains((await new UseCases.Work.OwnQueue(Gate(decider), GivenHousehold.Clock()).RunAsync(CancellationToken.None)).Items, i => i is { Kind: QueueKind.CustomersToCall, Count: 3 });

        foreach (var id in ids) await Explain(_agent).RunAsync(new(id, 0, "The bank was closed."));
        Assert.Equal([QueueKind.CustomersToCall], await WaitingAsync());
        foreach (var id in ids)
        {
            Assert.Equal([QueueKind.CustomersToCall], await WaitingAsync());
            await Call(decider).RunAsync(new(id, 1, CallBackAnswer.Confirms, ""));
            await Decide(decider).RunAsync(new(id, 2, ExceptionDecision.Cleared, "Fine"));
        }
        Assert.Empty(await WaitingAsync());
    }

    [Fact]
    public async Task The_oldest_stands_first_and_pages_follow_each_other()
    {
        var (number, insurer) = (Next(), await _database.GivenInsurerAsync());
        await _database.TakeAsync(insurer, GivenPolicy.Row(0, number, _product, _people.Head));
        await _database.TakeAsync(insurer, [.. Enumerable.Range(0, 120).Select(i => GivenPolicy.Paid(i, $"F{number}{i}", number) with { Method = PaymentMethod.Cash })]);
        await using (var source = NpgsqlDataSource.Create(_database.SuperuserConnectionString))
        await using (var command = source.CreateCommand("update premium_exceptions set opened_on = opened_on - (hashtext(id::text) % 40)")) await command.ExecuteNonQueryAsync();

        var (seen, after) = (new List<ExceptionList.Row>(), (ExceptionList.Place?)null);
        for (var more = true; more;)
        {
            var page = await new ExceptionList(Gate(insurer)).RunAsync(new(After: after), CancellationToken.None);
            seen.AddRange(page.Rows);
            (more, after) = (page.HasMore, new(page.Rows[^1].OpenedOn, page.Rows[^1].Id));
        }
        Assert.Equal(120, seen.Select(r => r.Id).Distinct().Count());
        Assert.Equal(seen.Select(r => r.Due).Order(), seen.Select(r => r.Due));
        Assert.All(seen, r => Assert.Equal(r.OpenedOn.AddDays(PremiumException.Days), r.Due));
    }

    [Theory]
    [InlineData(Role.CountyOffice)]
    [InlineData(Role.CountyLeader)]
    [InlineData(Role.TownshipOfficial)]
    [InlineData(Role.VillageCadre)]
    [InlineData(Role.Supervisor)]
    public async Task No_government_role_reads_a_persons_policies_or_premiums(Role role)
    {
        var gate = Gate(Someone.With(new Grant(role, RolePermissions.Of(role), DataScope.WholeCounty, From: Someone.Today)));
        Func<Task>[] all =
        [
            () => new PolicyBook(gate, GivenHousehold.Clock()).RunAsync(new(), CancellationToken.None), () => new PolicyDetail(gate, GivenHousehold.Clock()).RunAsync(Guid.NewGuid(), CancellationToken.None),
            () => new ExceptionList(gate).RunAsync(new(), CancellationToken.None), () => new ExceptionDetail(gate).RunAsync(Guid.NewGuid(), CancellationToken.None), () => new RenewalList(gate, GivenHousehold.Clock()).RunAsync(new(), CancellationToken.None),
        ];
        foreach (var read in all) await Assert.ThrowsAsync<NotPermitted>(read);
        Assert.Empty(RolePermissions.Of(role).Intersect([Permission.ViewPolicies, Permission.ViewPolicyBook, Permission.RecordPolicies, Permission.FollowUpExceptions, Permission.BringInsurerLists]));
    }

    private Task<List<QueueKind>> WaitingAsync() => _database.SeeAsync(Places.Village, db => db.QueueItems.Where(q => q.DoneAt == null && (q.Kind == QueueKind.ExceptionsToExplain || q.Kind == QueueKind.CustomersToCall)).Select(q => q.Kind).ToListAsync());

    private async Task<Guid> GivenExceptionAsync(Actor bringer)
    {
        var number = Next();
        await _database.TakeAsync(bringer, GivenPolicy.Row(0, number, _product, _people.Head));
        await _database.TakeAsync(bringer, GivenPolicy.Paid(0, $"F{number}", number) with { Method = PaymentMethod.Cash });
        return await _database.SeeAsync(Places.Village, db => db.PremiumExceptions.Where(e => db.Payments.Any(p => p.Id == e.PaymentId && p.Number == $"F{number}")).Select(e => e.Id).SingleAsync());
    }

    private async Task<(ExceptionStep, bool, bool)> SeenByAsync(Actor actor, Guid id)
    {
        var view = await new ExceptionDetail(Gate(actor)).RunAsync(id, CancellationToken.None);
        return (view.Step, view.MayExplain, view.MayCall);
    }

    private AppDbGate Gate(Actor actor) => _database.GateFor(actor, GivenHousehold.Clock());

    private ExplainException Explain(Actor actor) => new(Gate(actor));

    private RecordExceptionCall Call(Actor actor) => new(Gate(actor), GivenHousehold.Clock());

    private DecideException Decide(Actor actor) => new(Gate(actor), GivenHousehold.Clock());

    private async Task<IReadOnlyList<PolicyBook.Row>> BookAsync(Actor actor, string number) => (await new PolicyBook(Gate(actor), GivenHousehold.Clock()).RunAsync(new(number), CancellationToken.None)).Rows;

    private Task<RenewalList.View> RenewalsAsync(Actor actor, RenewalReason? reason = null) => new RenewalList(Gate(actor), GivenHousehold.Clock()).RunAsync(new(reason), CancellationToken.None);

    private static string Next() => $"X{Interlocked.Increment(ref _last):000000}";
}
