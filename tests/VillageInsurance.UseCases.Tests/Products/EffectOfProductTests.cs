using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using VillageInsurance.Domain.Acceptance;
using VillageInsurance.UseCases.Acceptance;
using VillageInsurance.UseCases.Products;
using VillageInsurance.UseCases.Tests.Exchange;
using VillageInsurance.UseCases.Tests.Shared;

namespace VillageInsurance.UseCases.Tests.Products;

/// <summary>The effect of a draft, beside the figures after it was really published.</summary>
public class EffectOfProductTests(TestPostgres postgres)
{
    private readonly FakeTimeProvider _clock = new(new(2026, 3, 1, 4, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task What_is_foreseen_is_what_publishing_does_and_looking_changes_nothing()
    {
        await using var database = await CountyAsync();
        var (drafter, colleague) = (await database.GivenClerkAsync(), await database.GivenClerkAsync());
        // Its premium is life no more: indicator 3 shrinks.
        var product = await database.SeeAsync(Places.Village, db => db.Products.AsNoTracking().SingleAsync(p => p.Code == "P07"));
        var draft = await database.DraftAsync(drafter, product, product.Terms with { CountsLifeRegular = false });
        var before = await FiguresAsync(database);

        var seen = await new EffectOfProduct(database.GateFor(drafter, _clock), _clock).RunAsync(draft, default);

        Assert.Equal(before, await FiguresAsync(database));
        await new PublishProduct(database.GateFor(colleague, _clock)).RunAsync(new(draft, 0));
        var after = await FiguresAsync(database);
        var moved = before.Where(b => b.Value.LifeNewRegularFen != after[b.Key].LifeNewRegularFen).Select(b => b.Key).ToHashSet();
        var lines = seen.Lines.Where(l => l.AsOf == new DateOnly(2025, 12, 31)).ToList();
        Assert.True(moved.Count > 0);
        Assert.Equal(before.Count, seen.Places);
        Assert.All(lines, l => Assert.Equal(3, l.Indicator));
        Assert.Equal(moved, lines.Select(l => l.Place.VillageId).ToHashSet());
        Assert.Equal(lines.Count(l => l is { Before: IndicatorOutcome.Passed, After: IndicatorOutcome.Failed }), before.Count(b => b.Value is { Population: > 0 } f && f.LifeNewRegularFen >= 5000 * f.Population && after[b.Key].LifeNewRegularFen < 5000 * f.Population));
        Assert.Equal(lines.Count(l => l.IsOtherVerdict), seen.VerdictCount);
    }

    [Fact]
    public async Task Another_name_moves_no_figure()
    {
        await using var database = await CountyAsync();
        var clerk = await database.GivenClerkAsync();
        var product = await database.SeeAsync(Places.Village, db => db.Products.AsNoTracking().SingleAsync(p => p.Code == "P07"));
        var draft = await database.DraftAsync(clerk, product, product.Terms with { Name = "Other" });

        var seen = await new EffectOfProduct(database.GateFor(clerk, _clock), _clock).RunAsync(draft, default);

        Assert.Equal((0, 0), (seen.LineCount, seen.VerdictCount));
        Assert.Equal([new DateOnly(2026, 3, 1), new DateOnly(2025, 12, 31)], seen.Periods.Select(p => p.AsOf));
        Assert.All(seen.Periods, p => Assert.Equal(p.PassBefore, p.PassAfter));
    }

    private async Task<TestDatabase> CountyAsync()
    {
        var database = await DemoCounty.NewAsync(postgres);
        await database.ImportAsync(DemoCounty.Zip);
        return database;
    }

    private static async Task<Dictionary<Guid, IndicatorFigures>> FiguresAsync(TestDatabase database) =>
        (await new CountyBoard(database.GateFor(Imports.Office)).RunAsync(new(new(2025, 12, 31), new(2026, 1, 31)), default)).Rows.ToDictionary(r => r.AreaId, r => r.Figures);
}
