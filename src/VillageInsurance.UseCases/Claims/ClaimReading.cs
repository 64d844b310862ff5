using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Claims;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Claims;

/// <summary>A claim with its clock of today. Days are those since the report.</summary>
internal sealed record OpenClaim(Guid Id, string Number, Guid VillageId, Guid? GroupId, Guid PolicyId, Guid InsuredId, ClaimFacts Facts, ClaimTerms Terms)
{
    public ClaimClock Clock { get; private set; } = null!;

    public int Waited { get; private set; }

    /// <summary>The nearest last day that runs; null when none does.</summary>
    public ClaimDue? Due => Clock.Running.Count > 0 ? Clock.Running[0] : null;

    public OpenClaim ReadOn(DateOnly today, WorkingDays days)
    {
        Clock = ClaimClock.Of(Facts, Terms, today, days);
        Waited = today.DayNumber - (Facts.ReopenedOn ?? Facts.ReportedOn).DayNumber;
        return this;
    }
}

internal static class ClaimReading
{
    /// <summary>Claims on which somebody still waits.</summary>
    public static IQueryable<Claim> Unsettled(this IQueryable<Claim> claims) => claims.Where(c => c.PaidOn == null && c.RefusalNotifiedOn == null && c.ClosedOn == null && c.WithdrawnOn == null);

    /// <summary>Reads these claims with nothing but what their clocks need, and reads the clocks.</summary>
    public static async Task<List<OpenClaim>> ReadClocksAsync(this AppDb db, IQueryable<Claim> claims, DateOnly today, CancellationToken cancel)
    {
        var days = await db.WorkingDaysAsync(today.AddYears(-2), cancel);
        var found = await claims.AsNoTracking().Select(c => new OpenClaim(c.Id, c.Number, c.VillageId, c.GroupId, c.PolicyId, c.InsuredId,
            new ClaimFacts(c.AccidentOn, c.ReportedOn)
            {
                PapersReceivedOn = c.PapersReceivedOn,
                SupplementAskedOn = c.SupplementAskedOn,
                SupplementReceivedOn = c.SupplementReceivedOn,
                SurveyedOn = c.SurveyedOn,
                AssessedOn = c.AssessedOn,
                DeterminedOn = c.DeterminedOn,
                AgreedOn = c.AgreedOn,
                PaidOn = c.PaidOn,
                RefusalNotifiedOn = c.RefusalNotifiedOn,
                InterimPaidOn = c.InterimPaidOn,
                ClosedOn = c.ClosedOn,
                WithdrawnOn = c.WithdrawnOn,
                ReopenedOn = c.ReopenedOn,
                Decision = c.Decision,
                ClaimedFen = c.ClaimedFen,
                DecidedFen = c.DecidedFen,
                PaidFen = c.PaidFen,
            },
            new ClaimTerms(c.IsComplex, c.DetermineDays, c.PayDays))).ToListAsync(cancel);
        return [.. found.Select(c => c.ReadOn(today, days))];
    }

    /// <summary>The names of the insured whom the actor may see, as they stand in the register.</summary>
    public static Task<Dictionary<Guid, string>> NamesAsync(this AppDb db, IEnumerable<Guid> personIds, CancellationToken cancel)
    {
        var ids = personIds.Distinct().ToList();
        return db.Persons.AsNoTracking().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, cancel);
    }

    /// <summary>The products of these policies, as far as the actor sees the policies.</summary>
    public static async Task<Dictionary<Guid, string>> ProductsAsync(this AppDb db, IEnumerable<Guid> policyIds, CancellationToken cancel)
    {
        var ids = policyIds.Distinct().ToList();
        return await (from policy in db.Policies.AsNoTracking()
                      where ids.Contains(policy.Id)
                      join product in db.Products on policy.ProductId equals product.Id
                      select new { policy.Id, product.Name }).ToDictionaryAsync(p => p.Id, p => p.Name, cancel);
    }
}
