using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Acceptance;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Schemes;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Schemes;

namespace VillageInsurance.UseCases.Acceptance;

/// <summary>The figures of one village or village group, judged by the year's scheme.</summary>
public sealed class VillageFiguresOf(AppDbGate gate)
{
    /// <summary>The village or group, and the days that count.</summary>
    public sealed record Input(Guid AreaId, DateOnly AsOf, DateOnly KnownAt);

    /// <summary>Nothing is known before it happens.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>The days in their order.</summary>
        public InputRules() => RuleFor(i => i.KnownAt).GreaterThanOrEqualTo(i => i.AsOf);
    }

    /// <summary>The place, its numbers and how they are judged.</summary>
    /// <param name="Place">The village, or the group's village.</param>
    /// <param name="Group">The group's name; null for a village.</param>
    /// <param name="Figures">What was counted.</param>
    /// <param name="Indicators">By the scheme's thresholds and base.</param>
    /// <param name="SizeIsMet">Whether the scheme's size is reached; null when it has none.</param>
    /// <param name="Scheme">The scheme's name.</param>
    /// <param name="Thresholds">What it asks.</param>
    /// <param name="Goals">What it strives for.</param>
    public sealed record View(AreaLabel Place, string? Group, IndicatorFigures Figures, Indicators Indicators, bool? SizeIsMet, Wording Scheme, Thresholds Thresholds, Goals Goals);

    /// <summary>A village of today by code, name and township.</summary>
    public sealed record AreaLabel(Guid Id, string Code, string Name, string Township, AreaKind Kind);

    private sealed record Loaded(FigurePlace Place, AreaLabel Label, string? Group, Scheme Scheme);

    /// <summary>Counts and judges. An area outside the actor's scope is not found.</summary>
    public async Task<View> RunAsync(Input input, CancellationToken cancel)
    {
        var loaded = await LoadAsync(input, cancel);
        var rules = loaded.Scheme.Rules;
        var counted = await gate.CountAsync([loaded.Place], new(input.AsOf, input.KnownAt), rules.Policies, cancel);
        var figures = counted[0].Figures;
        return new(loaded.Label, loaded.Group, figures, Indicators.Judge(figures, rules.Thresholds),
            rules.Size?.IsMetBy((int)figures.Households, (int)figures.Population), loaded.Scheme.Name, rules.Thresholds, rules.Goals);
    }

    private Task<Loaded> LoadAsync(Input input, CancellationToken cancel) => gate.ReadAsync(Permission.ViewFigures, async db =>
    {
        input.MustMeet(new InputRules());
        var found = await (from area in db.Areas.AsNoTracking()
                           where area.Id == input.AreaId && (area.Level == AreaLevel.Village || area.Level == AreaLevel.Group)
                           join parent in db.Areas on area.ParentId equals parent.Id
                           join above in db.Areas on parent.ParentId equals above.Id
                           select new { Area = area, Parent = parent, AboveName = above.Name }).SingleOrDefaultAsync(cancel) ?? throw new NotFound(nameof(Area), input.AreaId);
        var isGroup = found.Area.Level == AreaLevel.Group;
        var (village, township) = isGroup ? (found.Parent, found.AboveName) : (found.Area, found.Parent.Name);
        var place = new FigurePlace(village.Id, isGroup ? found.Area.Id : null);
        if (db.Actor.ScopeOf(Permission.ViewFigures)?.Covers(place) != true) throw new NotFound(nameof(Area), input.AreaId);
        return new Loaded(place, new(village.Id, village.Code!, village.Name, township, village.Kind), isGroup ? found.Area.Name : null, await db.SchemeOfAsync(input.AsOf.Year, cancel));
    }, cancel);
}
