using Microsoft.EntityFrameworkCore;
using VillageInsurance.UseCases.Awards;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Documents;

/// <summary>An attachment as a page shows it; size in bytes.</summary>
public sealed record FileView(Guid Id, EvidenceKind Kind, string Slot, string FileName, string MediaType, long Size, DateTimeOffset At);

internal static class Files
{
    /// <summary>The files of a kind that the actor may see. Who sees no rewards but his own sees the proofs of their payment only.</summary>
    public static IQueryable<Attachment> FilesToSee(this AppDb db, EvidenceKind kind)
    {
        var files = db.Attachments.AsNoTracking().Where(f => f.Kind == kind);
        if (kind != EvidenceKind.Payment || !RewardLedger.OwnOnly(db.Actor)) return files;
        var self = db.Actor.StaffId;
        return files.Where(f => db.RewardLines.Any(l => l.Id == f.RecordId && l.PayeeId == self));
    }

    /// <summary>What is attached to the record now.</summary>
    public static async Task<IReadOnlyList<FileView>> FilesOfAsync(this AppDb db, Guid recordId, CancellationToken cancel) =>
        await db.Attachments.AsNoTracking().ShownOfAsync(recordId, cancel);

    /// <summary>What of these files is attached to the record now, oldest first.</summary>
    public static async Task<IReadOnlyList<FileView>> ShownOfAsync(this IQueryable<Attachment> files, Guid recordId, CancellationToken cancel) =>
        await files.Where(f => f.RecordId == recordId && f.RemovedAt == null).OrderBy(f => f.Id)
            .Select(f => new FileView(f.Id, f.Kind, f.Slot, f.FileName, f.MediaType, f.Size, f.At)).ToListAsync(cancel);
}
