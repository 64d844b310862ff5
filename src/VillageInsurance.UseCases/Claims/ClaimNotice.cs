using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Claims;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Organisation;

namespace VillageInsurance.UseCases.Claims;

/// <summary>The page for the village board: how many claims stand at which step and for how many days. No name, no number, no sum.</summary>
public sealed class ClaimNotice(AppDbGate gate, TimeProvider clock)
{
    /// <summary>The village, the day, and the counts: open by step, settled in this year.</summary>
    public sealed record View(PlaceName Place, DateOnly On, IReadOnlyList<Line> Lines, int Open, int Late, int PaidThisYear, int RefusedThisYear);

    /// <summary>A step, how many claims stand there, and the days since report of the longest waiting.</summary>
    public sealed record Line(ClaimState State, ClaimMilestone? Next, int Count, int LongestDays);

    /// <summary>Reads it. Not found outside the supervisor's villages.</summary>
    public Task<View> RunAsync(Guid villageId, CancellationToken cancel) => gate.ReadAsync(Permission.WatchClaims, async db =>
    {
        if (!db.Actor.May(Permission.WatchClaims, villageId)) throw new NotFound(nameof(Area), villageId);
        var today = clock.Today();
        var year = new DateOnly(today.Year, 1, 1);
        var own = db.Claims.Where(c => c.VillageId == villageId);
        var open = await db.ReadClocksAsync(own.Unsettled().Where(c => c.ReportedOn <= today), today, cancel);
        var lines = open.GroupBy(c => (c.Facts.State, c.Facts.Next)).OrderBy(g => g.Key.State).Select(g => new Line(g.Key.State, g.Key.Next, g.Count(), g.Max(c => c.Waited)));
        return new View((await db.PlaceNamesAsync([villageId], cancel))[villageId], today, [.. lines], open.Count, open.Count(c => c.Clock.IsLate),
            await own.CountAsync(c => c.PaidOn >= year && c.PaidOn <= today, cancel), await own.CountAsync(c => c.RefusalNotifiedOn >= year && c.RefusalNotifiedOn <= today, cancel));
    }, cancel);
}
