using VillageInsurance.Domain.Shared;

namespace VillageInsurance.Domain.Reconciliations;

/// <summary>A bank's or insurer's file beside the premiums recorded in a period (对账). It changes nothing that is recorded: each difference is explained by a person, and somebody who neither brought the file nor explained closes it.</summary>
public sealed class Reconciliation(Guid id, string fileName, string fileHash, DateOnly from, DateOnly to, Guid staffId, DateTimeOffset at) : Entity(id)
{
    /// <summary>The longest period, in days.</summary>
    public const int MostDays = 366;

    /// <summary>What the sender calls the file.</summary>
    public string FileName { get; private init; } = fileName;

    /// <summary>SHA-256 of the file, in hexadecimal.</summary>
    public string FileHash { get; private init; } = fileHash;

    /// <summary>The first day of the period.</summary>
    public DateOnly From { get; private init; } = from;

    /// <summary>The last day.</summary>
    public DateOnly To { get; private init; } = to;

    /// <summary>Who brought the file.</summary>
    public Guid StaffId { get; private init; } = staffId;

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private init; } = at;

    /// <summary>Where it stands.</summary>
    public ReconciliationState State { get; private set; } = ReconciliationState.Reading;

    /// <summary>Why the file was not compared, as a text key; null when it was.</summary>
    public string? Why { get; private set; }

    /// <summary>Lines by verdict, and the sums of both sides.</summary>
    public ReconciliationCounts Counts { get; private set; } = ReconciliationCounts.None;

    /// <summary>Who closed it; null while it is open.</summary>
    public Guid? ClosedById { get; private set; }

    /// <summary>When; null while it is open.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>Begins one. Refused: a period that ends before it begins or is yet to come, or one of more than a year.</summary>
    public static Reconciliation Begin(Guid id, string fileName, string fileHash, DateOnly from, DateOnly to, Guid staffId, DateTimeOffset at, DateOnly today)
    {
        Require(from <= to, ReconciliationRule.ThePeriodBeginsBeforeItEnds);
        Require(to <= today, ReconciliationRule.NoPeriodToCome);
        Require(to.DayNumber - from.DayNumber < MostDays, ReconciliationRule.AYearAtMost);
        return new(id, fileName, fileHash, from, to, staffId, at);
    }

    /// <summary>The file was compared. Refused once it was.</summary>
    public void Compared(ReconciliationCounts counts)
    {
        Require(State == ReconciliationState.Reading, ReconciliationRule.OnlyAnOpenOneGoesOn);
        (State, Counts) = (ReconciliationState.Open, counts);
    }

    /// <summary>The file could not be compared; the reason is a text key. One that was compared stays.</summary>
    public void RefusedFor(string? why)
    {
        if (State == ReconciliationState.Reading) (State, Why) = (ReconciliationState.Refused, why);
    }

    /// <summary>Explains a difference, or says it better, until it is closed. Refused without words, and for what is no difference.</summary>
    public void Explain(ReconciledLine line, string words, Guid byId, DateTimeOffset at)
    {
        Require(State == ReconciliationState.Open && line.ReconciliationId == Id, ReconciliationRule.OnlyAnOpenOneGoesOn);
        Require(line.IsDifference, ReconciliationRule.OnlyADifferenceIsExplained);
        Require(words.Trim().Length > 0, ReconciliationRule.AnExplanationSaysSomething);
        line.Explained(words.Trim(), byId, at);
    }

    /// <summary>Closes it for good. Refused: a difference that nobody explained, and who brought the file or explained something himself.</summary>
    public void Close(int unexplained, bool explainedSome, Guid byId, DateTimeOffset at)
    {
        Require(State == ReconciliationState.Open, ReconciliationRule.OnlyAnOpenOneGoesOn);
        Require(unexplained == 0, ReconciliationRule.EveryDifferenceIsExplained);
        Require(byId != StaffId && !explainedSome, ReconciliationRule.NobodyDecidesTheirOwn);
        (State, ClosedById, ClosedAt) = (ReconciliationState.Closed, byId, at);
    }
}

