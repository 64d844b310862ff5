using VillageInsurance.Domain.Acceptance;
using VillageInsurance.Domain.Cycles;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;
using VillageInsurance.UseCases.Acceptance;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Documents;
using VillageInsurance.UseCases.Tests.Shared;

namespace VillageInsurance.UseCases.Tests.Acceptance;

public class ReviewTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task Two_signed_forms_pass_it_on_figures_that_are_counted_again()
    {
        using var way = await Way.BeginAsync(database);

        var passed = await way.PassedAsync();

        Assert.Equal((DeclarationStatus.Passed, CycleState.Reviewed), (passed.Status, await way.StateAsync()));
        Assert.NotEqual(passed.SnapshotId, passed.ReviewSnapshotId);
        var view = await new DeclarationDetail(way.As(way.Office), way.Clock).RunAsync(passed.Id, default);
        Assert.Equal([100, 100], view.Sheets.Select(s => s.Total));
        Assert.Equal([SnapshotPurpose.Declaration, SnapshotPurpose.Review], view.Figures.Select(f => f.TakenFor));
    }

    [Fact]
    public async Task One_form_is_not_enough_and_one_that_returns_stops_it()
    {
        using var way = await Way.BeginAsync(database);
        var taken = await way.TakenInAsync();
        await way.SheetAsync(taken.Id, way.Office);
        Assert.Equal(ReviewRule.EnoughReviewersPassedIt, await RuleOf(() => PassAsync(way, taken)));

        await way.SheetAsync(taken.Id, way.Second, verdict: ReviewVerdict.Return);
        await way.SheetAsync(taken.Id, await way.SomebodyAsync(Role.CountyOffice));

        Assert.Equal(ReviewRule.EnoughReviewersPassedIt, await RuleOf(() => PassAsync(way, taken)));
    }

    [Fact]
    public async Task Figures_that_fall_short_do_not_pass_whatever_the_reviewers_say()
    {
        using var way = await Way.BeginAsync(database, reachesIt: false);
        var taken = await way.TakenInAsync();
        await way.SheetAsync(taken.Id, way.Office);
        await way.SheetAsync(taken.Id, way.Second);

        Assert.Equal(ReviewRule.TheFiguresReachTheStandard, await RuleOf(() => PassAsync(way, taken)));
        Assert.Equal(CycleState.Declared, await way.StateAsync());
    }

    [Fact]
    public async Task Too_few_points_are_no_pass()
    {
        using var way = await Way.BeginAsync(database);
        var taken = await way.TakenInAsync();

        Assert.Equal(ReviewRule.APassReachesTheFormsPoints, await RuleOf(() => way.SheetAsync(taken.Id, way.Office, points: 5)));
        Assert.Equal(ReviewRule.PointsLieWithinTheItems, await RuleOf(async () => await way.SheetAsync(taken.Id, way.Second, points: 11)));
    }

    [Fact]
    public async Task An_unfinished_form_is_not_signed()
    {
        using var way = await Way.BeginAsync(database);
        var taken = await way.TakenInAsync();
        var sheet = Guid.CreateVersion7();
        await new BeginReview(way.As(way.Office), way.Clock).RunAsync(new(sheet, taken.Id, ReviewTrack.County, null));

        Assert.Equal(ReviewRule.EveryItemIsScored, await RuleOf(() => new SignReview(way.As(way.Office), way.Clock).RunAsync(new(sheet, 0))));
        Assert.Equal(ReviewRule.OnlyTheReviewerFillsItIn, await RuleOf(() => way.FillAsync(way.Second, sheet)));
    }

    [Fact]
    public async Task A_signed_form_stands()
    {
        using var way = await Way.BeginAsync(database);
        var taken = await way.TakenInAsync();
        var sheet = await way.SheetAsync(taken.Id, way.Office);

        await Assert.ThrowsAsync<ChangedMeanwhile>(() => way.FillAsync(way.Office, sheet));
        Assert.Equal(ReviewRule.ASignedSheetStands, await RuleOf(() => new SignReview(way.As(way.Office), way.Clock).RunAsync(new(sheet, 2))));
        Assert.Equal(ReviewRule.OneSheetPerReviewer, await RuleOf(() => way.SheetAsync(taken.Id, way.Office)));
    }

    [Fact]
    public async Task A_reviewer_without_an_account_is_entered_with_the_scan_of_his_sheet()
    {
        using var way = await Way.BeginAsync(database);
        var (taken, member, sheet) = (await way.TakenInAsync(), await way.SomebodyAsync(Role.CountyLeader, withGrant: true), Guid.CreateVersion7());
        await new BeginReview(way.As(way.Office), way.Clock).RunAsync(new(sheet, taken.Id, ReviewTrack.County, member.StaffId));
        await way.FillAsync(way.Office, sheet);
        Assert.Equal(ReviewRule.ThePaperSheetIsScanned, await RuleOf(() => new SignReview(way.As(way.Office), way.Clock).RunAsync(new(sheet, 1))));
        Assert.Equal(DocumentRule.OnlyPhotosAndPdf, await RuleOf(() => way.AttachAsync(way.Office, sheet, EvidenceKind.Review, "MZ this is a program")));

        await way.AttachAsync(way.Office, sheet, EvidenceKind.Review);
        await new SignReview(way.As(way.Office), way.Clock).RunAsync(new(sheet, 1));

        var shown = Assert.Single((await new DeclarationDetail(way.As(way.Office), way.Clock).RunAsync(taken.Id, default)).Sheets);
        Assert.True(shown.OnPaper && shown.SignedAt is not null && shown.Files.Count == 1);
    }

    [Theory]
    [InlineData(Role.Supervisor, ReviewRule.AReviewerIsOfTheLeadingGroup)]
    [InlineData(Role.InsurerReviewer, ReviewRule.AReviewerIsOfTheLeadingGroup)]
    [InlineData(Role.VillageCadre, ReviewRule.AReviewerIsOfTheLeadingGroup)]
    public async Task Who_is_not_of_the_leading_group_reviews_nothing(Role role, ReviewRule rule)
    {
        using var way = await Way.BeginAsync(database);
        var (taken, somebody) = (await way.TakenInAsync(), await way.SomebodyAsync(role, withGrant: true));

        Assert.Equal(rule, await RuleOf(() => new BeginReview(way.As(way.Office), way.Clock).RunAsync(new(Guid.CreateVersion7(), taken.Id, ReviewTrack.County, somebody.StaffId))));
    }

    [Theory]
    [InlineData(Role.Supervisor)]
    [InlineData(Role.ResidentAgent)]
    public async Task Who_works_in_the_village_does_not_review_it(Role role)
    {
        using var way = await Way.BeginAsync(database);
        var (taken, somebody) = (await way.TakenInAsync(), await way.SomebodyAsync(role, withGrant: true));
        await database.GivenAsync(way.Village, new RoleGrant(Guid.CreateVersion7(), somebody.StaffId, Role.CountyLeader, Places.County, new(2025, 1, 1), null, "-", Places.Giver.Id));

        Assert.Equal(ReviewRule.NoReviewerWorksInTheVillage, await RuleOf(() => new BeginReview(way.As(way.Office), way.Clock).RunAsync(new(Guid.CreateVersion7(), taken.Id, ReviewTrack.County, somebody.StaffId))));
    }

    [Fact]
    public async Task Who_proposed_or_declared_the_village_does_not_review_it()
    {
        using var way = await Way.BeginAsync(database, town: true);
        var taken = await way.TakenInAsync();
        Assert.Equal(ReviewRule.NoReviewerProposedOrDeclared, await RuleOf(() => way.SheetAsync(taken.Id, way.Township, ReviewTrack.Township)));

        await database.GivenAsync(way.Village, new RoleGrant(Guid.CreateVersion7(), way.Cadre.StaffId, Role.TownshipOfficial, way.Village, new(2025, 1, 1), null, "-", Places.Giver.Id));
        Assert.Equal(ReviewRule.NoReviewerProposedOrDeclared,
            await RuleOf(() => new BeginReview(way.As(way.SecondTownship), way.Clock).RunAsync(new(Guid.CreateVersion7(), taken.Id, ReviewTrack.Township, way.Cadre.StaffId))));
    }

    [Fact]
    public async Task The_township_does_not_review_in_the_citys_scheme_and_nobody_from_elsewhere()
    {
        using var way = await Way.BeginAsync(database);
        var taken = await way.TakenInAsync();

        Assert.Equal(ReviewRule.OnlyTheSchemesReviewerDecides, await RuleOf(() => way.SheetAsync(taken.Id, way.SecondTownship)));
        Assert.Equal(ReviewRule.OnlyATakenInOneIsReviewed, await RuleOf(() => way.SheetAsync(taken.Id, way.SecondTownship, ReviewTrack.Township)));
        await Assert.ThrowsAsync<NotPermitted>(() => way.SheetAsync(taken.Id, way.Leader));
        await Assert.ThrowsAsync<NotFound>(() => way.SheetAsync(taken.Id, Someone.Who(Role.TownshipOfficial, Places.OtherVillage), ReviewTrack.Township));
    }

    [Fact]
    public async Task Of_pass_and_return_at_the_same_moment_one_wins_and_the_other_is_told()
    {
        using var way = await Way.BeginAsync(database);
        var taken = await way.TakenInAsync();
        await way.SheetAsync(taken.Id, way.Office);
        await way.SheetAsync(taken.Id, way.Second);

        var ends = await Task.WhenAll(
            Record.ExceptionAsync(() => PassAsync(way, taken)).AsTask(),
            Record.ExceptionAsync(() => new ReturnDeclaration(way.As(way.Second), way.Clock).RunAsync(new(taken.Id, taken.Version, "No", ["Files"]))).AsTask());

        Assert.Equal([null, typeof(ChangedMeanwhile)], ends.OrderBy(e => e is not null).Select(e => e?.GetType()));
    }

    [Fact]
    public async Task What_is_listed_later_shows_as_drift_in_numbers()
    {
        using var way = await Way.BeginAsync(database);
        var (head, _) = way.Files.Resident(way.Files.Household());
        way.Files.Payment(way.Files.Policy("P07", head, head, "2025-12-05", "2025-12-06", "2045-12-05", "annual"), "2025-12-05", "800.00");
        var taken = await way.TakenInAsync();
        await way.SheetAsync(taken.Id, way.Office);
        await way.SheetAsync(taken.Id, way.Second);

        await Exchange.Imports.ImportAsync(database, way.Files);

        var drift = (await new DeclarationDrift(way.As(way.Office), way.Clock).RunAsync(taken.Id, default))!;
        Assert.False(drift.IsNone);
        Assert.Equal((1, 0), (drift.Records.Single(r => r.Set == RecordSet.People).Came, drift.Records.Single(r => r.Set == RecordSet.LifePayments).Went));
        Assert.False(drift.HouseholdsSeen);
        Assert.Empty(drift.Came);
        Assert.Equal(["1", "2"], drift.Indicators.Where(i => i.Key == IndicatorKey.Accident).SelectMany(i => new[] { $"{i.Then.Whole}", $"{i.Now.Whole}" }));
    }

    private static Task PassAsync(Way way, Declaration taken) => new PassDeclaration(way.As(way.Office), way.Clock).RunAsync(new(taken.Id, taken.Version, ""));

    private static async Task<Enum> RuleOf(Func<Task> act) => (await Assert.ThrowsAsync<RuleBroken>(act)).Rule;
}
