using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Acceptance;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Acceptance;

internal static class ListLoading
{
    /// <summary>The list that the user saw, with its lines. Who comes second at the same moment waits here, and then is told that it changed.</summary>
    public static async Task<ForwardingList> ListAsSeenAsync(this AppDb db, Guid id, int seenVersion)
    {
        await db.LockAsync($"forwarding list {id}");
        return await db.ForwardingLists.Include(l => l.Lines.OrderBy(x => x.Rank)).FindAsSeenAsync(id, seenVersion);
    }
}
