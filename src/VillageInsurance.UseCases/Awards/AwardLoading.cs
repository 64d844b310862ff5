using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Awards;
using VillageInsurance.Domain.Schemes;
using VillageInsurance.Domain.Shared;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Documents;

namespace VillageInsurance.UseCases.Awards;

internal static class AwardLoading
{
    /// <summary>The rules of the scheme by which the title was won.</summary>
    public static async Task<SchemeRules> RulesOfTitleAsync(this AppDb db, Title title, CancellationToken cancel = default) =>
        (await (from cycle in db.Cycles where cycle.Id == title.CycleId join scheme in db.Schemes on cycle.SchemeId equals scheme.Id select scheme).AsNoTracking().SingleAsync(cancel)).Rules;

    /// <summary>Refuses while nothing of this kind is attached to the record.</summary>
    public static async Task RequireEvidenceAsync(this AppDb db, Guid recordId, EvidenceKind kind)
    {
        if (!await db.Attachments.AnyAsync(f => f.RecordId == recordId && f.Kind == kind && f.RemovedAt == null)) throw RewardRule.AProofIsAttached.Broken();
    }
}
