using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Acceptance;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Organisation;

namespace VillageInsurance.UseCases.Acceptance;

/// <summary>The declarations of the actor's villages, newest first, a page of 50 at a time.</summary>
public sealed class DeclarationList(AppDbGate gate)
{
    private const int PageSize = 50;

    /// <summary>One page, and the id after which the next begins; the townships and years that there are.</summary>
    public sealed record View(IReadOnlyList<Row> Rows, Guid? Next, IReadOnlyList<Township> Townships, IReadOnlyList<int> Years);

    /// <summary>A township to look into.</summary>
    public sealed record Township(Guid Id, string Name);

    /// <param name="AllPass">How the frozen figures ended; null before the submission.</param>
    /// <param name="SignedForms">Score forms that are signed.</param>
    public sealed record Row(Guid Id, PlaceName Place, int Year, string? Number, DeclarationStatus Status, DateTimeOffset? SubmittedAt, bool? AllPass, int SignedForms, DateOnly ReviewBy);

    /// <summary>Reads a page; a filter that is null leaves everything.</summary>
    public Task<View> RunAsync(int? year, DeclarationStatus? status, Guid? townshipId, Guid? before, CancellationToken cancel) => gate.ReadAsync(Permission.ViewDeclarations, async db =>
    {
        var found = await db.Declarations.AsNoTracking()
            .Where(d => (year == null || d.Year == year) && (status == null || d.Status == status) && (before == null || d.Id < before)
                && (townshipId == null || db.Areas.Any(v => v.Id == d.VillageId && v.ParentId == townshipId)))
            .OrderByDescending(d => d.Id).Take(PageSize + 1)
            .Select(d => new { D = d, Frozen = db.Snapshots.Where(s => s.Id == d.SnapshotId).Select(s => s.Frozen).FirstOrDefault(), Signed = db.ReviewSheets.Count(s => s.DeclarationId == d.Id && s.SignedAt != null) })
            .ToListAsync(cancel);
        var page = found.Take(PageSize).ToList();
        var places = await db.PlaceNamesAsync(page.Select(r => (Guid?)r.D.VillageId), cancel);
        var schemes = page.Select(r => r.D.SchemeId).Distinct().ToList();
        var rules = await db.Schemes.AsNoTracking().Where(s => schemes.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.Rules, cancel);
        var groups = page.Select(r => r.D.SiteGroupId).OfType<Guid>().ToList();
        var names = await db.Areas.AsNoTracking().Where(g => groups.Contains(g.Id)).ToDictionaryAsync(g => g.Id, g => g.Name, cancel);
        return new View([.. page.Select(r => new Row(r.D.Id, places[r.D.VillageId] with { Group = r.D.SiteGroupId is { } g ? names.GetValueOrDefault(g) : null }, r.D.Year, r.D.Number, r.D.Status,
                r.D.SubmittedAt, r.Frozen?.AllPass, r.Signed, rules[r.D.SchemeId].ReviewDay(r.D.Year)))],
            found.Count > PageSize ? page[^1].D.Id : null, await TownshipsAsync(db, cancel),
            await db.Declarations.Select(d => d.Year).Distinct().OrderByDescending(y => y).Take(20).ToListAsync(cancel));
    }, cancel);

    private static async Task<IReadOnlyList<Township>> TownshipsAsync(AppDb db, CancellationToken cancel) =>
        await (from t in db.Areas.AsNoTracking()
               where t.Level == AreaLevel.Township && db.Declarations.Any(d => db.Areas.Any(v => v.Id == d.VillageId && v.ParentId == t.Id))
               orderby t.Code
               select new Township(t.Id, t.Name)).Take(200).ToListAsync(cancel);
}
