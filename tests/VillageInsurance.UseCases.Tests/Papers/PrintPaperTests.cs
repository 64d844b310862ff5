using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Papers;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Papers;
using VillageInsurance.UseCases.Tests.Applications;
using VillageInsurance.UseCases.Tests.Shared;

namespace VillageInsurance.UseCases.Tests.Papers;

public class PrintPaperTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private readonly FakeTimeProvider _clock = new(new(2026, 3, 1, 4, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task A_print_gets_a_number_and_stands_in_the_log()
    {
        var submitted = await database.StoredAsync(Given.Submitted());

        var one = await PrintAs(Given.Official, submitted.Id);
        var two = await PrintAs(Given.Official, submitted.Id);

        Assert.NotEqual(one.Number, two.Number);
        var log = await new PrintLog(database.GateFor(PaperRecords.Office)).RunAsync(null, null, default);
        Assert.Equal([two.Number, one.Number], log.Rows.Where(r => r.RecordId == submitted.Id).Select(r => r.Number));
        var row = Assert.Single((await new PrintLog(database.GateFor(PaperRecords.Office)).RunAsync($" {one.Number} ", null, default)).Rows);
        Assert.Equal((PaperKind.SiteApplication, PaperForm.Page, PaperStanding.Draft, _clock.GetUtcNow(), "Village"), (row.Kind, row.Form, row.Standing, row.At, row.Place!.Village));
        Assert.Equal(9, row.CheckCode.Length);
    }

    [Fact]
    public async Task The_same_request_twice_is_one_print_and_for_something_else_it_is_refused()
    {
        var (submitted, other, id) = (await database.StoredAsync(Given.Submitted()), await database.StoredAsync(Given.Submitted()), Guid.CreateVersion7());

        var first = await PrintAs(Given.Official, submitted.Id, id);

        Assert.Equal(first.Number, (await PrintAs(Given.Official, submitted.Id, id)).Number);
        await Assert.ThrowsAsync<AlreadyCreated>(() => PrintAs(Given.Official, other.Id, id));
        await Assert.ThrowsAsync<AlreadyCreated>(() => PrintAs(Given.Office, submitted.Id, id));
    }

    [Fact]
    public async Task Nobody_prints_a_paper_of_another_village_or_without_the_right_to_see_it()
    {
        var submitted = await database.StoredAsync(Given.Submitted());

        await Assert.ThrowsAsync<NotFound>(() => PrintAs(Given.Stranger, submitted.Id));
        await Assert.ThrowsAsync<NotPermitted>(() => PrintAs(Given.Agent, submitted.Id));
        await Assert.ThrowsAsync<NotFound>(() => new PaperPreview(database.GateFor(Given.Stranger)).RunAsync(PaperKind.SiteApplication, submitted.Id, null, default));
        await Assert.ThrowsAsync<NotPermitted>(() => new PrintLog(database.GateFor(Given.Official)).RunAsync(null, null, default));
        Assert.Equal(0, await database.SeeAsync(Places.Village, db => db.PrintRecords.CountAsync(p => p.RecordId == submitted.Id)));
    }

    [Fact]
    public async Task A_word_file_says_what_the_application_says_and_its_name_says_nothing_of_a_person()
    {
        var submitted = await database.StoredAsync(Given.Submitted());

        var file = await new PrintPaper(database.GateFor(Given.Official, _clock), PaperRecords.Store()).RunAsync(new(Guid.CreateVersion7(), PaperKind.SiteApplication, submitted.Id, PaperForm.Docx));

        Assert.Equal($"999999101201-SiteApplication-{submitted.Year}.docx", file.FileName);
        var text = DocxTests.TextOf(file.Docx!);
        Assert.All(["Dao Wenming", "400 户", "1,600 人", "So it is", "设有村民委员会", file.Number, "Someone"], said => Assert.Contains(said, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_preview_bears_no_number_and_a_print_only_while_the_paper_says_the_same()
    {
        var draft = await database.StoredAsync(Given.Draft());
        var print = await PrintAs(Given.Official, draft.Id);

        var preview = await Preview(null);
        Assert.False(preview.Printed);
        Assert.DoesNotContain(print.Number, preview.Sheet.Foot, StringComparison.Ordinal);
        Assert.NotEmpty(preview.Sheet.Watermark);
        var printed = await Preview(print.PrintId);
        Assert.Contains(print.Number, printed.Sheet.Foot, StringComparison.Ordinal);

        await new VillageInsurance.UseCases.Applications.SaveApplication(database.GateFor(Given.Official)).RunAsync(new(draft.Id, 0, Given.Form with { Cadre = "Somebody else" }));
        var changed = await Preview(print.PrintId);
        Assert.Equal((false, true), (changed.Printed, changed.Changed));

        Task<PaperPreview.View> Preview(Guid? printId) => new PaperPreview(database.GateFor(Given.Official)).RunAsync(PaperKind.SiteApplication, draft.Id, printId, default);
    }

    [Fact]
    public async Task A_paper_without_its_record_is_not_found() =>
        await Assert.ThrowsAsync<NotFound>(() => new PaperPreview(database.GateFor(PaperRecords.Office)).RunAsync(PaperKind.RewardSheet, Guid.NewGuid(), null, default));

    [Fact]
    public async Task A_village_knows_its_papers_by_its_code()
    {
        var application = await database.StoredAsync(Given.Submitted());
        var title = await database.GivenTitleAsync(Places.Village, 2071, "C-2071");

        var papers = await new VillagePapers(database.GateFor(PaperRecords.Office)).RunAsync("999999101201", default);

        Assert.Contains(new(PaperKind.SiteApplication, application.Id), papers);
        Assert.Contains(new(PaperKind.Certificate, title.Id), papers);
        await Assert.ThrowsAsync<NotFound>(() => new VillagePapers(database.GateFor(PaperRecords.Office)).RunAsync("000000000000", default));
        await Assert.ThrowsAsync<NotFound>(() => new VillagePapers(database.GateFor(Given.Stranger)).RunAsync("999999101201", default));
    }

    private Task<PrintPaper.View> PrintAs(Actor actor, Guid record, Guid? id = null) =>
        new PrintPaper(database.GateFor(actor, _clock), PaperRecords.Store()).RunAsync(new(id ?? Guid.CreateVersion7(), PaperKind.SiteApplication, record, PaperForm.Page));
}
