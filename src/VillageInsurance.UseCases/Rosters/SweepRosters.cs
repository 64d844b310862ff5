using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Documents;

namespace VillageInsurance.UseCases.Rosters;

/// <summary>Ends rosters whose time is over, and deletes the uploaded files, and what was read of them, of those with which nothing can be done any more. Run every day; what was missed is made up for.</summary>
public sealed class SweepRosters(AppDbGate gate, IFileStore store, TimeProvider clock)
{
    private const int Most = 500;

    /// <summary>Sweeps, and says how many files are gone. One that ends now is deleted the next time: only when its end is certain.</summary>
    public Task<int> RunAsync() => gate.ChangeAsync(Permission.ImportRosters, async db =>
    {
        var (now, before) = (clock.GetUtcNow(), clock.GetUtcNow() - RosterBatch.StaysOpen);
        var ended = await db.RosterBatches.Where(b => b.SweptAt == null && (b.State == RosterState.Undone || b.State == RosterState.Refused || b.State == RosterState.Closed)).OrderBy(b => b.At).Take(Most).ToListAsync();
        foreach (var batch in ended)
        {
            await store.DeleteAsync($"{batch.Id:N}", CancellationToken.None);
            await CheckedRows.ForgetAsync(store, batch.Id, batch.Round);
            batch.Swept(now);
        }
        foreach (var batch in await db.RosterBatches.Where(b => b.State == RosterState.Ready && (b.StoredAt ?? b.At) <= before).OrderBy(b => b.At).Take(Most).ToListAsync()) batch.Close(now);
        return ended.Count;
    });
}
