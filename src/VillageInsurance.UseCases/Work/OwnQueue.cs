using System.Globalization;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Complaints;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Organisation;
using VillageInsurance.UseCases.Reconciliations;

namespace VillageInsurance.UseCases.Work;

/// <summary>What waits for the actor: by name, by role, or by name for somebody whose queue he shares; longest waiting first.</summary>
public sealed class OwnQueue(AppDbGate gate, TimeProvider clock)
{
    /// <summary>The queue by last day, then by arrival; at most 500 items.</summary>
    public sealed record View(IReadOnlyList<Item> Items);

    /// <param name="Place">The village with its township; null for something outside the villages.</param>
    /// <param name="Round">Which submission of an application it is; null for other things.</param>
    /// <param name="SharedBy">Who shares it while away; null for the actor's own.</param>
    /// <param name="Count">How many things one item stands for; null for itself.</param>
    public sealed record Item(Guid Id, QueueKind Kind, Guid RecordId, DateTimeOffset At, DateOnly? Due, PlaceName? Place, int? Round, string? SharedBy, int? Count = null);

    private const int Most = 500;

    /// <summary>Reads the queue.</summary>
    public Task<View> RunAsync(CancellationToken cancel) => gate.ReadAsync(Permission.UseOwnQueue, async db =>
    {
        var sharers = await SharersAsync(db, clock.Today(), cancel);
        var people = sharers.Select(s => s.StaffId).Append(db.Actor.StaffId).ToList();
        var items = await db.QueueItems.AsNoTracking().Where(q => q.DoneAt == null && q.StaffId != null && people.Contains(q.StaffId.Value))
            .OrderBy(q => q.Due ?? DateOnly.MaxValue).ThenBy(q => q.At).Take(Most).ToListAsync(cancel);
        foreach (var role in db.Actor.Roles)
            items.AddRange(await OfRole(db, role).AsNoTracking().OrderBy(q => q.Due ?? DateOnly.MaxValue).ThenBy(q => q.At).Take(Most).ToListAsync(cancel));

        var shown = items.Where(q => q.StaffId == db.Actor.StaffId || q.Role is not null || MaySee(db.Actor, sharers, q))
            .OrderBy(q => q.Due ?? DateOnly.MaxValue).ThenBy(q => q.At).Take(Most).ToList();
        var places = await db.PlaceNamesAsync(shown.Select(q => q.VillageId), cancel);
        var records = shown.Select(q => q.RecordId).ToList();
        var rounds = await db.Applications.AsNoTracking().Where(a => records.Contains(a.Id))
            .Select(a => new { a.Id, a.Rounds.Count }).ToDictionaryAsync(a => a.Id, a => a.Count, cancel);
        return new View([.. shown.Select(q => new Item(q.Id, q.Kind, q.RecordId, q.At, q.Due,
            q.VillageId is { } village ? places.GetValueOrDefault(village) : null,
            rounds.TryGetValue(q.RecordId, out var round) ? round : null,
            sharers.FirstOrDefault(s => s.StaffId == q.StaffId)?.Name,
            q.Kind is QueueKind.ExceptionsToExplain or QueueKind.CustomersToCall ? int.Parse(q.Detail, CultureInfo.InvariantCulture) : null))]);
    }, cancel);

    private static IQueryable<QueueItem> OfRole(AppDb db, Role role)
    {
        var scope = db.Actor.ScopeOf(role);
        var (county, villages) = (scope.IsWholeCounty, scope.VillageIds);
        return db.QueueItems.Where(q => q.DoneAt == null && q.Role == role && (county || (q.VillageId != null && villages.Contains(q.VillageId.Value))))
            .WithoutOwnReconciliations(db).WithoutOwnComplaints(db);
    }

    // A delegation shares the queue, never rights: only where the actor holds one of the sharer's roles himself.
    private static bool MaySee(Actor actor, List<Actor> sharers, QueueItem item) =>
        item.VillageId is { } village && sharers.Any(s => s.StaffId == item.StaffId
            && s.Roles.Intersect(actor.Roles).Any(role => actor.ScopeOf(role).Covers(village)));

    private static async Task<List<Actor>> SharersAsync(AppDb db, DateOnly today, CancellationToken cancel)
    {
        var ids = await db.Delegations.AsNoTracking().Where(d => d.ToStaffId == db.Actor.StaffId && d.From <= today && d.To >= today)
            .Select(d => d.FromStaffId).Distinct().ToListAsync(cancel);
        var sharers = new List<Actor>();
        foreach (var id in ids)
            if (await ActorLoader.ReadAsync(db, id, today, cancel) is { } sharer) sharers.Add(sharer);
        return sharers;
    }
}
