using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Audit;

/// <summary>The audit log as the auditor reads it: newest first, 100 at a time. His own reading leaves its trace, too.</summary>
public sealed class AuditLog(AppDbGate gate)
{
    private const int PageSize = 100;

    /// <param name="Person">Part of the name or all of it; null for everybody.</param>
    /// <param name="RecordId">Events that changed or revealed this record; null for all.</param>
    /// <param name="From">From the beginning of this day in the county.</param>
    /// <param name="To">To the end of this day in the county.</param>
    /// <param name="Before">Only what is older than this sequence number.</param>
    public sealed record Filter(string? Person = null, Guid? RecordId = null, DateOnly? From = null, DateOnly? To = null, AuditResult? Result = null, long? Before = null);

    /// <summary>One page, and the sequence number after which the next begins.</summary>
    public sealed record View(IReadOnlyList<Row> Rows, long? Next);

    /// <summary>One event with what it changed.</summary>
    public sealed record Row(Guid Id, long Sequence, DateTimeOffset At, string Actor, string Roles, Permission Permission, string? Village, AuditResult Result,
        string? Reason, string? Correlation, IReadOnlyList<ChangeView> Changes);

    /// <summary>What was done to one record; personal values are masked in what is stored.</summary>
    public sealed record ChangeView(string Change, string Record, Guid RecordId, string Values);

    /// <summary>Reads a page. It opens a change, so that who looked is recorded.</summary>
    public Task<View> RunAsync(Filter filter) => gate.ChangeAsync(Permission.ViewAudit, async db =>
    {
        var found = await Matching(db, filter).OrderByDescending(e => e.Sequence).Take(PageSize + 1).ToListAsync();
        var page = found.Take(PageSize).ToList();
        var (ids, villages) = (page.Select(e => e.Id).ToList(), page.Select(e => e.VillageId).OfType<Guid>().Distinct().ToList());
        var changes = (await db.AuditChanges.AsNoTracking().Where(c => ids.Contains(c.EventId)).OrderBy(c => c.Id).ToListAsync()).ToLookup(c => c.EventId);
        var names = await db.Areas.AsNoTracking().Where(a => villages.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Name);
        return new View([.. page.Select(e => new Row(e.Id, e.Sequence, e.At, e.ActorName, e.Roles, e.Permission,
            e.VillageId is { } v ? names.GetValueOrDefault(v) : null, e.Result, e.Reason, e.Correlation,
            [.. changes[e.Id].Select(c => new ChangeView(c.Change, c.Record, c.RecordId, c.Values))]))], found.Count > PageSize ? page[^1].Sequence : null);
    });

    private static IQueryable<AuditEvent> Matching(AppDb db, Filter filter)
    {
        var events = db.AuditEvents.AsNoTracking();
        if (filter.Person is { Length: > 0 } person) events = events.Where(e => e.ActorName.Contains(person));
        if (filter.RecordId is { } record) events = events.Where(e => db.AuditChanges.Any(c => c.EventId == e.Id && c.RecordId == record));
        if (filter.From is { } from) events = events.Where(e => e.At >= new DateTimeOffset(from, TimeOnly.MinValue, Clock.Offset).ToUniversalTime());
        if (filter.To is { } to) events = events.Where(e => e.At < new DateTimeOffset(to.AddDays(1), TimeOnly.MinValue, Clock.Offset).ToUniversalTime());
        if (filter.Result is { } result) events = events.Where(e => e.Result == result);
        if (filter.Before is { } before) events = events.Where(e => e.Sequence < before);
        return events;
    }
}
