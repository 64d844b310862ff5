using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Applications;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Organisation;

namespace VillageInsurance.UseCases.Applications;

/// <summary>The applications of the actor's villages, newest first, a page of 50 at a time.</summary>
public sealed class ApplicationList(AppDbGate gate)
{
    private const int PageSize = 50;

    /// <summary>One page, and the id after which the next begins.</summary>
    public sealed record View(IReadOnlyList<Row> Rows, Guid? Next);

    /// <summary>One application.</summary>
    public sealed record Row(Guid Id, PlaceName Place, int Year, ApplicationStatus Status, int Rounds, DateTimeOffset? SubmittedAt, int Households, int People);

    /// <summary>Ids are made in the order of time, so that paging by them is paging by age.</summary>
    public Task<View> RunAsync(ApplicationStatus? status, Guid? before, CancellationToken cancel) => gate.ReadAsync(Permission.ViewApplications, async db =>
    {
        var found = await db.Applications.AsNoTracking().Where(a => (status == null || a.Status == status) && (before == null || a.Id < before))
            .OrderByDescending(a => a.Id).Take(PageSize + 1)
            .Select(a => new { a.Id, a.VillageId, a.SiteGroupId, a.Year, a.Status, Rounds = a.Rounds.Count, a.SubmittedAt, a.Form }).ToListAsync(cancel);
        var page = found.Take(PageSize).ToList();
        var places = await db.PlaceNamesAsync(page.Select(a => (Guid?)a.VillageId), cancel);
        var groupIds = page.Select(a => a.SiteGroupId).OfType<Guid>().ToList();
        var groups = await db.Areas.AsNoTracking().Where(g => groupIds.Contains(g.Id)).ToDictionaryAsync(g => g.Id, g => g.Name, cancel);
        return new View([.. page.Select(a => new Row(a.Id,
            places[a.VillageId] with { Group = a.SiteGroupId is { } g ? groups.GetValueOrDefault(g) : null },
            a.Year, a.Status, a.Rounds, a.SubmittedAt, a.Form.Households, a.Form.People))], found.Count > PageSize ? page[^1].Id : null);
    }, cancel);
}
