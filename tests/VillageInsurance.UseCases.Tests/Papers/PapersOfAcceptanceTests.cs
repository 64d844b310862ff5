using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Papers;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Papers;
using VillageInsurance.UseCases.Tests.Acceptance;
using VillageInsurance.UseCases.Tests.Shared;

namespace VillageInsurance.UseCases.Tests.Papers;

public class PapersOfAcceptanceTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task A_declaration_is_a_draft_without_figures_until_it_is_submitted_on_frozen_ones()
    {
        using var way = await Way.BeginAsync(database);
        var draft = await way.DraftedAsync();
        var before = await TakenPaper.SheetAsync(way.As(way.Insurer), PaperKind.Declaration, draft.Id);
        await new VillageInsurance.UseCases.Acceptance.SubmitDeclaration(way.As(way.Insurer), way.Clock).RunAsync(new(draft.Id, draft.Version));
        var sent = await way.SeeAsync(draft.Id);

        var text = await TakenPaper.TextAsync(way.As(way.Office), PaperKind.Declaration, draft.Id);

        Assert.NotEmpty(before.Watermark);
        Assert.Empty(before.Content.RowsOf("indicators"));
        Assert.All([sent.Number!, "A year of work", "1 人", "≥ 80%", "达标", "建设点挂牌照片", "保险公司支公司", "2025年2月8日", "2025年1月1日至2025年12月31日"], said => Assert.Contains(said, text, StringComparison.Ordinal));
        Assert.Empty((await TakenPaper.SheetAsync(way.As(way.Office), PaperKind.Declaration, draft.Id)).Watermark);
        await Assert.ThrowsAsync<NotFound>(() => TakenPaper.SheetAsync(way.As(Someone.Who(Role.TownshipOfficial, Places.OtherVillage)), PaperKind.Declaration, draft.Id));
        await Assert.ThrowsAsync<NotPermitted>(() => TakenPaper.SheetAsync(way.As(Someone.Who(Role.Supervisor, way.Village)), PaperKind.Declaration, draft.Id));
    }

    [Fact]
    public async Task A_declaration_that_came_back_is_void_and_has_no_opinion()
    {
        using var way = await Way.BeginAsync(database);
        var taken = await way.TakenInAsync();
        await new VillageInsurance.UseCases.Acceptance.ReturnDeclaration(way.As(way.Office), way.Clock).RunAsync(new(taken.Id, taken.Version, "Files lack", [way.Scheme.Rules.Pack[0].Key]));

        var sheet = await TakenPaper.SheetAsync(way.As(way.Office), PaperKind.Declaration, taken.Id);

        Assert.Equal(PaperStanding.Void, sheet.Content.Standing);
        Assert.Contains(sheet.Content.RowsOf("signers"), s => s["opinion"].Contains("Files lack", StringComparison.Ordinal));
        await Assert.ThrowsAsync<NotFound>(() => TakenPaper.SheetAsync(way.As(way.Office), PaperKind.ReviewOpinion, taken.Id));
    }

    [Fact]
    public async Task A_score_form_gives_the_points_of_one_reviewer_and_is_a_draft_until_signed()
    {
        using var way = await Way.BeginAsync(database);
        var taken = await way.TakenInAsync();
        var (first, second) = (await way.SheetAsync(taken.Id, way.Office), await way.SheetAsync(taken.Id, way.Second, sign: false));

        var text = await TakenPaper.TextAsync(way.As(way.Office), PaperKind.ScoreForm, first);

        var items = way.Scheme.Rules.ScoreForm.Items;
        Assert.All([$"{taken.Number}-1", items[0].Name.Zh, items[^1].Standard.Zh, "Looked at five files", "通过", $"{items.Sum(i => i.Indicator is null ? 10 : i.Points)}"], said => Assert.Contains(said, text, StringComparison.Ordinal));
        var open = await TakenPaper.SheetAsync(way.As(way.Office), PaperKind.ScoreForm, second);
        Assert.NotEmpty(open.Watermark);
        Assert.Equal(("", $"{taken.Number}-2"), (open.Content.Values["total"], open.Content.Values["number"]));
        await Assert.ThrowsAsync<NotFound>(() => TakenPaper.SheetAsync(way.As(Someone.Who(Role.TownshipOfficial, Places.OtherVillage)), PaperKind.ScoreForm, first));
    }

    [Fact]
    public async Task The_opinion_and_the_list_name_number_villages_and_reply_and_the_list_is_the_countys()
    {
        using var way = await Way.BeginAsync(database);
        var accepted = await way.AcceptedAsync();
        var list = await database.SeeAsync(way.Village, db => db.ForwardingLines.Where(l => l.DeclarationId == accepted.Id).Select(l => l.ListId).SingleAsync());

        var opinion = await TakenPaper.TextAsync(way.As(way.Township), PaperKind.ReviewOpinion, accepted.Id);
        var sent = await TakenPaper.TextAsync(way.As(way.Office), PaperKind.ForwardingList, list);

        Assert.StartsWith("先审", accepted.ReviewNumber, StringComparison.Ordinal);
        Assert.All([accepted.ReviewNumber!, accepted.Number!, "Meets the standard", "保险公司省分公司", "CountyOffice、CountyOffice"], said => Assert.Contains(said, opinion, StringComparison.Ordinal));
        Assert.All(["先报", "共 1 个村", "同意", "CountyLeader"], said => Assert.Contains(said, sent, StringComparison.Ordinal));
        Assert.Empty((await TakenPaper.SheetAsync(way.As(way.Office), PaperKind.ForwardingList, list)).Watermark);
        await Assert.ThrowsAsync<NotFound>(() => TakenPaper.SheetAsync(way.As(way.Township), PaperKind.ForwardingList, list));
    }

    [Fact]
    public async Task A_village_has_every_paper_of_its_acceptance()
    {
        using var way = await Way.BeginAsync(database, town: true);
        await way.PassedAsync();

        var papers = await new VillagePapers(way.As(way.Office)).RunAsync(way.Files.VillageCode, default);

        Assert.Equal(
            [PaperKind.SiteApplication, PaperKind.Agreement, PaperKind.AppointmentLetter, PaperKind.AppointmentLetter, PaperKind.AgentRegistration, PaperKind.CommitmentLetter,
                PaperKind.Declaration, PaperKind.ScoreForm, PaperKind.ScoreForm, PaperKind.ReviewOpinion], papers.Select(p => p.Kind));
        foreach (var paper in papers) Assert.NotEmpty(await TakenPaper.TextAsync(way.As(way.Office), paper.Kind, paper.RecordId));
    }
}
