using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Cycles;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Schemes;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Cycles;

/// <summary>How far a site has come: its steps with their days, and the next one with its owner, last day and obstacles.</summary>
/// <param name="State">Where it stands today.</param>
/// <param name="Since">The day since which it stands there.</param>
/// <param name="Steps">From candidate to title.</param>
/// <param name="Next">Null at the end of the way.</param>
/// <param name="Moves">Every move of all years, newest first.</param>
/// <param name="MayWithdraw">Whether the actor may take it out of the programme now.</param>
public sealed record VillageWay(Guid CycleId, int Version, int Year, Wording Scheme, CycleState State, DateOnly? Since,
    IReadOnlyList<VillageWay.Step> Steps, VillageWay.NextStep? Next, IReadOnlyList<VillageWay.Made> Moves, bool MayWithdraw)
{
    /// <param name="IsPast">Whether the village has come this far.</param>
    /// <param name="ReachedOn">The day on which it was reached; null while it lies ahead, or when nobody recorded it.</param>
    /// <param name="Due">The scheme's last day for it.</param>
    public sealed record Step(CycleState State, bool IsPast, DateOnly? ReachedOn, DateOnly? Due);

    /// <param name="Owners">The roles that make the move; none where it follows by itself.</param>
    /// <param name="Obstacles">What does not hold yet; each text says who can help.</param>
    public sealed record NextStep(CycleMove Move, CycleState To, IReadOnlyList<Role> Owners, DateOnly? Due, IReadOnlyList<CycleRule> Obstacles);

    /// <summary>A move that was made.</summary>
    public sealed record Made(CycleMove Move, CycleState To, DateTimeOffset At, Guid ById, string Reason, int Year);
}

internal static class VillageWays
{
    /// <summary>The way of this village or group; null while it was never proposed, or the actor may not see cycles there.</summary>
    public static async Task<VillageWay?> WayOfAsync(this AppDb db, FigurePlace place, DateOnly today, CancellationToken cancel)
    {
        if (db.Actor.ScopeOf(Permission.ViewCycles)?.Covers(place) != true) return null;
        var cycles = await db.Cycles.AsNoTracking().Include(c => c.Steps)
            .Where(c => c.VillageId == place.VillageId && c.SiteGroupId == place.GroupId).OrderByDescending(c => c.Year).ToListAsync(cancel);
        if (cycles.Count == 0) return null;
        var (newest, scheme) = (cycles[0], await db.Schemes.AsNoTracking().SingleAsync(s => s.Id == cycles[0].SchemeId, cancel));
        var met = await db.MetAsync(newest, scheme.Rules, today);
        return new(newest.Id, newest.Version, newest.Year, scheme.Name, newest.State, newest.Since, StepsOf(cycles, scheme.Rules), NextOf(newest, scheme.Rules, met),
            [.. cycles.SelectMany(c => c.Steps.Select(s => new VillageWay.Made(s.Move, s.To, s.At, s.ById, s.Reason, c.Year))).OrderByDescending(m => m.At)],
            db.Actor.May(Permission.WithdrawVillages, newest) && CycleTable.Of(scheme.Rules.Chain).Any(e => e.From == newest.State && e.Move == CycleMove.Withdraw));
    }

    private static IReadOnlyList<VillageWay.Step> StepsOf(List<VillageCycle> cycles, SchemeRules rules)
    {
        var newest = cycles[0];
        var states = CycleWay.StatesOf(rules.Chain).ToList();
        var now = CycleWay.StepOf(newest.State) is { } step ? states.IndexOf(step) : states.IndexOf(LastStepOf(newest));
        return [.. states.Select((s, i) => new VillageWay.Step(s, i <= now, i > now ? null : ReachedOn(cycles, s), CycleWay.DueOf(s, rules.Deadlines, newest.Year)))];
    }

    // The day of the last move there; what an earlier year's cycle reached, still holds.
    private static DateOnly? ReachedOn(List<VillageCycle> cycles, CycleState state) =>
        cycles.SelectMany(c => c.Steps).Where(s => s.To == state).OrderBy(s => s.At).LastOrDefault()?.At.LocalDay()
        ?? (cycles.FirstOrDefault(c => c.State == state)?.Since ?? cycles[^1].Steps.OrderBy(s => s.Number).FirstOrDefault()?.At.LocalDay());

    private static CycleState LastStepOf(VillageCycle cycle) =>
        cycle.Steps.OrderBy(s => s.Number).LastOrDefault() is { } last ? CycleWay.StepOf(last.From) ?? CycleState.Candidate : CycleState.Candidate;

    private static VillageWay.NextStep? NextOf(VillageCycle cycle, SchemeRules rules, IReadOnlySet<CycleRule> met) =>
        CycleWay.Next(cycle.State, rules.Chain) is not { } next ? null
        : new(next.Move, next.To, next.By, DueOf(cycle, next, rules), cycle.ObstaclesTo(next.Move, met, rules.Chain));

    // A title is checked each year; that day is the titles' own matter.
    private static DateOnly? DueOf(VillageCycle cycle, CycleEdge next, SchemeRules rules) => CycleWay.DueOf(next.To, rules.Deadlines, cycle.Year);
}
