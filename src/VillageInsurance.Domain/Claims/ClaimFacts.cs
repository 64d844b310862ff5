using VillageInsurance.Domain.Shared;
using static VillageInsurance.Domain.Claims.ClaimMilestone;

namespace VillageInsurance.Domain.Claims;

/// <summary>What is known of a claim: its days, the insurer's decision and the sums in fen. What it says of state, order and clocks follows from these alone.</summary>
public sealed record ClaimFacts(DateOnly AccidentOn, DateOnly ReportedOn)
{
    private static readonly ClaimMilestone[] Steps = [.. Enum.GetValues<ClaimMilestone>().Where(s => s is not (Reported or Reopened))];

    // Each step, and the one that must have been before it. An interim payment and a withdrawal come at any time.
    private static readonly (ClaimMilestone Step, ClaimMilestone Before)[] Order =
    [
        (PapersReceived, Reported), (SupplementAsked, PapersReceived), (SupplementReceived, SupplementAsked), (Surveyed, PapersReceived), (Assessed, Surveyed), (Determined, PapersReceived),
        (Agreed, Determined), (Paid, Agreed), (RefusalNotified, Determined), (InterimPaid, Reported), (Withdrawn, Reported),
    ];

    /// <summary>Request and papers received (art. 23).</summary>
    public DateOnly? PapersReceivedOn { get; init; }

    /// <summary>Missing papers asked for (art. 22).</summary>
    public DateOnly? SupplementAskedOn { get; init; }

    /// <summary>The papers asked for received.</summary>
    public DateOnly? SupplementReceivedOn { get; init; }

    /// <summary>The case looked into (查勘).</summary>
    public DateOnly? SurveyedOn { get; init; }

    /// <summary>The loss assessed (定损).</summary>
    public DateOnly? AssessedOn { get; init; }

    /// <summary>Determined whether and how much to pay (核定).</summary>
    public DateOnly? DeterminedOn { get; init; }

    /// <summary>Agreement reached on the payment.</summary>
    public DateOnly? AgreedOn { get; init; }

    /// <summary>Paid.</summary>
    public DateOnly? PaidOn { get; init; }

    /// <summary>The refusal told with its reasons.</summary>
    public DateOnly? RefusalNotifiedOn { get; init; }

    /// <summary>What is certain paid in advance (art. 25).</summary>
    public DateOnly? InterimPaidOn { get; init; }

    /// <summary>Closed.</summary>
    public DateOnly? ClosedOn { get; init; }

    /// <summary>Withdrawn by the claimant.</summary>
    public DateOnly? WithdrawnOn { get; init; }

    /// <summary>Opened again; what was before stays in the steps.</summary>
    public DateOnly? ReopenedOn { get; init; }

    /// <summary>Pay, part or refuse; null before.</summary>
    public ClaimDecision? Decision { get; init; }

    /// <summary>Claimed, in fen.</summary>
    public long? ClaimedFen { get; init; }

    /// <summary>Granted, in fen; zero when refused.</summary>
    public long? DecidedFen { get; init; }

    /// <summary>Paid, in fen.</summary>
    public long? PaidFen { get; init; }

    /// <summary>Paid in advance, in fen.</summary>
    public long? InterimFen { get; init; }

    /// <summary>The day of a step; null when it has not been done.</summary>
    public DateOnly? On(ClaimMilestone step) => step switch
    {
        Reported => ReportedOn,
        PapersReceived => PapersReceivedOn,
        SupplementAsked => SupplementAskedOn,
        SupplementReceived => SupplementReceivedOn,
        Surveyed => SurveyedOn,
        Assessed => AssessedOn,
        Determined => DeterminedOn,
        Agreed => AgreedOn,
        Paid => PaidOn,
        RefusalNotified => RefusalNotifiedOn,
        InterimPaid => InterimPaidOn,
        Closed => ClosedOn,
        Withdrawn => WithdrawnOn,
        _ => ReopenedOn,
    };

