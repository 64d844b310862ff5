using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.CallBacks;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Organisation;

namespace VillageInsurance.UseCases.CallBacks;

/// <summary>Call-backs: what is open by its last day, or what was answered, the newest first.</summary>
public sealed class CallBackList(AppDbGate gate, TimeProvider clock)
{
    /// <summary>Rows of a page.</summary>
    public const int PageSize = 50;

    /// <summary>Open ones or answered ones, and after which day and id the page begins.</summary>
    public sealed record Filter(bool Done = false, DateOnly? AfterDay = null, Guid? AfterId = null);

    /// <param name="Late">Open ones after their last day.</param>
    /// <param name="Next">Where the next page begins; null at the end.</param>
    public sealed record View(IReadOnlyList<Row> Rows, (DateOnly Day, Guid Id)? Next, int Open, int Late);

    /// <summary>One call-back. The holder is the insurer's own customer and stands in clear.</summary>
    public sealed record Row(Guid Id, PlaceName Place, CallBackKind Kind, string PolicyNumber, string? Holder, DateOnly Due, bool IsLate, int Missed, DateOnly? DoneOn, bool HasProblem);

    /// <summary>Reads a page.</summary>
    public Task<View> RunAsync(Filter filter, CancellationToken cancel) => gate.ReadAsync(Permission.MakeCallBacks, async db =>
    {
        var today = clock.Today();
        var all = db.CallBacks.AsNoTracking();
        var page = await (filter.Done
            ? all.Where(c => c.DoneOn != null && (filter.AfterDay == null || c.DoneOn < filter.AfterDay || (c.DoneOn == filter.AfterDay && c.Id < filter.AfterId))).OrderByDescending(c => c.DoneOn).ThenByDescending(c => c.Id)
            : all.Where(c => c.DoneOn == null && (filter.AfterDay == null || c.Due > filter.AfterDay || (c.Due == filter.AfterDay && c.Id > filter.AfterId))).OrderBy(c => c.Due).ThenBy(c => c.Id))
            .Take(PageSize + 1).ToListAsync(cancel);
        var rows = page.Take(PageSize).ToList();
        var ids = rows.Select(c => c.PolicyId).ToList();
        // Two look-ups by id: behind the row's wall PostgreSQL uses no index for "the one or else the other", and would read every person.
        var policies = await db.Policies.AsNoTracking().Where(p => ids.Contains(p.Id))
            .Select(p => new { p.Id, p.Number, Holder = db.Persons.Where(x => x.Id == p.HolderId).Select(x => x.Name).FirstOrDefault(), Insured = db.Persons.Where(x => x.Id == p.InsuredId).Select(x => x.Name).FirstOrDefault() })
            .ToDictionaryAsync(p => p.Id, cancel);
        var places = await db.PlaceNamesAsync(rows.Select(c => (Guid?)c.VillageId), cancel);
        var last = rows.Count > 0 ? rows[^1] : null;
        return new View([.. rows.Select(c => new Row(c.Id, places[c.VillageId], c.Kind, policies[c.PolicyId].Number, policies[c.PolicyId].Holder ?? policies[c.PolicyId].Insured, c.Due, c.IsLate(today), c.Missed.Count, c.DoneOn, c.HasProblem))],
            page.Count > PageSize ? ((filter.Done ? last!.DoneOn!.Value : last!.Due), last.Id) : null,
            await all.CountAsync(c => c.DoneOn == null, cancel), await all.CountAsync(c => c.DoneOn == null && c.Due < today, cancel));
    }, cancel);
}
