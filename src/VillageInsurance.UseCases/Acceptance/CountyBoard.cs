using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Acceptance;
using VillageInsurance.Domain.Cycles;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Schemes;
using VillageInsurance.UseCases.Cycles;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Households;
using VillageInsurance.UseCases.Organisation;
using VillageInsurance.UseCases.Schemes;

namespace VillageInsurance.UseCases.Acceptance;

/// <summary>The figures of every village in the actor's area, or of every group of one village, judged by the year's scheme.</summary>
public sealed class CountyBoard(AppDbGate gate)
{
    /// <summary>The days that count; a township, village or group to look into, or null for all villages of the actor's area.</summary>
    public sealed record Input(DateOnly AsOf, DateOnly KnownAt, Guid? InsideId = null);

    /// <summary>Nothing is known before it happens.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>The days in their order.</summary>
        public InputRules() => RuleFor(i => i.KnownAt).GreaterThanOrEqualTo(i => i.AsOf);
    }

    /// <summary>The rows, what the scheme asks, and whether the actor sees the whole county.</summary>
    public sealed record View(IReadOnlyList<Row> Rows, Wording Scheme, Thresholds Thresholds, Goals Goals, bool IsWholeCounty);

    /// <summary>A village with its township, or a group without one; a group that the actor sees apart from its village names both. The stage is that of today.</summary>
    public sealed record Row(Guid AreaId, string? Code, string Name, string? Township, AreaKind Kind, IndicatorFigures Figures, Indicators Indicators, bool? SizeIsMet,
        CycleState Stage, ListSight Lists, string? Village);

    private sealed record Place(Guid Id, Guid? ParentId, string? Code, string Name, string? Township, AreaKind Kind, bool IsGroup, string? Village = null)
    {
        public FigurePlace Asked => IsGroup ? new(ParentId!.Value, Id) : new(Id);
    }

    private sealed record Loaded(IReadOnlyList<Place> Places, Scheme Scheme, Dictionary<Guid, CycleState> Stages, Actor Actor);

    /// <summary>Counts and judges.</summary>
    public async Task<View> RunAsync(Input input, CancellationToken cancel)
    {
        var loaded = await LoadAsync(input, cancel);
        var (places, rules) = (loaded.Places, loaded.Scheme.Rules);
        var counted = places.Count == 0 ? [] : await gate.CountAsync([.. places.Select(p => p.Asked)], new(input.AsOf, input.KnownAt), rules.Policies, cancel);
        var figures = counted.ToDictionary(c => c.Place, c => c.Figures);
        return new([.. places.Select(p => Judge(p, figures[p.Asked], loaded))], loaded.Scheme.Name, rules.Thresholds, rules.Goals,
            loaded.Actor.ScopeOf(Permission.ViewFigures)?.IsWholeCounty == true);
    }

    private Task<Loaded> LoadAsync(Input input, CancellationToken cancel) => gate.ReadAsync(Permission.ViewFigures, async db =>
    {
        input.MustMeet(new InputRules());
        var inside = input.InsideId is not { } id ? null
            : await db.Areas.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, cancel) ?? throw new NotFound(nameof(Area), id);
        var scheme = await db.SchemeOfAsync(input.AsOf.Year, cancel);
        // A group has no groups of its own.
        var places = inside?.Level == AreaLevel.Group ? [] : inside?.Level == AreaLevel.Village ? await GroupsAsync(db, inside.Id, input.AsOf, cancel)
            : [.. await VillagesAsync(db, inside, input.AsOf, cancel), .. await OwnGroupsAsync(db, inside, input.AsOf, cancel)];
        return new Loaded(places, scheme, await db.StatesAsync(cancel), db.Actor);
    }, cancel);

    private static async Task<IReadOnlyList<Place>> VillagesAsync(AppDb db, Area? inside, DateOnly day, CancellationToken cancel)
    {
        var townshipId = inside?.Level == AreaLevel.Township ? inside.Id : (Guid?)null;
        return await (from village in db.FigureVillages(day)
                      where townshipId == null || village.ParentId == townshipId
                      join township in db.Areas on village.ParentId equals township.Id
                      orderby village.Code
                      select new Place(village.Id, township.Id, village.Code, village.Name, township.Name, village.Kind, false, null)).ToListAsync(cancel);
    }

    private static async Task<IReadOnlyList<Place>> GroupsAsync(AppDb db, Guid villageId, DateOnly day, CancellationToken cancel)
    {
        var groups = await db.FigureGroups(villageId, day).Select(g => new Place(g.Id, g.ParentId, null, g.Name, null, g.Kind, true, null)).ToListAsync(cancel);
        return [.. groups.OrderBy(g => g.Name.Length).ThenBy(g => g.Name, StringComparer.Ordinal)];
    }

    // Who works in a group alone sees it as a row of its own.
    private static async Task<IReadOnlyList<Place>> OwnGroupsAsync(AppDb db, Area? inside, DateOnly day, CancellationToken cancel)
    {
        var (scope, townshipId) = (db.Actor.ScopeOf(Permission.ViewFigures) ?? DataScope.None, inside?.Level == AreaLevel.Township ? inside.Id : (Guid?)null);
        return await (from g in db.Areas
                      where scope.GroupIds.Contains(g.Id) && g.ValidFrom <= day && (g.ValidTo == null || g.ValidTo >= day) && !scope.VillageIds.Contains(g.ParentId!.Value)
                      join village in db.Areas on g.ParentId equals village.Id
                      where townshipId == null || village.ParentId == townshipId
                      join township in db.Areas on village.ParentId equals township.Id
                      orderby village.Code, g.Name
                      select new Place(g.Id, village.Id, null, g.Name, township.Name, g.Kind, true, village.Name)).ToListAsync(cancel);
    }

    private static Row Judge(Place p, IndicatorFigures f, Loaded loaded)
    {
        var rules = loaded.Scheme.Rules;
        return new(p.Id, p.Code, p.Name, p.Township, p.Kind, f, Indicators.Judge(f, rules.Thresholds), rules.Size?.IsMetBy((int)f.Households, (int)f.Population),
            loaded.Stages.GetValueOrDefault(p.Id), loaded.Actor.ListsOf(p.Asked), p.Village);
    }
}
