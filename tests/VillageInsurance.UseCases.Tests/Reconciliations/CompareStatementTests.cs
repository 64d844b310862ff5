using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Policies;
using VillageInsurance.Domain.Reconciliations;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Documents;
using VillageInsurance.UseCases.Exchange;
using VillageInsurance.UseCases.Policies;
using VillageInsurance.UseCases.Reconciliations;
using VillageInsurance.UseCases.Tests.Exchange;
using VillageInsurance.UseCases.Tests.Households;
using VillageInsurance.UseCases.Tests.Policies;
using VillageInsurance.UseCases.Tests.Shared;

namespace VillageInsurance.UseCases.Tests.Reconciliations;

public sealed class CompareStatementTests(TestPostgres postgres) : IAsyncLifetime
{
    private static int _last;

    private readonly TestDatabase _database = new(postgres);
    private readonly string _folder = Directory.CreateTempSubdirectory("statements").FullName;
    private Actor _insurer = null!;
    private string _policy = null!;

    private DiskFileStore Store => new(_folder);

    public async ValueTask InitializeAsync()
    {
        await _database.InitializeAsync();
        _insurer = await _database.GivenInsurerAsync();
        _policy = Next("P");
        var people = await _database.GivenPeopleAsync(await _database.GivenReadyAgentAsync());
        await _database.TakeAsync(_insurer, GivenPolicy.Row(0, _policy, await _database.GivenProductAsync(), people.Head) with { IssuedOn = new(2025, 1, 1), EffectiveOn = new(2025, 1, 2) });
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return _database.DisposeAsync();
    }

    [Fact]
    public async Task Each_row_of_a_file_finds_what_is_recorded_of_it()
    {
        var (day, prefix) = (GivenStatement.NextDay(), Next("R"));
        await RecordAsync(day, $"{prefix}1", $"{prefix}2", $"{prefix}3", $"{prefix}4", $"{prefix}5");
        var run = await ComparedAsync(day, $"{prefix}1,{_policy},{day:yyyy.M.d},600.00,N1984", $"{prefix}1,{_policy},{day:yyyy.M.d},600.00,N1984", $"{prefix}2,{_policy},{day:yyyy年M月d日},６００,N1984",
            $"{prefix}3,{_policy},{day:yyyyMMdd},599.99,N1984", $"{prefix}4,other,{day:yyyy-MM-dd},600.00,N1984", $"{prefix}5,{_policy},{day:yyyy/M/d},600.00,Bo", $"{prefix}9,{_policy},{day:yyyy-MM-dd},7.00,N1984",
            $",,{day:yyyy-MM-dd},7.00,N1984", $"{prefix}8,{_policy},2026.3,7.00,N1984", $"{prefix}7,{_policy},{day.AddDays(-400):yyyy-MM-dd},7.00,N1984", "合计,,,5000.00,");

        var view = await _database.SeenAsync(_insurer, run);
        Assert.Equal(new ReconciliationCounts(2, 1, 0, 1, 1, 1, 1, 2, 1, 3_606_99, 3_000_00) with { StatedFen = view.Counts.StatedFen }, view.Counts);
        Assert.Equal(6 * 600_00L + 599_99 + 7_00 - 600_00, view.Counts.StatedFen);
        Assert.Equal([ReconciliationVerdict.Twice, ReconciliationVerdict.AmountDiffers, ReconciliationVerdict.PolicyDiffers, ReconciliationVerdict.PayerDiffers, ReconciliationVerdict.MissingHere, ReconciliationVerdict.Unreadable, ReconciliationVerdict.Unreadable],
            view.Lines.Select(l => l.Verdict));
        Assert.Equal([3, 5, 6, 7, 8, 9, 10], view.Lines.Select(l => l.Row));
        Assert.Equal((ReconciliationState.Open, 7, false), (view.State, view.Unexplained, view.MayClose));
        Assert.Equal(["IntakeReason.Missing", "RosterReason.DateNoDay"], view.Lines.Where(l => l.Why is not null).Select(l => l.Why));
        var payer = view.Lines.Single(l => l.Verdict == ReconciliationVerdict.PayerDiffers);
        Assert.Equal(("B*", "N****"), (payer.Stated!.Payer, payer.Booked!.Payer));
    }