    /// <summary>The same with the day of one step. A claim that is opened again begins anew: request and papers are received anew.</summary>
    public ClaimFacts With(ClaimMilestone step, DateOnly? day) => step switch
    {
        Reported => this with { ReportedOn = day ?? ReportedOn },
        PapersReceived => this with { PapersReceivedOn = day },
        SupplementAsked => this with { SupplementAskedOn = day },
        SupplementReceived => this with { SupplementReceivedOn = day },
        Surveyed => this with { SurveyedOn = day },
        Assessed => this with { AssessedOn = day },
        Determined => this with { DeterminedOn = day },
        Agreed => this with { AgreedOn = day },
        Paid => this with { PaidOn = day },
        RefusalNotified => this with { RefusalNotifiedOn = day },
        InterimPaid => this with { InterimPaidOn = day },
        Closed => this with { ClosedOn = day },
        Withdrawn => this with { WithdrawnOn = day },
        _ => new(AccidentOn, ReportedOn) { ReopenedOn = day, ClaimedFen = ClaimedFen },
    };

    /// <summary>What was known on a day: what happened later is unknown.</summary>
    public ClaimFacts KnownAt(DateOnly day)
    {
        var known = this;
        foreach (var step in Steps)
            if (On(step) > day) known = known.With(step, null);
        // Most claims have nothing to forget: a copy of each would be the dearest part of a board of thousands.
        if (known is { DeterminedOn: null } and ({ Decision: not null } or { DecidedFen: not null })) known = known with { Decision = null, DecidedFen = null };
        return known is { PaidOn: null, PaidFen: not null } ? known with { PaidFen = null } : known;
    }

    /// <summary>These facts over older ones: what these leave open stays as it was known. Of a claim that was opened again, what was before is no news.</summary>
    public ClaimFacts Over(ClaimFacts older)
    {
        if (DeterminedOn < older.ReopenedOn || PapersReceivedOn < older.ReopenedOn) return older;
        var merged = this;
        foreach (var step in Steps) merged = merged.With(step, On(step) ?? older.On(step));
        return merged with
        {
            ReopenedOn = ReopenedOn ?? older.ReopenedOn,
            Decision = Decision ?? older.Decision,
            ClaimedFen = ClaimedFen ?? older.ClaimedFen,
            DecidedFen = DecidedFen ?? older.DecidedFen,
            PaidFen = PaidFen ?? older.PaidFen,
            InterimFen = InterimFen ?? older.InterimFen,
        };
    }

    /// <summary>Where the claim stands.</summary>
    public ClaimState State => this switch
    {
        { WithdrawnOn: not null } => ClaimState.Withdrawn,
        { ClosedOn: not null } => ClaimState.Closed,
        { PaidOn: not null } => ClaimState.Paid,
        { RefusalNotifiedOn: not null } => ClaimState.RefusalNotified,
        { AgreedOn: not null } => ClaimState.Agreed,
        { DeterminedOn: not null } => ClaimState.Determined,
        { SupplementAskedOn: not null, SupplementReceivedOn: null } => ClaimState.SupplementAsked,
        { AssessedOn: not null } => ClaimState.Assessed,
        { SurveyedOn: not null } => ClaimState.Surveyed,
        { SupplementReceivedOn: not null } => ClaimState.SupplementReceived,
        { PapersReceivedOn: not null } => ClaimState.Filed,
        { ReopenedOn: not null } => ClaimState.Reopened,
        _ => ClaimState.Reported,
    };

    /// <summary>Whether nobody waits any more: paid, told of the refusal, closed or withdrawn.</summary>
    public bool IsSettled => State is ClaimState.Paid or ClaimState.RefusalNotified or ClaimState.Closed or ClaimState.Withdrawn;

    /// <summary>The step that comes next; null when settled. It may be taken without those that not every case needs: survey and assessment.</summary>
    public ClaimMilestone? Next => State switch
    {
        ClaimState.Reported or ClaimState.Reopened => PapersReceived,
        ClaimState.SupplementAsked => SupplementReceived,
        ClaimState.Filed or ClaimState.SupplementReceived or ClaimState.Surveyed or ClaimState.Assessed => Determined,
        ClaimState.Determined => Decision == ClaimDecision.Refuse ? RefusalNotified : Agreed,
        ClaimState.Agreed => Paid,
        _ => null,
    };

