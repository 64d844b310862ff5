using VillageInsurance.Domain.Work;

namespace VillageInsurance.Domain.Claims;

/// <summary>The contract's own terms, in days; null where the law's limit holds.</summary>
public sealed record ClaimTerms(bool IsComplex = false, int? DetermineDays = null, int? PayDays = null);

/// <summary>A limit that runs: its plain last day, that day moved off a rest day (Civil Code art. 203), and the days left by the plain one, below zero when over.</summary>
/// <param name="IsBreach">Whether passing it breaks the law or the contract; over 30 days to determine is else a fact only.</param>
public sealed record ClaimDue(ClaimLimit Limit, DateOnly Plain, DateOnly Moved, int DaysLeft, bool IsBreach);

/// <summary>How long a claim has taken on a day, in plain calendar days; the first one is not counted (Civil Code art. 201).</summary>
/// <param name="ToDetermine">Days used to determine, without those on which papers were awaited; null before request and papers were received.</param>
/// <param name="Waiting">Days on which papers that were asked for were awaited; a pause still running counts up to the day.</param>
/// <param name="Broken">The limits passed, kept or not since, in the order of the list.</param>
/// <param name="Running">The limits that run now, the nearest first.</param>
public sealed record ClaimClock(int? ToDetermine, int Waiting, IReadOnlyList<ClaimLimit> Broken, IReadOnlyList<ClaimDue> Running)
{
    private const int DetermineDays = 30, PayDays = 10, InterimDays = 60, RefusalDays = 3;

    /// <summary>Whether a limit is passed and the step that it asks for still open.</summary>
    public bool IsLate => Running.Count > 0 && Running[0].DaysLeft < 0;

    /// <summary>Reads the clocks of a claim at the end of a day. What happened later is unknown.</summary>
    public static ClaimClock Of(ClaimFacts facts, ClaimTerms terms, DateOnly asOf, WorkingDays days)
    {
        var known = facts.KnownAt(asOf);
        var (got, end, determine, pay) = (known.PapersReceivedOn, known.DeterminedOn ?? known.WithdrawnOn ?? asOf, terms.DetermineDays ?? DetermineDays, terms.PayDays ?? PayDays);
        var waiting = got is not null && known.SupplementAskedOn is { } asked ? Math.Max(0, Days(asked, Earlier(known.SupplementReceivedOn ?? end, end))) : 0;
        int? used = got is { } start ? Days(start, end) - waiting : null;
        var refused = known.Decision == ClaimDecision.Refuse;
        List<ClaimLimit> broken = [];
        if (used > determine) broken.Add(ClaimLimit.Determine);
        if (known.AgreedOn is { } agreed && Days(agreed, known.PaidOn ?? asOf) > pay) broken.Add(ClaimLimit.Pay);
        if (got is { } since && !refused && Days(since, Earlier(known.InterimPaidOn ?? end, end)) > InterimDays) broken.Add(ClaimLimit.Interim);
        if (refused && Days(known.DeterminedOn!.Value, known.RefusalNotifiedOn ?? asOf) > RefusalDays) broken.Add(ClaimLimit.Refusal);
        return new(used, waiting, broken, Limits(known, terms, waiting, asOf, days));
    }

    private static List<ClaimDue> Limits(ClaimFacts known, ClaimTerms terms, int waiting, DateOnly asOf, WorkingDays days)
    {
        List<ClaimDue> running = [];
        if (known.IsSettled) return running;
        if (known is { PapersReceivedOn: { } got, DeterminedOn: null })
        {
            Add(ClaimLimit.Determine, got.AddDays((terms.DetermineDays ?? DetermineDays) + waiting), terms.IsComplex || terms.DetermineDays is not null);
            if (known.InterimPaidOn is null) Add(ClaimLimit.Interim, got.AddDays(InterimDays), true);
        }
        if (known is { AgreedOn: { } agreed, PaidOn: null }) Add(ClaimLimit.Pay, agreed.AddDays(terms.PayDays ?? PayDays), true);
        if (known is { Decision: ClaimDecision.Refuse, DeterminedOn: { } determined, RefusalNotifiedOn: null }) Add(ClaimLimit.Refusal, determined.AddDays(RefusalDays), true);
        running.Sort((one, other) => (one.Plain, one.Limit).CompareTo((other.Plain, other.Limit)));
        return running;

        void Add(ClaimLimit limit, DateOnly plain, bool isBreach) => running.Add(new(limit, plain, days.OnOrAfter(plain), Days(asOf, plain), isBreach));
    }

    private static int Days(DateOnly from, DateOnly to) => to.DayNumber - from.DayNumber;

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;
}
