using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Households;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Policies;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Households;
using VillageInsurance.UseCases.Organisation;

namespace VillageInsurance.UseCases.Policies;

/// <summary>Advice that was given on a policy, as a viewer may see it.</summary>
/// <param name="Findings">What spoke against it.</param>
/// <param name="IsPartWithheld">Whether something of it came from a survey whose findings the family does not give to the insurer (PIPL art. 23).</param>
public sealed record AdviceView(IReadOnlyList<AdviceFinding> Findings, bool IsPartWithheld, CustomerDecision Decision, string? By, DateTimeOffset At)
{
    internal static async Task<AdviceView?> OfAsync(AppDb db, Policy policy, DateOnly today, CancellationToken cancel)
    {
        if (await db.Advices.AsNoTracking().FirstOrDefaultAsync(a => a.PolicyId == policy.Id, cancel) is not { } advice) return null;
        var shown = advice.Findings;
        if (!db.Actor.May(Permission.KeepHouseholds, policy))
        {
            var survey = await ConsentedSurveys.Agreeing(db, ConsentKind.ToInsurer, today).ContainsAsync(advice.HouseholdId, cancel);
            var money = survey && await ConsentedSurveys.Agreeing(db, ConsentKind.Money, today).ContainsAsync(advice.HouseholdId, cancel);
            shown = [.. shown.Where(f => f switch { AdviceFinding.NeedDoesNotFit => survey, AdviceFinding.CannotKeepPaying => money, _ => true })];
        }
        return new(shown, shown.Count < advice.Findings.Count, advice.Decision, (await db.StaffNamesAsync([advice.RecordedById], cancel)).GetValueOrDefault(advice.RecordedById), advice.RecordedAt);
    }
}
