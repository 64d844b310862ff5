using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Acceptance;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Schemes;
using VillageInsurance.Domain.Shared;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Schemes;

namespace VillageInsurance.UseCases.Acceptance;

/// <summary>The indicators of every village in the actor's area, or of one, as the acceptance counts them.</summary>
public sealed class IndicatorTable(AppDbGate gate)
{
    /// <summary>The days that count, and the code of one village or null for all.</summary>
    public sealed record Input(DateOnly AsOf, DateOnly KnownAt, string? VillageCode = null);

    /// <summary>Nothing is known before it happens.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>The days in their order.</summary>
        public InputRules() => RuleFor(i => i.KnownAt).GreaterThanOrEqualTo(i => i.AsOf);
    }

    /// <summary>The rows in the order in which the villages came, and what is wrong in the register: figures beside errors are not final.</summary>
    public sealed record View(IReadOnlyList<Row> Rows, IReadOnlyList<CountedTwice> Errors);

    /// <summary>A village. Indicator 1 and the whole are by pupils, whatever the scheme says; the variant by households stands beside. The size is the city template's.</summary>
    public sealed record Row(string Code, string Name, IndicatorFigures Figures, Indicators Indicators, IndicatorResult StudentsByHousehold, bool SizeIsMet);

    /// <summary>A person counted in two households on the day, by the masked name and the households' numbers.</summary>
    public sealed record CountedTwice(string Person, IReadOnlyList<string> Households);

    private sealed record Loaded(IReadOnlyList<Village> Villages, SchemeRules Rules, SizeRule Size, IReadOnlyList<CountedTwice> Errors);

    private sealed record Village(Guid Id, string Code, string Name);

    /// <summary>Counts and judges.</summary>
    public async Task<View> RunAsync(Input input, CancellationToken cancel)
    {
        var period = new FigurePeriod(input.AsOf, input.KnownAt);
        var loaded = await LoadAsync(input, period, cancel);
        var counted = await gate.CountAsync([.. loaded.Villages.Select(v => new FigurePlace(v.Id))], period, loaded.Rules.Policies, cancel);
        var figures = counted.ToDictionary(c => c.Place.VillageId, c => c.Figures);
        return new([.. loaded.Villages.Select(v => Judge(v, figures[v.Id], loaded))], loaded.Errors);
    }

    private Task<Loaded> LoadAsync(Input input, FigurePeriod period, CancellationToken cancel) => gate.ReadAsync(Permission.ViewFigures, async db =>
    {
        input.MustMeet(new InputRules());
        var villages = await db.FigureVillages(input.AsOf).Where(a => input.VillageCode == null || a.Code == input.VillageCode)
            .OrderBy(a => a.Id).Select(a => new Village(a.Id, a.Code!, a.Name)).ToListAsync(cancel);
        if (input.VillageCode is not null && villages.Count == 0) throw new UnknownVillage(input.VillageCode);
        var scheme = await db.SchemeOfAsync(input.AsOf.Year, cancel);
        var city = scheme.Id == Scheme.CityTemplateId ? scheme : await db.Schemes.AsNoTracking().SingleAsync(s => s.Id == Scheme.CityTemplateId, cancel);
        var doubles = await FiguresQuery.DoublesAsync(db, [.. villages.Select(v => new FigurePlace(v.Id))], period, scheme.Rules.Policies, cancel);
        return new Loaded(villages, scheme.Rules, city.Rules.Size!, await NameAsync(db, doubles, cancel));
    }, cancel);

    private static async Task<IReadOnlyList<CountedTwice>> NameAsync(AppDb db, IReadOnlyList<(Guid PersonId, string[] Households)> doubles, CancellationToken cancel)
    {
        if (doubles.Count == 0) return [];
        var ids = doubles.Select(d => d.PersonId).ToList();
        var names = await db.Persons.AsNoTracking().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, cancel);
        return [.. doubles.Select(d => new CountedTwice(Masking.Name(names.GetValueOrDefault(d.PersonId, "")), d.Households))];
    }

    private static Row Judge(Village village, IndicatorFigures figures, Loaded loaded)
    {
        var thresholds = loaded.Rules.Thresholds with { StudentBase = StudentBase.Pupils };
        return new(village.Code, village.Name, figures, Indicators.Judge(figures, thresholds),
            Indicators.OfStudents(figures, thresholds.StudentCoverage, StudentBase.Households), loaded.Size.IsMetBy((int)figures.Households, (int)figures.Population));
    }
}

/// <summary>No village of the actor's area has this code.</summary>
public sealed class UnknownVillage(string code) : Refusal($"No village {code} in this actor's area.");
