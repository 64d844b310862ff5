using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Agreements;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Organisation;

namespace VillageInsurance.UseCases.Agreements;

/// <summary>The agreements of the actor's villages, newest first, a page of 100 at a time.</summary>
public sealed class AgreementList(AppDbGate gate, TimeProvider clock)
{
    private const int PageSize = 100;

    /// <summary>One page, the id after which the next begins, and the sites that the actor may begin an agreement with.</summary>
    public sealed record View(IReadOnlyList<Row> Rows, Guid? Next, IReadOnlyList<PlaceName> WithoutOne);

    /// <param name="DaysLeft">Days until the term's last one, negative when it is over; null while it is not in force.</param>
    public sealed record Row(Guid Id, PlaceName Place, AgreementStatus Status, string? Number, DateOnly? From, DateOnly? To, int? DaysLeft, DateTimeOffset? SubmittedAt);

    /// <summary>Ids are made in the order of time, so that paging by them is paging by age.</summary>
    public Task<View> RunAsync(AgreementStatus? status, Guid? before, CancellationToken cancel) => gate.ReadAsync(Permission.ViewAgreements, async db =>
    {
        var today = clock.Today();
        var found = await db.Agreements.AsNoTracking().Where(a => (status == null || a.Status == status) && (before == null || a.Id < before))
            .OrderByDescending(a => a.Id).Take(PageSize + 1).ToListAsync(cancel);
        var page = found.Take(PageSize).ToList();
        var free = await FreeSitesAsync(db, cancel);
        var places = await db.PlaceNamesAsync(page.Select(a => (Guid?)a.VillageId).Concat(free), cancel);
        return new View([.. page.Select(a => new Row(a.Id, places[a.VillageId], a.Status, a.Number, a.From, a.EndedOn ?? a.To,
            a.Status == AgreementStatus.InForce ? a.To!.Value.DayNumber - today.DayNumber : null, a.SubmittedAt))],
            found.Count > PageSize ? page[^1].Id : null, [.. free.Select(v => places[v!.Value]).OrderBy(p => p.Township, StringComparer.Ordinal).ThenBy(p => p.Village, StringComparer.Ordinal)]);
    }, cancel);

    private static async Task<IReadOnlyList<Guid?>> FreeSitesAsync(AppDb db, CancellationToken cancel) => db.Actor.ScopeOf(Permission.DraftAgreements) is null ? []
        : await db.Sites.Where(s => !db.Agreements.Any(a => a.VillageId == s.VillageId && a.Status != AgreementStatus.Ended))
            .Select(s => (Guid?)s.VillageId).Distinct().Take(200).ToListAsync(cancel);
}
