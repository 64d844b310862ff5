using VillageInsurance.Domain.Acceptance;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Acceptance;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Documents;
using VillageInsurance.UseCases.Tests.Shared;

namespace VillageInsurance.UseCases.Tests.Acceptance;

/// <summary>What is sent twice, by a stale page, without the right, or from another village.</summary>
public class ForwardingInputTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task A_list_sent_twice_is_prepared_once()
    {
        using var way = await Way.BeginAsync(database);
        var (passed, id) = (await way.PassedAsync(), Guid.CreateVersion7());
        await new PrepareList(way.As(way.Office), way.Clock).RunAsync(new(id, 2025, [passed.Id]));

        await new PrepareList(way.As(way.Office), way.Clock).RunAsync(new(id, 2025, [passed.Id]));

        await Assert.ThrowsAsync<AlreadyCreated>(() => new PrepareList(way.As(way.Second), way.Clock).RunAsync(new(id, 2025, [passed.Id])));
        await Assert.ThrowsAsync<InvalidInput>(() => new PrepareList(way.As(way.Office), way.Clock).RunAsync(new(Guid.CreateVersion7(), 2025, [])));
        await Assert.ThrowsAsync<NotPermitted>(() => new PrepareList(way.As(way.Insurer), way.Clock).RunAsync(new(Guid.CreateVersion7(), 2025, [passed.Id])));
        await Assert.ThrowsAsync<NotFound>(() => new PrepareList(way.As(Someone.Who(Role.CountyOffice, Places.OtherVillage)), way.Clock).RunAsync(new(Guid.CreateVersion7(), 2025, [passed.Id])));
    }

    [Fact]
    public async Task A_reply_without_its_number_or_from_elsewhere_is_not_recorded()
    {
        using var way = await Way.BeginAsync(database);
        var forwarded = await way.ForwardedAsync();
        var input = new RecordReply.Input(Guid.CreateVersion7(), forwarded.Id, forwarded.Version, true, "", "", way.Clock.Today());

        await Assert.ThrowsAsync<InvalidInput>(() => new RecordReply(way.As(way.Second), way.Clock).RunAsync(input));
        await Assert.ThrowsAsync<ChangedMeanwhile>(() => new RecordReply(way.As(way.Second), way.Clock).RunAsync(input with { LetterNumber = "No. 7", SeenVersion = 1 }));
        await Assert.ThrowsAsync<NotFound>(() => new RecordReply(way.As(Someone.Who(Role.CountyOffice, Places.OtherVillage)), way.Clock).RunAsync(input with { LetterNumber = "No. 7" }));
    }

    [Fact]
    public async Task A_form_is_written_on_the_version_that_was_seen_by_who_has_the_right_there()
    {
        using var way = await Way.BeginAsync(database);
        var taken = await way.TakenInAsync();
        var sheet = await way.SheetAsync(taken.Id, way.Office, sign: false);
        var input = new SaveReview.Input(sheet, 0, [], null, "", null, "");

        await Assert.ThrowsAsync<ChangedMeanwhile>(() => new SaveReview(way.As(way.Office)).RunAsync(input));
        await Assert.ThrowsAsync<NotPermitted>(() => new SaveReview(way.As(way.Insurer)).RunAsync(input with { SeenVersion = 1 }));
        await Assert.ThrowsAsync<NotFound>(() => new SaveReview(way.As(Someone.Who(Role.CountyOffice, Places.OtherVillage))).RunAsync(input with { SeenVersion = 1 }));
        await Assert.ThrowsAsync<InvalidInput>(() => new SaveReview(way.As(way.Office)).RunAsync(input with { SeenVersion = 1, Opinion = new string('x', 501) }));
    }

    [Fact]
    public async Task What_lies_with_a_record_that_is_about_to_be_saved_is_seen_and_taken_off_again()
    {
        using var way = await Way.BeginAsync(database);
        var letter = Guid.CreateVersion7();
        await way.AttachAsync(way.Second, letter, EvidenceKind.Reply);
        var file = Assert.Single(await new EvidenceOf(way.As(way.Township)).RunAsync(EvidenceKind.Reply, letter, default));
        Assert.Empty(await new EvidenceOf(way.As(Someone.Who(Role.TownshipOfficial, Places.OtherVillage))).RunAsync(EvidenceKind.Reply, letter, default));
        await Assert.ThrowsAsync<NotPermitted>(() => new AttachEvidence(way.As(way.Township), null!, way.Clock).RunAsync(new(Guid.CreateVersion7(), way.Village, letter, EvidenceKind.Reply, "a.pdf", Stream.Null)));

        await new RemoveEvidence(way.As(way.Second), way.Clock).RunAsync(new(EvidenceKind.Reply, file.Id));

        Assert.Empty(await new EvidenceOf(way.As(way.Office)).RunAsync(EvidenceKind.Reply, letter, default));
    }
}