/// <summary>Lines by verdict, and what both sides sum up to in fen within the period.</summary>
public sealed record ReconciliationCounts(
    int Matched, int MissingHere, int MissingThere, int Twice, int PolicyDiffers, int AmountDiffers, int PayerDiffers, int Unreadable, int Outside, long StatedFen, long BookedFen)
{
    /// <summary>Of a file that was not compared.</summary>
    public static ReconciliationCounts None { get; } = new(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    /// <summary>Lines that have to be explained.</summary>
    public int Differences => MissingHere + MissingThere + Twice + PolicyDiffers + AmountDiffers + PayerDiffers + Unreadable;

    /// <summary>Lines of one verdict.</summary>
    public int Of(ReconciliationVerdict verdict) => verdict switch
    {
        ReconciliationVerdict.Matched => Matched,
        ReconciliationVerdict.MissingHere => MissingHere,
        ReconciliationVerdict.MissingThere => MissingThere,
        ReconciliationVerdict.Twice => Twice,
        ReconciliationVerdict.PolicyDiffers => PolicyDiffers,
        ReconciliationVerdict.AmountDiffers => AmountDiffers,
        ReconciliationVerdict.PayerDiffers => PayerDiffers,
        ReconciliationVerdict.Unreadable => Unreadable,
        _ => Outside,
    };

    /// <summary>Counts lines.</summary>
    public static ReconciliationCounts Count(IReadOnlyCollection<ReconciliationVerdict> verdicts, long statedFen, long bookedFen)
    {
        int Count(ReconciliationVerdict verdict) => verdicts.Count(v => v == verdict);
        return new(Count(ReconciliationVerdict.Matched), Count(ReconciliationVerdict.MissingHere), Count(ReconciliationVerdict.MissingThere), Count(ReconciliationVerdict.Twice),
            Count(ReconciliationVerdict.PolicyDiffers), Count(ReconciliationVerdict.AmountDiffers), Count(ReconciliationVerdict.PayerDiffers), Count(ReconciliationVerdict.Unreadable),
            Count(ReconciliationVerdict.Outside), statedFen, bookedFen);
    }
}

/// <summary>Where a reconciliation stands.</summary>
public enum ReconciliationState { Reading, Open, Closed, Refused }

/// <summary>What a line is found to be. The numbers are stored.</summary>
public enum ReconciliationVerdict
{
    /// <summary>Both sides say the same.</summary>
    Matched = 1,

    /// <summary>In the file, not recorded.</summary>
    MissingHere = 2,

    /// <summary>Recorded in the period, not in the file.</summary>
    MissingThere = 3,

    /// <summary>Twice in the file, or recorded twice.</summary>
    Twice = 4,

    /// <summary>The receipt is recorded on another policy.</summary>
    PolicyDiffers = 5,

    /// <summary>Another amount is recorded.</summary>
    AmountDiffers = 6,

    /// <summary>Somebody else is recorded as payer.</summary>
    PayerDiffers = 7,

    /// <summary>The row cannot be read, so that nothing can be compared.</summary>
    Unreadable = 8,

    /// <summary>Of a day outside the period, and nothing recorded answers it: set aside, no difference.</summary>
    Outside = 9,
}

/// <summary>What reconciliations hold to.</summary>
public enum ReconciliationRule
{
    /// <summary>The last day is not before the first.</summary>
    ThePeriodBeginsBeforeItEnds,

    /// <summary>Nothing is compared for days to come.</summary>
    NoPeriodToCome,

    /// <summary>A period has at most 366 days.</summary>
    AYearAtMost,

    /// <summary>Only what was compared and is not closed goes on.</summary>
    OnlyAnOpenOneGoesOn,

    /// <summary>What is equal on both sides needs no words.</summary>
    OnlyADifferenceIsExplained,

    /// <summary>An explanation has words.</summary>
    AnExplanationSaysSomething,

    /// <summary>It is closed once each difference is explained.</summary>
    EveryDifferenceIsExplained,

    /// <summary>Who brought the file or explained a difference does not close.</summary>
    NobodyDecidesTheirOwn,
}
