using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Acceptance;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Awards;

/// <summary>The public notices about rewards that hung in a village, for who prepares payments to persons.</summary>
public sealed class RewardNoticesOf(AppDbGate gate)
{
    /// <summary>One notice.</summary>
    public sealed record Row(Guid Id, string Number, DateOnly LastDay);

    /// <summary>Newest first.</summary>
    public Task<IReadOnlyList<Row>> RunAsync(Guid villageId, CancellationToken cancel) => gate.ReadAsync<IReadOnlyList<Row>>(Permission.PrepareRewards, async db =>
        await db.Notices.AsNoTracking().Where(n => n.Kind == NoticeKind.Rewards && n.Places.Any(p => p.VillageId == villageId)).OrderByDescending(n => n.From).Take(50)
            .Select(n => new Row(n.Id, n.Number, n.LastDay)).ToListAsync(cancel), cancel);
}
