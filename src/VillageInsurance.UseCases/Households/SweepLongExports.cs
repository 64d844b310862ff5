using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Documents;

namespace VillageInsurance.UseCases.Households;

/// <summary>Deletes the files of long exports that were kept for a day, however long the program stood still.</summary>
public sealed class SweepLongExports(AppDbGate gate, IFileStore store, TimeProvider clock)
{
    /// <summary>Deletes them; what is gone already stays gone.</summary>
    public Task RunAsync() => gate.ChangeAsync(Permission.ImportCountyData, async db =>
    {
        var before = clock.GetUtcNow() - LongExports.Kept;
        foreach (var job in await db.JobRequests.Where(j => j.Kind == JobKind.Export && j.Result != null && j.SeenAt <= before).OrderBy(j => j.At).Take(100).ToListAsync())
        {
            await store.DeleteAsync(LongExports.KeyOf(job.Id), CancellationToken.None);
            job.DropResult();
        }
    });
}
