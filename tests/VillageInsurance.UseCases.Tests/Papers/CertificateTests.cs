using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Papers;
using VillageInsurance.Domain.Shared;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Documents;
using VillageInsurance.UseCases.Exchange;
using VillageInsurance.UseCases.Papers;
using VillageInsurance.UseCases.Tests.Shared;
using VillageInsurance.UseCases.Work;

namespace VillageInsurance.UseCases.Tests.Papers;

public class CertificateTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private readonly DiskFileStore _store = PaperRecords.Store();
    private readonly AppDbGate _gate = database.GateFor(PaperRecords.Office);

    [Fact]
    public async Task A_certificate_names_the_village_with_its_county_and_township_and_who_accepted_it()
    {
        var title = await database.GivenTitleAsync(Places.Village, 2040, "C-2040-1");

        var sheet = (await new PaperPreview(_gate).RunAsync(PaperKind.Certificate, title.Id, null, default)).Sheet;

        Assert.Equal(("CountyTownVillage", "2040", "C-2040-1", "2041年2月20日", "保险公司省分公司"),
            (sheet.Content.Values["holder"], sheet.Content.Values["year"], sheet.Content.Values["number"], sheet.Content.Values["date"], sheet.Content.Values["accepter"]));
        Assert.Empty(sheet.Watermark);
    }

    [Fact]
    public async Task The_certificate_of_a_title_that_was_taken_away_is_void()
    {
        var title = await database.GivenTitleAsync(Places.Village, 2041, "C-2041-1");
        await _gate.ChangeAsync(Permission.KeepTitles, async db => (await db.Titles.SingleAsync(t => t.Id == title.Id)).Revoke(new(2042, 5, 1)));

        Assert.Equal("作　废", (await new PaperPreview(_gate).RunAsync(PaperKind.Certificate, title.Id, null, default)).Sheet.Watermark);
    }

    [Fact]
    public async Task All_certificates_of_a_year_become_one_document_and_one_print_page_with_numbers_in_a_row()
    {
        foreach (var (village, i) in new[] { Places.Village, Places.Sibling, Places.OtherVillage }.Select((v, i) => (v, i))) await database.GivenTitleAsync(village, 2042, $"C-2042-{i}");
        var job = await AskAsync(2042);
        var told = new List<(int, int)>();

        var result = await new PrintCertificates(_gate, _store).RunAsync(new(job, 2042), (done, total) => { told.Add((done, total)); return Task.CompletedTask; });
        await new EndPaperJob(_gate).RunAsync(new(job, JobState.Succeeded, result, null));

        Assert.Equal([(1, 3), (2, 3), (3, 3)], told);
        var file = await new OpenCertificates(_gate, _store).RunAsync(job, default);
        using var bytes = new MemoryStream();
        await using (file.Content) await file.Content.CopyToAsync(bytes, TestContext.Current.CancellationToken);
        var text = DocxTests.TextOf(bytes.ToArray());
        Assert.Equal("certificates-2042.docx", file.FileName);
        Assert.All(["C-2042-0", "C-2042-1", "C-2042-2", result.FirstNumber, result.LastNumber], said => Assert.Contains(said, text, StringComparison.Ordinal));
        var sheets = await new CertificateSheets(_gate).RunAsync(job, default);
        Assert.Equal(["C-2042-0", "C-2042-1", "C-2042-2"], sheets.Select(s => s.Content.Values["number"]));
        Assert.Contains(result.FirstNumber, sheets[0].Foot, StringComparison.Ordinal);
        var queue = await database.SeeAsync(Places.Village, db => db.QueueItems.SingleAsync(q => q.RecordId == job));
        Assert.Equal((QueueKind.CertificatesReady, PaperRecords.Office.StaffId), (queue.Kind, queue.StaffId));
    }

    [Fact]
    public async Task Started_twice_it_gives_the_numbers_once()
    {
        await database.GivenTitleAsync(Places.Village, 2043, "C-2043");
        var job = await AskAsync(2043);

        var one = await new PrintCertificates(_gate, _store).RunAsync(new(job, 2043));
        var two = await new PrintCertificates(_gate, _store).RunAsync(new(job, 2043));

        Assert.Equal((one.Count, one.FirstNumber), (two.Count, two.FirstNumber));
        Assert.Equal(1, await database.SeeAsync(Places.Village, db => db.PrintRecords.CountAsync(p => p.JobId == job)));
    }

    [Fact]
    public async Task A_year_without_titles_has_no_certificates() =>
        Assert.Equal(PaperRule.ThereAreTitlesOfTheYear, (await Assert.ThrowsAsync<RuleBroken>(() => AskAsync(2044))).Rule);

    [Fact]
    public async Task A_job_is_its_askers_and_of_its_kind()
    {
        await database.GivenTitleAsync(Places.Village, 2045, "C-2045");
        var job = await AskAsync(2045);
        var colleague = database.GateFor(Someone.InTheCounty(Role.CountyOffice));

        Assert.Equal((2045, JobState.Waiting), (await new PaperJobDetail(_gate).RunAsync(job, default)) is var seen ? (seen.Year, seen.State) : default);
        await Assert.ThrowsAsync<NotFound>(() => new PaperJobDetail(colleague).RunAsync(job, default));
        await Assert.ThrowsAsync<NotFound>(() => new OpenCertificates(_gate, _store).RunAsync(job, default));
        await Assert.ThrowsAsync<NotFound>(() => new JobDetail(_gate).RunAsync(job, default));
        await Assert.ThrowsAsync<NotFound>(() => new ReportJob(_gate, TimeProvider.System).RunAsync(new(job, "Begin", 0, 0)));
        await Assert.ThrowsAsync<AlreadyCreated>(() => new RequestCertificates(_gate).RunAsync(new(job, 2040)));
        await Assert.ThrowsAsync<AlreadyCreated>(() => new RequestImport(_gate, TimeProvider.System).RunAsync(new(job, new("a", "b", "c", new(2025, 1, 1)))));
        Assert.DoesNotContain(await new OwnJobs(_gate).RunAsync(default), j => j.Id == job);
    }

    [Fact]
    public async Task Who_may_not_manage_papers_asks_for_none()
    {
        var township = database.GateFor(Someone.Who(Role.TownshipOfficial, Places.Village));

        await Assert.ThrowsAsync<NotPermitted>(() => new RequestCertificates(township).RunAsync(new(Guid.CreateVersion7(), 2040)));
        await Assert.ThrowsAsync<NotPermitted>(() => new PrintCertificates(township, _store).RunAsync(new(Guid.CreateVersion7(), 2040)));
        await Assert.ThrowsAsync<NotPermitted>(() => new CertificateSheets(township).RunAsync(Guid.CreateVersion7(), default));
        await Assert.ThrowsAsync<NotPermitted>(() => new EndPaperJob(township).RunAsync(new(Guid.CreateVersion7(), JobState.Failed, null, "x")));
    }

    private async Task<Guid> AskAsync(int year)
    {
        var id = Guid.CreateVersion7();
        Assert.Equal(PaperRecords.Office.StaffId, await new RequestCertificates(_gate).RunAsync(new(id, year)));
        return id;
    }
}
