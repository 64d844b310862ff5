using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Acceptance;
using VillageInsurance.Domain.Cycles;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Acceptance;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Tests.Shared;

namespace VillageInsurance.UseCases.Tests.Acceptance;

public class DeclarationTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task Submitted_the_figures_are_frozen_the_number_is_taken_and_the_village_is_declared()
    {
        using var way = await Way.BeginAsync(database);

        var submitted = await way.SubmittedAsync();

        Assert.Equal((DeclarationStatus.Submitted, new DateOnly(2025, 12, 31), new DateOnly(2026, 1, 31)), (submitted.Status, submitted.AsOf, submitted.KnownAt));
        Assert.NotNull(submitted.Number);
        var step = await database.SeeAsync(way.Village, db => db.CycleSteps.Where(s => s.CycleId == way.CycleId).OrderBy(s => s.Number).LastAsync());
        Assert.Equal((CycleMove.Declare, way.Insurer.StaffId, submitted.SnapshotId), (step.Move, step.ById, step.SnapshotId));
        Assert.Equal([QueueKind.DeclarationToTakeIn], await WaitingAsync(way, submitted.Id));
    }

    [Fact]
    public async Task Numbers_have_no_gap_although_a_submission_is_refused_between()
    {
        using var way = await Way.BeginAsync(database);
        using var late = await Way.BeginAsync(database);
        using var next = await Way.BeginAsync(database);
        var first = await way.SubmittedAsync();
        late.Clock.AdjustTime(new(2025, 12, 26, 4, 0, 0, TimeSpan.Zero));
        await Assert.ThrowsAsync<RuleBroken>(late.SubmittedAsync);

        var second = await next.SubmittedAsync();

        Assert.Equal(1, NumberOf(second) - NumberOf(first));
    }

    [Theory]
    [InlineData("2025-12-25T15:59:00Z", true)] // 23:59 in the county
    [InlineData("2025-12-25T16:00:00Z", false)]
    public async Task The_last_day_is_the_25th_of_december_in_the_county(string at, bool inTime)
    {
        using var way = await Way.BeginAsync(database);
        way.Clock.AdjustTime(DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture));

        var no = await Record.ExceptionAsync(way.SubmittedAsync);

        Assert.Equal(inTime ? null : CycleRule.TheDeclarationIsInTime, (no as RuleBroken)?.Rule);
        Assert.Equal(inTime ? CycleState.Declared : CycleState.Building, await way.StateAsync());
    }

    [Fact]
    public async Task Before_december_the_city_judges_at_the_day_of_the_declaration()
    {
        using var way = await Way.BeginAsync(database);
        way.Clock.AdjustTime(new(2025, 8, 31, 4, 0, 0, TimeSpan.Zero));

        var submitted = await way.SubmittedAsync();

        Assert.Equal((new DateOnly(2025, 8, 31), new DateOnly(2025, 10, 1)), (submitted.AsOf, submitted.KnownAt));
    }

    [Fact]
    public async Task Before_december_the_town_takes_no_declaration()
    {
        using var way = await Way.BeginAsync(database, town: true);
        way.Clock.AdjustTime(new(2025, 11, 30, 4, 0, 0, TimeSpan.Zero));

        Assert.Equal(DeclarationRule.NoIrregularDeclarationHere, (await Assert.ThrowsAsync<RuleBroken>(way.SubmittedAsync)).Rule);
    }

    [Fact]
    public async Task Only_the_schemes_declarer_declares()
    {
        using var city = await Way.BeginAsync(database);
        using var town = await Way.BeginAsync(database, town: true);

        Assert.Equal(DeclarationRule.OnlyTheSchemesDeclarerDeclares, (await Assert.ThrowsAsync<RuleBroken>(() => city.DraftedAsync(city.Township))).Rule);
        Assert.Equal(DeclarationRule.OnlyTheSchemesDeclarerDeclares, (await Assert.ThrowsAsync<RuleBroken>(() => town.DraftedAsync(town.Insurer))).Rule);
        await Assert.ThrowsAsync<NotPermitted>(() => city.DraftedAsync(city.Office));
        await Assert.ThrowsAsync<NotFound>(() => town.DraftedAsync(Someone.Who(Role.TownshipOfficial, Places.OtherVillage)));
    }

    [Fact]
    public async Task Sent_twice_it_is_created_once_and_a_second_one_is_refused()
    {
        using var way = await Way.BeginAsync(database);
        var draft = await way.DraftedAsync();

        await new DraftDeclaration(way.As(way.Insurer)).RunAsync(new(draft.Id, way.CycleId));

        await Assert.ThrowsAsync<AlreadyCreated>(() => new DraftDeclaration(way.As(way.SecondInsurer)).RunAsync(new(draft.Id, way.CycleId)));
        Assert.Equal(DeclarationRule.OneOpenDeclarationPerCycle, (await Assert.ThrowsAsync<RuleBroken>(() => way.DraftedAsync())).Rule);
    }

    [Fact]
    public async Task What_was_submitted_is_edited_no_more_and_a_stale_page_is_told()
    {
        using var way = await Way.BeginAsync(database);
        var draft = await way.DraftedAsync();
        await new SubmitDeclaration(way.As(way.Insurer), way.Clock).RunAsync(new(draft.Id, draft.Version));
        var submitted = await way.SeeAsync(draft.Id);

        Assert.Equal(DeclarationRule.OnlyADraftIsEdited, (await Assert.ThrowsAsync<RuleBroken>(() => new SaveDeclaration(way.As(way.Insurer)).RunAsync(new(draft.Id, submitted.Version, "More", [])))).Rule);
        await Assert.ThrowsAsync<ChangedMeanwhile>(() => new SubmitDeclaration(way.As(way.Insurer), way.Clock).RunAsync(new(draft.Id, draft.Version)));
    }

    [Fact]
    public async Task Of_two_who_take_it_in_at_the_same_moment_the_second_is_told_that_it_changed()
    {
        using var way = await Way.BeginAsync(database);
        var submitted = await way.SubmittedAsync();

        var ends = await Task.WhenAll(EndOf(way.Office), EndOf(way.Second));

        Assert.Equal([null, typeof(ChangedMeanwhile)], ends.OrderBy(e => e is not null).Select(e => e?.GetType()));
        Assert.Equal([QueueKind.DeclarationToReview], await WaitingAsync(way, submitted.Id));

        Task<Exception?> EndOf(Actor official) => Record.ExceptionAsync(() => new TakeInDeclaration(way.As(official), way.Clock).RunAsync(new(submitted.Id, submitted.Version))).AsTask();
    }

    [Fact]
    public async Task Returned_before_the_last_day_the_village_builds_on_and_declares_again()
    {
        using var way = await Way.BeginAsync(database);
        var taken = await way.TakenInAsync();

        await new ReturnDeclaration(way.As(way.Second), way.Clock).RunAsync(new(taken.Id, taken.Version, "Files are missing", ["Files"]));

        Assert.Equal(CycleState.Building, await way.StateAsync());
        Assert.Equal(QueueKind.DeclarationReturned, Assert.Single(await WaitingAsync(way, taken.Id)));
        Assert.Equal(DeclarationStatus.Submitted, (await way.SubmittedAsync()).Status);
    }

    [Fact]
    public async Task Returned_after_the_last_day_it_stays_returned()
    {
        using var way = await Way.BeginAsync(database);
        var taken = await way.TakenInAsync();
        way.Clock.AdjustTime(new(2026, 1, 15, 4, 0, 0, TimeSpan.Zero));

        await new ReturnDeclaration(way.As(way.Second), way.Clock).RunAsync(new(taken.Id, taken.Version, "Short of the standard", ["LifePerHead"]));

        Assert.Equal(CycleState.Returned, await way.StateAsync());
    }

    [Theory]
    [InlineData("Why", "Nowhere")]
    [InlineData(" ", "Files")]
    public async Task A_return_says_why_and_what_to_put_right(string reason, string item)
    {
        using var way = await Way.BeginAsync(database);
        var taken = await way.TakenInAsync();

        await Assert.ThrowsAnyAsync<Refusal>(() => new ReturnDeclaration(way.As(way.Second), way.Clock).RunAsync(new(taken.Id, taken.Version, reason, [item])));

        Assert.Equal(CycleState.Declared, await way.StateAsync());
    }

    [Fact]
    public async Task Nobody_takes_in_or_returns_what_they_declared_even_with_the_right()
    {
        using var way = await Way.BeginAsync(database, town: true);
        var submitted = await way.SubmittedAsync();

        Assert.Equal(DeclarationRule.NobodyHandlesTheirOwn,
            (await Assert.ThrowsAsync<RuleBroken>(() => new ReturnDeclaration(way.As(way.Township), way.Clock).RunAsync(new(submitted.Id, submitted.Version, "Why", ["Files"])))).Rule);
        await Assert.ThrowsAsync<NotPermitted>(() => new TakeInDeclaration(way.As(way.SecondTownship), way.Clock).RunAsync(new(submitted.Id, submitted.Version)));
        await Assert.ThrowsAsync<NotFound>(() => new TakeInDeclaration(way.As(Someone.Who(Role.CountyOffice, Places.OtherVillage)), way.Clock).RunAsync(new(submitted.Id, submitted.Version)));
    }

    private static long NumberOf(Declaration declaration) => long.Parse(new string([.. declaration.Number!.Split((char)0x3015)[1].Where(char.IsDigit)]), System.Globalization.CultureInfo.InvariantCulture);

    private static Task<List<QueueKind>> WaitingAsync(Way way, Guid record) =>
        way.Database.SeeAsync(way.Village, db => db.QueueItems.Where(q => q.RecordId == record && q.DoneAt == null).Select(q => q.Kind).ToListAsync());
}
