using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Agreements;
using VillageInsurance.Domain.Schemes;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Agreements;

internal static class AgreementLoading
{
    /// <summary>The agreement that the user saw, and the clauses of its scheme.</summary>
    public static async Task<(Agreement Agreement, IReadOnlyList<ClauseTemplate> Clauses)> AgreementAsSeenAsync(this AppDb db, Guid id, int seenVersion)
    {
        // Who comes second at the same moment waits here, and then is told that it changed.
        await db.LockAsync($"agreement {id}");
        var agreement = await db.Agreements.FindAsSeenAsync(id, seenVersion);
        return (agreement, (await db.Schemes.AsNoTracking().SingleAsync(s => s.Id == agreement.SchemeId)).Rules.AgreementClauses);
    }
}
