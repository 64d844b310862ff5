namespace VillageInsurance.Domain.LifeEvents;

/// <summary>What happens in a household. The numbers are stored.</summary>
public enum LifeEventKind
{
    /// <summary>A child was born into it.</summary>
    Born = 1,

    /// <summary>A member died.</summary>
    Died = 2,

    /// <summary>Somebody came from elsewhere.</summary>
    Arrived = 3,

    /// <summary>Members, or all of it, moved to another household or village of the county.</summary>
    MovedWithin = 4,

    /// <summary>Members, or all of it, left the county.</summary>
    MovedAway = 5,

    /// <summary>A member went away for work; stays counted.</summary>
    WentForWork = 6,

    /// <summary>A member came back from work.</summary>
    CameBack = 7,

    /// <summary>A member turned out to be a migrant since that day; counts after six months.</summary>
    MigrantSince = 8,

    /// <summary>A member married into another household.</summary>
    Married = 9,

    /// <summary>Some members became a household of their own.</summary>
    Split = 10,

    /// <summary>All of it joined another household.</summary>
    Merged = 11,

    /// <summary>Another member is the head.</summary>
    HeadChanged = 12,

    /// <summary>A member began at a school.</summary>
    Enrolled = 13,

    /// <summary>A member left school.</summary>
    LeftSchool = 14,

    /// <summary>A member never belonged to it: the row was a mistake.</summary>
    EnteredInError = 15,

    /// <summary>It no longer exists, and its members are nowhere else in the county.</summary>
    Dissolved = 16,
}

/// <summary>What life events hold to.</summary>
public enum LifeEventRule
{
    ItConcernsOnePerson, ItConcernsSomebody, EverybodyNamedIsAMember, SomebodyStays, TheHouseholdNeedsANewHead, OnlyAnotherMemberBecomesHead, ItNamesAnotherHousehold, ItNamesAPlace,
    ItNamesTheNewcomer, ABirthIsOnItsDay, ASchoolHasNameAndStage, OnlyWhoGoesToSchoolLeavesIt, OnlyWhoLivesHereGoesForWork, OnlyWhoIsAwayComesBack, NobodyBecomesAMigrantTwice,
    AnotherVillageIsAskedFor, OnlyAStandingEventIsUndone, OnlyTheSamePersonUndoesWithinTheDay, SomethingWasBuiltOnIt, OnlyFamiliesHaveEvents,
}
