namespace VillageInsurance.Domain.Claims;

/// <summary>A dated step of a claim. The numbers of these lists are stored.</summary>
public enum ClaimMilestone
{
    Reported = 1, PapersReceived = 2, SupplementAsked = 3, SupplementReceived = 4, Surveyed = 5, Assessed = 6, Determined = 7, Agreed = 8, Paid = 9, RefusalNotified = 10,
    InterimPaid = 11, Closed = 12, Withdrawn = 13, Reopened = 14,
}

/// <summary>Where a claim stands; follows from its dates alone. Filed means that request and papers are with the insurer.</summary>
public enum ClaimState { Reported = 1, Filed, SupplementAsked, SupplementReceived, Surveyed, Assessed, Determined, Agreed, Paid, RefusalNotified, Closed, Withdrawn, Reopened }

/// <summary>What the insurer determined: it pays, pays a part, or refuses (Insurance Law art. 23, 24).</summary>
public enum ClaimDecision { Pay = 1, Part = 2, Refuse = 3 }

/// <summary>At whose desk the next step is done; nobody's once the claim is settled.</summary>
public enum ClaimDesk { Nobody, Claimant, Insurer }

/// <summary>How a fact came in: typed on a page, by a list, by the insurer's own system.</summary>
public enum ClaimWay { Page = 1, List = 2, Interface = 3 }

/// <summary>A limit of the law, in the order in which they are told.</summary>
public enum ClaimLimit
{
    /// <summary>30 days to determine a complex case, or the contract's term (art. 23), without the days on which papers were awaited. Otherwise a fact, not a breach.</summary>
    Determine = 1,

    /// <summary>10 days to pay what was agreed, or the contract's term (art. 23).</summary>
    Pay = 2,

    /// <summary>60 days to pay what is certain while the rest is unclear (art. 25); awaiting papers stops nothing.</summary>
    Interim = 3,

    /// <summary>3 days to tell a refusal with its reasons (art. 24).</summary>
    Refusal = 4,
}

/// <summary>Why a step of a claim is refused.</summary>
public enum ClaimRule
{
    ReportedAfterTheAccident, AfterItsPredecessor, NotBeforeItsPredecessor, PapersAreAskedOnce, BeforeTheDecision, ADecisionIsNamed, ADecisionNeedsItsDay,
    OnlyWhatWasGrantedIsAgreed, OnlyARefusalIsNotified, ARefusalGivesReasons, AskedPapersAreListed, OnlyAnOpenClaim, OnlyAClosedClaimIsReopened, NotOfADayToCome,
    ThePolicyWasInForce, AmountsFitTheDecision, AnswerOnce, NobodyAnswersAnObjectionToTheirOwnStep, OnlyAnObjectionIsAnswered, OnlyAStepTakenIsObjectedTo, OfTheProgrammesInsurer, TheNumberIsTaken, TheInsuredIsThePolicys,
}
