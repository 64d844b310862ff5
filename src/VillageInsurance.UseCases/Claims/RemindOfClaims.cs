using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Claims;

/// <summary>Writes claims whose limit is passed or comes within three days into the insurer's queue. Run every day; one item for each claim, and a new one when another limit is the nearest.</summary>
public sealed class RemindOfClaims(AppDbGate gate, TimeProvider clock)
{
    private const int DaysBefore = 3;

    /// <summary>Reminds, and says of how many.</summary>
    public Task<int> RunAsync() => gate.ChangeAsync(Permission.ManageProgramme, async db =>
    {
        await db.LockAsync("claim-reminders");
        var (today, now, reminded) = (clock.Today(), clock.GetUtcNow(), 0);
        var due = (await db.ReadClocksAsync(db.Claims.Unsettled(), today, default)).Where(c => c.Due?.DaysLeft <= DaysBefore).ToList();
        var ids = due.Select(c => c.Id).ToList();
        var standing = (await db.QueueItems.Where(q => q.Kind == QueueKind.ClaimDue && ids.Contains(q.RecordId)).ToListAsync()).ToLookup(q => q.RecordId);
        foreach (var claim in due)
        {
            var detail = $"{claim.Due!.Limit}/{claim.Due.Plain:yyyy-MM-dd}";
            if (standing[claim.Id].Any(q => q.Detail == detail)) continue;
            foreach (var older in standing[claim.Id].Where(q => q.DoneAt is null)) older.Finish(db.Actor.StaffId, now);
            db.Add(QueueItem.ForWhoever(Role.InsurerReviewer, claim.VillageId, QueueKind.ClaimDue, claim.Id, now, claim.Due.Plain, detail));
            reminded++;
        }
        return reminded;
    });
}
