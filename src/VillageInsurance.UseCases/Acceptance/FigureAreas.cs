using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Acceptance;

/// <summary>The areas whose figures an actor may see. Areas themselves belong to nobody, so the scope is applied here.</summary>
internal static class FigureAreas
{
    /// <summary>The villages that exist on the day and lie in the actor's scope.</summary>
    public static IQueryable<Area> FigureVillages(this AppDb db, DateOnly day)
    {
        var villages = db.Areas.AsNoTracking().Where(a => a.Level == AreaLevel.Village && a.ValidFrom <= day && (a.ValidTo == null || a.ValidTo >= day));
        var scope = db.Actor.ScopeOf(Permission.ViewFigures) ?? DataScope.None;
        return scope.IsWholeCounty ? villages : villages.Where(a => scope.VillageIds.Contains(a.Id));
    }

    /// <summary>The groups of a village that exist on the day and lie in the actor's scope.</summary>
    public static IQueryable<Area> FigureGroups(this AppDb db, Guid villageId, DateOnly day)
    {
        var groups = db.Areas.AsNoTracking().Where(a => a.Level == AreaLevel.Group && a.ParentId == villageId && a.ValidFrom <= day && (a.ValidTo == null || a.ValidTo >= day));
        var scope = db.Actor.ScopeOf(Permission.ViewFigures) ?? DataScope.None;
        return scope.Covers(villageId) ? groups : groups.Where(a => scope.GroupIds.Contains(a.Id));
    }
}
