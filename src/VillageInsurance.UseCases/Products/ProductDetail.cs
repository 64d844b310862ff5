using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Products;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Organisation;
using VillageInsurance.UseCases.Schemes;

namespace VillageInsurance.UseCases.Products;

/// <summary>One product: what holds, its draft, and every version with who drafted and who published it.</summary>
public sealed class ProductDetail(AppDbGate gate, TimeProvider clock)
{
    /// <param name="Version">The product's version, to draft upon; null before the first version is published.</param>
    /// <param name="Terms">What holds; null before the first version is published.</param>
    /// <param name="Draft">The open draft; null for none.</param>
    /// <param name="Versions">Newest first, at most 100.</param>
    /// <param name="OwnInsurer">The code of the programme's insurer.</param>
    /// <param name="CanDraft">Whether the viewer may begin a draft now.</param>
    /// <param name="CanEdit">Whether the viewer may write in the draft.</param>
    /// <param name="CanDiscard">Whether the viewer may put the draft aside.</param>
    /// <param name="CanPublish">Whether the viewer may publish the draft.</param>
    public sealed record View(Guid Id, string Code, int? Version, ProductTerms? Terms, Line? Draft, IReadOnlyList<Line> Versions, string OwnInsurer, bool CanDraft, bool CanEdit, bool CanDiscard, bool CanPublish)
    {
        /// <summary>The name that it has, or is to have.</summary>
        public string Name => (Terms ?? Draft?.Terms)?.Name ?? Code;
    }

    /// <summary>A version; "Version" is that of the row, to act upon.</summary>
    public sealed record Line(Guid Id, int Version, int Number, ProductTerms Terms, ProductVersionStatus Status, string DraftedBy, DateTimeOffset DraftedAt, string? PublishedBy, DateTimeOffset? PublishedAt, bool ByList);

    /// <summary>Reads it. Not found when neither a product nor a draft has this id.</summary>
    public Task<View> RunAsync(Guid id, CancellationToken cancel) => gate.ReadAsync(Permission.ViewProducts, async db =>
    {
        var product = await db.Products.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, cancel);
        var versions = await db.ProductVersions.AsNoTracking().Where(v => v.ProductId == id).OrderByDescending(v => v.Number).Take(100).ToListAsync(cancel);
        if (product is null && versions.Count == 0) throw new NotFound(nameof(Domain.Policies.Product), id);
        var names = await db.StaffNamesAsync(versions.SelectMany(v => new[] { v.DraftedById, v.PublishedById ?? v.DraftedById }), cancel);
        var lines = versions.Select(v => new Line(v.Id, v.Version, v.Number, v.Terms, v.Status, names.GetValueOrDefault(v.DraftedById, ""), v.DraftedAt,
            v.PublishedById is { } by ? names.GetValueOrDefault(by) : null, v.PublishedAt, v.ByList)).ToList();
        var draft = versions.Find(v => v.Status == ProductVersionStatus.Draft);
        var (edits, publishes, isOwn) = (db.Actor.ScopeOf(Permission.EditProducts) is not null, db.Actor.ScopeOf(Permission.PublishProducts) is not null, draft?.DraftedById == db.Actor.StaffId);
        return new View(id, product?.Code ?? versions[0].Code, product?.Version, product?.Terms, lines.Find(l => l.Id == draft?.Id), lines, (await db.SchemeOfAsync(clock.Today().Year, cancel)).Rules.Policies.OwnInsurer,
            edits && draft is null, edits && isOwn, edits && draft is not null, publishes && draft is not null && !isOwn);
    }, cancel);
}
