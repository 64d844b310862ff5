using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Applications;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Organisation;

/// <summary>How far a village or group has come today: nothing begun, proposed, sent back, or a construction site.</summary>
public enum VillageStage { Candidate, Proposed, Returned, Site }

internal static class VillageStages
{
    /// <summary>The stages of the places that are further than a candidate, by village or group. Everyone sees sites; applications only who may see them there.</summary>
    public static async Task<Dictionary<Guid, VillageStage>> StagesAsync(this AppDb db, CancellationToken cancel)
    {
        var open = await db.Applications.AsNoTracking().Where(a => a.Status == ApplicationStatus.Submitted || a.Status == ApplicationStatus.Returned)
            .OrderBy(a => a.Id).Select(a => new { a.VillageId, Place = a.SiteGroupId ?? a.VillageId, a.Status }).ToListAsync(cancel);
        var stages = new Dictionary<Guid, VillageStage>();
        foreach (var application in open.Where(a => db.Actor.May(Permission.ViewApplications, a.VillageId)))
            stages[application.Place] = application.Status == ApplicationStatus.Submitted ? VillageStage.Proposed : VillageStage.Returned;
        foreach (var site in await db.Sites.AsNoTracking().Select(s => s.SiteGroupId ?? s.VillageId).ToListAsync(cancel))
            stages[site] = VillageStage.Site;
        return stages;
    }
}
