namespace VillageInsurance.Domain.Cycles;

/// <summary>Rules of the cycle: what a move needs (its guards), and who makes it. Each text says who can do something about it.</summary>
public enum CycleRule
{
    /// <summary>The move does not lead on from where the village stands.</summary>
    TheMoveIsOpenHere,

    /// <summary>Only the roles that the scheme names for the move make it.</summary>
    OnlyTheSchemesRoleMoves,

    /// <summary>A move back, a revocation and a withdrawal say why.</summary>
    TheReasonIsGiven,

    /// <summary>The site's size, the committee's resolution and the cadre are in the submitted application.</summary>
    TheApplicationIsComplete,

    /// <summary>Each binding condition was checked and is met.</summary>
    TheConditionsAreMet,

    /// <summary>An agreement signed by both is in force.</summary>
    AnAgreementIsInForce,

    /// <summary>One supervisor is appointed.</summary>
    ASupervisorIsAppointed,

    /// <summary>As many agents as the scheme asks for are trained, registered, committed and assigned.</summary>
    TheAgentsAreReady,

    /// <summary>A consent text is on file, so that households may be visited.</summary>
    AConsentTextIsOnFile,

    /// <summary>The declaration lies on or before the scheme's last day.</summary>
    TheDeclarationIsInTime,

    /// <summary>The declaration's figures are computed and frozen.</summary>
    TheFiguresAreFrozen,

    /// <summary>Two reviewers signed the score form and passed it.</summary>
    TheReviewIsPassed,

    /// <summary>The village is on a numbered list that is signed and complete.</summary>
    TheListIsSigned,

    /// <summary>The superior company, or the county group, said yes.</summary>
    TheAcceptanceIsRecorded,

    /// <summary>The public notice ran its days without an open objection.</summary>
    TheNoticeHasEnded,

    /// <summary>The year's check was made.</summary>
    TheYearlyCheckIsMade,

    /// <summary>A village has one cycle in a year.</summary>
    OneCyclePerSiteAndYear,
}
