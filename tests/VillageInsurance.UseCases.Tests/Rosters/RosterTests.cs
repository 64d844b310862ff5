using System.Text;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Households;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Documents;
using VillageInsurance.UseCases.Rosters;
using VillageInsurance.UseCases.Tests.Exchange;
using VillageInsurance.UseCases.Tests.Households;
using VillageInsurance.UseCases.Tests.Shared;
using static VillageInsurance.UseCases.Tests.Rosters.RosterDesk;

namespace VillageInsurance.UseCases.Tests.Rosters;

public sealed class RosterTests(TestDatabase database) : IClassFixture<TestDatabase>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("rosters").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Nothing_is_stored_before_it_is_asked_for_and_then_what_is_clean_or_fixed()
    {
        var (desk, number) = (await DeskAsync(), NewNumber());
        var id = await desk.CheckedAsync(Header, Head(number, "岩温"), Member(number, "玉 香", 1986), Member(number, "岩叫", 2010, date: "2010.1"));
        Assert.DoesNotContain(await desk.LivingAsync(), m => m.Household == number);

        await desk.StoreAsync(id);

        Assert.Equal(["岩温", "玉香"], (await desk.LivingAsync()).Where(m => m.Household == number).Select(m => m.Name));
        var detail = await desk.DetailAsync(id);
        Assert.Equal((2, 1, 3), (detail.StoredRows, detail.OpenRows, detail.Counts.Rows));
    }

    [Fact]
    public async Task A_row_is_stored_once_its_last_question_is_decided()
    {
        var (desk, number) = (await DeskAsync(), NewNumber());
        var id = await desk.CheckedAsync(Header, Head(number, "岩温"), Member(number, "", 2010, date: "2010.1"));
        await desk.StoreAsync(id);
        var open = await desk.OpenAsync(id);
        Assert.Equal([RosterReason.NameMissing, RosterReason.DateNoDay], open.Select(o => o.Reason).Order());

        await desk.DecideAsync(open.Single(o => o.Reason == RosterReason.DateNoDay), RosterDecision.Value);
        Assert.Single(await desk.LivingAsync(), m => m.Household == number);
        await desk.DecideAsync(open.Single(o => o.Reason == RosterReason.NameMissing), RosterDecision.Value, " 玉 罕 ");

        Assert.Contains((number, "玉罕", "子"), await desk.LivingAsync());
        Assert.Equal((2, 0), ((await desk.DetailAsync(id)).StoredRows, (await desk.DetailAsync(id)).OpenRows));
    }

    [Fact]
    public async Task A_kind_is_decided_in_one_step_and_a_number_may_be_left_for_later()
    {
        var (desk, number) = (await DeskAsync(), NewNumber());
        var id = await desk.CheckedAsync(Header, Head(number, "岩温"), Member(number, "玉香", 1986, date: "1986.1"), Member(number, "岩叫", 2010, date: "2010.1"), [number, "1", "", "岩三", "男", "", "1999-01-01", "子"]);

        Assert.Equal(2, await desk.DecideAllAsync(id, RosterReason.DateNoDay, RosterDecision.Value));
        Assert.Equal(1, await desk.DecideAllAsync(id, RosterReason.IdMissing, RosterDecision.Temporary));
        await desk.StoreAsync(id);

        Assert.Equal(4, (await desk.LivingAsync()).Count(m => m.Household == number));
        Assert.True(await database.SeeAsync(Places.Village, db => db.Persons.AnyAsync(p => p.Name == "岩三" && p.IdNumberIndex == null)));
    }

    [Fact]
    public async Task A_value_that_is_none_for_its_column_decides_nothing()
    {
        var (desk, number) = (await DeskAsync(), NewNumber());
        var id = await desk.CheckedAsync(Header, [number, "1", "岩温", "岩温", "", "11010519491231002", "", "户主"]);
        var question = Assert.Single(await desk.OpenAsync(id), q => q.Field == RosterField.IdNumber);

        var no = await Assert.ThrowsAsync<RuleBroken>(() => desk.DecideAsync(question, RosterDecision.Value, "11010519491231002"));

        Assert.Equal(RosterRule.OnlyAGoodValueDecides, no.Rule);
    }

    [Fact]
    public async Task Undone_nobody_lives_there_any_more_and_what_was_changed_says_what_it_said()
    {
        var (desk, number, other) = (await DeskAsync(), NewNumber(), NewNumber());
        string[] head = Head(number, "岩温");
        await desk.StoreAsync(await desk.CheckedAsync(Header, head));
        string[] renamed = [.. head];
        (renamed[2], renamed[3]) = ("岩温香", "岩温香");
        var id = await desk.CheckedAsync(Header, renamed, Head(other, "玉叫"));
        Assert.Contains((RosterField.Name, "岩温", "岩温香"), (await desk.FindingsAsync(id, false, RosterHandling.Change)).Select(f => (f.Field!.Value, f.Said, f.Value)));
        await desk.StoreAsync(id);
        Assert.Contains((number, "岩温香", "户主"), await desk.LivingAsync());

        await desk.UndoAsync(id);

        var living = await desk.LivingAsync();
        Assert.Contains((number, "岩温", "户主"), living);
        Assert.DoesNotContain(living, m => m.Household == other);
        await desk.StoreAsync(await desk.CheckedAsync(Header, Head(other, "玉叫"), Head(NewNumber(), "岩依")));
        Assert.Contains(await desk.LivingAsync(), m => m.Household == other);
    }

    [Fact]
    public async Task What_somebody_edited_since_is_not_undone()
    {
        var (desk, number) = (await DeskAsync(), NewNumber());
        var id = await desk.CheckedAsync(Header, Head(number, "岩温"));
        await desk.StoreAsync(id);
        await database.GateFor(Someone.WhoMayDoAnythingIn(Places.Village)).ChangeAsync(Permission.KeepHouseholds, async db => (await db.Households.SingleAsync(h => h.Number == number)).NameHead("另一个"));

        var no = await Assert.ThrowsAsync<RuleBroken>(() => desk.UndoAsync(id));

        Assert.Equal(RosterRule.EditedRowsStay, no.Rule);
        Assert.Contains(await desk.LivingAsync(), m => m.Household == number);
    }

    [Fact]
    public async Task Who_is_registered_where_the_agent_does_not_see_is_not_stored_and_asks()
    {
        var (here, there) = (await DeskAsync(), await DeskAsync(Places.OtherVillage));
        var (number, elsewhere, id) = (NewNumber(), NewNumber(), GivenHousehold.IdNumber(1980));
        var other = await there.UploadAsync(Csv(Header, Head(elsewhere, "岩温", id)), village: Places.OtherVillage);
        await there.CheckAsync(other);
        await there.StoreAsync(other);

        var batch = await here.CheckedAsync(Header, Head(number, "玉香"), Member(number, "岩温", 1980, id: id));
        await here.StoreAsync(batch);

        Assert.Equal(["玉香"], (await here.LivingAsync()).Where(m => m.Household == number).Select(m => m.Name));
        Assert.Equal(RosterReason.IdElsewhere, Assert.Single(await here.OpenAsync(batch)).Reason);
        Assert.Equal((1, 1), ((await here.DetailAsync(batch)).StoredRows, (await here.DetailAsync(batch)).OpenRows));
    }

    [Fact]
    public async Task A_list_without_household_numbers_begins_one_with_each_head()
    {
        var desk = await DeskAsync();
        var id = await desk.CheckedAsync(["姓名", "身份证号", "与户主关系"], ["岩一二", GivenHousehold.IdNumber(1970), "户主"], ["玉一二", GivenHousehold.IdNumber(1972, Sex.Female), "配偶"], ["岩一三", GivenHousehold.IdNumber(1971), "户主"]);
        await desk.StoreAsync(id);

        var living = (await desk.LivingAsync()).Where(m => m.Name is "岩一二" or "玉一二" or "岩一三").ToDictionary(m => m.Name, m => m.Household);
        Assert.Equal(living["岩一二"], living["玉一二"]);
        Assert.NotEqual(living["岩一二"], living["岩一三"]);
        Assert.StartsWith("999999101201", living["岩一三"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_corrected_column_is_remembered_for_the_next_list()
    {
        var desk = await DeskAsync();
        string[] header = ["户号", "姓名", "号", "与户主关系", "身份证号"];
        string[] row = [NewNumber(), "岩温", "", "户主", GivenHousehold.IdNumber(1980)];
        var id = await desk.CheckedAsync(header, row);
        await desk.CorrectAsync(id, RosterField.HouseholdNo, RosterField.Name, RosterField.Phone, RosterField.Relation, RosterField.IdNumber);

        var next = await desk.CheckedAsync(header, [NewNumber(), "玉香", "", "户主", GivenHousehold.IdNumber(1980)]);

        Assert.Equal(RosterField.Phone, (await desk.DetailAsync(next)).Columns[2].Field);
    }

    [Fact]
    public async Task The_same_file_again_leads_to_the_first_upload()
    {
        var desk = await DeskAsync();
        var content = Csv(Header, Head(NewNumber(), "岩温"));

        Assert.Equal(await desk.UploadAsync(content), await desk.UploadAsync(content, "another name.csv"));
    }

    [Fact]
    public async Task A_village_that_the_actor_does_not_cover_is_refused_by_name_of_reason()
    {
        var desk = await DeskAsync();
        var content = Csv(Header, Head(NewNumber(), "岩温"));

        await Assert.ThrowsAsync<OutOfScope>(() => desk.UploadAsync(content, village: Places.OtherVillage));
        var named = await desk.UploadAsync(content, "花名册-别的村民委员会.csv");
        await desk.CheckAsync(named);
        Assert.Equal((RosterState.Refused, FileFault.OtherVillage), ((await desk.DetailAsync(named)).State, (await desk.DetailAsync(named)).Fault));
        Assert.Equal(FileFault.Empty, (await Assert.ThrowsAsync<RosterRefused>(() => desk.UploadAsync([]))).Fault);
    }

    [Fact]
    public async Task Without_the_right_or_outside_the_village_nothing_is_there()
    {
        var desk = await DeskAsync();
        var id = await desk.CheckedAsync(Header, Head(NewNumber(), "岩温"));

        await Assert.ThrowsAsync<NotPermitted>(() => new RosterDesk(database, Someone.Who(Role.Supervisor, Places.Village), _folder).ListAsync());
        await Assert.ThrowsAsync<NotFound>(() => new RosterDesk(database, Someone.Who(Role.ResidentAgent, Places.OtherVillage), _folder).DetailAsync(id));
        Assert.Contains((await desk.ListAsync()).Rows, r => r.Id == id);
    }

    [Fact]
    public async Task An_export_that_was_edited_shows_and_stores_exactly_what_changed()
    {
        var (desk, number) = (await DeskAsync(), NewNumber());
        await desk.StoreAsync(await desk.CheckedAsync(Header, Head(number, "岩温"), Member(number, "玉香", 1986)));
        var members = await database.SeeAsync(Places.Village, db => (from m in db.Memberships join h in db.Households on m.HouseholdId equals h.Id where h.Number == number orderby m.Number select m.Number).ToListAsync());

        var id = await desk.CheckedAsync(["户号", "成员编号", "姓名", "证件号码", "出生日期", "与户主关系"], [number, members[0], "岩温", "999***********0017", "1980-**-**", "户主"], [number, members[1], "玉香香", "999***********0027", "1986-**-**", "子"]);
        Assert.Equal([(RosterField.Name, "玉香", "玉香香")], (await desk.FindingsAsync(id, false, RosterHandling.Change, RosterHandling.Ask, RosterHandling.Reject)).Select(f => (f.Field!.Value, f.Said, f.Value)));
        await desk.StoreAsync(id);

        Assert.Equal(["岩温", "玉香香"], (await desk.LivingAsync()).Where(m => m.Household == number).Select(m => m.Name));
    }

    private async Task<RosterDesk> DeskAsync(Guid? village = null) => new(database, await database.GivenReadyAgentAsync(village), _folder);

    private static string NewNumber() => $"H{Guid.NewGuid():N}"[..16];

    private static string[] Head(string number, string name, string? id = null) => [number, "1", name, name, "", id ?? GivenHousehold.IdNumber(1980), "", "户主"];

    private static string[] Member(string number, string name, int year, string date = "", string? id = null) => [number, "1", "", name, "", id ?? GivenHousehold.IdNumber(year), date, "子"];
}

/// <summary>Works with rosters as an agent's page does.</summary>
internal sealed class RosterDesk(TestDatabase database, Actor actor, string folder)
{
    private readonly DiskFileStore _store = new(folder);
    private readonly TimeProvider _clock = GivenHousehold.Clock();

    public static readonly string[] Header = ["户编号", "组别", "户主姓名", "姓名", "性别", "身份证号", "出生日期", "与户主关系"];

    private AppDbGate Gate => database.GateFor(actor, _clock);

    public async Task<Guid> UploadAsync(byte[] content, string name = "list.csv", Guid? village = null)
    {
        var today = GivenHousehold.Today;
        var view = await new UploadRoster(Gate, Imports.Vault, _store, _clock).RunAsync(new(Guid.CreateVersion7(), village ?? Places.Village, name, "list", "told", today, today, content));
        return view.BatchId;
    }

    public async Task<Guid> CheckedAsync(params string[][] rows)
    {
        var id = await UploadAsync(Csv(rows));
        await CheckAsync(id);
        return id;
    }

    public Task CheckAsync(Guid id) => new CheckRoster(Gate, Imports.Vault, _store, _clock, new(true)).RunAsync(new(id));

    public async Task StoreAsync(Guid id)
    {
        var detail = await DetailAsync(id);
        await new AskToStoreRoster(Gate, _clock).RunAsync(new(id, detail.Version, Guid.CreateVersion7()));
        await new StoreRoster(Gate, Imports.Vault, _store, _clock, new(true)).RunAsync(new(id));
    }

    public Task<RosterDetail.View> DetailAsync(Guid id) => new RosterDetail(Gate).RunAsync(id, default);

    public Task<IReadOnlyList<RosterFindings.Row>> OpenAsync(Guid id) => FindingsAsync(id, true, RosterHandling.Ask, RosterHandling.Reject);

    public Task<IReadOnlyList<RosterFindings.Row>> FindingsAsync(Guid id, bool open, params RosterHandling[] handlings) => new RosterFindings(Gate, Imports.Vault).RunAsync(new(id, handlings, open), default);

    public Task DecideAsync(RosterFindings.Row row, RosterDecision decision, string? value = null) =>
        new DecideRosterRow(Gate, Imports.Vault, _store, _clock, new(true)).RunAsync(new(row.Id, row.Version, decision, value));

    public async Task<int> DecideAllAsync(Guid id, RosterReason reason, RosterDecision decision) =>
        await new DecideRosterKind(Gate, Imports.Vault, _store, _clock, new(true)).RunAsync(new(id, (await DetailAsync(id)).Version, reason, decision));

    public async Task UndoAsync(Guid id) => await new UndoRoster(Gate).RunAsync(new(id, (await DetailAsync(id)).Version));

    public async Task CorrectAsync(Guid id, params RosterField?[] fields)
    {
        await new CorrectRosterColumns(Gate, _clock).RunAsync(new(id, (await DetailAsync(id)).Version, fields, Guid.CreateVersion7()));
        await CheckAsync(id);
    }

    public Task<RosterList.View> ListAsync() => new RosterList(Gate).RunAsync(default);

    /// <summary>Everybody who lives in the village today, with the household's number.</summary>
    public Task<List<(string Household, string Name, string? Relation)>> LivingAsync(Guid? village = null) => database.SeeAsync(village ?? Places.Village, async db =>
        (await (from m in db.Memberships
                where m.LeftOn == null && m.VillageId == (village ?? Places.Village)
                join p in db.Persons on m.PersonId equals p.Id
                join h in db.Households on m.HouseholdId equals h.Id
                orderby h.Number, m.Number
                select new { h.Number, p.Name, m.Relation }).ToListAsync()).ConvertAll(r => (r.Number, r.Name, (string?)r.Relation)));

    public static byte[] Csv(params string[][] rows) => Encoding.UTF8.GetBytes(string.Concat(rows.Select(row => $"{string.Join(',', row)}\n")));
}
