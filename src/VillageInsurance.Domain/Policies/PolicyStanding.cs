namespace VillageInsurance.Domain.Policies;

/// <summary>Where a policy stands on a day: derived from its days and what was paid, never stored.</summary>
public enum PolicyState
{
    /// <summary>Issued, and the cover has not begun.</summary>
    NotYet,

    /// <summary>It gives cover, and nothing is overdue.</summary>
    InForce,

    /// <summary>It gives cover; a premium is overdue within the period of grace (Insurance Law art. 36).</summary>
    Grace,

    /// <summary>A premium is overdue beyond the grace, and the insurer has not said that the policy is suspended: only he can.</summary>
    GraceOver,

    /// <summary>Suspended by the insurer; it can be reinstated within two years (art. 37).</summary>
    Suspended,

    /// <summary>Surrendered for its cash value.</summary>
    Surrendered,

    /// <summary>Ended by a claim.</summary>
    EndedByClaim,

    /// <summary>Its term has ended.</summary>
    Matured,

    /// <summary>Cancelled within the hesitation period: as if never written.</summary>
    HesitationCancelled,
}

/// <summary>How long a premium may be overdue before the policy is suspended, as the contract says (Insurance Law art. 36). The numbers are stored.</summary>
public enum GraceTerm
{
    /// <summary>Sixty days after the due day.</summary>
    SixtyDaysFromDue = 1,

    /// <summary>Thirty days after the insurer's demand; while he has not demanded, sixty after the due day.</summary>
    ThirtyDaysFromDemand = 2,
}

/// <summary>How far a policy is paid.</summary>
/// <param name="PolicyYear">The last policy year of which a receipt is known, from 1; 0 for none.</param>
/// <param name="Fen">Receipts less refunds of premium in that year. Top-ups are none.</param>
public readonly record struct PaidSoFar(int PolicyYear, long Fen);

/// <summary>The days on which premiums fall due, and the state that follows.</summary>
public static class PolicyStanding
{
    /// <summary>Days of grace from the due day, and from the insurer's demand (Insurance Law art. 36).</summary>
    public const int GraceFromDue = 60, GraceFromDemand = 30;

    private const int Months = 12;

    /// <summary>Instalments in a year; 0 for a premium that is paid once.</summary>
    public static int InstalmentsOf(PayMode mode) => mode switch { PayMode.Annual => 1, PayMode.HalfYearly => 2, PayMode.Quarterly => 4, PayMode.Monthly => Months, _ => 0 };

    /// <summary>The day on which the next instalment falls due; null when all is paid. Counted from the last paid year, so that an older history may be missing.</summary>
    public static DateOnly? NextDue(this Policy policy, PaidSoFar paid)
    {
        var inYear = InstalmentsOf(policy.PayMode);
        if (inYear == 0 || policy.PremiumFen <= 0) return null;
        var known = Math.Min(inYear, Math.Max(0, paid.Fen) / policy.PremiumFen);
        var instalments = Math.Max(0, paid.PolicyYear - 1) * inYear + (int)known;
        return instalments >= policy.PayYears * inYear ? null : policy.EffectiveDate.AddMonths(instalments * Months / inYear);
    }

    /// <summary>The last day of grace for what fell due on this day.</summary>
    public static DateOnly GraceEnd(this Policy policy, DateOnly due) =>
        policy.GraceTerm == GraceTerm.ThirtyDaysFromDemand && policy.DemandedOn >= due ? policy.DemandedOn.Value.AddDays(GraceFromDemand) : due.AddDays(GraceFromDue);

    /// <summary>The state on a day, as the end of the day finds it.</summary>
    public static PolicyState StateOn(this Policy policy, DateOnly day, PaidSoFar paid)
    {
        if (policy.HesitationCancelOn <= day) return PolicyState.HesitationCancelled;
        if (policy.ClaimEndedOn <= day) return PolicyState.EndedByClaim;
        if (policy.SurrenderedOn <= day) return PolicyState.Surrendered;
        if (day > policy.EndDate) return PolicyState.Matured;
        if (day < policy.EffectiveDate) return PolicyState.NotYet;
        if (!policy.IsInForce(day)) return PolicyState.Suspended;
        if (policy.NextDue(paid) is not { } due || due >= day) return PolicyState.InForce;
        return day <= policy.GraceEnd(due) ? PolicyState.Grace : PolicyState.GraceOver;
    }
}
