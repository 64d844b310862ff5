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

    private const int SchoolYearMonth = 9, StudentMonths = 2, YearsToReinstate = 2;

    /// <param name="Reason">One reason; null for all.</param>
    /// <param name="GroupId">One group; null for all.</param>
    /// <param name="Page">From 0.</param>
    public sealed record Input(RenewalReason? Reason = null, Guid? GroupId = null, int Page = 0);

    /// <summary>A page that can be meant.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules() => RuleFor(i => i.Page).InclusiveBetween(0, 10_000);
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
        var candidates = await CandidatesAsync(db, own, today, input.GroupId, cancel);
        var paid = await db.PaidAsync([.. candidates.Where(c => c.Policy.PayMode != PayMode.Once).Select(c => c.Policy.Id)], cancel);
        var pressing = candidates.Select(c => (Found: c, Why: WhyOf(c.Policy, c.IsStudent, today, paid.GetValueOrDefault(c.Policy.Id)))).Where(c => c.Why is not null).ToList();
        var shown = pressing.Where(c => input.Reason is null || c.Why!.Value.Reason == input.Reason).OrderBy(c => c.Why!.Value.Reason).ThenBy(c => c.Why!.Value.Day).ThenBy(c => c.Found.Policy.Number, StringComparer.Ordinal)
            .Skip(input.Page * PageSize).Take(PageSize + 1).ToList();
        var groups = await db.Households.AsNoTracking().Where(h => h.GroupId != null).Select(h => h.GroupId).Distinct().Join(db.Areas, g => g, a => (Guid?)a.Id, (g, a) => new { a.Id, a.Name }).OrderBy(g => g.Name).ToListAsync(cancel);
        return new View(
            [.. shown.Take(PageSize).Select(c => new Row(c.Found.Policy.Id, c.Found.Policy.Number, c.Found.Product, NamesInClear.Shown(db.Actor, c.Found.Policy, c.Found.Insured), c.Found.Holder is null ? null : NamesInClear.Shown(db.Actor, c.Found.Policy, c.Found.Holder),
                c.Found.HouseholdId, c.Why!.Value.Reason, c.Why.Value.Day, c.Why.Value.Last, c.Found.Policy.PremiumFen))],
            shown.Count > PageSize, pressing.GroupBy(c => c.Why!.Value.Reason).ToDictionary(g => g.Key, g => g.Count()), [.. groups.Select(g => (g.Id, g.Name))]);
    }, cancel);

    private sealed record Candidate(Policy Policy, string Product, bool IsStudent, string Insured, string? Holder, Guid? HouseholdId);

    // Those that could press by their days alone; what is paid decides afterwards.
    private static async Task<List<Candidate>> CandidatesAsync(AppDb db, string own, DateOnly today, Guid? groupId, CancellationToken cancel)
    {
        var found = await (from policy in db.Policies.AsNoTracking()
                           where policy.Insurer == own && policy.EndDate >= today && policy.HesitationCancelOn == null && policy.SurrenderedOn == null && policy.ClaimEndedOn == null && (groupId == null || policy.GroupId == groupId)
                           join product in db.Products on policy.ProductId equals product.Id
                           where policy.PayMode != PayMode.Once || product.CountsStudent
                           let person = policy.HolderId ?? policy.InsuredId
                           let household = db.Memberships.Where(m => m.PersonId == person && m.LeftOn == null).Select(m => (Guid?)m.HouseholdId).FirstOrDefault()
                           where db.Visits.Where(v => v.HouseholdId == household).OrderByDescending(v => v.On).ThenByDescending(v => v.RecordedAt).Select(v => (bool?)v.Refused).FirstOrDefault() != true
                           select new
                           {
                               policy,
                               product,
                               household,
                               Insured = db.Persons.Where(p => p.Id == policy.InsuredId).Select(p => p.Name).FirstOrDefault(),
                               Holder = db.Persons.Where(p => p.Id == policy.HolderId).Select(p => p.Name).FirstOrDefault(),
                           }).ToListAsync(cancel);
        return [.. found.Select(f => new Candidate(f.policy, f.product.Name, f.product.CountsStudent, f.Insured ?? "", f.Holder, f.household))];
    }

    private static (RenewalReason Reason, DateOnly Day, DateOnly? Last)? WhyOf(Policy policy, bool isStudent, DateOnly today, PaidSoFar paid)
    {
        // The school year begins on 1 September; cover that ends with the summer is to be renewed for it.
        if (isStudent) return policy.EndDate < new DateOnly(today.Month >= SchoolYearMonth ? today.Year + 1 : today.Year, SchoolYearMonth, 1) && policy.EndDate <= today.AddMonths(StudentMonths)
            ? (RenewalReason.StudentCoverEnds, policy.EndDate, null) : null;
        var (state, due) = (policy.StateOn(today, paid), policy.NextDue(paid));
        return state switch
        {
            PolicyState.Suspended => (RenewalReason.Suspended, policy.SuspendedOn!.Value, policy.SuspendedOn.Value.AddYears(YearsToReinstate)),
            PolicyState.Grace => (RenewalReason.Overdue, due!.Value, policy.GraceEnd(due.Value)),
            PolicyState.GraceOver => (RenewalReason.GraceOver, due!.Value, policy.GraceEnd(due.Value)),
            PolicyState.InForce when due <= today.AddDays(SoonDays) => (RenewalReason.DueSoon, due.Value, policy.GraceEnd(due.Value)),
            _ => null,
        };
    }
}
