using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Acceptance;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Organisation;
using VillageInsurance.UseCases.Papers;

namespace VillageInsurance.UseCases.Acceptance;

/// <summary>One forwarding list with the villages that the actor sees.</summary>
public sealed class ForwardingDetail(AppDbGate gate)
{
    /// <summary>The list, and what the actor may do with it now.</summary>
    /// <param name="HasPaper">Whether the actor sees its paper: who sees all of its villages.</param>
    public sealed record View(Guid Id, int Version, int Year, string? Number, ForwardingStatus Status, string Remark, string PreparedBy, DateTimeOffset PreparedAt, string? SignedBy, DateTimeOffset? SignedAt,
        string? SentBy, DateTimeOffset? SentAt, IReadOnlyList<Line> Lines, bool CanLayBefore, bool CanSign, bool CanSend, bool HasPaper);

    /// <summary>A village with its rank, its frozen figures at the review, and the reply.</summary>
    public sealed record Line(int Rank, Guid DeclarationId, PlaceName Place, string? Number, DeclarationStatus Status, FrozenFigures? Figures);

    /// <summary>Reads it. Not found when the actor sees none of its villages.</summary>
    public Task<View> RunAsync(Guid id, CancellationToken cancel) => gate.ReadAsync(Permission.ViewDeclarations, async db =>
    {
        var list = await db.ForwardingLists.AsNoTracking().Include(l => l.Lines.OrderBy(x => x.Rank)).FindOrRefuseAsync(id, cancel);
        if (list.Lines.Count == 0) throw new NotFound(nameof(ForwardingList), id);
        var ids = list.Lines.Select(l => l.DeclarationId).ToList();
        var declarations = await db.Declarations.AsNoTracking().Where(d => ids.Contains(d.Id))
            .Select(d => new { d.Id, d.Number, d.Status, Figures = db.Snapshots.Where(s => s.Id == d.ReviewSnapshotId).Select(s => s.Frozen).FirstOrDefault() }).ToDictionaryAsync(d => d.Id, cancel);
        var places = await db.PlaceNamesAsync(list.Lines.Select(l => (Guid?)l.VillageId), cancel);
        var names = await db.StaffNamesAsync([list.PreparedById, list.SignedById ?? list.PreparedById, list.SentById ?? list.PreparedById], cancel);
        var forwards = db.Actor.ScopeOf(Permission.ForwardDeclarations) is not null;
        return new View(list.Id, list.Version, list.Year, list.Number, list.Status, list.Remark, NameOf(list.PreparedById)!, list.PreparedAt, NameOf(list.SignedById), list.SignedAt, NameOf(list.SentById), list.SentAt,
            [.. list.Lines.Select(l => new Line(l.Rank, l.DeclarationId, places[l.VillageId], declarations[l.DeclarationId].Number, declarations[l.DeclarationId].Status, declarations[l.DeclarationId].Figures))],
            forwards && list.Status == ForwardingStatus.Draft && list.PreparedById == db.Actor.StaffId,
            list.Status == ForwardingStatus.ToSign && list.PreparedById != db.Actor.StaffId && db.Actor.ScopeOf(Permission.SignForwardingLists) is not null,
            forwards && list.Status == ForwardingStatus.SignedOff, ForwardingListPaper.SeesAll(db.Actor));

        string? NameOf(Guid? staff) => staff is { } known ? names.GetValueOrDefault(known, "") : null;
    }, cancel);
}
