using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Policies;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Households;
using VillageInsurance.UseCases.Organisation;
using VillageInsurance.UseCases.Schemes;

namespace VillageInsurance.UseCases.Policies;

/// <summary>The policies that the viewer may see, by number: an agent those of his villages, the insurer the county's. No government role has the right.</summary>
public sealed class PolicyBook(AppDbGate gate, TimeProvider clock)
{
    /// <summary>Policies on a page.</summary>
    public const int PageSize = 50;

    /// <param name="Number">The beginning of a number; null for all.</param>
    /// <param name="VillageId">One village; null for all of the viewer's.</param>
    /// <param name="After">The last number of the page before; null for the first page.</param>
    public sealed record Input(string? Number = null, Guid? VillageId = null, string? After = null);

    /// <summary>Numbers of a length that can be meant.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules()
        {
            RuleFor(i => i.Number).MaximumLength(40);
            RuleFor(i => i.After).MaximumLength(40);
        }
    }

    /// <summary>A policy as it stands today.</summary>
    /// <param name="IsRival">Another insurer's: filed, in no sum.</param>
    /// <param name="NextDue">When the next instalment falls due; null when all is paid.</param>
    public sealed record Row(Guid Id, string Number, string Product, bool IsRival, string Insured, string? Holder, PlaceName? Place, DateOnly EffectiveOn, DateOnly EndsOn, long PremiumFen, PayMode Mode,
        PolicyState State, DateOnly? NextDue);

    /// <summary>A page, and the villages to choose from; of a whole county they are many.</summary>
    public sealed record View(IReadOnlyList<Row> Rows, bool HasMore, IReadOnlyList<PlaceName> Villages);

    /// <summary>Reads a page.</summary>
    public Task<View> RunAsync(Input input, CancellationToken cancel) => gate.ReadAsync(Permission.ViewPolicyBook, async db =>
    {
        input.MustMeet(new InputRules());
        var own = (await db.SchemeOfAsync(clock.Today().Year, cancel)).Rules.Policies.OwnInsurer;
        var (number, after) = (input.Number?.Trim() ?? "", input.After ?? "");
        var found = await (from policy in db.Policies.AsNoTracking()
                           where policy.Number.StartsWith(number) && policy.Number.CompareTo(after) > 0 && (input.VillageId == null || policy.VillageId == input.VillageId)
                           join product in db.Products on policy.ProductId equals product.Id
                           orderby policy.Number
                           select new
                           {
                               Policy = policy,
                               Product = product.Name,
                               Insured = db.Persons.Where(p => p.Id == policy.InsuredId).Select(p => p.Name).FirstOrDefault(),
                               Holder = db.Persons.Where(p => p.Id == policy.HolderId).Select(p => p.Name).FirstOrDefault(),
                           }).Take(PageSize + 1).ToListAsync(cancel);
        var paid = await db.PaidAsync([.. found.Select(f => f.Policy.Id)], cancel);
        var scope = db.Actor.ScopeOf(Permission.ViewPolicyBook)!;
        var villages = await db.Areas.AsNoTracking().Where(a => a.Level == AreaLevel.Village && a.ValidTo == null && (scope.IsWholeCounty || scope.VillageIds.Contains(a.Id))).OrderBy(a => a.Code).Select(a => (Guid?)a.Id).ToListAsync(cancel);
        var places = await db.PlaceNamesAsync(villages.Concat(found.Select(f => (Guid?)f.Policy.VillageId)), cancel);
        var rows = found.Take(PageSize).Select(f => new Row(f.Policy.Id, f.Policy.Number, f.Product, f.Policy.Insurer != own, NamesInClear.Shown(db.Actor, f.Policy, f.Insured ?? ""),
            f.Holder is null ? null : NamesInClear.Shown(db.Actor, f.Policy, f.Holder), places.GetValueOrDefault(f.Policy.VillageId), f.Policy.EffectiveDate, f.Policy.EndDate, f.Policy.PremiumFen, f.Policy.PayMode,
            f.Policy.StateOn(clock.Today(), paid.GetValueOrDefault(f.Policy.Id)), f.Policy.NextDue(paid.GetValueOrDefault(f.Policy.Id))));
        return new View([.. rows], found.Count > PageSize, [.. villages.Select(v => places.GetValueOrDefault(v!.Value)).OfType<PlaceName>()]);
    }, cancel);
}
