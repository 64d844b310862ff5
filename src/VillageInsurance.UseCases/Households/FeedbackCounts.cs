using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Claims;
using VillageInsurance.Domain.Households;
using VillageInsurance.Domain.Policies;
using VillageInsurance.UseCases.Claims;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Households;

/// <summary>Counts what a village's feedback of a month says; numbers only.</summary>
internal static class FeedbackCounts
{
    public static async Task<FeedbackFigures> OfMonthAsync(AppDb db, Guid villageId, DateOnly month, DateOnly today, CancellationToken cancel)
    {
        var last = month.AddMonths(1).AddDays(-1);
        if (last > today) last = today;
        var families = db.Households.Where(h => h.VillageId == villageId && h.Kind == HouseholdKind.Family && h.JoinedOn <= last && (h.LeftOn == null || h.LeftOn > last));
        var visits = db.Visits.Where(v => v.VillageId == villageId && v.On >= month && v.On <= last);
        var issued = from p in db.Policies
                     where p.VillageId == villageId && p.IssueDate >= month && p.IssueDate <= last && (p.HesitationCancelOn == null || p.HesitationCancelOn > today)
                     join product in db.Products on p.ProductId equals product.Id
                     select new { Student = product.CountsStudent, Accident = product.CountsAccident && !product.CountsStudent, Life = product.CountsLifeRegular && p.PayMode != PayMode.Once };
        var claims = db.Claims.Where(c => c.VillageId == villageId);
        var covers = await issued.GroupBy(p => p).Select(g => new { g.Key, Count = g.LongCount() }).ToListAsync(cancel);
        return new(await families.LongCountAsync(cancel), await visits.LongCountAsync(cancel), await visits.Select(v => v.HouseholdId).Distinct().LongCountAsync(cancel),
            await visits.Where(v => v.Refused).Select(v => v.HouseholdId).Distinct().LongCountAsync(cancel),
            covers.Where(c => c.Key.Student).Sum(c => c.Count), covers.Where(c => c.Key.Accident).Sum(c => c.Count), covers.Where(c => c.Key.Life).Sum(c => c.Count),
            covers.Where(c => !c.Key.Student && !c.Key.Accident && !c.Key.Life).Sum(c => c.Count),
            await claims.LongCountAsync(c => c.ReportedOn >= month && c.ReportedOn <= last, cancel), await claims.LongCountAsync(c => c.DeterminedOn >= month && c.DeterminedOn <= last, cancel),
            await claims.LongCountAsync(c => c.PaidOn >= month && c.PaidOn <= last, cancel), await LateAsync(db, claims, last, cancel),
            await db.Complaints.LongCountAsync(c => c.VillageId == villageId && c.ReceivedOn >= month && c.ReceivedOn <= last, cancel));
    }

    // Those that were open on that day, with their clocks as they stood then.
    private static async Task<long> LateAsync(AppDb db, IQueryable<Claim> claims, DateOnly day, CancellationToken cancel)
    {
        var open = claims.Where(c => c.ReportedOn <= day && !(c.PaidOn <= day) && !(c.RefusalNotifiedOn <= day) && !(c.ClosedOn <= day) && !(c.WithdrawnOn <= day));
        return (await db.ReadClocksAsync(open, day, cancel)).Count(c => c.Clock.IsLate);
    }
}
