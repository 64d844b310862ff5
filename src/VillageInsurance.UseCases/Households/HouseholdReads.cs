using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Households;
using VillageInsurance.Domain.Policies;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Organisation;

namespace VillageInsurance.UseCases.Households;

/// <summary>What the page of a household reads. It is the page opened most: its queries are compiled once, which is half of what they cost.</summary>
internal static class HouseholdReads
{
    /// <summary>Rows of a section at most.</summary>
    private const int Most = 50;

    /// <summary>With the names of where it lies.</summary>
    internal sealed record Placed(Household Household, PlaceName Place, string? Group);

    /// <summary>A membership; no person when he moved to where the actor does not see.</summary>
    internal sealed record Member(Membership Membership, Person? Person, string? School);

    /// <summary>A policy with its product's name.</summary>
    internal sealed record Cover(Policy Policy, string Product);

    /// <summary>A visit with its agent's name.</summary>
    internal sealed record Visited(Visit Visit, string Agent);

    public static readonly Func<AppDb, Guid, CancellationToken, Task<Placed?>> Household = EF.CompileAsyncQuery((AppDb db, Guid id, CancellationToken cancel) => (
        from household in db.Households.AsNoTracking()
        where household.Id == id
        join village in db.Areas on household.VillageId equals village.Id
        join township in db.Areas on village.ParentId equals township.Id
        select new Placed(household, new PlaceName(village.Id, village.Name, township.Name, null), db.Areas.Where(a => a.Id == household.GroupId).Select(a => a.Name).FirstOrDefault())).SingleOrDefault());

    // A merge that was undone leaves memberships of no day.
    public static readonly Func<AppDb, Guid, DateOnly, IAsyncEnumerable<Member>> Members = EF.CompileAsyncQuery((AppDb db, Guid id, DateOnly today) =>
        from membership in db.Memberships.AsNoTracking()
        where membership.HouseholdId == id && membership.LeftReason != LeaveReason.Error && !(membership.LeftReason == LeaveReason.Merge && membership.LeftOn == membership.JoinedOn)
        join person in db.Persons on membership.PersonId equals person.Id into persons
        from person in persons.DefaultIfEmpty()
        orderby membership.JoinedOn
        select new Member(membership, person, db.Enrolments.Where(e => e.PersonId == membership.PersonId && e.From <= today && (e.To == null || e.To >= today))
            .OrderByDescending(e => e.From).Select(e => e.School).FirstOrDefault()));

    public static readonly Func<AppDb, List<Guid>, IAsyncEnumerable<Cover>> Policies = EF.CompileAsyncQuery((AppDb db, List<Guid> persons) =>
        from policy in db.Policies.AsNoTracking()
        where persons.Contains(policy.InsuredId) || policy.HolderId != null && persons.Contains(policy.HolderId.Value)
        join product in db.Products on policy.ProductId equals product.Id
        orderby policy.IssueDate descending, policy.Number
        select new Cover(policy, product.Name));

    public static readonly Func<AppDb, List<Guid>, IAsyncEnumerable<Payment>> Payments = EF.CompileAsyncQuery((AppDb db, List<Guid> policies) =>
        db.Payments.AsNoTracking().Where(p => policies.Contains(p.PolicyId)).OrderBy(p => p.BookedOn).ThenBy(p => p.Number).AsQueryable());

    public static readonly Func<AppDb, Guid, IAsyncEnumerable<Visited>> Visits = EF.CompileAsyncQuery((AppDb db, Guid household) => (
        from visit in db.Visits.AsNoTracking()
        where visit.HouseholdId == household
        join agent in db.Staff on visit.AgentId equals agent.Id
        orderby visit.On descending, visit.RecordedAt descending
        select new Visited(visit, agent.Name)).Take(Most));

    public static readonly Func<AppDb, Guid, IAsyncEnumerable<Consent>> Consents = EF.CompileAsyncQuery((AppDb db, Guid household) =>
        db.Consents.AsNoTracking().Where(c => c.HouseholdId == household));

    public static readonly Func<AppDb, Guid, IAsyncEnumerable<HouseholdSurvey.RiskLine>> Risks = EF.CompileAsyncQuery((AppDb db, Guid household) =>
        db.RiskRecords.AsNoTracking().Where(r => r.HouseholdId == household).OrderByDescending(r => r.On).Select(r => new HouseholdSurvey.RiskLine(r.Kind, r.On, r.LossFen, r.PaidBy)).Take(Most));

    public static readonly Func<AppDb, Guid, IAsyncEnumerable<HouseholdSurvey.CoverLine>> CoversElsewhere = EF.CompileAsyncQuery((AppDb db, Guid household) =>
        db.CoversElsewhere.AsNoTracking().Where(c => c.HouseholdId == household && c.EndedOn == null).OrderBy(c => c.Id)
            .Select(c => new HouseholdSurvey.CoverLine(c.Id, c.Version, c.Insurer, c.Kind, c.PersonId, c.PremiumFen, c.PayMode, c.DueMonth)).Take(Most));
}
