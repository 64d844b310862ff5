using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Schemes;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Organisation;

namespace VillageInsurance.UseCases.Schemes;

/// <summary>One scheme with everything it says.</summary>
public sealed class SchemeDetail(AppDbGate gate)
{
    /// <param name="BasisId">What it was drafted from; null for a template.</param>
    /// <param name="Editors">Who drafted or edited it.</param>
    /// <param name="CountyId">The county, to which scans of its documents belong.</param>
    /// <param name="CanDraft">Whether the actor may draft a next version from it.</param>
    /// <param name="CanEdit">Whether the actor may write in it now.</param>
    /// <param name="CanPublish">Whether the actor may publish it now.</param>
    public sealed record View(Guid Id, int Version, Programme Programme, int Year, int Number, Wording Name, SchemeStatus Status, DateOnly? PublishedOn, SchemeRules Rules,
        Guid? BasisId, IReadOnlyList<string> Editors, string? PublishedBy, Guid CountyId, bool CanDraft, bool CanEdit, bool CanPublish);

    /// <summary>Reads it.</summary>
    public Task<View> RunAsync(Guid id, CancellationToken cancel) => gate.ReadAsync(Permission.ViewSchemes, async db =>
    {
        var s = await db.Schemes.AsNoTracking().FindOrRefuseAsync(id, cancel);
        var names = s.EditorIds.Count == 0 ? [] : await db.StaffNamesAsync([.. s.EditorIds, s.PublishedById ?? s.EditorIds[0]], cancel);
        var county = await db.Areas.Where(a => a.Level == AreaLevel.County).Select(a => a.Id).FirstOrDefaultAsync(cancel);
        var mayEdit = db.Actor.ScopeOf(Permission.EditSchemes) is not null;
        var isDraft = s.Status == SchemeStatus.Draft;
        return new View(s.Id, s.Version, s.Programme, s.Year, s.Number, s.Name, s.Status, s.PublishedOn, s.Rules, s.BasisId,
            [.. s.EditorIds.Select(e => names.GetValueOrDefault(e, ""))], s.PublishedById is { } by ? names.GetValueOrDefault(by) : null, county,
            !isDraft && mayEdit, isDraft && mayEdit,
            isDraft && db.Actor.ScopeOf(Permission.PublishSchemes) is not null && !s.EditorIds.Contains(db.Actor.StaffId));
    }, cancel);
}
