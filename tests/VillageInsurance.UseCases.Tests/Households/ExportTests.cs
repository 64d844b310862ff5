using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using VillageInsurance.Domain.Households;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Exchange;
using VillageInsurance.UseCases.Households;
using VillageInsurance.UseCases.Tests.Exchange;
using VillageInsurance.UseCases.Tests.Shared;

namespace VillageInsurance.UseCases.Tests.Households;

public class ExportTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private readonly CountyFiles _files = new();
    private readonly FakeTimeProvider _clock = new(new(2026, 3, 1, 4, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task The_roster_stands_household_by_household_head_spouse_children_others()
    {
        var (village, number, _) = await GivenFamilyAsync();

        var rows = await CsvAsync(Agent(village), ExportKind.Roster);

        Assert.Equal("Export.Household,Export.Group,Export.Head,Export.Member,Export.Name,Export.Sex,Export.IdNumber,Export.BirthDate,Export.Relation,Export.Ethnicity,Export.Residence,Export.Note".Split(','), rows[0]);
        Assert.Equal(["户主", "妻子", "长女", "其他"], rows.Skip(1).Where(r => r[0] == number).Select(r => r[8]));
    }

    [Fact]
    public async Task Numbers_and_birth_dates_are_masked_unless_they_are_asked_for()
    {
        var (village, number, id) = await GivenFamilyAsync();

        var masked = (await CsvAsync(Agent(village), ExportKind.Roster)).First(r => r[0] == number);
        var clear = (await CsvAsync(Agent(village), ExportKind.Roster, inClear: true)).First(r => r[0] == number);

        Assert.Equal((Masking.Number(id), "1980-**-**"), (masked[6], masked[7]));
        Assert.Equal((id, $"{id[6..10]}-{id[10..12]}-{id[12..14]}"), (clear[6], clear[7]));
    }

    [Fact]
    public async Task Above_a_thousand_rows_numbers_in_clear_are_refused_and_masked_ones_are_all_there()
    {
        var village = await ImportedVillageAsync();
        for (var i = 0; i < 3; i++) await database.GivenAsync(village, [.. Enumerable.Range(0, 334).Select(_ => Bare(village))]);

        var no = await Assert.ThrowsAsync<RuleBroken>(() => RunAsync(Agent(village), new(ExportKind.List, SheetForm.Csv, village, null, null, false, true, "check")));

        Assert.Equal(ExportRule.AboveAThousandASecondPersonDecides, no.Rule);
        Assert.True((await CsvAsync(Agent(village), ExportKind.List)).Count > ExportHouseholds.MostInClear);
        await Assert.ThrowsAsync<RuleBroken>(() => new ExportSize(database.GateFor(Agent(village), _clock), Imports.Vault, _clock).RunAsync(new(ExportKind.List, SheetForm.Csv, village, null, null, false, true, "check"), default));
    }

    [Fact]
    public async Task With_a_second_persons_yes_who_asked_takes_out_this_very_list_within_a_day()
    {
        var (village, agent, order) = await GivenLongListAsync();
        var office = await StaffAsync(Someone.InTheCounty(Role.CountyOffice));
        var id = Guid.CreateVersion7();
        await AskAsync(agent, id, order);
        await AskAsync(agent, id, order);
        Assert.Equal(QueueKind.ExportToApprove, (await database.SeeAsync(village, db => db.QueueItems.SingleAsync(q => q.RecordId == id))).Kind);
        var approved = order with { RequestId = id };
        await Assert.ThrowsAsync<RuleBroken>(() => RunAsync(agent, approved));

        var asked = (await OpenAsync(office)).Single(r => r.Id == id);
        await new ApproveExport(database.GateFor(office, _clock), _clock).RunAsync(new(id, asked.Version, ""));

        Assert.True(asked is { CanDecide: true, Rows: > ExportHouseholds.MostInClear });
        var own = Assert.Single(await new OwnExportRequests(database.GateFor(agent, _clock), _clock).RunAsync(CancellationToken.None));
        Assert.Equal((approved, _clock.GetUtcNow().AddHours(24)), (own.Order, own.Until));
        using (var taken = (await RunAsync(agent, own.Order)).File) Assert.True(taken.Length > 0);
        Assert.Contains(id.ToString(), await database.SeeAsync(village, db => db.AuditChanges.Where(c => c.Change == AuditChange.Exported && db.AuditEvents.Any(e => e.Id == c.EventId && e.StaffId == agent.StaffId)).Select(c => c.Values).SingleAsync()), StringComparison.Ordinal);
        await Assert.ThrowsAsync<RuleBroken>(() => RunAsync(agent, approved with { Kind = ExportKind.List, WithEnded = true }));
        await Assert.ThrowsAsync<RuleBroken>(() => RunAsync(Agent(village), approved));
        _clock.Advance(TimeSpan.FromHours(24));
        await Assert.ThrowsAsync<RuleBroken>(() => RunAsync(agent, approved));
    }

    [Fact]
    public async Task Nobody_decides_their_own_request_a_no_says_why_and_a_short_list_is_not_asked_for()
    {
        var (village, agent, order) = await GivenLongListAsync();
        var id = Guid.CreateVersion7();
        await AskAsync(agent, id, order);
        var both = new Actor(agent.StaffId, "-", [new Grant(Role.CountyOffice, RolePermissions.Of(Role.CountyOffice), DataScope.WholeCounty, Someone.Today)], Someone.Today);
        var office = await StaffAsync(Someone.InTheCounty(Role.CountyOffice));
        Task ApproveAs(Actor actor) => new ApproveExport(database.GateFor(actor, _clock), _clock).RunAsync(new(id, 0, ""));
        Task RefuseAs(Actor actor, string why) => new RefuseExport(database.GateFor(actor, _clock), _clock).RunAsync(new(id, 0, why));

        Assert.Equal(ExportRequestRule.NobodyDecidesTheirOwn, (await Assert.ThrowsAsync<RuleBroken>(() => ApproveAs(both))).Rule);
        await Assert.ThrowsAsync<NotPermitted>(() => ApproveAs(agent));
        await Assert.ThrowsAsync<InvalidInput>(() => RefuseAs(office, ""));
        await RefuseAs(office, "Too much");
        await Assert.ThrowsAsync<ChangedMeanwhile>(() => ApproveAs(office));

        await Assert.ThrowsAsync<RuleBroken>(() => RunAsync(agent, order with { RequestId = id }));
        await Assert.ThrowsAsync<AlreadyCreated>(() => AskAsync(agent, id, order with { Purpose = "other" }));
        Assert.Equal(ExportRule.OneMayTakeItOutAlone, (await Assert.ThrowsAsync<RuleBroken>(() => AskAsync(agent, Guid.CreateVersion7(), order with { InClear = false }))).Rule);
        await Assert.ThrowsAsync<NotPermitted>(() => AskAsync(office, Guid.CreateVersion7(), order));
        Assert.Equal(ExportRule.OneMayTakeItOutAlone, (await Assert.ThrowsAsync<RuleBroken>(() => AskAsync(Agent(Places.Sibling), Guid.CreateVersion7(), order with { VillageId = village }))).Rule);
    }

    [Fact]
    public async Task The_audit_keeps_purpose_rows_and_hash()
    {
        var (village, _, _) = await GivenFamilyAsync();
        var agent = Agent(village);

        using var file = (await RunAsync(agent, new(ExportKind.Roster, SheetForm.Xlsx, village, null, null, false, false, "own copy"))).File;

        var kept = await database.SeeAsync(village, db => db.AuditChanges.SingleAsync(c => c.Change == AuditChange.Exported && db.AuditEvents.Any(e => e.Id == c.EventId && e.StaffId == agent.StaffId)));
        Assert.Contains("own copy", kept.Values, StringComparison.Ordinal);
        Assert.Contains(await SheetWriter.HashAsync(file), kept.Values, StringComparison.Ordinal);
        Assert.Contains("\"Rows\": 4", kept.Values, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_takes_out_households_of_another_village_or_without_the_right_or_a_purpose()
    {
        var (village, number, _) = await GivenFamilyAsync();

        Assert.DoesNotContain(await CsvAsync(Agent(Places.Sibling), ExportKind.List, village), r => r[0] == number);
        await Assert.ThrowsAsync<NotPermitted>(() => CsvAsync(Someone.Who(Role.Supervisor, village), ExportKind.List));
        await Assert.ThrowsAsync<InvalidInput>(() => RunAsync(Agent(village), new(ExportKind.List, SheetForm.Csv, null, null, null, false, false, "")));
    }

    [Fact]
    public async Task A_search_narrows_the_file_as_it_narrows_the_list()
    {
        var (village, number, _) = await GivenFamilyAsync();

        var rows = await CsvAsync(Agent(village), ExportKind.List, search: number);

        Assert.Equal(number, Assert.Single(rows.Skip(1))[0]);
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+SUM(A1)")]
    [InlineData("-2")]
    [InlineData("@x")]
    [InlineData("\t=1")]
    [InlineData("\r=1")]
    [InlineData("\uFF1D1+1")]
    [InlineData("a\"b,c\r\nd")]
    [InlineData("</t><f>1</f>")]
    [InlineData("\u0001\uFFFFbad \U00020BB7")]
    public async Task What_looks_like_a_formula_or_markup_stays_text_in_both_forms(string text)
    {
        var (csv, xlsx) = (new MemoryStream(), new MemoryStream());
        foreach (var (form, stream) in new[] { (SheetForm.Csv, csv), (SheetForm.Xlsx, xlsx) })
            await using (var sheet = SheetWriter.Open(form, stream))
            {
                await sheet.BeginAsync("Sheet", ["Head"]);
                await sheet.RowAsync([text]);
            }

        var line = Encoding.UTF8.GetString(csv.ToArray()).Split("\r\n", 2)[1];
        Assert.DoesNotContain(line.Trim('"')[0], "=+-@\t\r\uFF1D");
        using var zip = new ZipArchive(xlsx, ZipArchiveMode.Read);
        var cells = XDocument.Load(zip.GetEntry("xl/worksheets/sheet1.xml")!.Open()).Descendants().Where(e => e.Name.LocalName == "c").ToList();
        Assert.Equal("inlineStr", cells[1].Attribute("t")!.Value);
        Assert.Equal(text.Replace("\u0001", "", StringComparison.Ordinal).Replace("\uFFFF", "", StringComparison.Ordinal).ReplaceLineEndings("\n"), cells[1].Value.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task Our_own_reader_reads_the_workbook_back()
    {
        var (village, number, _) = await GivenFamilyAsync();

        using var file = (await RunAsync(Agent(village), new(ExportKind.Roster, SheetForm.Xlsx, village, null, null, false, false, "own copy"))).File;
        using var zip = new ZipArchive(file, ZipArchiveMode.Read);
        var book = Workbook.Open("roster.xlsx", zip);

        Assert.Equal(["sheet.roster", "sheet.about"], book.Sheets.Select(s => s.Name));
        Assert.NotEmpty(number);
    }

    private static Actor Agent(Guid village) => Someone.Who(Role.ResidentAgent, village);

    private async Task<(Guid Village, Actor Agent, ExportHouseholds.Input Order)> GivenLongListAsync()
    {
        var village = await ImportedVillageAsync();
        for (var i = 0; i < 3; i++) await database.GivenAsync(village, [.. Enumerable.Range(0, 334).Select(_ => Bare(village))]);
        return (village, await StaffAsync(Agent(village)), new(ExportKind.List, SheetForm.Csv, village, null, null, false, true, "check"));
    }

    private async Task<Actor> StaffAsync(Actor actor)
    {
        await database.GivenAsync(Places.Village, new StaffMember(actor.StaffId, $"{actor.StaffId:N}", "Somebody", null));
        return actor;
    }

    private Task AskAsync(Actor actor, Guid id, ExportHouseholds.Input order) => new RequestExport(database.GateFor(actor, _clock), Imports.Vault, _clock).RunAsync(new(id, order));

    private Task<IReadOnlyList<ExportRequestList.Row>> OpenAsync(Actor office) => new ExportRequestList(database.GateFor(office, _clock)).RunAsync(CancellationToken.None);

    private static Household Bare(Guid village) => new(Guid.CreateVersion7(), village, null, $"Z{Guid.NewGuid():N}"[..24], HouseholdKind.Family, new(2020, 1, 1), null);

    private async Task<Guid> ImportedVillageAsync()
    {
        _files.Household();
        await database.ImportAsync(_files);
        return await database.SeeAsync(Places.Village, db => db.Areas.Where(a => a.Code == _files.VillageCode).Select(a => a.Id).SingleAsync());
    }

    private async Task<(Guid Village, string Number, string Id)> GivenFamilyAsync()
    {
        var number = _files.Household();
        var id = "";
        foreach (var (relation, born) in new[] { ("长女", "2010-05-05"), ("其他", "1950-05-05"), ("户主", "1980-05-05"), ("妻子", "1982-05-05") })
        {
            var resident = _files.Resident(number, born: born);
            if (relation == "户主") id = resident.Id;
            var rows = _files["residents"];
            rows[^1] = rows[^1].Replace(",其他,傣族", $",{relation},傣族", StringComparison.Ordinal);
        }
        await database.ImportAsync(_files);
        var village = await database.SeeAsync(Places.Village, db => db.Areas.Where(a => a.Code == _files.VillageCode).Select(a => a.Id).SingleAsync());
        return (village, number, id);
    }

    private async Task<List<string[]>> CsvAsync(Actor actor, ExportKind kind, Guid? village = null, string? search = null, bool inClear = false)
    {
        using var file = (await RunAsync(actor, new(kind, SheetForm.Csv, village, null, search, false, inClear, "own copy"))).File;
        using var reader = new StreamReader(file);
        return [.. (await reader.ReadToEndAsync()).TrimEnd().Split("\r\n").Select(line => line.Split(',').Select(c => c.Trim('"')).ToArray())];
    }

    private Task<ExportHouseholds.View> RunAsync(Actor actor, ExportHouseholds.Input input) =>
        new ExportHouseholds(database.GateFor(actor, _clock), Imports.Vault, _clock).RunAsync(input, key => key);
}
