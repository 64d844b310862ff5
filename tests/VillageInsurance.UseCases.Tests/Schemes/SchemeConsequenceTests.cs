using Microsoft.Extensions.Time.Testing;
using VillageInsurance.Domain.Acceptance;
using VillageInsurance.Domain.Cycles;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Schemes;
using VillageInsurance.UseCases.Acceptance;
using VillageInsurance.UseCases.Schemes;
using VillageInsurance.UseCases.Tests.Exchange;
using VillageInsurance.UseCases.Tests.Shared;

namespace VillageInsurance.UseCases.Tests.Schemes;

public class SchemeConsequenceTests(DemoCounty demo, TestPostgres postgres)
{
    private static readonly Actor Office = Someone.InTheCounty(Role.CountyOffice);

    private readonly FakeTimeProvider _clock = new(new(2026, 3, 1, 4, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task Before_a_scheme_is_published_every_verdict_that_would_change_is_shown()
    {
        var database = await demo.OpenAsync(postgres);
        var gate = database.GateFor(Office, _clock);
        var draft = Guid.CreateVersion7();
        await new DraftScheme(gate).RunAsync(new(draft, Scheme.CityTemplateId, 2025));
        var before = await new SchemeConsequence(gate, _clock).RunAsync(draft, default);
        Assert.Equal((0, before.PassNow, before.SizeNow, false), (before.ChangeCount, before.PassThen, before.SizeThen, before.TakingPart));

        var seen = await new SchemeDetail(gate).RunAsync(draft, default);
        await new SaveScheme(gate).RunAsync(new(draft, seen.Version, seen.Name, seen.Rules with
        {
            Thresholds = seen.Rules.Thresholds with { AccidentFenPerHead = 1001, StudentCoverage = new(70, 100) },
            Size = new(320, 900, true, false),
        }));
        var after = await new SchemeConsequence(gate, _clock).RunAsync(draft, default);

        // By another way: the board's figures, compared by hand.
        var rows = (await new CountyBoard(gate).RunAsync(new(new(2025, 12, 31), new(2026, 1, 31)), default)).Rows;
        var accident = rows.Count(r => r.Figures is { Population: > 0 } f && f.AccidentFen >= 1000 * f.Population && f.AccidentFen < 1001 * f.Population);
        var students = rows.Count(r => r.Figures is { Students: > 0 } f && f.StudentsCovered * 100 >= 70 * f.Students && f.StudentsCovered * 100 < 80 * f.Students);
        Assert.True(accident > 0);
        Assert.Equal((accident, students), (after.Changes.Count(c => c is { Indicator: 2, Now: IndicatorOutcome.Passed, Then: IndicatorOutcome.Failed }), after.Changes.Count(c => c is { Indicator: 1, Now: IndicatorOutcome.Failed, Then: IndicatorOutcome.Passed })));
        Assert.Equal(accident + students, after.ChangeCount);
        Assert.Equal(rows.Count(r => r.Figures is { Households: >= 320, Population: >= 900 }), after.SizeThen);
        Assert.Equal((rows.Count, new DateOnly(2025, 12, 31)), (after.Places, after.AsOf));
    }

    [Fact]
    public async Task When_somebody_takes_part_in_the_year_only_those_are_judged()
    {
        var database = await demo.OpenAsync(postgres);
        var gate = database.GateFor(Office, _clock);
        await database.GivenAsync(Places.Village, new VillageCycle(Guid.CreateVersion7(), Places.Village, null, 2024, Scheme.CityTemplateId));
        var draft = Guid.CreateVersion7();
        await new DraftScheme(gate).RunAsync(new(draft, Scheme.TownTemplateId, 2024));

        var seen = await new SchemeConsequence(gate, _clock).RunAsync(draft, default);

        Assert.Equal((true, 1, Scheme.CityTemplateId), (seen.TakingPart, seen.Places, seen.NowId));
    }
}
