using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Applications;
using VillageInsurance.Domain.Schemes;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Applications;

internal static class ApplicationLoading
{
    /// <summary>The application that the user saw, with its rounds, and the rules by which it is judged.</summary>
    public static async Task<(SiteApplication Application, SchemeRules Rules)> ApplicationAsSeenAsync(this AppDb db, Guid id, int seenVersion)
    {
        // Who comes second at the same moment waits here, and then is told that it changed.
        await db.LockAsync($"application {id}");
        var application = await db.Applications.Include(a => a.Rounds.OrderBy(r => r.Number)).FindAsSeenAsync(id, seenVersion);
        return (application, (await db.Schemes.AsNoTracking().SingleAsync(s => s.Id == application.SchemeId)).Rules);
    }
}
