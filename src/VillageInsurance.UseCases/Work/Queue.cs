using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Work;

/// <summary>The one queue that every feature writes to.</summary>
internal static class Queue
{
    /// <summary>Whatever waited because of this record waits no longer: the actor did it.</summary>
    public static Task ClearQueueOfAsync(this AppDb db, Guid recordId) => db.ClearQueueAsync(db.QueueItems.Where(q => q.RecordId == recordId));

    /// <summary>The same for one kind of thing.</summary>
    public static Task ClearQueueOfAsync(this AppDb db, Guid recordId, QueueKind kind) =>
        db.ClearQueueAsync(db.QueueItems.Where(q => q.RecordId == recordId && q.Kind == kind));

    /// <summary>Everything of one kind, in one village or, for null, in the whole county.</summary>
    public static Task ClearQueueOfKindAsync(this AppDb db, QueueKind kind, Guid? villageId) => db.ClearQueueAsync(db.QueueItems.Where(q => q.Kind == kind && (villageId == null || q.VillageId == villageId)));

    private static async Task ClearQueueAsync(this AppDb db, IQueryable<QueueItem> items)
    {
        foreach (var item in await items.Where(q => q.DoneAt == null).ToListAsync()) item.Finish(db.Actor.StaffId, db.Operation.At);
    }
}
