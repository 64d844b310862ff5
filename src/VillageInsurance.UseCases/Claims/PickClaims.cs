using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Claims;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Claims;

/// <summary>Picks claims for the supervisors' look, once a month for each village: the latest, the largest, one at random by a seed that is kept. Run every day.</summary>
public sealed class PickClaims(AppDbGate gate, TimeProvider clock)
{
    private const int MonthsBack = 2;

    /// <summary>Picks, and says how many.</summary>
    public Task<int> RunAsync() => gate.ChangeAsync(Permission.ManageProgramme, async db =>
    {
        await db.LockAsync("claim-picks");
        var (today, now, picked) = (clock.Today(), clock.GetUtcNow(), 0);
        var (month, from) = (new DateOnly(today.Year, today.Month, 1), today.AddMonths(-MonthsBack));
        var done = await db.ClaimPicks.Where(p => p.Month == month).Select(p => p.VillageId).Distinct().ToListAsync();
        var claims = await db.ReadClocksAsync(db.Claims.Where(c => !done.Contains(c.VillageId) && c.ReportedOn <= today
            && (c.ReportedOn >= from || (c.PaidOn == null && c.RefusalNotifiedOn == null && c.ClosedOn == null && c.WithdrawnOn == null))), today, default);
        foreach (var village in claims.GroupBy(c => c.VillageId))
        {
            var seed = RandomNumberGenerator.GetInt32(1, int.MaxValue);
            var drawn = ClaimPick.Draw([.. village.Select(c => new ClaimPick.Candidate(c.Id, c.Number, c.Facts.DecidedFen ?? c.Facts.ClaimedFen ?? 0, -(c.Due?.DaysLeft ?? 0)))], seed);
            foreach (var (claimId, reason) in drawn)
            {
                db.Add(new ClaimPick(Guid.CreateVersion7(), village.Key, village.Single(c => c.Id == claimId).GroupId, claimId, month, reason, seed, now));
                db.Add(QueueItem.ForWhoever(Role.Supervisor, village.Key, QueueKind.ClaimPicked, claimId, now, month.AddMonths(1).AddDays(-1), $"{month:yyyy-MM}/{reason}"));
                picked++;
            }
        }
        return picked;
    });
}
