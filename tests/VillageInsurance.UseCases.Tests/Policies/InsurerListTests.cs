using System.Text;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Documents;
using VillageInsurance.UseCases.Policies;
using VillageInsurance.UseCases.Rosters;
using VillageInsurance.UseCases.Tests.Exchange;
using VillageInsurance.UseCases.Tests.Households;
using VillageInsurance.UseCases.Tests.Shared;

namespace VillageInsurance.UseCases.Tests.Policies;

public sealed class InsurerListTests(TestPostgres postgres) : IAsyncLifetime
{
    private static int _last;

    private readonly TestDatabase _database = new(postgres);
    private readonly string _folder = Directory.CreateTempSubdirectory("insurer-lists").FullName;
    private Actor _insurer = null!;
    private string _product = null!;
    private (string Head, string Spouse, string Child) _people;

    private DiskFileStore Store => new(_folder);

    private AppDbGate Gate => _database.GateFor(_insurer, GivenHousehold.Clock());

    public async ValueTask InitializeAsync()
    {
        await _database.InitializeAsync();
        _insurer = await _database.GivenInsurerAsync();
        _product = await _database.GivenProductAsync();
        _people = await _database.GivenPeopleAsync(await _database.GivenReadyAgentAsync());
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return _database.DisposeAsync();
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("GB18030")]
    public async Task A_list_is_checked_first_and_taken_when_it_is_asked_for(string encoding)
    {
        var number = Next();
        var id = await CheckedAsync(Policies($"{number},城子村民委员会,N1984,{_people.Head},{_product},2026-03-01,年交,600.00", $"{number}b,城子村民委员会,N1986,{_people.Spouse},none,2026-03-01,年交,600.00"), encoding);
        var checkedList = await DetailAsync(id);
        Assert.Equal((InsurerListState.Ready, new InsurerListCounts(0, 0, 0, 0, 2)), (checkedList.State, checkedList.Counts));
        Assert.Equal(["IntakeReason.UnknownVillage", "IntakeReason.UnknownProduct"], checkedList.Questions.Select(q => q.Why));
    }

    [Fact]
    public async Task What_asks_is_chosen_and_taken_next_time()
    {
        var number = Next();
        // Issued before anybody lived there: nothing but the name tells which of the two villages it is.
        var id = await CheckedAsync(Policies($"{number},Village,N1984,{_people.Head},{_product},2020-03-01,年交,600.00", $"{number}b,,N1986,{_people.Spouse},{_product},2026-03-01,年交,600.00", $"{number}c,,N1986,{_people.Spouse},{_product},2026.3,年交,600.00"));
        var list = await DetailAsync(id);
        Assert.Equal(new InsurerListCounts(1, 0, 0, 1, 1), list.Counts);
        Assert.Equal([(RowOutcome.Asks, number), (RowOutcome.Refused, $"{number}c")], list.Questions.Select(q => (q.Outcome, q.Number)));
        Assert.Equal(0, await CountAsync(number));

        await TakeAsync(id);
        Assert.Equal(1, await CountAsync(number));
        var question = (await DetailAsync(id, RowOutcome.Asks)).Questions.Single();
        var refused = await Assert.ThrowsAsync<RuleBroken>(() => new ChooseCandidate(Gate, Imports.Vault).RunAsync(new(question.Id, question.Version, Guid.NewGuid())));
        Assert.Equal(InsurerListRule.OnlyACandidateIsChosen, refused.Rule);
        await new ChooseCandidate(Gate, Imports.Vault).RunAsync(new(question.Id, question.Version, Places.OtherVillage));
        await Assert.ThrowsAsync<ChangedMeanwhile>(() => new ChooseCandidate(Gate, Imports.Vault).RunAsync(new(question.Id, question.Version, null)));
        Assert.Equal(1, (await DetailAsync(id)).Chosen);

        await TakeAsync(id);
        Assert.Equal(new InsurerListCounts(1, 0, 1, 0, 1), (await DetailAsync(id)).Counts);
        Assert.Equal(Places.OtherVillage, await _database.SeeAsync(Places.OtherVillage, db => db.Policies.Where(p => p.Number == number).Select(p => p.VillageId).SingleAsync()));

        await TakeAsync(id);
        Assert.Equal(new InsurerListCounts(0, 0, 2, 0, 1), (await DetailAsync(id)).Counts);
    }

    [Fact]
    public async Task Payments_come_by_a_list_of_their_own()
    {
        var number = Next();
        await TakeAsync(await CheckedAsync(Policies($"{number},,N1984,{_people.Head},{_product},2026-03-01,年交,600.00")));
        var id = await CheckedAsync(Payments($"F{number},{number},2026-03-01,收费,1,600.00,现金,N1984", $"F{number}b,{number},2026-03-01,差错退费,1,700.00,银行转账,", $"F{number}c,{number},2026-03-01,收费,1,1.00,贝壳,"));
        Assert.Equal([("PolicyRule.RefundsStayWithinReceipts", RosterField.Premium), ("IntakeReason.UnknownWord", RosterField.PaymentMethod)], (await DetailAsync(id)).Questions.Select(q => (q.Why, q.Field!.Value)));

        await TakeAsync(id);
        Assert.Equal(new InsurerListCounts(1, 0, 0, 0, 2), (await DetailAsync(id)).Counts);
        Assert.Equal(1, await _database.SeeAsync(Places.Village, db => db.PremiumExceptions.CountAsync(e => db.Payments.Any(p => p.Id == e.PaymentId && p.Number == $"F{number}"))));
    }

