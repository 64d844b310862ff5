using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Acceptance;
using VillageInsurance.Domain.Awards;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Awards;

internal static class RewardNotices
{
    /// <summary>Whether the public notice that a payment to a person rests on ran its days in the village without an open or upheld objection.</summary>
    public static async Task<bool> NoticeHasEndedAsync(this AppDb db, RewardLine line, DateOnly today) =>
        await db.Notices.AsNoTracking().Include(n => n.Places).Include(n => n.Objections)
            .SingleOrDefaultAsync(n => n.Id == line.NoticeId && n.Kind == NoticeKind.Rewards && n.Places.Any(p => p.VillageId == line.VillageId)) is { } notice
        && notice.ResultFor(line.VillageId, today) == NoticeResult.Ended;
}
