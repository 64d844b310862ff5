using Microsoft.EntityFrameworkCore;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Documents;

/// <summary>An attachment as a page shows it; size in bytes.</summary>
public sealed record FileView(Guid Id, EvidenceKind Kind, string Slot, string FileName, string MediaType, long Size, DateTimeOffset At);

internal static class Files
{
    /// <summary>What is attached to the record now.</summary>
    public static async Task<IReadOnlyList<FileView>> FilesOfAsync(this AppDb db, Guid recordId, CancellationToken cancel) =>
        await db.Attachments.AsNoTracking().Where(f => f.RecordId == recordId && f.RemovedAt == null).OrderBy(f => f.Id)
            .Select(f => new FileView(f.Id, f.Kind, f.Slot, f.FileName, f.MediaType, f.Size, f.At)).ToListAsync(cancel);
}
