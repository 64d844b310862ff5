using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Complaints;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Organisation;

namespace VillageInsurance.UseCases.Complaints;

/// <summary>Complaints, the newest first: for who watches or decides all of the village, for the agent those that he took in himself. No complainant is named.</summary>
public sealed class ComplaintList(AppDbGate gate, TimeProvider clock)
{
    /// <summary>Rows of a page.</summary>
    public const int PageSize = 50;

    /// <param name="OpenOnly">Only what is still to be done.</param>
    /// <param name="Before">The id after which the page begins; null for the first.</param>
    public sealed record Filter(bool OpenOnly = true, Guid? Before = null);

    /// <param name="Places">Where the viewer may take complaints in, at most 300.</param>
    /// <param name="Late">How many of all that the viewer sees are undecided after their last day.</param>
    public sealed record View(IReadOnlyList<Row> Rows, Guid? Next, int Late, IReadOnlyList<PlaceName> Places);

    /// <summary>One complaint.</summary>
    public sealed record Row(Guid Id, PlaceName Place, ComplaintKind Kind, ComplaintChannel Channel, DateOnly ReceivedOn, DateOnly Due, bool IsLate, ComplaintStep Step, ComplaintOutcome? Outcome);

    /// <summary>Reads a page.</summary>
    public Task<View> RunAsync(Filter filter, CancellationToken cancel) => gate.ReadAsync(Permission.RecordComplaints, async db =>
    {
        var (today, own) = (clock.Today(), db.Actor.StaffId);
        var watches = db.Actor.ScopeOf(Permission.ViewComplaints) is not null;
        var seen = db.Complaints.AsNoTracking().Where(c => watches || c.RecordedById == own);
        var rows = await seen.Where(c => (filter.Before == null || c.Id < filter.Before) && (!filter.OpenOnly || c.Outcome == null || (c.ToldOn == null && c.Complainant != null)))
            .OrderByDescending(c => c.Id).Take(PageSize + 1).ToListAsync(cancel);
        var late = await seen.CountAsync(c => c.Outcome == null && c.Due < today, cancel);
        var scope = db.Actor.ScopeOf(Permission.RecordComplaints)!;
        var villages = scope.IsWholeCounty ? await db.Areas.Where(a => a.Level == AreaLevel.Village && a.ValidTo == null).OrderBy(a => a.Code).Select(a => a.Id).Take(300).ToListAsync(cancel) : scope.VillageIds;
        var page = rows.Take(PageSize).ToList();
        var places = await db.PlaceNamesAsync(page.Select(c => (Guid?)c.VillageId).Concat(villages.Select(v => (Guid?)v)), cancel);
        return new View([.. page.Select(c => new Row(c.Id, places[c.VillageId], c.Kind, c.Channel, c.ReceivedOn, c.Due, c.IsLate(today), c.Step, c.Outcome))],
            rows.Count > PageSize ? page[^1].Id : null, late, [.. villages.Where(places.ContainsKey).Select(v => places[v])]);
    }, cancel);
}
