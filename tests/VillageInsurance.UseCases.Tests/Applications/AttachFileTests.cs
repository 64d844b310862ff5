using System.Text;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.Metadata.Profiles.Exif;
using SixLabors.ImageSharp.PixelFormats;
using VillageInsurance.Domain.Applications;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;
using VillageInsurance.UseCases.Applications;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Documents;
using VillageInsurance.UseCases.Tests.Shared;

namespace VillageInsurance.UseCases.Tests.Applications;

public sealed class AttachFileTests(TestDatabase database) : IClassFixture<TestDatabase>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("files-").FullName;

    [Fact]
    public async Task A_photo_is_drawn_anew_and_loses_where_it_was_taken()
    {
        var draft = await database.StoredAsync(Given.Draft());
        using var photo = new MemoryStream();
        using (var image = new Image<Rgb24>(40, 30))
        {
            image.Metadata.ExifProfile = new ExifProfile();
            image.Metadata.ExifProfile.SetValue(ExifTag.ImageDescription, "the road by the school");
            await image.SaveAsJpegAsync(photo);
        }

        await AttachAs(Given.Official, draft, photo, "Committee", "road.jpg");

        var file = Assert.Single((await new ApplicationDetail(database.GateFor(Given.Official)).RunAsync(draft.Id, default)).Files);
        Assert.Equal(("Committee", "road.jpg", "image/jpeg"), (file.Slot, file.FileName, file.MediaType));
        var opened = await new OpenFile(database.GateFor(Given.Office), Store()).RunAsync(EvidenceKind.Application, file.Id, default);
        await using var content = opened.Content;
        Assert.Null((await Image.LoadAsync(content)).Metadata.ExifProfile);
    }

    [Theory]
    [InlineData("MZ this is a program", DocumentRule.OnlyPhotosAndPdf)]
    [InlineData("", DocumentRule.OnlyPhotosAndPdf)]
    [InlineData("\u00ff\u00d8\u00ff but no photo", DocumentRule.APhotoCanBeRead)]
    public async Task A_file_is_judged_by_its_content(string content, DocumentRule rule)
    {
        var draft = await database.StoredAsync(Given.Draft());

        var no = await Assert.ThrowsAsync<RuleBroken>(() => AttachAs(Given.Official, draft, Bytes(content), "Papers", "photo.jpg"));

        Assert.Equal(rule, no.Rule);
    }

    [Fact]
    public async Task A_small_file_that_unpacks_to_a_huge_picture_is_refused_before_it_is_drawn()
    {
        var draft = await database.StoredAsync(Given.Draft());
        using var photo = new MemoryStream();
        using (var image = new Image<L8>(11_000, 11_000)) await image.SaveAsPngAsync(photo);
        Assert.True(photo.Length < 5_000_000);

        var no = await Assert.ThrowsAsync<RuleBroken>(() => AttachAs(Given.Official, draft, photo, "Papers", "photo.png"));

        Assert.Equal(DocumentRule.APhotoCanBeRead, no.Rule);
    }

    [Fact]
    public async Task Too_large_a_file_is_refused()
    {
        var draft = await database.StoredAsync(Given.Draft());

        var no = await Assert.ThrowsAsync<RuleBroken>(() => AttachAs(Given.Official, draft, Bytes("%PDF-" + new string(' ', 10_000_000)), "Papers", "scan.pdf"));

        Assert.Equal(DocumentRule.AFileIsAtMostTenMegabytes, no.Rule);
    }

    [Fact]
    public async Task What_was_removed_is_shown_no_longer()
    {
        var draft = await database.StoredAsync(Given.Draft());
        var id = await AttachAs(Given.Official, draft, Bytes("%PDF-1.7"), "Papers", "scan.pdf");

        await new RemoveFile(database.GateFor(Given.Official), TimeProvider.System).RunAsync(new(id));

        Assert.Empty((await new ApplicationDetail(database.GateFor(Given.Official)).RunAsync(draft.Id, default)).Files);
    }

    [Fact]
    public async Task A_submitted_application_takes_and_gives_no_files()
    {
        var submitted = await database.StoredAsync(Given.Submitted());

        var no = await Assert.ThrowsAsync<RuleBroken>(() => AttachAs(Given.Official, submitted, Bytes("%PDF-1.7"), "Papers", "scan.pdf"));

        Assert.Equal(ApplicationRule.OnlyADraftOrReturnedOneIsEdited, no.Rule);
    }

    [Fact]
    public async Task Another_township_neither_attaches_nor_opens_nor_removes()
    {
        var draft = await database.StoredAsync(Given.Draft());
        var id = await AttachAs(Given.Official, draft, Bytes("%PDF-1.7"), "Papers", "scan.pdf");

        await Assert.ThrowsAsync<NotFound>(() => AttachAs(Given.Stranger, draft, Bytes("%PDF-1.7"), "Papers", "scan.pdf"));
        await Assert.ThrowsAsync<NotFound>(() => new OpenFile(database.GateFor(Given.Stranger), Store()).RunAsync(EvidenceKind.Application, id, default));
        await Assert.ThrowsAsync<NotFound>(() => new RemoveFile(database.GateFor(Given.Stranger), TimeProvider.System).RunAsync(new(id)));
    }

    [Fact]
    public async Task Without_the_permission_nothing_is_opened()
    {
        var draft = await database.StoredAsync(Given.Draft());
        var id = await AttachAs(Given.Official, draft, Bytes("%PDF-1.7"), "Papers", "scan.pdf");

        await Assert.ThrowsAsync<NotPermitted>(() => AttachAs(Given.Office, draft, Bytes("%PDF-1.7"), "Papers", "scan.pdf"));
        await Assert.ThrowsAsync<NotPermitted>(() => new OpenFile(database.GateFor(Given.Agent), Store()).RunAsync(EvidenceKind.Application, id, default));
        await Assert.ThrowsAsync<NotPermitted>(() => new RemoveFile(database.GateFor(Given.Agent), TimeProvider.System).RunAsync(new(id)));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private DiskFileStore Store() => new(_folder);

    private static MemoryStream Bytes(string latin1) => new(Encoding.Latin1.GetBytes(latin1));

    private async Task<Guid> AttachAs(Actor actor, SiteApplication application, Stream content, string slot, string name)
    {
        var id = Guid.CreateVersion7();
        await new AttachFile(database.GateFor(actor), Store(), TimeProvider.System).RunAsync(new(id, application.Id, slot, name, content));
        return id;
    }
}
