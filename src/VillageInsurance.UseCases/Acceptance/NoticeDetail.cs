using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Acceptance;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Documents;
using VillageInsurance.UseCases.Organisation;

namespace VillageInsurance.UseCases.Acceptance;

/// <summary>One notice with the villages that the actor sees, and what was said against it.</summary>
public sealed class NoticeDetail(AppDbGate gate, TimeProvider clock)
{
    /// <summary>The notice.</summary>
    /// <param name="CanRecord">Whether the actor may take down an objection now.</param>
    public sealed record View(Guid Id, NoticeKind Kind, int Year, string Number, string Text, DateOnly From, DateOnly LastDay, string PublishedBy, DateTimeOffset PublishedAt,
        IReadOnlyList<PlaceView> Places, IReadOnlyList<ObjectionView> Objections, bool CanRecord, bool CanPublish);

    /// <summary>A village, where it hung, its photo, and how the notice stands there.</summary>
    public sealed record PlaceView(Guid Id, Guid VillageId, PlaceName Place, string HungAt, NoticeResult Result, IReadOnlyList<FileView> Files);

    /// <summary>An objection; whether the actor may answer it.</summary>
    public sealed record ObjectionView(Guid Id, int Version, PlaceName Place, string Text, ObjectionChannel Channel, DateTimeOffset RecordedAt, string Answer, ObjectionOutcome? Outcome, DateTimeOffset? AnsweredAt, bool CanAnswer);

    /// <summary>Reads it. Not found when the actor sees none of its villages; objections are there for who handles them.</summary>
    public Task<View> RunAsync(Guid id, CancellationToken cancel) => gate.ReadAsync(Permission.ViewDeclarations, async db =>
    {
        var n = await db.Notices.AsNoTracking().Include(x => x.Places).Include(x => x.Objections).FindOrRefuseAsync(id, cancel);
        if (n.Places.Count == 0) throw new NotFound(nameof(PublicNotice), id);
        var (today, places) = (clock.Today(), await db.PlaceNamesAsync(n.Places.Select(p => (Guid?)p.VillageId), cancel));
        var names = await db.StaffNamesAsync([n.PublishedById], cancel);
        var hung = n.Places.Select(p => p.Id).ToList();
        var files = (await db.Attachments.AsNoTracking().Where(f => hung.Contains(f.RecordId) && f.RemovedAt == null).ToListAsync(cancel))
            .ToLookup(f => f.RecordId, f => new FileView(f.Id, f.Kind, f.Slot, f.FileName, f.MediaType, f.Size, f.At));
        var handles = n.Places.Any(p => db.Actor.May(Permission.PublishNotices, p));
        return new View(n.Id, n.Kind, n.Year, n.Number, n.Text, n.From, n.LastDay, names.GetValueOrDefault(n.PublishedById, ""), n.PublishedAt,
            [.. n.Places.Select(p => new PlaceView(p.Id, p.VillageId, places[p.VillageId], p.HungAt, n.ResultFor(p.VillageId, today), [.. files[p.Id]])).OrderBy(p => p.Place.Township, StringComparer.Ordinal).ThenBy(p => p.Place.Village, StringComparer.Ordinal)],
            [.. n.Objections.Where(o => db.Actor.May(Permission.PublishNotices, o)).OrderBy(o => o.Id).Select(o => new ObjectionView(o.Id, o.Version, places[o.VillageId], o.Text, o.Channel, o.RecordedAt, o.Answer, o.Outcome, o.AnsweredAt,
                o.Outcome is null && o.RecordedById != db.Actor.StaffId))],
            handles && today <= n.LastDay, handles);
    }, cancel);
}
