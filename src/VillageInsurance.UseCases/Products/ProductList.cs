using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Products;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Organisation;
using VillageInsurance.UseCases.Schemes;

namespace VillageInsurance.UseCases.Products;

/// <summary>The catalogue of products by code, and the drafts that wait for somebody to publish them.</summary>
public sealed class ProductList(AppDbGate gate, TimeProvider clock)
{
    /// <summary>Rows of a page.</summary>
    public const int PageSize = 50;

    /// <summary>The code with which the last page ended.</summary>
    public sealed record Input(string? After = null);

    /// <summary>A short code.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules() => RuleFor(i => i.After).MaximumLength(40);
    }

    /// <param name="OwnInsurer">The code of the programme's insurer.</param>
    /// <param name="MayDraft">Whether the viewer may draft.</param>
    public sealed record View(IReadOnlyList<Row> Rows, bool HasMore, IReadOnlyList<Waiting> Drafts, string OwnInsurer, bool MayDraft);

    /// <param name="Number">The version that holds; 0 where none is kept.</param>
    /// <param name="IsSold">Whether it is sold today.</param>
    public sealed record Row(Guid Id, string Code, ProductTerms Terms, int Number, bool IsSold);

    /// <summary>A draft with its drafter.</summary>
    public sealed record Waiting(Guid ProductId, string Code, string Name, int Number, string DraftedBy, DateTimeOffset DraftedAt, bool IsOwn);

    /// <summary>Reads a page.</summary>
    public Task<View> RunAsync(Input input, CancellationToken cancel) => gate.ReadAsync(Permission.ViewProducts, async db =>
    {
        input.MustMeet(new InputRules());
        var (after, today) = (input.After ?? "", clock.Today());
        var found = await db.Products.AsNoTracking().Where(p => p.Code.CompareTo(after) > 0).OrderBy(p => p.Code)
            .Select(p => new { Product = p, Number = db.ProductVersions.Where(v => v.ProductId == p.Id && v.Status == ProductVersionStatus.Published).Select(v => (int?)v.Number).FirstOrDefault() })
            .Take(PageSize + 1).ToListAsync(cancel);
        var drafts = await db.ProductVersions.AsNoTracking().Where(v => v.Status == ProductVersionStatus.Draft).OrderBy(v => v.Code).Take(PageSize).ToListAsync(cancel);
        var names = await db.StaffNamesAsync(drafts.Select(d => d.DraftedById), cancel);
        return new View([.. found.Take(PageSize).Select(f => new Row(f.Product.Id, f.Product.Code, f.Product.Terms, f.Number ?? 0, !(today < f.Product.ValidFrom) && !(today > f.Product.ValidTo)))], found.Count > PageSize,
            [.. drafts.Select(d => new Waiting(d.ProductId, d.Code, d.Terms.Name, d.Number, names.GetValueOrDefault(d.DraftedById, ""), d.DraftedAt, d.DraftedById == db.Actor.StaffId))],
            (await db.SchemeOfAsync(today.Year, cancel)).Rules.Policies.OwnInsurer, db.Actor.ScopeOf(Permission.EditProducts) is not null);
    }, cancel);
}
