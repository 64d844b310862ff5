namespace VillageInsurance.Domain.Policies;

/// <summary>The days of a policy as the insurer names them. What happened later is a fact of his; nothing of it is derived here.</summary>
public sealed record PolicyDates(
    DateOnly Issued, DateOnly Effective, DateOnly End, DateOnly? HesitationCancelled = null, DateOnly? Surrendered = null, DateOnly? Suspended = null, DateOnly? Reinstated = null, DateOnly? ClaimEnded = null)
{
    private const int YearsToReinstate = 2;

    /// <summary>The first rule that the days break; null for none. A reinstatement before the suspension ended an earlier one (suspended again).</summary>
    public PolicyRule? Broken =>
        End < Effective ? PolicyRule.ItEndsNotBeforeItBegins
        : Issued > End ? PolicyRule.ItIsIssuedBeforeItEnds
        : HesitationCancelled < Issued || Surrendered < Issued || ClaimEnded < Issued || Suspended < Issued || Reinstated < Issued ? PolicyRule.NothingHappensBeforeTheIssue
        : Reinstated is not null && Suspended is null ? PolicyRule.OnlyASuspendedOneIsReinstated
        : Reinstated > Suspended?.AddYears(YearsToReinstate) ? PolicyRule.ReinstatedWithinTwoYears
        : null;
}

/// <summary>What policies and their payments hold to.</summary>
public enum PolicyRule
{
    /// <summary>The last day of cover is not before the first.</summary>
    ItEndsNotBeforeItBegins,

    /// <summary>The day of issue is not after the last day of cover.</summary>
    ItIsIssuedBeforeItEnds,

    /// <summary>Cancelled, surrendered, suspended or ended on or after the day of issue.</summary>
    NothingHappensBeforeTheIssue,

    /// <summary>Only what was suspended is reinstated.</summary>
    OnlyASuspendedOneIsReinstated,

    /// <summary>Reinstated within two years of the suspension (Insurance Law art. 37).</summary>
    ReinstatedWithinTwoYears,

    /// <summary>The number of a policy stays with the person whom it insures.</summary>
    ANumberInsuresOnePerson,

    /// <summary>The number of a receipt stays with its policy, kind, amount and day.</summary>
    AReceiptIsBookedOnce,

    /// <summary>All refunds of a policy together stay within what was received on it.</summary>
    RefundsStayWithinReceipts,
}