    /// <summary>Who has to take it: papers and agreement are the claimant's, the rest the insurer's.</summary>
    public ClaimDesk Desk => Next switch
    {
        null => ClaimDesk.Nobody,
        PapersReceived or SupplementReceived or Agreed => ClaimDesk.Claimant,
        _ => ClaimDesk.Insurer,
    };

    /// <summary>The steps that may be recorded now; the next one first.</summary>
    public IReadOnlyList<ClaimMilestone> Possible =>
        [.. Enum.GetValues<ClaimMilestone>().Where(s => s != Reported && (On(s) is null || s == Reopened) && MayFollow(s)).OrderBy(s => s != Next)];

    /// <summary>What is wrong with these facts, and at which step; null when nothing is.</summary>
    public (ClaimRule Rule, ClaimMilestone Step)? Fault()
    {
        if (ReportedOn < AccidentOn) return (ClaimRule.ReportedAfterTheAccident, Reported);
        foreach (var (step, before) in Order)
        {
            if (On(step) is not { } day) continue;
            if (On(before) is not { } earlier) return (ClaimRule.AfterItsPredecessor, step);
            if (day < earlier) return (ClaimRule.NotBeforeItsPredecessor, step);
        }
        foreach (var step in (ClaimMilestone[])[SupplementAsked, Surveyed, Assessed])
            if (On(step) > DeterminedOn) return (ClaimRule.BeforeTheDecision, step);
        if (DeterminedOn is not null && Decision is null) return (ClaimRule.ADecisionIsNamed, Determined);
        if (DeterminedOn is null && Decision is not null) return (ClaimRule.ADecisionNeedsItsDay, Determined);
        if (Decision == ClaimDecision.Refuse && (AgreedOn ?? PaidOn) is not null) return (ClaimRule.OnlyWhatWasGrantedIsAgreed, Agreed);
        if (Decision != ClaimDecision.Refuse && RefusalNotifiedOn is not null) return (ClaimRule.OnlyARefusalIsNotified, RefusalNotified);
        if (Decision == ClaimDecision.Refuse && DecidedFen > 0) return (ClaimRule.AmountsFitTheDecision, Determined);
        return OfTheEnd();
    }

    private (ClaimRule, ClaimMilestone)? OfTheEnd()
    {
        if (ClosedOn is { } closed && (PaidOn ?? RefusalNotifiedOn) is var end)
        {
            if (end is null) return (ClaimRule.AfterItsPredecessor, Closed);
            if (closed < end) return (ClaimRule.NotBeforeItsPredecessor, Closed);
        }
        if (InterimPaidOn > (PaidOn ?? RefusalNotifiedOn)) return (ClaimRule.OnlyAnOpenClaim, InterimPaid);
        if (WithdrawnOn is not null && (ClosedOn ?? PaidOn ?? RefusalNotifiedOn) is not null) return (ClaimRule.OnlyAnOpenClaim, Withdrawn);
        return null;
    }

    private bool MayFollow(ClaimMilestone step) => State switch
    {
        ClaimState.Closed or ClaimState.Withdrawn => step == Reopened,
        ClaimState.Paid or ClaimState.RefusalNotified => step == Closed,
        _ => step switch
        {
            Closed or Reopened => false,
            InterimPaid or Withdrawn => true,
            SupplementAsked or Surveyed => PapersReceivedOn is not null && DeterminedOn is null,
            Assessed => SurveyedOn is not null && DeterminedOn is null,
            SupplementReceived => SupplementAskedOn is not null && DeterminedOn is null,
            Determined => PapersReceivedOn is not null,
            Agreed => DeterminedOn is not null && Decision != ClaimDecision.Refuse,
            RefusalNotified => Decision == ClaimDecision.Refuse,
            Paid => AgreedOn is not null,
            _ => true,
        },
    };
}
