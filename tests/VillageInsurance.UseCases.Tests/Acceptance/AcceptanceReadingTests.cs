using VillageInsurance.Domain.Acceptance;
using VillageInsurance.Domain.Cycles;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Acceptance;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Tests.Shared;

namespace VillageInsurance.UseCases.Tests.Acceptance;

public class AcceptanceReadingTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task The_list_shows_the_actors_villages_by_year_state_and_township()
    {
        using var way = await Way.BeginAsync(database);
        var submitted = await way.SubmittedAsync();
        var list = new DeclarationList(way.As(way.Office));

        var row = Assert.Single((await list.RunAsync(2025, DeclarationStatus.Submitted, Places.Township, null, default)).Rows, r => r.Id == submitted.Id);

        Assert.Equal((way.Village, true, new DateOnly(2026, 1, 31)), (row.Place.VillageId, row.AllPass, row.ReviewBy));
        Assert.DoesNotContain((await list.RunAsync(2024, null, null, null, default)).Rows, r => r.Id == submitted.Id);
        Assert.DoesNotContain((await list.RunAsync(null, DeclarationStatus.Passed, null, null, default)).Rows, r => r.Id == submitted.Id);
        Assert.DoesNotContain((await list.RunAsync(null, null, Places.OtherTownship, null, default)).Rows, r => r.Id == submitted.Id);
        Assert.Empty((await new DeclarationList(way.As(Someone.Who(Role.TownshipOfficial, Places.OtherVillage))).RunAsync(null, null, null, null, default)).Rows);
    }

    [Fact]
    public async Task A_village_that_builds_is_a_candidate_until_it_is_declared()
    {
        using var way = await Way.BeginAsync(database);
        var candidates = new DeclarationCandidates(way.As(way.Insurer));
        Assert.Contains(await candidates.RunAsync(default), c => c.CycleId == way.CycleId && c.LastDay == new DateOnly(2025, 12, 25));
        Assert.DoesNotContain(await new DeclarationCandidates(way.As(way.Township)).RunAsync(default), c => c.CycleId == way.CycleId);
        var start = new DeclarationStart(way.As(way.Insurer), way.Clock);
        Assert.True((await start.RunAsync(way.Village, default)).CanBegin);

        var draft = await way.DraftedAsync();

        Assert.DoesNotContain(await candidates.RunAsync(default), c => c.CycleId == way.CycleId);
        var view = await start.RunAsync(way.Village, default);
        Assert.Equal((draft.Id, false, false), (view.OpenId, view.CanBegin, view.IsIrregular));
        await Assert.ThrowsAsync<NotFound>(() => new DeclarationStart(way.As(Someone.Who(Role.TownshipOfficial, Places.OtherVillage)), way.Clock).RunAsync(way.Village, default));
    }

    [Fact]
    public async Task What_may_be_done_follows_the_state_and_the_person()
    {
        using var way = await Way.BeginAsync(database);
        var draft = await way.DraftedAsync();
        Assert.True((await MayAsync(way, way.SecondInsurer, draft)).Edit);
        Assert.False((await MayAsync(way, way.Office, draft)).TakeIn);

        await new SubmitDeclaration(way.As(way.Insurer), way.Clock).RunAsync(new(draft.Id, draft.Version));
        Assert.True(await MayAsync(way, way.Office, draft) is { TakeIn: true, Return: true, Pass: false, Edit: false });
        Assert.True(await MayAsync(way, way.Township, draft) is { TakeIn: false, Return: false, Sheets.Count: 0 });

        await new TakeInDeclaration(way.As(way.Office), way.Clock).RunAsync(new(draft.Id, draft.Version + 1));
        Assert.Equal([ReviewTrack.County], (await MayAsync(way, way.Office, draft)).Sheets);
        await Assert.ThrowsAsync<NotFound>(() => MayAsync(way, Someone.Who(Role.TownshipOfficial, Places.OtherVillage), draft));
        await Assert.ThrowsAsync<NotPermitted>(() => MayAsync(way, Someone.Who(Role.ResidentAgent, way.Village), draft));
    }

    [Fact]
    public async Task Before_the_submission_there_is_no_drift_and_right_after_it_none_is_found()
    {
        using var way = await Way.BeginAsync(database);
        var draft = await way.DraftedAsync();
        var drift = new DeclarationDrift(way.As(way.Cadre), way.Clock);
        Assert.Null(await drift.RunAsync(draft.Id, default));

        await new SubmitDeclaration(way.As(way.Insurer), way.Clock).RunAsync(new(draft.Id, draft.Version));

        Assert.True((await drift.RunAsync(draft.Id, default))!.IsNone);
    }

    [Fact]
    public async Task The_villages_own_page_shows_its_newest_cycle_to_who_may_see_it()
    {
        using var way = await Way.BeginAsync(database);
        Assert.True((await OfAsync(way, way.Insurer))!.CanDeclare);
        var submitted = await way.SubmittedAsync();

        var view = await OfAsync(way, way.Cadre);

        Assert.Equal((CycleState.Declared, false), (view!.State, view.CanDeclare));
        Assert.Equal((submitted.Id, true), (Assert.Single(view.Declarations).Id, view.Declarations[0].AllPass));
        Assert.Null(await OfAsync(way, Someone.Who(Role.ResidentAgent, way.Village)));
    }

    private static Task<VillageAcceptanceView?> OfAsync(Way way, Actor actor) =>
        way.As(actor).ReadAsync(Permission.ViewAreas, db => db.AcceptanceOfAsync(new(way.Village), way.Clock.Today(), default), default);

    private static async Task<DeclarationDetail.Abilities> MayAsync(Way way, Actor actor, Declaration declaration) => (await new DeclarationDetail(way.As(actor), way.Clock).RunAsync(declaration.Id, default)).May;
}
