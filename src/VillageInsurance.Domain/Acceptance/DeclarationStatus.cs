namespace VillageInsurance.Domain.Acceptance;

/// <summary>Where a declaration stands.</summary>
public enum DeclarationStatus
{
    /// <summary>Being written.</summary>
    Draft,

    /// <summary>申报: sent, its figures frozen, waits for the office.</summary>
    Submitted,

    /// <summary>受理: taken in, under review.</summary>
    TakenIn,

    /// <summary>退回: came back with what is to be put right.</summary>
    Returned,

    /// <summary>初审通过: passed the first review.</summary>
    Passed,

    /// <summary>上报: on a list that was sent.</summary>
    Forwarded,

    /// <summary>批复同意: the last word is yes.</summary>
    Accepted,

    /// <summary>批复不同意: the last word is no.</summary>
    Refused,

    /// <summary>授牌: the title was awarded on it.</summary>
    Awarded,
}

/// <summary>Rules of declarations.</summary>
public enum DeclarationRule
{
    OnlyTheSchemesDeclarerDeclares, OneOpenDeclarationPerCycle, TheVillageIsBuilding, OnlyADraftIsEdited, OnlyADraftIsSubmitted, TheStatementIsWritten,
    NoIrregularDeclarationHere, OnlyASubmittedOneIsTakenIn, OnlyAnOpenOneIsReturned, AReturnSaysWhatToPutRight, NobodyHandlesTheirOwn, OnlyAnAcceptedOneIsAwarded,
}
