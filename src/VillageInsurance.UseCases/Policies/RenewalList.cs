using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Households;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Policies;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Households;
using VillageInsurance.UseCases.Schemes;

namespace VillageInsurance.UseCases.Policies;

/// <summary>Why a policy is on the agent's list.</summary>
public enum RenewalReason { Overdue, GraceOver, DueSoon, Suspended, StudentCoverEnds }

/// <summary>Own policies that need the agent's word soon, the most pressing first: overdue in grace, due soon, suspended and still to be reinstated, student cover that ends before the school year. Families that want no offers are left out.</summary>
public sealed class RenewalList(AppDbGate gate, TimeProvider clock)
{
    /// <summary>Policies on a page.</summary>
    public const int PageSize = 50;

    /// <summary>A premium is due soon when it falls due within so many days; of our own choosing, a month to talk it over.</summary>
    public const int SoonDays = 30;

    private const int SchoolYearMonth = 9;

    /// <param name="Reason">One reason; null for all.</param>
    /// <param name="GroupId">One group; null for all.</param>
    /// <param name="After">The last one of the page before; null for the first page.</param>
    public sealed record Input(RenewalReason? Reason = null, Guid? GroupId = null, Place? After = null);

    /// <summary>Where a policy stands in the list.</summary>
    public sealed record Place(RenewalReason Reason, DateOnly Day, string Number);

    /// <summary>A reason that can be meant.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules()
        {
            RuleFor(i => i.Reason).IsInEnum();
            RuleFor(i => i.After!.Number).MaximumLength(40).When(i => i.After is not null);
        }
    }

    /// <summary>A policy with the day that presses: due, or the last of cover or of the time to reinstate.</summary>
    public sealed record Row(Guid PolicyId, string Number, string Product, string Insured, string? Holder, Guid? HouseholdId, RenewalReason Reason, DateOnly Day, DateOnly? LastDay, long PremiumFen);

    /// <summary>A page, how many there are of each reason, and the groups to choose from.</summary>
    public sealed record View(IReadOnlyList<Row> Rows, bool HasMore, IReadOnlyDictionary<RenewalReason, int> Counts, IReadOnlyList<(Guid Id, string Name)> Groups);

    /// <summary>Reads a page.</summary>
    public Task<View> RunAsync(Input input, CancellationToken cancel) => gate.ReadAsync(Permission.ViewPolicies, async db =>
    {
        input.MustMeet(new InputRules());
        var today = clock.Today();
        var own = (await db.SchemeOfAsync(today.Year, cancel)).Rules.Policies.OwnInsurer;
        // The school year begins on 1 September; cover that ends with the summer is to be renewed for it.
        var schoolYear = new DateOnly(today.Month >= SchoolYearMonth ? today.Year + 1 : today.Year, SchoolYearMonth, 1);
        var (pressing, counts) = await RenewalQuery.ReadAsync(db, new(db.Actor.ScopeOf(Permission.ViewPolicies)!, own, today, schoolYear, input.GroupId, input.Reason, input.After, PageSize + 1), cancel);
        var page = pressing.Take(PageSize).ToList();
        var found = await FoundAsync(db, [.. page.Select(p => p.PolicyId)], cancel);
        var groups = await db.Households.AsNoTracking().Where(h => h.GroupId != null).Select(h => h.GroupId).Distinct().Join(db.Areas, g => g, a => (Guid?)a.Id, (g, a) => new { a.Id, a.Name }).OrderBy(g => g.Name).ToListAsync(cancel);
        return new View([.. page.Select(p => RowOf(db, p, found[p.PolicyId]))], pressing.Count > PageSize, counts, [.. groups.Select(g => (g.Id, g.Name))]);
    }, cancel);

    private sealed record Found(Policy Policy, string Product, string Insured, string? Holder, Guid? HouseholdId);

    private static Row RowOf(AppDb db, RenewalQuery.Pressing p, Found f) => new(p.PolicyId, f.Policy.Number, f.Product, NamesInClear.Shown(db.Actor, f.Policy, f.Insured),
        f.Holder is null ? null : NamesInClear.Shown(db.Actor, f.Policy, f.Holder), f.HouseholdId, p.Reason, p.Day, p.Last, f.Policy.PremiumFen);

    private static async Task<Dictionary<Guid, Found>> FoundAsync(AppDb db, Guid[] ids, CancellationToken cancel)
    {
        var found = await (from policy in db.Policies.AsNoTracking()
                           where ids.Contains(policy.Id)
                           join product in db.Products on policy.ProductId equals product.Id
                           let person = policy.HolderId ?? policy.InsuredId
                           select new
                           {
                               policy,
                               Product = product.Name,
                               Household = db.Memberships.Where(m => m.PersonId == person && m.LeftOn == null).Select(m => (Guid?)m.HouseholdId).FirstOrDefault(),
                               Insured = db.Persons.Where(p => p.Id == policy.InsuredId).Select(p => p.Name).FirstOrDefault(),
                               Holder = db.Persons.Where(p => p.Id == policy.HolderId).Select(p => p.Name).FirstOrDefault(),
                           }).ToListAsync(cancel);
        return found.ToDictionary(f => f.policy.Id, f => new Found(f.policy, f.Product, f.Insured ?? "", f.Holder, f.Household));
    }
}
