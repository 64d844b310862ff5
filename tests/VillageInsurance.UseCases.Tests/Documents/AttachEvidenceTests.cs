using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Documents;
using VillageInsurance.UseCases.Tests.Shared;

namespace VillageInsurance.UseCases.Tests.Documents;

public sealed class AttachEvidenceTests(TestDatabase database) : IClassFixture<TestDatabase>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("files-").FullName;
    private readonly FakeTimeProvider _clock = new(new(2026, 3, 1, 4, 0, 0, TimeSpan.Zero));
    private readonly Actor _official = Someone.Who(Role.TownshipOfficial, Places.Village, Places.Township);

    [Theory]
    [InlineData("MZ this is a program")]
    [InlineData("")]
    public async Task A_scan_that_is_not_what_it_claims_is_refused_and_nothing_is_kept(string content)
    {
        var record = Guid.NewGuid();

        var no = await Assert.ThrowsAsync<RuleBroken>(() => AttachAs(_official, record, content: content));

        Assert.Equal(DocumentRule.OnlyPhotosAndPdf, no.Rule);
        Assert.Equal(0, await database.SeeAsync(Places.Village, db => db.Attachments.CountAsync(f => f.RecordId == record)));
        Assert.Empty(Directory.GetFiles(_folder, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Whoever_may_see_the_kind_in_the_village_opens_it_and_nobody_else()
    {
        var id = await AttachAs(_official, Guid.NewGuid());

        await using var opened = (await OpenAs(Someone.InTheCounty(Role.CountyLeader), id)).Content;
        Assert.Equal(8, opened.Length);
        await Assert.ThrowsAsync<NotFound>(() => OpenAs(Someone.Who(Role.VillageCadre, Places.OtherVillage), id));
        await Assert.ThrowsAsync<NotFound>(() => OpenAs(Someone.InTheCounty(Role.CountyOffice), id, EvidenceKind.Reply));
        await Assert.ThrowsAsync<NotPermitted>(() => OpenAs(Someone.InTheCounty(Role.Auditor), id));
    }

    [Fact]
    public async Task Without_the_right_for_the_kind_nothing_is_attached() =>
        await Assert.ThrowsAsync<NotPermitted>(() => AttachAs(Someone.Who(Role.Supervisor, Places.Village), Guid.NewGuid()));

    [Fact]
    public async Task In_a_village_of_somebody_else_nothing_is_attached() =>
        await Assert.ThrowsAsync<OutOfScope>(() => AttachAs(Someone.Who(Role.TownshipOfficial, Places.OtherVillage), Guid.NewGuid()));

    [Fact]
    public async Task What_concerns_the_township_alone_is_kept_with_the_township()
    {
        var id = await AttachAs(_official, Guid.NewGuid(), village: Places.Township);

        await Assert.ThrowsAsync<NotFound>(() => OpenAs(Someone.Who(Role.VillageCadre, Places.Village), id));
        await using var opened = (await OpenAs(_official, id)).Content;
    }

    [Fact]
    public async Task Only_who_attached_it_takes_it_off_and_only_on_the_same_day()
    {
        var (record, remove) = (Guid.NewGuid(), new RemoveEvidence.Input(EvidenceKind.SitePlaque, Guid.Empty));
        var (first, second) = (await AttachAs(_official, record), await AttachAs(_official, record));

        await new RemoveEvidence(database.GateFor(_official, _clock), _clock).RunAsync(remove with { FileId = first });
        Assert.Equal(DocumentRule.OnlyTheUploaderRemovesOnTheSameDay, (await Assert.ThrowsAsync<RuleBroken>(() =>
            new RemoveEvidence(database.GateFor(Someone.InTheCounty(Role.CountyOffice), _clock), _clock).RunAsync(remove with { FileId = second }))).Rule);
        _clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(DocumentRule.OnlyTheUploaderRemovesOnTheSameDay, (await Assert.ThrowsAsync<RuleBroken>(() =>
            new RemoveEvidence(database.GateFor(_official, _clock), _clock).RunAsync(remove with { FileId = second }))).Rule);

        Assert.Equal([second], (await new EvidenceOf(database.GateFor(_official)).RunAsync(EvidenceKind.SitePlaque, record, default)).Select(f => f.Id));
        Assert.Empty(await new EvidenceOf(database.GateFor(_official)).RunAsync(EvidenceKind.LaunchPaper, record, default));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Task<OpenFile.View> OpenAs(Actor actor, Guid id, EvidenceKind kind = EvidenceKind.SitePlaque) =>
        new OpenFile(database.GateFor(actor), new DiskFileStore(_folder)).RunAsync(kind, id, default);

    private async Task<Guid> AttachAs(Actor actor, Guid record, string content = "%PDF-1.7", Guid? village = null)
    {
        var id = Guid.CreateVersion7();
        await new AttachEvidence(database.GateFor(actor, _clock), new DiskFileStore(_folder), _clock)
            .RunAsync(new(id, village ?? Places.Village, record, EvidenceKind.SitePlaque, "plaque.pdf", new MemoryStream(Encoding.Latin1.GetBytes(content))));
        return id;
    }
}