    [Fact]
    public async Task What_is_recorded_and_not_in_the_file_comes_last_and_refunds_only_where_the_file_speaks_of_them()
    {
        var (day, prefix) = (GivenStatement.NextDay(), Next("R"));
        await RecordAsync(day, $"{prefix}1", $"{prefix}2");
        await _database.TakeAsync(_insurer, GivenPolicy.Paid(0, $"{prefix}3", _policy, 100_00, PaymentKind.RefundError) with { BookedOn = day });
        var silent = await _database.SeenAsync(_insurer, await ComparedAsync(day, $",{_policy},{day:yyyy-MM-dd},600.00,N1984"));
        Assert.Equal((1, 0, 1), (silent.Counts.Matched, silent.Counts.MissingThere, silent.Counts.Twice));

        var told = await _database.SeenAsync(_insurer, await ComparedAsync(day, System.Text.Encoding.UTF8.GetBytes($"收据号,保单号,入账日期,金额,收付类型\n{prefix}1,{_policy},{day:yyyy-MM-dd},600.00,保费\n{prefix}3,{_policy},{day:yyyy-MM-dd},100.00,差错退费\n")));
        Assert.Equal((2, 1, 500_00L, 1_100_00L), (told.Counts.Matched, told.Counts.Differences, told.Counts.StatedFen, told.Counts.BookedFen));
    }

    [Theory]
    [InlineData("GB18030")]
    [InlineData("xlsx")]
    public async Task A_banks_own_file_is_read_with_its_heads_and_masked_names(string form)
    {
        var (day, prefix) = (GivenStatement.NextDay(), Next("R"));
        await RecordAsync(day, $"{prefix}1");
        string[][] rows = [["某银行收款明细"], ["交易流水号 *", "交易日期", "交易金额（元）", "对方户名"], [$"{prefix}1", $"{day:yyyy.M.d}", "６００．００元", "N***"], ["合计", "", "600.00", ""]];
        var view = await _database.SeenAsync(_insurer, await ComparedAsync(day, await Sheets.OfAsync(form, rows)));
        Assert.Equal((1, 0, ReconciliationState.Open), (view.Counts.Matched, view.Counts.Differences, view.State));
        Assert.Equal(1, await _database.SeeAsync(Places.Village, db => db.QueueItems.CountAsync(q => q.RecordId == view.Id && q.Kind == QueueKind.ReconciliationToClose && q.Role == Role.InsurerReviewer && q.DoneAt == null)));
    }

