using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Applications;
using VillageInsurance.Domain.Cycles;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Acceptance;
using VillageInsurance.UseCases.Agreements;
using VillageInsurance.UseCases.Cycles;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Documents;
using VillageInsurance.UseCases.Households;
using VillageInsurance.UseCases.Papers;

namespace VillageInsurance.UseCases.Organisation;

/// <summary>The file of a village or group: what the register says, how far it has come, and what happened.</summary>
public sealed class VillageFile(AppDbGate gate, TimeProvider clock)
{
    /// <summary>The village or group, and the day whose names are shown.</summary>
    public sealed record Input(Guid AreaId, DateOnly Day);

    /// <summary>A day that a register can know.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>From 1900 on.</summary>
        public InputRules() => RuleFor(i => i.Day).GreaterThanOrEqualTo(new DateOnly(1900, 1, 1));
    }

    /// <summary>The file. A group names its village; applications and what was decided on them are there for who may see them.</summary>
    /// <param name="Place">The village and township as they were called on the day, and the group's name.</param>
    /// <param name="NameToday">The name of today, where it differs.</param>
    /// <param name="Lists">Which lists of households open for the viewer.</param>
    public sealed record View(Guid Id, Guid VillageId, Guid? GroupId, PlaceName Place, string? NameToday, string? Code, AreaKind Kind, Terrain? Terrain, IncomePerHead? Income,
        RegisteredSize? Registered, DateOnly? ValidTo, IReadOnlyList<FormerName> FormerNames, CycleState State, VillageWay? Way, PeopleOfVillage? People, VillageAcceptanceView? Acceptance, VillageTitle? Title, PapersOfVillage? Papers, SiteFacts? Site,
        IReadOnlyList<ApplicationLine> Applications, IReadOnlyList<VillageEvent> Events, ListSight Lists);

    /// <summary>A name and the last day on which it was used.</summary>
    public sealed record FormerName(string Name, DateOnly To);

    /// <summary>Since when it is a site, its plaque's number and when it was hung, with photos.</summary>
    public sealed record SiteFacts(Guid Id, int Version, int Year, DateOnly DesignatedOn, string? PlaqueNumber, DateOnly? PlaqueHungOn, IReadOnlyList<FileView> Photos, bool MayHang);

    /// <summary>The title that is held, or was taken away.</summary>
    public sealed record VillageTitle(Guid Id, int Year, string Certificate, DateOnly AwardedOn, DateOnly? RevokedOn);

    /// <summary>An application to become a site.</summary>
    public sealed record ApplicationLine(Guid Id, int Year, ApplicationStatus Status, string? Group);

    private sealed record Found(Area Area, Area Village, Area Township)
    {
        public FigurePlace Place => new(Village.Id, Area.Level == AreaLevel.Group ? Area.Id : null);
    }

    /// <summary>Reads it. Outside the actor's area it is not found.</summary>
    public Task<View> RunAsync(Input input, CancellationToken cancel) => gate.ReadAsync(Permission.ViewAreas, async db =>
    {
        input.MustMeet(new InputRules());
        var found = await FindAsync(db, input.AreaId, cancel);
        var (area, place, day) = (found.Area, found.Place, input.Day);
        var (way, site) = (await db.WayOfAsync(place, clock.Today(), cancel), await SiteAsync(db, place, cancel));
        var applications = await ApplicationsAsync(db, place, cancel);
        return new View(area.Id, place.VillageId, place.GroupId,
            new(place.VillageId, found.Village.NameOn(day), found.Township.NameOn(day), place.GroupId is null ? null : area.NameOn(day)),
            area.NameOn(day) == area.Name ? null : area.Name, area.Code, area.Kind, area.Terrain, area.Income, area.Registered, area.ValidTo,
            [.. area.FormerNames.Select(n => new FormerName(n.Name, n.To))], StateOf(way, applications), way, await PeopleAsync(db, place, clock.Today(), cancel), await db.AcceptanceOfAsync(place, clock.Today(), cancel), await TitleAsync(db, place, cancel), await db.PapersOfAsync(place, cancel), site,
            await LinesAsync(db, applications, cancel), await VillageEvents.OfAsync(db, place, area, applications, way, cancel), db.Actor.ListsOf(place));
    }, cancel);

    private static async Task<PeopleOfVillage?> PeopleAsync(AppDb db, FigurePlace place, DateOnly today, CancellationToken cancel) =>
        db.Actor.May(Permission.ViewAgents, place) || db.Actor.May(Permission.ViewSupervisors, place) ? await db.PeopleOfAsync(place, today, cancel) : null;

    private static async Task<VillageTitle?> TitleAsync(AppDb db, FigurePlace place, CancellationToken cancel) => !db.Actor.May(Permission.ViewRewards, place) ? null
        : await db.Titles.AsNoTracking().Where(t => t.VillageId == place.VillageId && t.SiteGroupId == place.GroupId).OrderByDescending(t => t.AwardedOn)
            .Select(t => new VillageTitle(t.Id, t.Year, t.Certificate, t.AwardedOn, t.RevokedOn)).FirstOrDefaultAsync(cancel);

    // A proposal that came back is known to whoever may see applications.
    private static CycleState StateOf(VillageWay? way, IReadOnlyList<SiteApplication> applications) => way?.State switch
    {
        null => CycleState.Candidate,
        CycleState.Candidate or CycleState.Proposed when applications.Count == 0 => CycleState.Candidate,
        CycleState.Candidate when applications[0].Status == ApplicationStatus.Returned => CycleState.Returned,
        { } state => state,
    };

    private static async Task<SiteFacts?> SiteAsync(AppDb db, FigurePlace place, CancellationToken cancel)
    {
        var site = await db.Sites.AsNoTracking().Where(s => s.VillageId == place.VillageId && s.SiteGroupId == place.GroupId).OrderByDescending(s => s.DesignatedOn).FirstOrDefaultAsync(cancel);
        return site is null ? null : new(site.Id, site.Version, site.Year, site.DesignatedOn, site.PlaqueNumber, site.PlaqueHungOn,
            await db.FilesOfAsync(site.Id, cancel), db.Actor.May(Permission.RecordPlaques, site.VillageId));
    }

    // Areas belong to nobody, so the scope is applied here.
    private static async Task<Found> FindAsync(AppDb db, Guid id, CancellationToken cancel)
    {
        var area = await db.Areas.AsNoTracking().Include(a => a.FormerNames).SingleOrDefaultAsync(a => a.Id == id, cancel);
        if (area is null || area.Level is not (AreaLevel.Village or AreaLevel.Group)) throw new NotFound(nameof(Area), id);
        var above = await AboveAsync(db, area, cancel);
        var found = area.Level == AreaLevel.Village ? new Found(area, area, above) : new Found(area, above, await AboveAsync(db, above, cancel));
        return db.Actor.ScopeOf(Permission.ViewAreas)?.Covers(found.Place) == true ? found : throw new NotFound(nameof(Area), id);
    }

    private static Task<Area> AboveAsync(AppDb db, Area area, CancellationToken cancel) =>
        db.Areas.AsNoTracking().Include(a => a.FormerNames).SingleAsync(a => a.Id == area.ParentId, cancel);

    private static async Task<IReadOnlyList<SiteApplication>> ApplicationsAsync(AppDb db, FigurePlace place, CancellationToken cancel) =>
        !db.Actor.May(Permission.ViewApplications, place) ? []
        : await db.Applications.AsNoTracking().Include(a => a.Rounds.OrderBy(r => r.Number))
            .Where(a => a.VillageId == place.VillageId && (place.GroupId == null || a.SiteGroupId == place.GroupId)).OrderByDescending(a => a.Id).ToListAsync(cancel);

    private static async Task<IReadOnlyList<ApplicationLine>> LinesAsync(AppDb db, IReadOnlyList<SiteApplication> applications, CancellationToken cancel)
    {
        var groups = applications.Select(a => a.SiteGroupId).OfType<Guid>().ToList();
        var names = await db.Areas.Where(g => groups.Contains(g.Id)).ToDictionaryAsync(g => g.Id, g => g.Name, cancel);
        return [.. applications.Select(a => new ApplicationLine(a.Id, a.Year, a.Status, a.SiteGroupId is { } g ? names.GetValueOrDefault(g) : null))];
    }
}