    [Fact]
    public async Task The_same_file_again_says_so()
    {
        var (number, content) = (Next(), "");
        content = Policies($"{number},,N1984,{_people.Head},{_product},2026-03-01,年交,600.00");
        var id = await CheckedAsync(content);
        var again = await UploadAsync(content, "utf-8");

        Assert.Equal((id, true), (again.ListId, again.WasThere));
        Assert.Contains(await new InsurerListList(Gate).RunAsync(CancellationToken.None), l => l.Id == id && l.FileName == "list.csv");
    }

    [Fact]
    public async Task What_is_no_list_is_refused_by_its_reason()
    {
        await Assert.ThrowsAsync<RosterRefused>(() => new UploadInsurerList(Gate, Imports.Vault, Store, GivenHousehold.Clock()).RunAsync(new(Guid.CreateVersion7(), "x.xls", new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1 })));
        var id = await CheckedAsync("a,b\n1,2\n");
        Assert.Equal((InsurerListState.Refused, FileFault.NoHeader), ((await DetailAsync(id)).State, (await DetailAsync(id)).Fault!.Value));
    }

    [Fact]
    public async Task A_job_ends_in_the_queue_of_who_asked_and_a_stale_page_is_refused()
    {
        var id = await CheckedAsync(Policies($"{Next()},,N1984,{_people.Head},{_product},2026-03-01,年交,600.00"));
        var (job, seen) = (Guid.CreateVersion7(), (await DetailAsync(id)).Version);
        await new AskToTakeInsurerList(Gate, GivenHousehold.Clock()).RunAsync(new(id, seen, job));
        await Assert.ThrowsAsync<ChangedMeanwhile>(() => new AskToTakeInsurerList(Gate, GivenHousehold.Clock()).RunAsync(new(id, seen, Guid.CreateVersion7())));
        Assert.Equal((JobState.Waiting, id), ((await new InsurerListJobDetail(Gate).RunAsync(job, CancellationToken.None)).State, (await new InsurerListJobDetail(Gate).RunAsync(job, CancellationToken.None)).ListId));

        await new EndInsurerListJob(Gate, GivenHousehold.Clock()).RunAsync(new(job, JobState.Failed, null));
        Assert.Equal(InsurerListState.Ready, (await DetailAsync(id)).State);
        Assert.Equal(1, await _database.SeeAsync(Places.Village, db => db.QueueItems.CountAsync(q => q.RecordId == id && q.Kind == QueueKind.InsurerListReady && q.StaffId == _insurer.StaffId && q.DoneAt == null)));
    }

    [Theory]
    [InlineData(Role.CountyOffice)]
    [InlineData(Role.CountyLeader)]
    public async Task Nobody_but_the_insurer_brings_lists(Role role)
    {
        var gate = _database.GateFor(Someone.InTheCounty(role), GivenHousehold.Clock());
        var clock = GivenHousehold.Clock();
        Func<Task>[] all =
        [
            () => new UploadInsurerList(gate, Imports.Vault, Store, clock).RunAsync(new(Guid.CreateVersion7(), "x", new byte[1])), () => new InsurerListList(gate).RunAsync(CancellationToken.None),
            () => new InsurerListDetail(gate, Imports.Vault).RunAsync(new(Guid.NewGuid()), CancellationToken.None), () => new ReadInsurerList(gate, Imports.Vault, Store, clock, new(true)).RunAsync(new(Guid.NewGuid())),
            () => new AskToTakeInsurerList(gate, clock).RunAsync(new(Guid.NewGuid(), 0, Guid.NewGuid())), () => new ChooseCandidate(gate, Imports.Vault).RunAsync(new(Guid.NewGuid(), 0, null)),
            () => new EndInsurerListJob(gate, clock).RunAsync(new(Guid.NewGuid(), JobState.Failed, null)), () => new InsurerListJobDetail(gate).RunAsync(Guid.NewGuid(), CancellationToken.None),
        ];
        foreach (var act in all) await Assert.ThrowsAsync<NotPermitted>(act);
    }

    private static string Policies(params string[] rows) => "保单号,村,被保险人,证件号码,险种,承保日期,交费方式,保费\n" + string.Join('\n', rows) + "\n";

    private static string Payments(params string[] rows) => "收据号,保单号,入账日期,收付类型,保单年度,金额,收付方式,交款人\n" + string.Join('\n', rows) + "\n";

    private async Task<Guid> CheckedAsync(string content, string encoding = "utf-8")
    {
        var id = (await UploadAsync(content, encoding)).ListId;
        await ReadAsync(id);
        return id;
    }

    private Task<UploadInsurerList.View> UploadAsync(string content, string encoding)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return new UploadInsurerList(Gate, Imports.Vault, Store, GivenHousehold.Clock()).RunAsync(new(Guid.CreateVersion7(), "list.csv", Encoding.GetEncoding(encoding).GetBytes(content)));
    }

    private async Task TakeAsync(Guid id)
    {
        await new AskToTakeInsurerList(Gate, GivenHousehold.Clock()).RunAsync(new(id, (await DetailAsync(id)).Version, Guid.CreateVersion7()));
        await ReadAsync(id);
    }

    private Task ReadAsync(Guid id) => new ReadInsurerList(Gate, Imports.Vault, Store, GivenHousehold.Clock(), new(true)).RunAsync(new(id));

    private Task<InsurerListDetail.View> DetailAsync(Guid id, RowOutcome? outcome = null) => new InsurerListDetail(Gate, Imports.Vault).RunAsync(new(id, outcome), CancellationToken.None);

    private Task<int> CountAsync(string number) => _database.SeeAsync(Places.Village, db => db.Policies.CountAsync(p => p.Number.StartsWith(number)));

    private static string Next() => $"L{Interlocked.Increment(ref _last):000000}";
}