    [Fact]
    public async Task Two_payers_who_look_alike_under_their_masks_are_told_apart_in_words()
    {
        var (day, prefix) = (GivenStatement.NextDay(), Next("R"));
        await RecordAsync(day, $"{prefix}1", $"{prefix}2", $"{prefix}3");
        var head = "收据号,保单号,入账日期,金额,交款人,账户名\n";
        var run = await ComparedAsync(day, System.Text.Encoding.UTF8.GetBytes($"{head}{prefix}1,{_policy},{day:yyyy-MM-dd},600.00,Nabcd,\n{prefix}2,{_policy},{day:yyyy-MM-dd},599.00,N1984,Nabcd\n{prefix}3,{_policy},{day:yyyy-MM-dd},500.00,N1984,N1984\n"));

        var lines = (await _database.SeenAsync(_insurer, run)).Lines;
        Assert.Equal([(ReconciliationVerdict.PayerDiffers, true, false), (ReconciliationVerdict.AmountDiffers, false, true), (ReconciliationVerdict.AmountDiffers, false, false)], lines.Select(l => (l.Verdict, l.IsOtherPayer, l.IsOtherOwner)));
        Assert.Equal(("N****", "N****"), (lines[0].Stated!.Payer, lines[0].Booked!.Payer));
        var file = await new ExportReconciliation(_database.GateFor(_insurer, GivenHousehold.Clock()), Imports.Vault).RunAsync(new(run, SheetForm.Csv), key => key);
        using var text = new StreamReader(file.File);
        var rows = (await text.ReadToEndAsync()).Split('\n');
        Assert.Equal([true, false, false], rows[1..4].Select(r => r.Contains("\"OtherPayer\"", StringComparison.Ordinal)));
        Assert.Equal([false, true, false], rows[1..4].Select(r => r.Contains("\"OtherOwner\"", StringComparison.Ordinal)));
        Assert.All(rows, r => Assert.DoesNotContain("Nabcd", r, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_payer_who_differs_opens_an_exception_only_where_the_recorded_payment_names_somebody_else()
    {
        var (day, prefix) = (GivenStatement.NextDay(), Next("R"));
        await RecordAsync(day, $"{prefix}1");
        await _database.TakeAsync(_insurer, GivenPolicy.Paid(0, $"{prefix}2", _policy) with { BookedOn = day, PayerName = "Ai" });
        await ComparedAsync(day, $"{prefix}1,{_policy},{day:yyyy-MM-dd},600.00,Bo", $"{prefix}2,{_policy},{day:yyyy-MM-dd},600.00,Bo");
        var open = await _database.SeeAsync(Places.Village, db => db.PremiumExceptions.Where(e => db.Payments.Any(p => p.Id == e.PaymentId && p.Number.StartsWith(prefix))).Select(e => new { e.Kind, Receipt = db.Payments.First(p => p.Id == e.PaymentId).Number }).ToListAsync());
        Assert.Equal([(PremiumExceptionKind.ThirdParty, $"{prefix}2")], open.Select(e => (e.Kind, e.Receipt)));
        Assert.Equal([60_000L, 60_000L], await _database.SeeAsync(Places.Village, db => db.Payments.Where(p => p.Number.StartsWith(prefix)).Select(p => p.AmountFen).ToListAsync()));
    }

    [Fact]
    public async Task Started_twice_and_at_once_it_has_one_effect_and_its_job_ends()
    {
        var day = GivenStatement.NextDay();
        var run = (await _database.BringAsync(_insurer, Store, day, GivenStatement.Csv($"R,{_policy},{day:yyyy-MM-dd},1.00,N1984"))).Id;
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Compare(_insurer).RunAsync(new(run))));
        Assert.Equal((1, JobState.Succeeded), await _database.SeeAsync(Places.Village, async db => (await db.ReconciledLines.CountAsync(l => l.ReconciliationId == run), (await db.JobRequests.SingleAsync(j => j.Id == run)).State)));
        Assert.Equal(1, await _database.SeeAsync(Places.Village, db => db.QueueItems.CountAsync(q => q.RecordId == run && q.StaffId == _insurer.StaffId)));
        await Assert.ThrowsAsync<UseCases.Data.NotFound>(async () => await Compare(await _database.GivenInsurerAsync()).RunAsync(new(run)));
    }

    [Fact]
    public async Task A_file_that_states_nothing_is_refused_with_its_reason_and_one_that_broke_off_says_so()
    {
        var day = GivenStatement.NextDay();
        var none = await ComparedAsync(day, System.Text.Encoding.UTF8.GetBytes("a,b\n1,2\n"));
        Assert.Equal((ReconciliationState.Refused, "FileFault.NoHeader"), ((await _database.SeenAsync(_insurer, none)).State, (await _database.SeenAsync(_insurer, none)).Why));
        var broken = (await _database.BringAsync(_insurer, Store, day, GivenStatement.Csv("x"))).Id;
        await new EndComparison(_database.GateFor(_insurer, GivenHousehold.Clock()), GivenHousehold.Clock()).RunAsync(new(broken, JobState.Failed, null));
        Assert.Equal(ReconciliationState.Refused, (await _database.SeenAsync(_insurer, broken)).State);
    }

    [Fact]
    public async Task A_long_file_asks_the_database_no_more_often_than_a_short_one()
    {
        async Task<int> StatementsAsync(int rows)
        {
            var (day, prefix, counter) = (GivenStatement.NextDay(), Next("R"), new Counter());
            var run = (await _database.BringAsync(_insurer, Store, day, GivenStatement.Csv([.. Enumerable.Range(0, rows).Select(i => $"{prefix}-{i},{_policy},{day:yyyy-MM-dd},1.00,N1984")]))).Id;
            await new CompareStatement(_database.GateFor(_insurer, GivenHousehold.Clock(), counter), Imports.Vault, Store, GivenHousehold.Clock()).RunAsync(new(run));
            Assert.Equal(rows, (await _database.SeenAsync(_insurer, run)).Counts.MissingHere);
            return counter.Commands;
        }

        Assert.Equal(await StatementsAsync(10), await StatementsAsync(20_000));
    }

    private CompareStatement Compare(Actor insurer) => new(_database.GateFor(insurer, GivenHousehold.Clock()), Imports.Vault, Store, GivenHousehold.Clock());

    private Task<Guid> ComparedAsync(DateOnly day, params string[] rows) => _database.ComparedAsync(_insurer, Store, day, GivenStatement.Csv(rows));

    private Task<Guid> ComparedAsync(DateOnly day, byte[] content) => _database.ComparedAsync(_insurer, Store, day, content);

    private Task<IReadOnlyList<RowResult>> RecordAsync(DateOnly day, params string[] receipts) =>
        _database.TakeAsync(_insurer, [.. receipts.Select((r, i) => GivenPolicy.Paid(i, r, _policy) with { BookedOn = day })]);

    private static string Next(string what) => $"{what}{Interlocked.Increment(ref _last):00000}";

    private sealed class Counter : DbCommandInterceptor
    {
        private int _commands;

        public int Commands => _commands;

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Interlocked.Increment(ref _commands);
            return ValueTask.FromResult(result);
        }
    }
}
