using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Acceptance;
using VillageInsurance.Domain.Applications;
using VillageInsurance.Domain.Cycles;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Schemes;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Organisation;
using VillageInsurance.UseCases.Schemes;

namespace VillageInsurance.UseCases.Cycles;

/// <summary>Candidate villages side by side before some are chosen: flat land first, economy, size, awareness; with the choices made before.</summary>
public sealed class CompareCandidates(AppDbGate gate, TimeProvider clock)
{
    /// <summary>The villages to compare; none to be offered the candidates.</summary>
    public sealed record Input(IReadOnlyList<Guid> Villages);

    /// <summary>At most six, or the table is no longer read.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules() => RuleFor(i => i.Villages.Count).LessThanOrEqualTo(6);
    }

    /// <param name="Offered">The actor's villages that are not yet sites, flat land first.</param>
    /// <param name="Compared">The chosen ones, flat land first, then by income.</param>
    public sealed record View(int Year, SchemeRules Rules, IReadOnlyList<Offer> Offered, IReadOnlyList<Column> Compared, IReadOnlyList<Choice> Choices);

    /// <summary>A village that may be compared.</summary>
    public sealed record Offer(Guid Id, PlaceName Place, Terrain? Terrain, CycleState State);

    /// <param name="Form">What its newest application says; null where it never applied.</param>
    public sealed record Column(Guid Id, PlaceName Place, Terrain? Terrain, IncomePerHead? Income, RegisteredSize? Registered, bool? SizeIsMet, IndicatorFigures Figures, Indicators Indicators,
        ApplicationForm? Form, int Rounds);

    /// <summary>A choice that was made.</summary>
    public sealed record Choice(DateTimeOffset At, string By, IReadOnlyList<string> Compared, IReadOnlyList<string> Chosen, string Reason);

    private sealed record Loaded(Scheme Scheme, IReadOnlyList<Offer> Offered, IReadOnlyList<Area> Areas, Dictionary<Guid, SiteApplication> Applications, IReadOnlyList<Choice> Choices);

    /// <summary>Compares. A village outside the actor's area is not found.</summary>
    public async Task<View> RunAsync(Input input, CancellationToken cancel)
    {
        var year = clock.Today().Year;
        var loaded = await LoadAsync(input, year, cancel);
        var rules = loaded.Scheme.Rules;
        var counted = loaded.Areas.Count == 0 ? [] : (await gate.CountAsync([.. loaded.Areas.Select(a => new FigurePlace(a.Id))],
            new(clock.Today(), clock.Today()), rules.Policies, cancel)).ToDictionary(c => c.Place.VillageId, c => c.Figures);
        var places = loaded.Offered.ToDictionary(o => o.Id, o => o.Place);
        var columns = loaded.Areas.Select(a => new Column(a.Id, places[a.Id], a.Terrain, a.Income, a.Registered, a.Registered is { } r ? rules.Size?.IsMetBy(r.Households, r.People) : null,
            counted[a.Id], Indicators.Judge(counted[a.Id], rules.Thresholds), loaded.Applications.GetValueOrDefault(a.Id)?.Form, loaded.Applications.GetValueOrDefault(a.Id)?.Rounds.Count ?? 0));
        return new(year, rules, loaded.Offered, [.. columns.OrderBy(c => c.Terrain ?? Terrain.Mountain).ThenByDescending(c => c.Income?.Fen ?? 0)], loaded.Choices);
    }

    private Task<Loaded> LoadAsync(Input input, int year, CancellationToken cancel) => gate.ReadAsync(Permission.DecideApplications, async db =>
    {
        input.MustMeet(new InputRules());
        var scope = db.Actor.ScopeOf(Permission.DecideApplications)!;
        var (county, ids) = (scope.IsWholeCounty, scope.VillageIds);
        var villages = await db.Areas.AsNoTracking().Where(a => a.Level == AreaLevel.Village && a.ValidTo == null && (county || ids.Contains(a.Id))).ToListAsync(cancel);
        var places = await db.PlaceNamesAsync(villages.Select(v => (Guid?)v.Id), cancel);
        var states = await db.StatesAsync(cancel);
        var offered = villages.Select(v => new Offer(v.Id, places[v.Id], v.Terrain, states.GetValueOrDefault(v.Id)))
            .Where(o => o.State is CycleState.Candidate or CycleState.Proposed or CycleState.Returned || input.Villages.Contains(o.Id))
            .OrderBy(o => o.Terrain ?? Terrain.Mountain).ThenBy(o => o.Place.Township, StringComparer.Ordinal).ThenBy(o => o.Place.Village, StringComparer.Ordinal).ToList();
        var compared = input.Villages.Distinct().Select(id => villages.FirstOrDefault(v => v.Id == id) ?? throw new NotFound(nameof(Area), id)).ToList();
        var applications = (await db.Applications.AsNoTracking().Include(a => a.Rounds).Where(a => input.Villages.Contains(a.VillageId) && a.SiteGroupId == null)
            .OrderBy(a => a.Year).ToListAsync(cancel)).GroupBy(a => a.VillageId).ToDictionary(g => g.Key, g => g.Last());
        return new Loaded(await db.SchemeOfAsync(year, cancel), offered, compared, applications, await ChoicesAsync(db, year, cancel));
    }, cancel);

    private static async Task<IReadOnlyList<Choice>> ChoicesAsync(AppDb db, int year, CancellationToken cancel)
    {
        var choices = await db.CandidateChoices.AsNoTracking().Where(c => c.Year == year).OrderByDescending(c => c.At).Take(20).ToListAsync(cancel);
        var places = await db.PlaceNamesAsync(choices.SelectMany(c => c.Compared).Select(id => (Guid?)id), cancel);
        var people = await db.StaffNamesAsync(choices.Select(c => c.ById), cancel);
        return [.. choices.Select(c => new Choice(c.At, people.GetValueOrDefault(c.ById, ""), NamesOf(c.Compared), NamesOf(c.Chosen), c.Reason))];

        IReadOnlyList<string> NamesOf(IReadOnlyList<Guid> ids) => [.. ids.Where(places.ContainsKey).Select(id => places[id].Village)];
    }
}
