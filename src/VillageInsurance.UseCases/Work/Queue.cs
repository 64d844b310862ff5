using Microsoft.EntityFrameworkCore;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Work;

/// <summary>The one queue that every feature writes to.</summary>
internal static class Queue
{
    /// <summary>Whatever waited because of this record waits no longer.</summary>
    public static async Task ClearQueueOfAsync(this AppDb db, Guid recordId) =>
        db.QueueItems.RemoveRange(await db.QueueItems.Where(q => q.RecordId == recordId).ToListAsync());
}
