using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Applications;
using VillageInsurance.Domain.Cycles;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Cycles;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Organisation;

/// <summary>One thing that happened to a village.</summary>
/// <param name="Kind">What.</param>
/// <param name="At">When; only the day where <paramref name="HasTime"/> is false.</param>
/// <param name="HasTime">Whether the time of day is known.</param>
/// <param name="Who">The person on duty who did it.</param>
/// <param name="Detail">The opinion, the source or the former name.</param>
/// <param name="ApplicationId">The application it belongs to.</param>
/// <param name="Move">The step of the cycle.</param>
public sealed record VillageEvent(VillageEventKind Kind, DateTimeOffset At, bool HasTime, string? Who = null, string? Detail = null, Guid? ApplicationId = null, CycleMove? Move = null);

/// <summary>What can happen to a village.</summary>
public enum VillageEventKind { Submitted, Returned, Approved, Designated, PlaqueHung, Moved, Imported, Renamed, Ended }

/// <summary>A village's history from dated rows: applications with their rounds, the site, imports, names. Newest first.</summary>
internal static class VillageEvents
{
    public static async Task<IReadOnlyList<VillageEvent>> OfAsync(AppDb db, FigurePlace place, Area area, IReadOnlyList<SiteApplication> applications, VillageWay? way, CancellationToken cancel)
    {
        var sites = await db.Sites.AsNoTracking().Where(s => s.VillageId == place.VillageId && (place.GroupId == null || s.SiteGroupId == place.GroupId)).ToListAsync(cancel);
        var events = new List<VillageEvent>(area.FormerNames.Select(n => OnDay(VillageEventKind.Renamed, n.To.AddDays(1), n.Name)));
        if (area.ValidTo is { } end) events.Add(OnDay(VillageEventKind.Ended, end));
        events.AddRange(sites.Select(s => OnDay(VillageEventKind.Designated, s.DesignatedOn)));
        events.AddRange(sites.Where(s => s.PlaqueHungOn is not null).Select(s => OnDay(VillageEventKind.PlaqueHung, s.PlaqueHungOn!.Value)));
        events.AddRange(await RoundsAsync(db, applications, cancel));
        events.AddRange(await MovesAsync(db, way, cancel));
        events.AddRange(await ImportsAsync(db, place, cancel));
        return [.. events.OrderByDescending(e => e.At)];
    }

    private static VillageEvent OnDay(VillageEventKind kind, DateOnly day, string? detail = null) =>
        new(kind, new(day, TimeOnly.MinValue, Clock.Offset), false, Detail: detail);

    private static async Task<IEnumerable<VillageEvent>> RoundsAsync(AppDb db, IReadOnlyList<SiteApplication> applications, CancellationToken cancel)
    {
        var rounds = applications.SelectMany(a => a.Rounds).ToList();
        var people = await db.StaffNamesAsync(rounds.SelectMany(r => new[] { r.SubmittedById, r.Decision?.OfficialId ?? r.SubmittedById }), cancel);
        return rounds.SelectMany(EventsOf);

        IEnumerable<VillageEvent> EventsOf(ApplicationRound round)
        {
            yield return new(VillageEventKind.Submitted, round.SubmittedAt, true, people.GetValueOrDefault(round.SubmittedById), ApplicationId: round.ApplicationId);
            if (round.Decision is { } decision)
                yield return new(decision.Outcome == DecisionOutcome.Approved ? VillageEventKind.Approved : VillageEventKind.Returned, decision.At, true,
                    people.GetValueOrDefault(decision.OfficialId), decision.Opinion, round.ApplicationId);
        }
    }

    // What the application did to the cycle is told by its rounds.
    private static async Task<IEnumerable<VillageEvent>> MovesAsync(AppDb db, VillageWay? way, CancellationToken cancel)
    {
        var moves = way?.Moves.Where(m => m.Move is not (CycleMove.Propose or CycleMove.SendBack or CycleMove.Designate)).ToList() ?? [];
        var people = await db.StaffNamesAsync(moves.Select(m => m.ById), cancel);
        return moves.Select(m => new VillageEvent(VillageEventKind.Moved, m.At, true, people.GetValueOrDefault(m.ById), m.Reason, Move: m.Move));
    }

    // An import belongs to the village's history when a household or policy of the village came by it.
    private static async Task<IEnumerable<VillageEvent>> ImportsAsync(AppDb db, FigurePlace place, CancellationToken cancel)
    {
        var batches = await db.Households.Where(h => h.VillageId == place.VillageId).Where(h => h.BatchId != null).Select(h => h.BatchId!.Value)
            .Union(db.Policies.Where(p => p.VillageId == place.VillageId).Where(p => p.BatchId != null).Select(p => p.BatchId!.Value)).ToListAsync(cancel);
        var imports = await db.ImportBatches.AsNoTracking().Where(b => batches.Contains(b.Id)).ToListAsync(cancel);
        var people = await db.StaffNamesAsync(imports.Select(i => i.StaffId), cancel);
        return imports.Select(i => new VillageEvent(VillageEventKind.Imported, i.At, true, people.GetValueOrDefault(i.StaffId), i.Source));
    }
}
